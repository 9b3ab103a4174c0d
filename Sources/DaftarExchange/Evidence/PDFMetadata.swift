/// A PDF's document information and XMP, found by their keys in the bytes and in the streams that it packs. Where something
/// is encrypted, packed otherwise or too long, that is said: then this look was not at the whole.
enum PDFMetadata {
    private static let keys = ["Author", "Creator", "Producer", "Company", "Manager", "Keywords"]

    /// So much is looked through from the beginning, and a piece at the end: programs write there.
    private static let most = 64 << 20, piece = 8 << 20
    /// Pieces overlap: what is looked for is no longer.
    private static let overlap = 4_096

    static func traces(_ bytes: any CaptureBytes) throws -> [CaptureTrace] {
        var traces: [CaptureTrace] = [], streams = PDFStreams(bytes), isWhole = true
        for start in starts(bytes.byteCount) {
            let window = try bytes.read(from: start, count: piece)
            for part in [window] + (try streams.unpack(window, at: start)) {
                for key in keys { traces += values(of: key, in: part).map { CaptureTrace("PDF: \(key)", $0) } }
                traces += XMPMetadata.traces(part)
            }
            if window.place(of: Array("/Encrypt".utf8), from: 0) != nil { isWhole = false }
        }
        if !isWhole || !streams.isWhole || bytes.byteCount > most + piece {
            traces.append(
                CaptureTrace("PDF: parts that are packed, encrypted or too long to be looked into: look yourself"))
        }
        return traces.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func starts(_ count: Int) -> [Int] {
        let all = Array(stride(from: 0, to: min(count, most), by: piece - overlap))
        return count > most ? all + [max(most, count - piece)] : all
    }

    /// `/Author (…)` and `/Author <…>`.
    private static func values(of key: String, in bytes: [UInt8]) -> [String] {
        let wanted = Array("/\(key)".utf8)
        var found: [String] = [], at = 0
        while found.count < 4, let place = bytes.place(of: wanted, from: at) {
            at = place + wanted.count
            var start = at
            while start < bytes.count, [9, 10, 13, 32].contains(bytes[start]) { start += 1 }
            guard start < bytes.count else { break }
            let rest = bytes[start...].prefix(1_024)
            if rest.first == UInt8(ascii: "(") { found.append(literal(rest)) }
            if rest.first == UInt8(ascii: "<"), rest.dropFirst().first != UInt8(ascii: "<") { found.append(hex(rest)) }
        }
        return found.filter { !$0.isEmpty }
    }

    /// A string in parentheses, which may hold others, and bytes as `\ddd` (§7.3.4.2).
    private static func literal(_ bytes: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = [], depth = 0, rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\\"):
                let digits = rest.prefix(3).prefix { (48...55).contains($0) }
                if digits.isEmpty {
                    text += rest.prefix(1)
                    rest = rest.dropFirst()
                } else {
                    text.append(digits.reduce(0) { $0 << 3 | ($1 & 7) })
                    rest = rest.dropFirst(digits.count)
                }
                continue
            case UInt8(ascii: "("):
                depth += 1
                if depth == 1 { continue }
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            if depth == 0 { break }
            text.append(byte)
        }
        return decoded(text)
    }

    private static func hex(_ bytes: ArraySlice<UInt8>) -> String {
        let digits = bytes.dropFirst().prefix { $0 != UInt8(ascii: ">") }.compactMap {
            Character(Unicode.Scalar($0)).hexDigitValue
        }
        return decoded(stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
    }

    /// UTF-16 where it says so.
    private static func decoded(_ bytes: [UInt8]) -> String {
        guard bytes.starts(with: [0xFE, 0xFF]) else { return String(decoding: bytes, as: UTF8.self) }
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        return String(decoding: units, as: UTF16.self)
    }
}
