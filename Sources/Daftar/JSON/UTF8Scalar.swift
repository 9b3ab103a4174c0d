/// Characters beyond ASCII: how they are read, and which ones may stand in a text.
public enum UTF8Scalar {
    /// The scalar at `position`, and its length in bytes; nil where the bytes are not well-formed UTF-8.
    @inline(__always)
    public static func decode(_ bytes: Span<UInt8>, at position: Int, end: Int) -> (UInt32, Int)? {
        let first = UInt32(bytes[position])
        if first < 0x80 { return (first, 1) }
        let length = first >= 0xF0 ? 4 : (first >= 0xE0 ? 3 : 2)
        guard first >= 0xC2, first <= 0xF4, end - position >= length else { return nil }
        var scalar = first & (0x7F >> UInt32(length))
        for i in 1..<length {
            let byte = UInt32(bytes[position + i])
            guard byte & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | byte & 0x3F
        }
        // Longer than need be, a surrogate, or beyond the last plane.
        guard scalar >= (length == 2 ? 0x80 : (length == 3 ? 0x800 : 0x10000)) else { return nil }
        guard scalar <= 0x10FFFF, !(0xD800...0xDFFF).contains(scalar) else { return nil }
        return (scalar, length)
    }

    /// False for what can hide or reorder text: C0 but `\n` `\t`, DEL, C1, line and paragraph separators, byte order
    /// mark, bidirectional controls, tag characters and noncharacters (DESIGN §4).
    @inline(__always)
    public static func isAllowedInText(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0A, 0x09: true
        case 0x00...0x1F, 0x7F...0x9F: false
        case 0x2028...0x202E: false  // separators and U+202A–202E: all of them are refused
        case 0x2066...0x2069, 0xFEFF, 0xFDD0...0xFDEF, 0xE0000...0xE007F: false
        default: scalar & 0xFFFE != 0xFFFE
        }
    }
}
