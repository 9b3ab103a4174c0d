/// A date as a source gives it: exact, vague, uncertain, a span, one of several.
///
/// Extended Date/Time Format, levels 0 to 2 (ISO 8601-2:2019 §4, 6, 8, 9, 10), in the selection that DOMAIN §6 makes.
///
/// | text | meaning | ``words`` |
/// |---|---|---|
/// | `2023-06-19` | that day | 19 June 2023 |
/// | `2023-12` | somewhere in that month | December 2023 |
/// | `2023-12~` `2023-12?` `2023-12%` | approximate, uncertain, both | about December 2023 … |
/// | `2023-12-XX` `201X` | some day, some year: `X` is an unspecified digit | some day in December 2023 |
/// | `2023-33` | quarter 33–36, third 37–39, half 40–41 of a year | first quarter of 2023 |
/// | `2023-12-01/2023-12-15` | it lasted from one to the other | 1–15 December 2023 |
/// | `2023/..` `2023/` | goes on; nobody knows when it ended | since 2023 … |
/// | `[2023-12-01..2023-12-15]` | one day of these | 1–15 December 2023, one day |
/// | `{2023-06,2023-12}` | all of these | June and December 2023 |
/// | `2023-12-18T09:30:00+05:00` | that second | 18 December 2023, 04:30 UTC |
///
/// Refused though the standard has them: seasons 21–32, whose months depend on who reads them; years beyond four
/// digits (`Y…`, exponents), significant digits (`S`), negative years; times without a zone, or in intervals and sets.
///
/// Two values are equal where they *mean* the same: `2023-12~` is `~2023-~12`. ``text`` keeps what the author wrote.
public struct EDTF: Sendable {
    /// The author's characters, untouched.
    public let text: String
    /// What they mean.
    public let form: Form
    /// The first and the last day it can mean.
    public let bounds: Bounds

    /// The most UTF-8 bytes of text that are read.
    public static let maximumLength = 256
    /// The most members of a set. Of dates, no more than 50 or so fit into ``maximumLength`` bytes.
    public static let maximumMembers = 64
    /// Years that are taken to be no slip of the hand, unless the caller says otherwise.
    public static let usualYears = 1800...2200

    /// The four kinds of EDTF, and what each is made of.
    public enum Form: Hashable, Sendable {
        /// `2023-06-19`, `2023-12~`, `201X`, `2023-33`.
        case date(Date)
        /// `2023-12-18T09:30:00+05:00`.
        case moment(Moment)
        /// `2023-12-01/2023-12-15`, `2023/..`, `/2023`.
        case interval(from: End, to: End)
        /// `[2023-06,2023-12]`: one of them, not known which.
        case oneOf([Member])
        /// `{2023-06,2023-12}`: every one of them.
        case allOf([Member])
    }

    /// Reads an EDTF text.
    ///
    /// - Parameters:
    ///   - text: at most ``maximumLength`` bytes; nothing is trimmed or corrected.
    ///   - years: a guard against slips of the hand. Of a year with `X`, the lowest that it can mean must be one of
    ///     them; `XXXX`, *year unknown*, always passes. A writer that has a clock says `1800...thisYear + 50`.
    /// - Throws: ``EDTFError``, with the place in the text and, mostly, a hint. Never crashes, whatever the text.
    public init(parsing text: String, years: ClosedRange<Int> = EDTF.usualYears) throws(EDTFError) {
        // The count comes first: a text of a megabyte is refused before it is copied.
        let count = text.utf8.count
        guard count <= EDTF.maximumLength else {
            throw EDTFError(.tooLong, "a date is at most \(EDTF.maximumLength) bytes, this is \(count)", 0..<count)
        }
        var parser = EDTFParser(Array(text.utf8), years: years)
        self.text = text
        self.form = try parser.form()
        self.bounds = Bounds(of: form)
    }
}

extension EDTF: Hashable {
    /// Compares the meaning, not the text.
    public static func == (x: EDTF, y: EDTF) -> Bool { x.form == y.form }

    /// Agrees with `==`: only the meaning counts.
    public func hash(into hasher: inout Hasher) { hasher.combine(form) }
}

extension EDTF: CustomStringConvertible {
    /// The author's characters.
    public var description: String { text }
}
