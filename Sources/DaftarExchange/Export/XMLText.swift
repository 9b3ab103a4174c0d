/// Text from a ledger within XML (1.0, fifth edition, §2.4): it stays text, in an element and in an attribute.
enum XMLText {
    static func append(_ text: String, to bytes: inout [UInt8]) {
        // Nearly every text is taken as it stands, at once.
        guard text.utf8.contains(where: mustEscape) else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
            // In an attribute a bare one would come back as a space.
            case UInt8(ascii: "\n"): bytes.append(contentsOf: "&#10;".utf8)
            case UInt8(ascii: "\t"): bytes.append(contentsOf: "&#9;".utf8)
            // Only options can hold them, and XML has no way to.
            case 0..<0x20: bytes.append(contentsOf: "\u{FFFD}".utf8)
            default: bytes.append(byte)
            }
        }
    }

    @inline(__always)
    private static func mustEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
            || byte == UInt8(ascii: "\"")
    }
}
