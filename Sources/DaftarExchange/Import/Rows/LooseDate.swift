import Daftar

/// A date as people write it in a table, where no form is stated: taken where it has one reading, else all are shown.
enum LooseDate {
    enum Reading: Hashable {
        /// As EDTF.
        case one(String)
        /// It may be any of these.
        case several([String])
        /// No form that is known here.
        case none
    }

    static func read(_ text: String) -> Reading {
        if (try? EDTF(parsing: text)) != nil { return .one(text) }
        let text = withoutMidnight(text)
        if (try? EDTF(parsing: text)) != nil { return .one(text) }
        let parts = words(text)
        guard (2...3).contains(parts.count), text.utf8.count <= 40 else { return .none }
        let readings = parts.contains { MonthName.number($0) != nil } ? named(parts) : numeric(parts)
        let isCertain = parts.contains { $0.count == 4 && Int($0) != nil }
        switch readings.count {
        case 0: return .none
        case 1 where isCertain: return .one(readings[0])
        default: return .several(readings)
        }
    }

    /// Databases and spreadsheets give days a time: 2023-12-15 00:00:00.
    private static func withoutMidnight(_ text: String) -> String {
        for midnight in [" 00:00:00", " 00:00", " 0:00:00", " 0:00", "T00:00:00"] where text.hasSuffix(midnight) {
            return String(text.dropLast(midnight.count))
        }
        return text
    }

    /// What stands between one of `/ . - ,` and blanks.
    private static func words(_ text: String) -> [Substring] {
        text.split { "/.-, ".contains($0) }.map { word in
            // 1st, 15th
            let digits = word.prefix { $0.isNumber }
            let isOrdinal = !digits.isEmpty && ["st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
            return isOrdinal ? digits : word
        }
    }

    // MARK: Readings

    /// `15 December 2023`, `December 15, 2023`, `December 2023`, `Dec-23`.
    private static func named(_ parts: [Substring]) -> [String] {
        guard let at = parts.firstIndex(where: { MonthName.number($0) != nil }), let month = MonthName.number(parts[at])
        else { return [] }
        let rest = parts.enumerated().filter { $0.offset != at }.map(\.element)
        guard rest.allSatisfy({ isDigits($0) }) else { return [] }
        if rest.count == 1 {
            if let year = year(rest[0]) { return [DateForm.text(year, month, nil)] }
            return [century(rest[0]).map { DateForm.text($0, month, nil) }, yearless(month, rest[0])].compactMap(\.self)
        }
        return unique([day(rest[1], month, rest[0]), day(rest[0], month, rest[1])])
    }

    /// `2023/12/15`, `15.12.2023`, `12/2023`, and what can be read in several ways.
    private static func numeric(_ parts: [Substring]) -> [String] {
        guard parts.allSatisfy({ isDigits($0) }) else { return [] }
        if parts.count == 2 { return monthAndYear(parts) }
        if parts[0].count == 4 { return unique([day(parts[0], Int(parts[1]), parts[2])]) }
        // Day first, month first, year first.
        return unique([
            day(parts[2], Int(parts[1]), parts[0]), day(parts[2], Int(parts[0]), parts[1]),
            parts[2].count == 4 ? nil : day(parts[0], Int(parts[1]), parts[2]),
        ])
    }

    private static func monthAndYear(_ parts: [Substring]) -> [String] {
        for (year, month) in [(parts[0], parts[1]), (parts[1], parts[0])] {
            guard let year = self.year(year), let month = Int(month), (1...12).contains(month) else { continue }
            return [DateForm.text(year, month, nil)]
        }
        guard let month = Int(parts[0]), (1...12).contains(month) else { return [] }
        return [century(parts[1]).map { DateForm.text($0, month, nil) }, yearless(month, parts[1])].compactMap(\.self)
    }

    // MARK: Pieces

    private static func day(_ year: Substring, _ month: Int?, _ day: Substring) -> String? {
        guard let year = self.year(year) ?? century(year), let month, let day = Int(day) else { return nil }
        return CivilDate(year: year, month: month, day: day)?.text
    }

    private static func year(_ word: Substring) -> Int? { word.count == 4 ? Int(word) : nil }

    private static func century(_ word: Substring) -> Int? {
        word.count == 2 ? Int(word).map(DateForm.century) : nil
    }

    /// A day of a year that is not said.
    private static func yearless(_ month: Int, _ day: Substring) -> String? {
        guard let day = Int(day), let date = CivilDate(year: 2000, month: month, day: day) else { return nil }
        return "XXXX" + date.text.dropFirst(4)
    }

    private static func isDigits(_ word: Substring) -> Bool {
        (1...4).contains(word.utf8.count) && word.utf8.allSatisfy { (48...57).contains($0) }
    }

    private static func unique(_ readings: [String?]) -> [String] {
        var all: [String] = []
        for case let reading? in readings where !all.contains(reading) { all.append(reading) }
        return all
    }
}
