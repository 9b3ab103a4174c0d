import Testing

@testable import Daftar

@Suite struct CivilDateTests {
    /// Every day of 10,000 years in turn: the ordinal goes up by one, and leads back to the day.
    @Test func everyDay() {
        var expected = CivilDate.first.ordinal
        var good = true
        for year in CivilDate.years {
            for month in 1...12 {
                for day in 1...CivilDate.lastDay(ofMonth: month, in: year) {
                    let date = CivilDate(known: year, month, day)
                    good = good && date.ordinal == expected && CivilDate(ordinal: expected) == date
                    expected += 1
                }
            }
        }
        #expect(good)
        #expect(expected == CivilDate.last.ordinal + 1)
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2023-12-15", 19_706),
        ("0000-01-01", -719_528), ("9999-12-31", 2_932_896), ("1582-10-15", -141_427),
    ])
    func knownOrdinals(text: String, ordinal: Int) {
        #expect(CivilDate(text)?.ordinal == ordinal)
        #expect(CivilDate(ordinal: ordinal)?.text == text)
    }

    @Test(arguments: [
        "2023-02-29", "1900-02-29", "2023-04-31", "2023-13-01", "2023-00-01", "2023-01-00", "2023-01-32", "2023-1-01",
        "2023-01-1", "2023/01/01", "20230101", " 2023-01-01", "2023-01-01 ", "-023-01-01", "٢٠٢٣-01-01", "",
    ])
    func noSuchDay(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test(arguments: [
        (10_000, 1, 1), (-1, 1, 1), (2023, 13, 1), (2023, Int.max, 1), (2023, 1, Int.max), (Int.min, 1, 1),
        (2023, -1, 1),
    ])
    func partsOutOfRange(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test func leapYears() {
        #expect([1600, 2000, 2024, 2400, 0].allSatisfy(CivilDate.isLeap))
        #expect(![1700, 1900, 2023, 2100, 2200].contains(where: CivilDate.isLeap))
    }

    @Test func daysLater() {
        #expect(CivilDate("2023-12-31")?.adding(days: 60)?.text == "2024-02-29")
        #expect(CivilDate("2024-03-01")?.adding(days: -1)?.text == "2024-02-29")
        #expect(CivilDate.last.adding(days: 1) == nil)
        #expect(CivilDate.first.adding(days: -1) == nil)
        #expect(CivilDate.last.adding(days: .max) == nil)
        #expect(CivilDate.first.adding(days: .min) == nil)
        #expect(CivilDate(ordinal: .max) == nil)
        #expect(CivilDate(ordinal: .min) == nil)
    }

    @Test func orderOfDaysIsOrderOfTexts() {
        let texts = ["0000-01-01", "1999-12-31", "2023-02-28", "2023-03-01", "2023-12-01", "2024-01-01", "9999-12-31"]
        #expect(texts.compactMap { CivilDate($0) }.sorted().map(\.text) == texts)
        #expect(texts == texts.sorted())
    }
}
