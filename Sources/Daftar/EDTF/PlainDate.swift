/// A day, a month or a year without any doubt, as English writes it: `15 December 2023`.
struct PlainDate: Hashable {
    let year: Int
    let month: Int?
    let day: Int?

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `day`, or its month or year.
    init(_ day: CivilDate, _ precision: EDTF.Precision) {
        year = day.year
        month = precision == .day || precision == .month ? day.month : nil
        self.day = precision == .day ? day.day : nil
    }

    var precision: EDTF.Precision { day != nil ? .day : month != nil ? .month : .year }

    /// The name of a month; nothing for a number that is none.
    static func name(ofMonth month: Int) -> String {
        months.indices.contains(month - 1) ? months[month - 1] : ""
    }

    /// `15 December 2023` up to the year, `15 December` up to the month, `15` up to the day.
    func words(upTo last: EDTF.Precision = .year) -> String {
        var words: [String] = []
        if let day { words.append(String(day)) }
        if let month, last != .day { words.append(PlainDate.name(ofMonth: month)) }
        if last == .year { words.append(String(year)) }
        return words.joined(separator: " ")
    }

    /// The part that two dates need not repeat: they are in the same month, in the same year, or in neither.
    func shared(with other: PlainDate) -> EDTF.Precision {
        guard year == other.year, month != nil, other.month != nil else { return .year }
        return month == other.month && day != nil && other.day != nil ? .day : .month
    }

    /// Two dates of one precision: `1–15 December 2023`, `30 June – 2 July 2023`, `June–August 2023`, `2004–2008`.
    ///
    /// `near` joins two words, `far` two groups of them.
    func joined(to last: PlainDate, near: String = "–", far: String = " – ") -> String {
        guard self != last else { return words() }
        let first = words(upTo: shared(with: last))
        return first + (first.contains(" ") ? far : near) + last.words()
    }
}

extension EDTF.Date {
    /// The date without its qualifiers; nil where it has an `X` or is a part of a year.
    var plain: PlainDate? {
        guard !isUnspecified, division == nil, let first = span?.first else { return nil }
        return PlainDate(first, precision)
    }
}
