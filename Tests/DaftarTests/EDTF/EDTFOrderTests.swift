import Daftar
import Testing

@Suite struct EDTFOrderTests {
    /// A timeline from first to last: an open start stands at its known end, no end after those that end, no day at all last.
    @Test func timeline() {
        let inOrder = [
            "2012-07-23/2012-07-24", "2012-07-23/..", "/2023-05-31", "2023-06-01", "2023-06-01/2023-06-02", "2023-06",
            "2023-06-19", "2023-12-01/2023-12-15", "2023-12", "[..2024-01-01]", "2024", "XXXX-10-05",
        ]
        let dates = inOrder.compactMap { readEDTF($0).date }
        #expect(dates.count == inOrder.count)
        var dice = EDTFDice(4)
        for _ in 0..<20 {
            let sorted = dates.shuffled(using: &dice).sorted { $0.sortKey < $1.sortKey }
            #expect(sorted.map(\.text) == inOrder)
            #expect(sorted.map(\.sortKey.text).sorted() == sorted.map(\.sortKey.text))
        }
    }

    @Test(arguments: [
        ("2023-12", "2023-12-01 2023-12-31"), ("../2023", "2023-12-31 2023-12-31"),
        ("2023/..", "2023-01-01 9999-12-31"),
        ("XXXX", "9999-12-31 9999-12-31"),
    ])
    func key(text: String, key: String) {
        #expect(readEDTF(text).date?.sortKey.text == key)
    }

    private static let relations: [(String?, String?, String, EDTF.Period.Relation)] = [
        ("2023-06", "2023-12", "2023-06-19", .inside),
        ("2023-06", "2023-12", "2023-06", .inside), ("2023-06", "2023-12", "[2023-12-01..2023-12-15]", .inside),
        ("2023-06", "2023-12", "2023", .touching), ("2023-06", "2023-12", "2023-12-22/2024-01-31", .touching),
        ("2023-06", "2023-12", "2012/..", .touching), ("2023-06", "2023-12", "2023-07/", .touching),
        ("2023-06", "2023-12", "/2023-07", .touching), ("2023-06", "2023-12", "XXXX-10-05", .touching),
        ("2023-06", "2023-12", "2022", .outside), ("2023-06", "2023-12", "2024-01-01", .outside),
        ("2023-06", "2023-12", "[..2023-05]", .outside), ("2023-06", "2023-12", "2024/..", .outside),
        ("2023-06-19", "2023-06-19", "2023-06-19", .inside), ("2023-06-19", "2023-06-19", "2023-06-20", .outside),
        ("2023-06", nil, "2023-07/..", .inside), ("2023-06", nil, "../2023-07", .touching),
        (nil, "2023-06", "../2023-06", .inside),
        (nil, "2023-06", "2023-06/..", .touching), (nil, nil, "XXXX", .inside), (nil, nil, "2023", .inside),
    ]

    @Test(arguments: relations)
    func relation(from: String?, to: String?, text: String, relation: EDTF.Period.Relation) throws {
        let period = try EDTF.Period(from: from.map { try EDTF(parsing: $0) }, to: to.map { try EDTF(parsing: $0) })
        let date = try EDTF(parsing: text)
        #expect(period.relation(to: date.bounds) == relation)
        #expect(period.contains(date) == (relation == .inside))
        #expect(period.overlaps(date) == (relation != .outside))
    }

    /// Against sets of days: inside is all of them, outside is none of them.
    @Test func relationByCounting() throws {
        var dice = EDTFDice(5)
        let base = try #require(CivilDate("2023-01-01")).ordinal
        func day(_ number: Int) throws -> String { try #require(CivilDate(ordinal: base + number)).text }
        for _ in 0..<2000 {
            let (a, b) = (dice.below(30), dice.below(30))
            let (c, d) = (dice.below(30), dice.below(30))
            let (period, span) = (Swift.min(a, b)...Swift.max(a, b), Swift.min(c, d)...Swift.max(c, d))
            let asked = try EDTF.Period(
                from: EDTF(parsing: day(period.lowerBound)), to: EDTF(parsing: day(period.upperBound)))
            let date = try EDTF(parsing: day(span.lowerBound) + "/" + day(span.upperBound))
            let shared = span.count { period.contains($0) }
            let expected: EDTF.Period.Relation = shared == 0 ? .outside : shared == span.count ? .inside : .touching
            #expect(asked.relation(to: date.bounds) == expected)
        }
    }

    @Test func periodTakesTheOuterBounds() throws {
        let period = try EDTF.Period(from: EDTF(parsing: "2023-06~"), to: EDTF(parsing: "[2023,2024-02]"))
        #expect(period.from?.text == "2023-06-01")
        #expect(period.to?.text == "2024-02-29")
    }

    @Test(arguments: [
        ("../2023", "2024", EDTFError.Code.noBound), ("2023", "2024/..", .noBound), ("XXXX", "2024", .noBound),
        ("2024-01", "2023-12", .reversed),
    ])
    func noPeriod(from: String, to: String, code: EDTFError.Code) {
        let error = #expect(throws: EDTFError.self) {
            try EDTF.Period(from: EDTF(parsing: from), to: EDTF(parsing: to))
        }
        #expect(error?.code == code)
    }
}
