/// The ledger's day of an entry, UTC: `2026-11-24`. A day and no time, since exact times give away working hours.
public struct RecordedDay: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// year × 10,000 + month × 100 + day: orders as the text does.
    private let number: Int32

    public var year: Int { Int(number) / 10_000 }
    public var month: Int { Int(number) / 100 % 100 }
    public var day: Int { Int(number) % 100 }

    /// Nil where the calendar (proleptic Gregorian, years 1 to 9999) has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= RecordedDay.days(inMonth: month, of: year)
        else { return nil }
        number = Int32(year * 10_000 + month * 100 + day)
    }

    /// The last day that can be written.
    static let last = RecordedDay(number: 9999_12_31)

    private init(number: Int32) { self.number = number }

    /// Exactly ten characters, `YYYY-MM-DD`, and a day that exists.
    @inline(__always)
    init?(_ text: Span<UInt8>) {
        guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else { return nil }
        var digits = 0
        for i in 0..<10 where i != 4 && i != 7 {
            guard text[i] >= 48, text[i] <= 57 else { return nil }
            digits = digits * 10 + Int(text[i] - 48)
        }
        self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }

    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        self.init(bytes.span)
    }

    /// The day of a POSIX time, UTC.
    public init?(secondsSince1970 seconds: Int) {
        // Days to a civil date: count in eras of 400 years (146,097 days) from 1 March of year 0.
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400 + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    public var description: String {
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    public static func < (x: RecordedDay, y: RecordedDay) -> Bool { x.number < y.number }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
