import Daftar

/// What of a date can be said in ISO 8601-1, for formats that know nothing else: whole years, months and days, as the text
/// has them. What is uncertain, approximate, unspecified, one of several or a part of a year has no such form.
struct ISODates {
    /// When it was, or from when on.
    let start: String?
    /// Until when; nil for what did not last, and for an end that is open or not known.
    let end: String?

    init(_ date: ReadDate?) {
        guard let date, let form = date.edtf?.form else {
            (start, end) = (nil, nil)
            return
        }
        switch form {
        case .date(let day): (start, end) = (ISODates.isPlain(day) ? date.text : nil, nil)
        case .moment: (start, end) = (date.text, nil)
        case .interval(let from, let to):
            let halves = date.text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            start = ISODates.isPlain(from) ? halves.first : nil
            end = ISODates.isPlain(to) ? halves.last : nil
        case .oneOf, .allOf: (start, end) = (nil, nil)
        }
    }

    private static func isPlain(_ end: EDTF.End) -> Bool {
        if case .date(let date) = end { isPlain(date) } else { false }
    }

    private static func isPlain(_ date: EDTF.Date) -> Bool {
        !date.isUnspecified && date.qualifiers.isEmpty && date.division == nil
    }
}
