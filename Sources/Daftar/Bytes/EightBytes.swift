/// Eight bytes of a text, looked at together in one word: what nearly every byte is can be told without a branch on each.
struct EightBytes {
    /// The first byte is the lowest.
    private let word: UInt64
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The bytes from `position` on; there are eight.
    @inline(__always)
    init(_ bytes: Span<UInt8>, at position: Int) {
        word = unsafe UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
    }

    /// False where `byte` is certainly none of them; a true one takes a closer look.
    @inline(__always)
    func mayContain(_ byte: UInt8) -> Bool { zero(word ^ Self.ones &* UInt64(byte)) & Self.highs != 0 }

    /// True where none of them needs a closer look in a JSON string: each is 0x20–0x7E, no `"`, no `\`.
    @inline(__always)
    var isPlain: Bool {
        // x − 0x20 borrows into the high bit of a byte below 0x20; so do the others for a byte that is zero.
        let below = (word &- Self.ones &* 0x20) & ~word
        let found = below | zero(word ^ Self.ones &* 0x22) | zero(word ^ Self.ones &* 0x5C)
        return (found | zero(word ^ Self.ones &* 0x7F) | word) & Self.highs == 0
    }

    /// A high bit in each byte that is zero, and maybe in ones above it: enough to take a closer look.
    @inline(__always)
    private func zero(_ word: UInt64) -> UInt64 { (word &- Self.ones) & ~word }

    /// The 48 bits that eight characters of base64 spell, and whether all are of the alphabet; else the bits mean nothing.
    @inline(__always)
    var base64: (bits: UInt64, isValid: Bool) {
        let upper = from(0x41) & ~from(0x5B), lower = from(0x61) & ~from(0x7B), digit = from(0x30) & ~from(0x3A)
        let plus = from(0x2B) & ~from(0x2C), slash = from(0x2F) & ~from(0x30)
        let isValid = (upper | lower | digit | plus | slash) & ~word & Self.highs == Self.highs
        // Where all are valid, no byte leaves 0–63, so none borrows from its neighbour.
        var x = word &- (upper >> 7) &* 65 &- (lower >> 7) &* 71
        x = x &+ (digit >> 7) &* 4 &+ (plus >> 7) &* 19 &+ (slash >> 7) &* 16
        x = x.byteSwapped
        x = (x & 0x3F00_3F00_3F00_3F00) >> 2 | (x & 0x003F_003F_003F_003F)
        x = (x & 0x0FFF_0000_0FFF_0000) >> 4 | (x & 0x0000_0FFF_0000_0FFF)
        return ((x & 0x00FF_FFFF_0000_0000) >> 8 | (x & 0x0000_0000_00FF_FFFF), isValid)
    }

    /// The eight characters of base64 that spell 48 bits.
    @inline(__always)
    init(base64 bits: UInt64) {
        var x = (bits & 0xFFFF_FF00_0000) << 8 | (bits & 0x00FF_FFFF)
        x = (x & 0x00FF_F000_00FF_F000) << 4 | (x & 0x0000_0FFF_0000_0FFF)
        x = (x & 0x0FC0_0FC0_0FC0_0FC0) << 2 | (x & 0x003F_003F_003F_003F)
        let six = EightBytes(word: x.byteSwapped)
        // A–Z from 65 on; each later range is that many off. No byte leaves 0–255 on the way.
        word =
            six.word &+ Self.ones &* 65 &+ (six.from(26) >> 7) &* 6 &- (six.from(52) >> 7) &* 75
            &- (six.from(62) >> 7) &* 15 &+ (six.from(63) >> 7) &* 3
    }

    private init(word: UInt64) { self.word = word }

    @inline(__always)
    func append(to bytes: inout OutputSpan<UInt8>) {
        for i in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * i))) }
    }

    /// The high bit of each byte of ASCII that is `first` or more. A byte beyond ASCII gives anything, but to its own.
    @inline(__always)
    private func from(_ first: UInt8) -> UInt64 {
        ((word & ~Self.highs) &+ Self.ones &* UInt64(0x80 - first)) & Self.highs
    }
}
