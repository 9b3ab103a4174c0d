/// Exif and TIFF tags (CIPA DC-008) as far as they tell of a person, a place or a machine.
enum ExifMetadata {
    /// Tags of the first directories, and what they tell.
    private static let tags: [Int: String] = [
        0x010F: "camera make", 0x0110: "camera model", 0x0131: "software", 0x0132: "time", 0x013B: "artist",
        0x013C: "host computer", 0x8298: "copyright", 0x9003: "time", 0x927C: "maker's notes", 0x9286: "comment",
        0xA420: "image number", 0xA430: "camera owner", 0xA431: "serial number", 0xA435: "lens serial number",
        0x9C9D: "author", 0x9C9B: "title",
    ]
    private static let place = 0x8825, exif = 0x8769

    /// - Parameter bytes: a TIFF header and what follows it.
    static func traces(_ bytes: [UInt8]) -> [CaptureTrace] {
        guard bytes.count >= 8, bytes.holds("II") || bytes.holds("MM") else { return [] }
        let reader = Reader(bytes: bytes, isLittle: bytes.holds("II"))
        guard let first = bytes.number(at: 4, bytes: 4, isLittle: reader.isLittle) else { return [] }
        var traces: [CaptureTrace] = [], waiting = [first], seen: Set<Int> = []
        // A directory may name itself: each is read once, and not many of them.
        while let at = waiting.popLast(), seen.count < 8 {
            guard seen.insert(at).inserted else { continue }
            for (tag, text, number) in reader.entries(at) {
                if tag == place {
                    traces.append(CaptureTrace("Exif: place (GPS)"))
                } else if tag == exif {
                    waiting.append(number)
                } else if let name = tags[tag] {
                    traces.append(CaptureTrace("Exif: \(name)", text))
                }
            }
        }
        return traces
    }

    private struct Reader {
        let bytes: [UInt8]
        let isLittle: Bool

        func entries(_ at: Int) -> [(tag: Int, text: String, number: Int)] {
            guard let count = bytes.number(at: at, bytes: 2, isLittle: isLittle) else { return [] }
            return (0..<min(count, 512)).compactMap { i in
                let entry = at + 2 + 12 * i
                guard let tag = number(entry, 2), let type = number(entry + 2, 2), let length = number(entry + 4, 4),
                    let value = number(entry + 8, 4)
                else { return nil }
                return (tag, type == 2 ? text(length <= 4 ? entry + 8 : value, length) : "", value)
            }
        }

        private func number(_ at: Int, _ count: Int) -> Int? { bytes.number(at: at, bytes: count, isLittle: isLittle) }

        private func text(_ at: Int, _ count: Int) -> String {
            guard at >= 0, at < bytes.count else { return "" }
            let part = bytes[at..<min(bytes.count, at + min(max(0, count), 256))]
            return String(decoding: part.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}

/// XMP packets, which image and PDF programs write alike.
enum XMPMetadata {
    private static let fields = [
        "dc:creator", "xmp:CreatorTool", "pdf:Author", "pdf:Producer", "photoshop:AuthorsPosition", "aux:SerialNumber",
        "exif:GPSLatitude", "xmpMM:InstanceID",
    ]

    static func traces(_ bytes: [UInt8]) -> [CaptureTrace] {
        fields.compactMap { field in
            if let text = bytes.text(between: "<\(field)>", and: "</\(field)>") {
                return CaptureTrace("XMP: \(field)", text.replacing(#/<[^>]*>/#, with: " ").trimmed)
            }
            return bytes.text(between: "\(field)=\"", and: "\"").map { CaptureTrace("XMP: \(field)", $0) }
        }
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmed: String {
        let inner = drop { $0.isWhitespace }
        return String(inner.reversed().drop { $0.isWhitespace }.reversed())
    }
}
