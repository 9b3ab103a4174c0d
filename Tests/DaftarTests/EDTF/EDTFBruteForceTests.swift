import Daftar
import Testing

/// A slow, independent calendar: every real day of 1900 to 2099 written out as eight characters, 19000101 to 20991231.
///
/// It shares nothing with the code under test, and matches a mask character by character.
enum EveryDay {
    static let all: [[UInt8]] = (1900...2099).flatMap(days(of:))
    /// Fewer, for masks that leave only the last digit of a year open.
    static let recent: [[UInt8]] = (1980...2029).flatMap(days(of:))

    static func days(of year: Int) -> [[UInt8]] {
        // Of these years only 1900 is divisible by four and has no 29 February.
        let february = year % 4 == 0 && year != 1900 ? 29 : 28
        let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return lengths.enumerated().flatMap { index, length in
            (1...length).map { Array(String(year * 10_000 + (index + 1) * 100 + $0).utf8) }
        }
    }

    /// The first and the last day that fits a mask such as `2023-X1-3X`; a part that is missing fits everything.
    static func bounds(of mask: String, in days: [[UInt8]] = all) -> EDTFReading? {
        let mask = Array(mask.utf8).filter { $0 != UInt8(ascii: "-") }
        let fitting = days.filter { day in
            for place in mask.indices where mask[place] != day[place] && mask[place] != UInt8(ascii: "X") {
                return false
            }
            return true
        }
        guard let first = fitting.first, let last = fitting.last else { return nil }
        return EDTFReading(iso(first), iso(last))
    }

    private static func iso(_ day: [UInt8]) -> String {
        let text = String(decoding: day, as: UTF8.self)
        return text.prefix(4) + "-" + text.dropFirst(4).prefix(2) + "-" + text.suffix(2)
    }
}

@Suite struct EDTFBruteForceTests {
    /// Each of 11 × 11 months with 11 × 11 days, of a common year and of a leap year.
    @Test(arguments: [2023, 2024])
    func everyMaskOfAYear(year: Int) {
        let days = EveryDay.days(of: year)
        let digits = "0123456789X".map(String.init)
        let pairs = digits.flatMap { x in digits.map { x + $0 } }
        var wrong: [String] = []
        for month in pairs {
            // 33 to 41 are parts of a year, not months.
            if case .success(let date) = readEDTF("\(year)-\(month)"), case .date(let date) = date.form,
                date.division != nil
            {
                continue
            }
            let fitting = days.filter { day in
                zip(month.utf8, day[4...]).allSatisfy { $0 == $1 || $0 == UInt8(ascii: "X") }
            }
            for day in [""] + pairs.map({ "-" + $0 }) {
                let mask = "\(year)-\(month)\(day)"
                if readEDTF(mask).reading != EveryDay.bounds(of: mask, in: fitting) { wrong.append(mask) }
            }
        }
        #expect(wrong == [])
    }

    /// Masks that reach over years: a decade, a century, any digit of them.
    @Test(arguments: [
        "19XX", "20XX", "199X", "200X", "19X4", "20X0", "199X-02-29", "190X-02-29", "19X0-02-29", "20X1-12", "200X-0X",
        "201X-X2-29", "19XX-02-XX", "20XX-1X-3X", "20XX-X2-3X", "190X-02-2X", "20X0-02-X9", "200X-XX-31", "19X3-04-3X",
        "20XX-06-31", "20X1-02-29", "20X3-XX-X0", "201X-XX-XX", "2XXX-02-30",
    ])
    func masksOverYears(mask: String) {
        #expect(readEDTF(mask).reading == EveryDay.bounds(of: mask))
    }

    /// Intervals of two random masks: the bounds are the first day of the one and the last day of the other, or it is refused.
    @Test func intervals() {
        var dice = EDTFDice(1)
        var counts = (taken: 0, refused: 0)
        for _ in 0..<150 {
            let (from, to) = (dice.mask(), dice.mask())
            guard let first = EveryDay.bounds(of: from, in: EveryDay.recent),
                let last = EveryDay.bounds(of: to, in: EveryDay.recent)
            else { continue }
            let result = readEDTF(from + "/" + to)
            if first.min <= last.max {
                counts.taken += 1
                #expect(result.reading == EDTFReading(first.min, last.max), "\(from)/\(to)")
            } else {
                counts.refused += 1
                #expect(result.code == .reversed, "\(from)/\(to)")
            }
        }
        #expect(counts.taken > 20 && counts.refused > 20)
    }

    /// Sets of random masks: from the earliest of all to the latest of all, an edge open where `..` stands.
    @Test func sets() {
        var dice = EDTFDice(2)
        for _ in 0..<80 {
            let masks = (0...dice.below(5)).map { _ in dice.mask() }
            let bounds = masks.compactMap { EveryDay.bounds(of: $0, in: EveryDay.recent) }
            guard bounds.count == masks.count, let min = bounds.map(\.min).min(), let max = bounds.map(\.max).max()
            else {
                #expect(readEDTF("[\(masks.joined(separator: ","))]").code != nil)
                continue
            }
            let list = masks.joined(separator: ",")
            #expect(readEDTF("[\(list)]").reading == EDTFReading(min, max), "\(list)")
            #expect(
                readEDTF("{..2000,\(list)}").reading == EDTFReading("open", Swift.max(max, "2000-12-31")), "\(list)")
            #expect(
                readEDTF("[\(list),2000..]").reading == EDTFReading(Swift.min(min, "2000-01-01"), "open"), "\(list)")
        }
    }

    /// A qualifier anywhere moves no bound.
    @Test func qualifiersMoveNothing() {
        var dice = EDTFDice(3)
        for _ in 0..<500 {
            let mask = dice.mask()
            let parts = mask.split(separator: "-").map { part -> String in
                let signs = ["", "", "?", "~", "%"]
                return dice.pick(signs) + part + dice.pick(signs)
            }
            #expect(readEDTF(parts.joined(separator: "-")).reading == readEDTF(mask).reading, "\(parts)")
        }
    }
}

extension EDTFDice {
    /// A year of 1980 to 2029, maybe a month, maybe a day, each digit but the first three maybe `X`.
    mutating func mask() -> String {
        let numbers = [1980 + below(50), 101 + below(12), 101 + below(31)].map { String($0) }
        let parts = [numbers[0]] + numbers.dropFirst().map { String($0.dropFirst()) }
        return parts.prefix(1 + below(3)).enumerated().map { index, part in
            part.enumerated().map { place, digit in
                (index > 0 || place > 2) && below(5) == 0 ? "X" : String(digit)
            }.joined()
        }.joined(separator: "-")
    }
}
