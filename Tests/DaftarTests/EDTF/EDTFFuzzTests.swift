import Daftar
import Testing

/// EDTFReading never crashes, and what it takes is consistent.
@Suite struct EDTFFuzzTests {
    private static let seeds = [
        "2023-12-15", "2023-12~", "?2004-06~-1X", "[2023-12-01..2023-12-15]", "{2023-06,2023-12}", "2023/..", "/2023",
        "2023-12-18T09:30:00+05:00", "2023-33", "XXXX-XX-XX", "[..2020,2021,2023-1X,2024..]", "2023-12-01/2023-12-15",
    ]
    private static let alphabet = Array("0123456789X?~%-/.,[]{}TZ:+ YES\u{0}\u{1B}x".utf8) + [0xC3, 0xE2, 0x80, 0xFF]

    private func check(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        switch readEDTF(text, years: 0...9999) {
        case .success(let date):
            let inOrder = date.bounds.min.flatMap { min in date.bounds.max.map { min <= $0 } } ?? true
            return inOrder && date.text == text && !date.words.isEmpty && !date.phrase.isEmpty
                && date.sortKey.first <= date.sortKey.second
        case .failure(let error):
            return error.offset >= 0 && error.length >= 0 && error.offset + error.length <= text.utf8.count
                && !error.message.isEmpty
        }
    }

    @Test func randomBytes() {
        var dice = EDTFDice(7)
        for _ in 0..<20_000 {
            let bytes = (0..<dice.below(40)).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
            #expect(check(bytes), "\(bytes)")
        }
    }

    @Test func randomCharactersOfDates() {
        var dice = EDTFDice(8)
        for _ in 0..<40_000 {
            let bytes = (0..<dice.below(24)).map { _ in dice.pick(EDTFFuzzTests.alphabet) }
            #expect(check(bytes), "\(bytes)")
        }
    }

    /// Good dates with a few bytes changed, dropped, doubled or cut off.
    @Test func mutations() {
        var dice = EDTFDice(9)
        for _ in 0..<40_000 {
            var bytes = Array(dice.pick(EDTFFuzzTests.seeds).utf8)
            for _ in 0...dice.below(3) where !bytes.isEmpty {
                let place = dice.below(bytes.count)
                switch dice.below(5) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(dice.pick(EDTFFuzzTests.alphabet), at: place)
                case 2: bytes.removeLast(dice.below(bytes.count))
                case 3: bytes += Array(dice.pick(EDTFFuzzTests.seeds).utf8)
                default: bytes[place] = dice.pick(EDTFFuzzTests.alphabet)
                }
            }
            #expect(check(bytes), "\(bytes)")
        }
    }

    /// Every text of up to five of these characters.
    @Test func everyShortText() {
        let characters = Array("2X-?/.[,]{T".utf8)
        var texts: [[UInt8]] = [[]]
        var good = true
        for _ in 0..<5 {
            texts = texts.flatMap { text in characters.map { text + [$0] } }
            good = good && texts.allSatisfy(check)
        }
        #expect(good)
    }

    /// The text that takes longest: as many members as fit, each a mask of many years that few of them fit.
    @Test func slowestTextIsQuick() {
        let members = Array(repeating: "X0X1-02-29", count: 23).joined(separator: ",")
        let clock = ContinuousClock()
        let time = clock.measure { _ = readEDTF("[\(members)]", years: 0...9999) }
        #expect(time < .seconds(1))
    }
}
