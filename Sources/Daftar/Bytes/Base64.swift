/// Base64 as every format here uses it: the standard alphabet, padded (RFC 4648 §4), one spelling for each value.
public enum Base64 {
    /// The character of six bits. Arithmetic, as below: a table would be looked up by way of two checks a character.
    @inline(__always)
    private static func character(of value: UInt32) -> UInt8 {
        let v = Int32(truncatingIfNeeded: value & 63)
        var character = v &+ 0x41  // A–Z
        character &+= inside(v, 26, 63) & 6  // a–z
        character &+= inside(v, 52, 63) & -75  // 0–9
        character &+= inside(v, 62, 62) & -15  // +
        character &+= inside(v, 63, 63) & -12  // /
        return UInt8(truncatingIfNeeded: character)
    }

    /// The six bits of a character; 0xFF for one that is not of the alphabet.
    ///
    /// Arithmetic and no branch: digests are random, so every branch on a character would be guessed wrong half the time.
    /// Each line adds one range's value plus one where the character lies in it, and nothing elsewhere.
    @inline(__always)
    static func value(of character: UInt8) -> UInt8 {
        let c = Int32(character)
        var value: Int32 = -1
        value &+= inside(c, 0x41, 0x5A) & (c &- 0x40)  // A–Z: 0–25
        value &+= inside(c, 0x61, 0x7A) & (c &- 0x46)  // a–z: 26–51
        value &+= inside(c, 0x30, 0x39) & (c &+ 0x05)  // 0–9: 52–61
        value &+= inside(c, 0x2B, 0x2B) & 63  // +: 62
        value &+= inside(c, 0x2F, 0x2F) & 64  // /: 63
        return UInt8(truncatingIfNeeded: value)
    }

    /// All bits set where `first` ≤ `c` ≤ `last`; none elsewhere.
    @inline(__always)
    private static func inside(_ c: Int32, _ first: Int32, _ last: Int32) -> Int32 {
        ((first &- 1 &- c) & (c &- last &- 1)) >> 8
    }

    /// The place of a character among the 64 in ASCII's order, `+` `/` `0`–`9` `A`–`Z` `a`–`z`, from its six bits.
    @inline(__always)
    static func rank(of value: UInt8) -> UInt8 {
        switch value {
        case 0..<52: value &+ 12
        case 52..<62: value &- 50
        case 62: 0
        default: 1
        }
    }

    /// Base64 of `bytes`.
    public static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        append(bytes.span, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends the base64 of `bytes` to `text`.
    public static func append(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
        text.append(addingCapacity: (bytes.count + 2) / 3 * 4) { (span: inout OutputSpan<UInt8>) in
            var i = 0
            while bytes.count - i >= 6 {
                var bits: UInt64 = 0
                for k in i..<i + 6 { bits = bits << 8 | UInt64(bytes[k]) }
                EightBytes(base64: bits).append(to: &span)
                i += 6
            }
            while i < bytes.count {
                let left = bytes.count - i
                let group =
                    UInt32(bytes[i]) << 16 | (left > 1 ? UInt32(bytes[i + 1]) << 8 : 0)
                    | (left > 2 ? UInt32(bytes[i + 2]) : 0)
                span.append(character(of: group >> 18))
                span.append(character(of: group >> 12))
                span.append(left > 1 ? character(of: group >> 6) : UInt8(ascii: "="))
                span.append(left > 2 ? character(of: group) : UInt8(ascii: "="))
                i += 3
            }
        }
    }

    /// The bytes that `text` spells; nil unless `text` is the one canonical spelling of them.
    ///
    /// Refused: white space, a missing or surplus `=`, other alphabets, and padding bits that are not zero.
    public static func decode(_ text: Span<UInt8>) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var i = 0
        while text.count - i > 8 {
            let (bits, isValid) = EightBytes(text, at: i).base64
            guard isValid else { return nil }
            for shift in stride(from: 40, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
            i += 8
        }
        while i < text.count {
            guard let group = group(text, at: i) else { return nil }
            for k in 0..<group.count { bytes.append(UInt8(truncatingIfNeeded: group.bits >> UInt32(16 - 8 * k))) }
            i += 4
        }
        return bytes
    }

    /// The bytes of four characters, from the highest of 24 bits down; only the last four of a text may be padded.
    @inline(__always)
    private static func group(_ text: Span<UInt8>, at i: Int) -> (bits: UInt32, count: Int)? {
        let isLast = i + 4 == text.count
        let padding = isLast && text[i + 3] == UInt8(ascii: "=") ? (text[i + 2] == UInt8(ascii: "=") ? 2 : 1) : 0
        var bits: UInt32 = 0
        for k in 0..<4 {
            let value = k >= 4 - padding ? 0 : value(of: text[i + k])
            guard value < 64 else { return nil }
            bits = bits << 6 | UInt32(value)
        }
        // "QQ==" is one byte; "QR==" would be the same byte spelt otherwise.
        if padding == 2, bits & 0xFFFF != 0 { return nil }
        if padding == 1, bits & 0xFF != 0 { return nil }
        return (bits, 3 - padding)
    }

    /// True where `decode` would give bytes, without making them.
    @inline(__always)
    static func isCanonical(_ text: Span<UInt8>) -> Bool {
        guard text.count % 4 == 0, !text.isEmpty else { return text.isEmpty }
        return isAlphabet(text.extracting(0..<text.count - 4)) && group(text, at: text.count - 4) != nil
    }

    /// True where each character is of the alphabet.
    @inline(__always)
    static func isAlphabet(_ text: Span<UInt8>) -> Bool {
        var i = 0, isValid = true
        while text.count - i >= 8 {
            isValid = EightBytes(text, at: i).base64.isValid && isValid
            i += 8
        }
        while i < text.count {
            isValid = value(of: text[i]) < 64 && isValid
            i += 1
        }
        return isValid
    }

    /// The bytes that `text` spells; nil unless it is canonical.
    public static func decode(_ text: String) -> [UInt8]? {
        let bytes = Array(text.utf8)
        return decode(bytes.span)
    }
}

/// Lower-case hexadecimal, two digits a byte.
enum Hex {
    private static let digits = Array("0123456789abcdef".utf8)

    static func encode(_ bytes: Span<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for i in bytes.indices {
            text.append(digits[Int(bytes[i] >> 4)])
            text.append(digits[Int(bytes[i] & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The value of a lower-case hex digit; nil for any other character.
    @inline(__always)
    static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
