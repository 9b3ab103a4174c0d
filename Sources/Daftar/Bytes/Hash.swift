/// A SHA-256 digest: leaf hash, node, root, statement hash or digest of a disclosure. Always 32 bytes.
///
/// It orders as its base64 does: "ascending" in the formats is by the bytes of what is written there.
public struct Hash: Hashable, Sendable, Comparable {
    // Big-endian words: the first bit of the hash is the highest of `a`.
    private let a, b, c, d: UInt64

    /// The number of bytes of a hash.
    public static let byteCount = 32
    /// The number of characters of a hash in base64: 43 and one `=`.
    public static let base64Count = 44

    @inline(__always)
    init(bigEndianWords a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) {
        (self.a, self.b, self.c, self.d) = (a, b, c, d)
    }

    /// The 32 bytes of `bytes` from `offset` on; nil where there are fewer.
    @inline(__always)
    public init?(_ bytes: Span<UInt8>, at offset: Int = 0) {
        guard offset >= 0, bytes.count >= Hash.byteCount, offset <= bytes.count - Hash.byteCount else { return nil }
        func word(_ at: Int) -> UInt64 {
            var value: UInt64 = 0
            for i in at..<at + 8 { value = value << 8 | UInt64(bytes[i]) }
            return value
        }
        self.init(bigEndianWords: word(offset), word(offset + 8), word(offset + 16), word(offset + 24))
    }

    /// Exactly 32 bytes; nil for any other number.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Hash.byteCount else { return nil }
        self.init(bytes.span)
    }

    /// 44 characters of canonical base64 at `offset`; nil for anything else.
    @inline(__always)
    public init?(base64 text: Span<UInt8>, at offset: Int = 0) {
        guard offset >= 0, text.count >= Hash.base64Count, offset <= text.count - Hash.base64Count else { return nil }
        // 43 characters of six bits: five times eight, and three.
        @inline(__always) func eight(_ i: Int) -> (bits: UInt64, isValid: Bool) {
            EightBytes(text, at: offset + 8 * i).base64
        }
        let (g0, g1, g2, g3, g4) = (eight(0), eight(1), eight(2), eight(3), eight(4))
        let x = Base64.value(of: text[offset + 40]), y = Base64.value(of: text[offset + 41])
        let z = Base64.value(of: text[offset + 42])
        let isValid = g0.isValid && g1.isValid && g2.isValid && g3.isValid && g4.isValid && x | y | z < 64
        // 43 × 6 = 258 bits: two are left over, and must be zero for the text to be the only spelling.
        guard isValid, z & 3 == 0, text[offset + 43] == UInt8(ascii: "=") else { return nil }
        let tail = UInt64(x) << 10 | UInt64(y) << 4 | UInt64(z) >> 2
        self.init(
            bigEndianWords: g0.bits << 16 | g1.bits >> 32, g1.bits << 32 | g2.bits >> 16, g2.bits << 48 | g3.bits,
            g4.bits << 16 | tail)
    }

    /// A hash from its base64; nil where the text is not exactly the canonical 44 characters.
    public init?(base64 text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == Hash.base64Count else { return nil }
        self.init(base64: bytes.span)
    }

    /// A hash from its 64 lower-case hex digits; nil for anything else.
    public init?(hex text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 2 * Hash.byteCount else { return nil }
        var bytes: [UInt8] = []
        for i in stride(from: 0, to: digits.count, by: 2) {
            guard let high = Hex.value(of: digits[i]), let low = Hex.value(of: digits[i + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        self.init(bytes)
    }

    /// The byte at `index`, 0 to 31.
    @inline(__always)
    subscript(index: Int) -> UInt8 {
        let word = index < 16 ? (index < 8 ? a : b) : (index < 24 ? c : d)
        return UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * (index & 7)))
    }

    /// The 32 bytes.
    public var bytes: [UInt8] { unsafe withBigEndianWords { unsafe Array($0) } }

    /// 44 characters of base64.
    public var base64: String { Base64.encode(bytes) }

    /// 64 characters of lower-case hex, as `sha256sum` prints.
    public var hex: String { Hex.encode(bytes.span) }

    /// The 32 bytes in place, for a C function.
    @inline(__always)
    @unsafe package func withBigEndianWords<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        let words = (a.bigEndian, b.bigEndian, c.bigEndian, d.bigEndian)
        return unsafe withUnsafeBytes(of: words) { unsafe body($0) }
    }

    /// A number for a hash table: its first eight bytes, which an attacker can steer only by grinding SHA-256.
    @inline(__always)
    var tableKey: UInt64 { a }

    /// Orders as the two base64 texts do, byte by byte.
    ///
    /// The first six bits that differ are the first character that differs; its place in ASCII decides.
    @inline(__always)
    public static func < (x: Hash, y: Hash) -> Bool {
        let bit: Int
        if x.a != y.a {
            bit = (x.a ^ y.a).leadingZeroBitCount
        } else if x.b != y.b {
            bit = 64 + (x.b ^ y.b).leadingZeroBitCount
        } else if x.c != y.c {
            bit = 128 + (x.c ^ y.c).leadingZeroBitCount
        } else if x.d != y.d {
            bit = 192 + (x.d ^ y.d).leadingZeroBitCount
        } else {
            return false
        }
        let start = bit / 6 * 6
        return Base64.rank(of: x.sixBits(from: start)) < Base64.rank(of: y.sixBits(from: start))
    }

    /// Bits `start ..< start + 6`, zero beyond the end: one character of the base64.
    @inline(__always)
    private func sixBits(from start: Int) -> UInt8 {
        let first = word(start / 64), second = start / 64 < 3 ? word(start / 64 + 1) : 0
        let shift = UInt64(start & 63)
        let bits = shift == 0 ? first : first << shift | second >> (64 - shift)
        return UInt8(truncatingIfNeeded: bits >> 58)
    }

    @inline(__always)
    private func word(_ index: Int) -> UInt64 {
        switch index {
        case 0: a
        case 1: b
        case 2: c
        default: d
        }
    }
}

extension Hash: CustomStringConvertible {
    public var description: String { base64 }
}
