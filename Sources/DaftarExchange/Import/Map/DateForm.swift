import Daftar

/// How a column writes its dates: `D/M/Y`, `MMMM D, Y`, `Y-M-D *`.
///
/// `Y` is a year of four digits, `YY` one of two (1970 to 2069), `M` a month's number, `MMM` its name in English or three
/// letters of it, `D` a day; a `*` at the end stands for anything, and the rest for itself. `serial` is the number of days by
/// which spreadsheets keep dates.
struct DateForm: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case year, shortYear, month, monthName, day, rest
        case text(String)
    }

    let pattern: String
    private let parts: [Part]
    private let isSerial: Bool

    /// Nil for a pattern that names no year, or something twice.
    init?(_ pattern: String) {
        self.pattern = pattern
        isSerial = pattern == "serial"
        var parts: [Part] = [], rest = pattern[...]
        while let first = rest.first {
            let run = rest.prefix { $0 == first }
            switch (first, run.count) {
            case ("Y", 1), ("Y", 4): parts.append(.year)
            case ("Y", 2): parts.append(.shortYear)
            case ("M", 1...2): parts.append(.month)
            case ("M", 3...4): parts.append(.monthName)
            case ("D", 1...2): parts.append(.day)
            case ("*", 1) where run.endIndex == rest.endIndex: parts.append(.rest)
            case ("Y", _), ("M", _), ("D", _), ("*", _): return nil
            default: parts.append(.text(String(run)))
            }
            rest = rest.dropFirst(run.count)
        }
        let named = parts.filter { if case .text = $0 { false } else { true } }
        let hasYear = parts.contains(.year) != parts.contains(.shortYear)
        let isSound = hasYear && Set(named).count == named.count && pattern.utf8.count <= 64
        guard isSerial || isSound else { return nil }
        self.parts = parts
    }

    /// The date that `text` is in this form, as EDTF; nil where it has another form. Whether there is such a day is left to
    /// whoever reads EDTF.
    func edtf(_ text: String) -> String? {
        if isSerial { return SerialDay.date(text)?.text }
        var rest = text.unicodeScalars[...], year: Int?, month: Int?, day: Int?
        for part in parts {
            switch part {
            case .year: year = DateForm.number(&rest, 4...4)
            case .shortYear: year = DateForm.number(&rest, 2...2).map(DateForm.century)
            case .month: month = DateForm.number(&rest, 1...2)
            case .day: day = DateForm.number(&rest, 1...2)
            case .monthName: month = MonthName.read(&rest)
            case .rest: rest = rest.suffix(0)
            case .text(let wanted):
                guard rest.starts(with: wanted.unicodeScalars) else { return nil }
                rest = rest.dropFirst(wanted.unicodeScalars.count)
            }
        }
        guard let year, rest.isEmpty, month != nil || !has(.month, .monthName), day != nil || !has(.day) else {
            return nil
        }
        return DateForm.text(year, month, day)
    }

    private func has(_ wanted: Part...) -> Bool { wanted.contains { parts.contains($0) } }

    /// Which century is meant by two digits.
    static func century(_ year: Int) -> Int { year < 70 ? 2000 + year : 1900 + year }

    /// `2023`, `2023-12`, `2023-12-01`.
    static func text(_ year: Int, _ month: Int?, _ day: Int?) -> String {
        func digits(_ number: Int, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
        }
        return ([digits(year, 4)] + [month, day].compactMap { $0.map { digits($0, 2) } }).joined(separator: "-")
    }

    private static func number(_ rest: inout Substring.UnicodeScalarView, _ digits: ClosedRange<Int>) -> Int? {
        let run = rest.prefix { ("0"..."9").contains($0) }
        guard digits.contains(run.count) else { return nil }
        rest = rest.dropFirst(run.count)
        return Int(String(String.UnicodeScalarView(run)))
    }
}

/// The months by name, in English, whole or by three letters.
enum MonthName {
    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// The number of a month that is given by its name.
    static func number(_ word: some StringProtocol) -> Int? {
        let word = word.lowercased()
        if word == "sept" { return 9 }
        return names.firstIndex { $0 == word || word.count == 3 && $0.hasPrefix(word) }.map { $0 + 1 }
    }

    static func read(_ rest: inout Substring.UnicodeScalarView) -> Int? {
        let word = rest.prefix { $0.properties.isAlphabetic }
        guard let month = number(String(String.UnicodeScalarView(word))) else { return nil }
        rest = rest.dropFirst(word.count)
        if rest.first == "." { rest = rest.dropFirst() }
        return month
    }
}

/// Days as spreadsheets count them: 1 is 1900-01-01, and by an old mistake there is a 1900-02-29.
enum SerialDay {
    /// From March 1900 on, where all spreadsheets agree, to 2200.
    private static let range = 61...110_000

    static func date(_ text: String) -> CivilDate? {
        guard let number = Int(text), String(number) == text, range.contains(number) else { return nil }
        return CivilDate(ordinal: number - 25_569)
    }
}
