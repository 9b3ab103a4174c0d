// Dates: EDTF as DOMAIN §6 takes it.
extension DiagnosticCode {
    var dateExplanation: String? {
        switch self {
        case .dateNeedsQuotes:
            """
            In YAML [ and { begin a list or a map, and in EDTF a set of dates. Quote the date: date: \
            "[2023-12-01..2023-12-15]" is one day of these, not known which; 2023-12-01/2023-12-15, which \
            needs no quotes, lasted from one to the other.
            """
        case .dateEmpty: "A date that is not known at all is left out, or is XXXX."
        case .dateTooLong: "A date has at most 256 characters. Many dates are many events."
        case .dateUnexpected:
            """
            This is no date in EDTF. A day is 2023-12-15, a month 2023-12, a year 2023; an uncertain one has \
            ? behind it, an approximate one ~; X is a digit that is not known.
            """
        case .dateDigits: "A year has four digits, a month and a day two: 2023-06-01."
        case .dateYear: "The year is far from those that are recorded here, which is mostly a slip of the hand."
        case .dateNegativeYear, .dateLongYear:
            """
            Years are four digits. The other forms of EDTF (Y17000, exponents, years before 0000) are not \
            taken.
            """
        case .dateMonth:
            """
            There is no such month. In EDTF a date is year-month-day; 33 to 41 are quarters, thirds and \
            halves of a year.
            """
        case .dateSeason:
            """
            21 to 32 are seasons, which begin in other months elsewhere. Use a quarter (2023-33 to 2023-36) \
            or an interval of months (2023-03/2023-05).
            """
        case .dateDay: "That month has no such day."
        case .dateQualifier: "Two signs stand side by side. ? is uncertain, ~ approximate, % both."
        case .dateTime, .dateZone:
            """
            A time is hours, minutes and seconds of a clock, with Z or an offset: 2023-12-18T09:30:00Z. It \
            is kept as UTC; mostly the day is enough.
            """
        case .dateTimeAlone: "A time stands alone: not in an interval, not in a set, and only on a day that is known."
        case .dateReversed: "The interval ends before it begins."
        case .dateBrackets:
            """
            a..b stands in brackets: [a..b] is one date from a to b, not known which. It lasted from a to b: \
            a/b.
            """
        case .dateSet:
            """
            A set is [a,b] for one of them, or {a,b} for all of them; not empty, closed, and open (..) only \
            at its ends.
            """
        case .dateRange: "The two ends of a..b have the same precision, and no X."
        case .dateNoBound: "This date has no first or last day, and one is needed here."
        case .dayForm: "One day, 2024-01-10, without the time: exact times tell when somebody works."
        default: nil
        }
    }
}
