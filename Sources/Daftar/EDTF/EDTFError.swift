/// Why a text is no date that Daftar takes, and what to write instead.
///
/// ```
/// 2023-21
///      ^^  date-season: 21 is a season, and those begin in other months elsewhere
///          hint: use a quarter, 2023-33 to 2023-36, or an interval of months, 2023-03/2023-05
/// ```
///
/// The message quotes only printable ASCII, so it can go to a terminal as it is.
public struct EDTFError: Error, Hashable, Sendable {
    /// What is wrong, for programs; the raw value is what a linter prints.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// No characters at all.
        case empty = "date-empty"
        /// More than ``EDTF/maximumLength`` bytes.
        case tooLong = "date-too-long"
        /// Something else was expected here.
        case unexpected = "date-unexpected"
        /// A year, month or day with too few or too many digits.
        case digits = "date-digits"
        /// A year outside of those the caller takes.
        case year = "date-year"
        /// `-0044`.
        case negativeYear = "date-negative-year"
        /// `Y17000`, `Y17E7`, `1950S2`.
        case longYear = "date-long-year"
        /// No month has this number.
        case month = "date-month"
        /// 21 to 32.
        case season = "date-season"
        /// That month has no such day, or no day fits the mask.
        case day = "date-day"
        /// Two qualifiers side by side.
        case qualifier = "date-qualifier"
        /// Hours, minutes, seconds or an offset that no clock shows.
        case time = "date-time"
        /// A time without `Z` or an offset.
        case zone = "date-zone"
        /// A time in an interval or a set, or on a date that is no plain day.
        case timeAlone = "date-time-alone"
        /// Ends before it begins.
        case reversed = "date-reversed"
        /// `a..b` outside of brackets.
        case brackets = "date-brackets"
        /// A set that is empty, not closed, too large, or open in its middle.
        case set = "date-set"
        /// `a..b` whose ends differ in precision or have `X`.
        case range = "date-range"
        /// A date that has no bound where ``EDTF/Period`` needs one.
        case noBound = "date-no-bound"
    }

    /// What is wrong, for programs.
    public let code: Code
    /// One line, without a full stop.
    public let message: String
    /// Where in the text it is, in UTF-8 bytes.
    public let offset: Int
    /// How many bytes are at fault; 0 where something is missing.
    public let length: Int
    /// What to write instead.
    public let hint: String?

    init(_ code: Code, _ message: String, _ place: Range<Int>, hint: String? = nil) {
        (self.code, self.message, self.hint) = (code, message, hint)
        (self.offset, self.length) = (place.lowerBound, place.count)
    }
}

extension EDTFError: CustomStringConvertible {
    /// `date-month: no month 13 (at 5)`, and the hint.
    public var description: String {
        "\(code.rawValue): \(message) (at \(offset))" + (hint.map { "; \($0)" } ?? "")
    }
}
