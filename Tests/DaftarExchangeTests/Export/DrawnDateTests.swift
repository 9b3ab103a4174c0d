import Daftar
import Testing

@testable import DaftarExchange

/// An uncertain date looks uncertain: only what is known is drawn solid.
@Suite struct DrawnDateTests {
    @Test(arguments: [
        ("2023-12-22", "day 0"), ("2023-12-22T10:00:00Z", "day 0"), ("2023-12-22~", "within 0...0"),
        ("2023-12-22?", "within 0...0"), ("2023-12", "within -21...9"), ("2023-12-2X", "within -2...7"),
        ("[2023-12-22..2023-12-24]", "within 0...2"), ("[2023-12-22,2023-12-24]", "within 0...0, within 2...2"),
        ("2023-12-22/2023-12-24", "lasted 0...2"), ("2023-12-22/2023-12-24~", "within 0...2"),
        ("2023-12/2024-01-05", "within -21...14, lasted 9...14"), ("2023-12-22/2023-12", "within 0...9, lasted"),
        ("2023-12-22/", "fading 0 later sure, day 0"), ("2023-12-22~/", "fading 0 later, within 0...0"),
        ("/2023-12-22", "fading 0 earlier sure, day 0"), ("[..2023-12-22]", "fading 0 earlier"),
        ("2023-12-22/..", "day 0, endless 0 later"), ("{2023-12-22,2023-12-24}", "day 0, day 2"),
        ("{2023-12-22..2023-12-24}", "lasted 0...2"), ("XXXX-12-22", ""), ("/..", ""),
    ])
    func saysNoMoreThanIsKnown(_ text: String, _ drawn: String) throws {
        let pieces = DrawnDate(try EDTF(parsing: text)).pieces.map(words).joined(separator: ", ")
        if drawn.hasSuffix("lasted") {
            #expect(pieces == "within 0...9", "the end may be the day of the start")
        } else {
            #expect(pieces == drawn)
        }
    }

    /// The same with days counted from 22 December 2023.
    private func words(_ piece: DrawnDate.Piece) -> String {
        let zero = 19_713
        func range(_ days: ClosedRange<Int>) -> String { "\(days.lowerBound - zero)...\(days.upperBound - zero)" }
        return switch piece {
        case .day(let day): "day \(day - zero)"
        case .lasted(let days): "lasted \(range(days))"
        case .within(let days): "within \(range(days))"
        case .fading(let day, let side, let isSure): "fading \(day - zero) \(side)\(isSure ? " sure" : "")"
        case .endless(let day, let side): "endless \(day - zero) \(side)"
        }
    }

    /// Days stand in their order within the width, and the axis says what they are.
    @Test(arguments: [("2023-12-22", "2023-12-22"), ("2022-03", "2023-11"), ("1999", "2026"), ("0000", "9999")])
    func theAxisHoldsAll(_ first: String, _ last: String) throws {
        let from = try #require(try EDTF(parsing: first, years: CivilDate.years).bounds.min?.ordinal)
        let to = try #require(try EDTF(parsing: last, years: CivilDate.years).bounds.max?.ordinal)
        let scale = TimeScale(from...to)
        let places = [scale.place(of: from), scale.place(of: to)]
        #expect(places[0] <= places[1] && places.allSatisfy { (200...9800).contains($0) })
        #expect((2...22).contains(scale.ticks.count), "\(scale.ticks.map(\.label))")
        #expect(zip(scale.ticks, scale.ticks.dropFirst()).allSatisfy { $0.place < $1.place })
    }

    /// However many fall on a day, the picture ends somewhere.
    @Test func rowsAreBounded() {
        var packing = LanePacking()
        for _ in 0..<5000 { _ = packing.row(0, 10) }
        #expect(packing.rows == LanePacking.mostRows)
    }
}
