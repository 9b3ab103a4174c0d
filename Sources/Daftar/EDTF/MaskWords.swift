/// A date in words without its qualifiers, whatever digits of it are `X`.
///
/// | text | words |
/// |---|---|
/// | `2023-12-XX` | some day in December 2023 |
/// | `2019-05-1X` | some day in 10–19 May 2019 |
/// | `2023-XX-25` | 25th of some month in 2023 |
/// | `201X-10-05` | 5 October of some year in 2010–2019 |
/// | `XXXX-10-05` | 5 October, year unknown |
struct MaskWords {
    let date: EDTF.Date
    private let year: EDTF.Digits

    init(_ date: EDTF.Date) { (self.date, year) = (date, date.year.digits) }

    var words: String {
        if let plain = date.plain { return plain.words() }
        if let range { return range }
        guard let (text, glue) = withinYear else { return yearWords }
        if year.isUnknown { return "\(text), year unknown" }
        guard year.isUnspecified else { return "\(text)\(glue)\(year.low)" }
        // "some month of some year in 2010–2019" is one "some" too many.
        return glue == " in " ? "\(text) in \(yearRange)" : "\(text) of \(yearWords)"
    }

    /// Whether the words read better behind *the*: first quarter, 25th of some month.
    var needsArticle: Bool {
        guard let month = date.month?.digits, date.division == nil else { return date.division != nil }
        return month.isUnspecified && date.day?.digits.isUnspecified == false && range == nil
    }

    /// What it says of the year.
    private var yearWords: String { year.isUnknown ? "year unknown" : "some year in \(yearRange)" }

    /// The years that it can be: 2000–2096 for `20XX-02-29`.
    private var yearRange: String {
        date.span.map { PlainDate($0.first, .year).joined(to: PlainDate($0.last, .year)) } ?? ""
    }

    /// Where the year is known and a month or a day has one digit left, the range that holds all it can mean.
    private var range: String? {
        let parts = [date.month, date.day].compactMap { $0?.digits }
        guard !year.isUnspecified, let span = date.span, parts.contains(where: { $0.isUnspecified && !$0.isUnknown })
        else { return nil }
        // 2023-1X-XX: any day of some months, so the months say it.
        let precision = date.day?.digits.isUnknown == true ? .month : date.precision
        let (first, last) = (PlainDate(span.first, precision), PlainDate(span.last, precision))
        // 2023-06-3X: only the 30th fits.
        return first == last && precision == date.precision
            ? first.words() : "some \(date.precision.rawValue) in \(first.joined(to: last))"
    }

    /// What it says within the year, and what joins the year to it; nil where it names a year only.
    private var withinYear: (text: String, glue: String)? {
        guard let month = date.month?.digits else { return nil }
        if let division = date.division { return ("\(division.ordinal) \(division.precision.rawValue)", " of ") }
        let day = date.day?.digits
        guard !month.isUnspecified else {
            guard let day else { return ("some month", " in ") }
            return (day.isUnspecified ? "some day" : "\(ordinal(day.low)) of some month", " in ")
        }
        let name = PlainDate.name(ofMonth: month.low)
        guard let day else { return (name, " ") }
        return (day.isUnspecified ? "some day in \(name)" : "\(day.low) \(name)", " ")
    }

    /// `1st`, `22nd`, `13th`.
    private func ordinal(_ number: Int) -> String {
        switch (number / 10, number % 10) {
        case (1, _): "\(number)th"
        case (_, 1): "\(number)st"
        case (_, 2): "\(number)nd"
        case (_, 3): "\(number)rd"
        default: "\(number)th"
        }
    }
}
