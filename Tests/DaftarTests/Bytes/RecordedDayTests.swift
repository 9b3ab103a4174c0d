import Testing

@testable import Daftar

@Suite struct RecordedDayTests {
    /// A calendar counted by hand, day by day from 1600 to 2400: each day that it has is one, and no other.
    @Test func isTheCalendar() {
        var year = 1600, month = 1, day = 1
        // 1600-01-01 is 135,140 days before 1970-01-01.
        var seconds = -135_140 * 86_400
        while year < 2400 {
            let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
            let text = Self.text(year, month, day)
            let recorded = RecordedDay(secondsSince1970: seconds + (day % 2) * 86_399)
            if recorded?.description != text || RecordedDay(text) != recorded { Issue.record("\(text)") }
            if day == length {
                if RecordedDay(Self.text(year, month, day + 1)) != nil { Issue.record("\(text) is not the last") }
                (day, month) = (1, month + 1)
            } else {
                day += 1
            }
            if month > 12 { (month, year) = (1, year + 1) }
            seconds += 86_400
        }
        #expect(RecordedDay(secondsSince1970: seconds)?.description == "2400-01-01")
    }

    private static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
        func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
        return "\(year)-\(two(month))-\(two(day))"
    }

    @Test(arguments: [
        "2026-1-20", "2026-01-2", "2026-01-200", "26-01-20", "02026-01-20", "2026/01/20", "2026-00-20", "2026-13-20",
        "2026-01-00", "2026-01-32", "2026-02-29", "1900-02-29", "2026-01-20Z", " 2026-01-20", "2026-01-2O",
        "-026-01-20",
        "+026-01-20", "", "2026-06-31",
    ])
    func refuses(_ text: String) {
        #expect(RecordedDay(text) == nil)
    }

    @Test func ordersAsItsText() throws {
        let days = ["0001-01-01", "1999-12-31", "2000-02-29", "2000-03-01", "2026-11-20", "9999-12-31"]
        #expect(try days.map { try #require(RecordedDay($0)) }.sorted().map(\.description) == days)
        #expect(RecordedDay(secondsSince1970: 0)?.description == "1970-01-01")
        #expect(RecordedDay(secondsSince1970: -1)?.description == "1969-12-31")
    }
}
