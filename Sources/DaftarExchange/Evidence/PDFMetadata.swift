/// A PDF's document information and XMP, found by their keys in the bytes: a document that packs them into object streams
/// hides them from this look, and that is said.
enum PDFMetadata {
    private static let keys = ["Author", "Creator", "Producer", "Company", "Manager", "Keywords"]

    /// The beginning and the end: that is where programs write them.
    private static let window = 8 << 20

    static func traces(_ bytes: any CaptureBytes) throws -> [CaptureTrace] {
        var parts = [try bytes.read(from: 0, count: window)]
        if bytes.byteCount > window {
            let start = max(window, bytes.byteCount - window)
            parts.append(try bytes.read(from: start, count: window))
        }
        var traces: [CaptureTrace] = []
        for part in parts {
            for key in keys { traces += values(of: key, in: part).map { CaptureTrace("PDF: \(key)", $0) } }
            traces += XMPMetadata.traces(part)
            if part.place(of: Array("/ObjStm".utf8), from: 0) != nil {
                traces.append(CaptureTrace("PDF: packed objects, which are not looked into"))
            }
        }
        return traces.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
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

    private static func literal(_ bytes: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = [], depth = 0, isEscaped = false
        for byte in bytes {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
                continue
            } else if byte == UInt8(ascii: "(") {
                depth += 1
                if depth == 1 { continue }
            } else if byte == UInt8(ascii: ")") {
                depth -= 1
                if depth == 0 { break }
            }
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
