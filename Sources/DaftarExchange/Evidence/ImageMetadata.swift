/// JPEG segments before the picture itself (ITU-T T.81 annex B): Exif, XMP, IPTC, comments.
enum JPEGMetadata {
    static func traces(_ bytes: any CaptureBytes) throws -> [CaptureTrace] {
        var traces: [CaptureTrace] = [], at = 2, read = 0
        while let (start, marker, length) = try segment(bytes, at), marker != 0xDA, read < CaptureLimits.metadata {
            at = start
            let content = try bytes.read(from: at + 4, count: length - 2)
            guard content.count == length - 2 else { throw CaptureFault("ends in the middle") }
            traces.add(self.traces(marker, content))
            (at, read) = (at + 2 + length, read + length)
        }
        return traces
    }

    /// Nil at the end of the file. Any number of bytes 0xFF may stand before a marker (B.1.1.2).
    private static func segment(_ bytes: any CaptureBytes, _ at: Int) throws -> (
        start: Int, marker: UInt8, length: Int
    )? {
        var start = at
        while true {
            let head = try bytes.read(from: start, count: 4)
            if head.isEmpty || head == [0xFF, 0xD9] { return nil }
            guard head.count == 4, head[0] == 0xFF, start - at < CaptureLimits.metadata else {
                throw CaptureFault("is no JPEG up to its picture")
            }
            if head[1] == 0xFF {
                start += 1
                continue
            }
            guard let length = head.number(at: 2, bytes: 2, isLittle: false), length >= 2 else {
                throw CaptureFault("has a segment whose length lies")
            }
            return (start, head[1], length)
        }
    }

    private static func traces(_ marker: UInt8, _ content: [UInt8]) -> [CaptureTrace] {
        switch marker {
        case 0xE1 where content.holds("Exif\0\0"): ExifMetadata.traces(Array(content.dropFirst(6)))
        case 0xE1 where content.holds("http://ns.adobe.com/xap/"): XMPMetadata.traces(content)
        case 0xED: [CaptureTrace("IPTC: captions and names")]
        case 0xFE: [CaptureTrace("JPEG: comment", String(decoding: content.prefix(256), as: UTF8.self))]
        default: []
        }
    }
}

/// PNG chunks that hold text, a time or Exif (W3C PNG §11.3).
enum PNGMetadata {
    private static let telling: Set = ["tEXt", "zTXt", "iTXt", "eXIf", "tIME"]

    static func traces(_ bytes: any CaptureBytes) throws -> [CaptureTrace] {
        var traces: [CaptureTrace] = [], at = 8, count = 0
        while at < bytes.byteCount, count < CaptureLimits.parts {
            let head = try bytes.read(from: at, count: 8)
            guard let length = head.number(at: 0, bytes: 4, isLittle: false), head.count == 8,
                length <= bytes.byteCount - at - 8
            else { throw CaptureFault("has a chunk whose length lies") }
            let name = String(decoding: head[4...], as: UTF8.self)
            if name == "IEND" { break }
            if telling.contains(name) {
                let content = try bytes.read(from: at + 8, count: min(length, CaptureLimits.metadata))
                traces.add(self.traces(name, content))
            }
            (at, count) = (at + 12 + length, count + 1)
        }
        return traces
    }

    private static func traces(_ name: String, _ content: [UInt8]) -> [CaptureTrace] {
        if name == "eXIf" { return ExifMetadata.traces(content) }
        if name == "tIME" { return [CaptureTrace("PNG: time")] }
        let keyword = String(decoding: content.prefix(80).prefix { $0 != 0 }, as: UTF8.self)
        if keyword == "XML:com.adobe.xmp" { return XMPMetadata.traces(content) }
        let value =
            name == "tEXt" ? String(decoding: content.dropFirst(keyword.utf8.count + 1).prefix(256), as: UTF8.self) : ""
        return [CaptureTrace("PNG: \(keyword)", value)]
    }
}
