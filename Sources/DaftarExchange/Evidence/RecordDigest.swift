import Daftar

/// A digest as archives write it, `sha1:` base32 or `sha256:` hex, brought to one form: compared as bytes, never as text.
///
/// ```
/// WARC-Payload-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ
/// ```
struct RecordDigest: Hashable {
    let algorithm: MessageDigest.Algorithm
    let bytes: [UInt8]

    /// Nil for an algorithm that is not read here, or no digest at all.
    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let algorithm = Self.algorithm(parts[0].lowercased()) else { return nil }
        let value = String(parts[1])
        let bytes =
            [Self.hex(value), Self.base32(value), Base64.decode(value)].compactMap(\.self).first {
                $0.count == algorithm.count
            }
        guard let bytes else { return nil }
        (self.algorithm, self.bytes) = (algorithm, bytes)
    }

    /// `sha1:` and lower-case hex.
    var text: String { "\(algorithm.rawValue):" + bytes.map { Self.digits($0) }.joined() }

    private static func digits(_ byte: UInt8) -> String {
        let text = String(byte, radix: 16)
        return text.utf8.count == 1 ? "0" + text : text
    }

    private static func algorithm(_ name: String) -> MessageDigest.Algorithm? {
        MessageDigest.Algorithm(rawValue: name.replacing("-", with: ""))
    }

    private static func hex(_ text: String) -> [UInt8]? {
        let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == text.utf8.count, digits.count % 2 == 0 else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    /// RFC 4648 §6, padded or not; bits behind the last byte are zero.
    static func base32(_ text: String) -> [UInt8]? {
        var bits = 0, count = 0, bytes: [UInt8] = []
        for character in text.uppercased().utf8 where character != UInt8(ascii: "=") {
            let value: Int
            switch character {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = Int(character) - 65
            case UInt8(ascii: "2")...UInt8(ascii: "7"): value = Int(character) - 50 + 26
            default: return nil
            }
            (bits, count) = ((bits << 5 | value) & 0xFFFF, count + 5)
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> count))
        }
        return bits & (1 << count - 1) == 0 ? bytes : nil
    }
}
