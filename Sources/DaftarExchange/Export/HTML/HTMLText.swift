import Daftar

/// Text from a ledger within HTML or XML: it stays text, as content and as the value of an attribute.
enum HTMLText {
    /// Appends `text` with what means something to markup escaped, and with U+FFFD for what may not be in a text at all.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        if text.utf8.allSatisfy(isPlain) {
            bytes.append(contentsOf: text.utf8)
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes.append(contentsOf: "&amp;".utf8)
            case "<": bytes.append(contentsOf: "&lt;".utf8)
            case ">": bytes.append(contentsOf: "&gt;".utf8)
            case "\"": bytes.append(contentsOf: "&quot;".utf8)
            case "'": bytes.append(contentsOf: "&#39;".utf8)
            case _ where UTF8Scalar.isAllowedInText(scalar.value):
                if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
            default: bytes.append(contentsOf: "\u{FFFD}".utf8)
            }
        }
    }

    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// ASCII that is printed and means nothing to markup.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
        default: (0x20...0x7E).contains(byte)
        }
    }
}
