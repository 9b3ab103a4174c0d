/// A day of the proleptic Gregorian calendar, years 0 to 9999: no time, no zone.
///
/// The calendar of ISO 8601-1:2019 §4.2.1: today's leap rule for every year, also before 1582.
///
/// ```swift
/// CivilDate(year: 2023, month: 2, day: 29)    // nil: 2023 has no such day
/// CivilDate("2023-12-15")?.ordinal            // 19706, days since 1970-01-01
/// ```
public struct CivilDate: Hashable, Sendable {
    /// 0 to 9999.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to the last day of that month.
    public let day: Int

    /// The years a date can have: what four digits can write.
    public static let years = 0...9999
    /// 0000-01-01, the first day there is.
    public static let first = CivilDate(known: 0, 1, 1)
    /// 9999-12-31, the last day there is; where a date has no end, it sorts here.
    public static let last = CivilDate(known: 9999, 12, 31)

    /// A day; nil where the calendar has none: 2023-02-29, 2023-13-01, year 10000.
    public init?(year: Int, month: Int, day: Int) {
        guard CivilDate.years.contains(year), day >= 1, day <= CivilDate.lastDay(ofMonth: month, in: year) else {
            return nil
        }
        self.init(known: year, month, day)
    }

    /// A day that the caller knows to exist.
    init(known year: Int, _ month: Int, _ day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Whether `year` has a 29 February.
    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// 28 to 31; 0 for a month that is not 1 to 12, so that no day of it exists.
    public static func lastDay(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        case 1...12: 31
        default: 0
        }
    }
}

extension CivilDate: Comparable {
    /// The earlier day comes first.
    public static func < (x: CivilDate, y: CivilDate) -> Bool {
        (x.year, x.month, x.day) < (y.year, y.month, y.day)
    }
}
