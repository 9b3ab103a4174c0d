/// Streams in which a PDF packs its objects or its XMP with Flate (ISO 32000-1 §7.5.7, §14.3.2), unpacked as far as a
/// bound: that is where newer programs put the author.
///
/// ```
/// 12 0 obj << /Type /ObjStm /N 5 /First 30 /Filter /FlateDecode /Length 412 >> stream … endstream
/// ```
struct PDFStreams {
    private let bytes: any CaptureBytes
    /// False once something was packed in a way, or to a size, that is not followed here.
    private(set) var isWhole = true
    private var unpacked = 0

    /// Of all streams together: a hostile file has thousands.
    private static let most = 64 << 20
    private static let longestDictionary = 1_024

    init(_ bytes: any CaptureBytes) { self.bytes = bytes }

    /// What is in the streams that begin in these bytes, which lie at `start` in the file.
    mutating func unpack(_ window: [UInt8], at start: Int) throws -> [[UInt8]] {
        var all: [[UInt8]] = [], at = 0
        while let place = window.place(of: Array("stream".utf8), from: at) {
            at = place + 6
            guard let dictionary = Self.dictionary(before: place, in: window),
                ["/ObjStm", "/Metadata"].contains(where: { dictionary.place(of: Array($0.utf8), from: 0) != nil }),
                dictionary.place(of: Array("/Filter".utf8), from: 0) != nil
            else { continue }
            let isFlate = dictionary.place(of: Array("/FlateDecode".utf8), from: 0) != nil
            if isFlate { all.append(try inflated(from: start + at)) } else { isWhole = false }
        }
        return all
    }

    /// What stands between the last `obj` and the word `stream`; nil where no dictionary ends there.
    private static func dictionary(before place: Int, in window: [UInt8]) -> [UInt8]? {
        var end = place
        while end > 0, [9, 10, 12, 13, 32].contains(window[end - 1]) { end -= 1 }
        guard end >= 2, window[end - 1] == UInt8(ascii: ">"), window[end - 2] == UInt8(ascii: ">") else { return nil }
        var dictionary = Array(window[max(0, end - longestDictionary)..<end])
        while let object = dictionary.place(of: Array(" obj".utf8), from: 0) { dictionary.removeFirst(object + 4) }
        return dictionary
    }

    /// As much as can be had of a zlib stream (RFC 1950), whatever its dictionary says of its length.
    private mutating func inflated(from place: Int) throws -> [UInt8] {
        var start = place, plain: [UInt8] = []
        let head = try bytes.read(from: place, count: 4)
        if head.first == 13 { start += 1 }
        if head.dropFirst(start - place).first == 10 { start += 1 }
        let zlib = try bytes.read(from: start, count: 2)
        guard zlib.count == 2, zlib[0] & 15 == 8, (Int(zlib[0]) << 8 | Int(zlib[1])) % 31 == 0, zlib[1] & 32 == 0,
            unpacked < Self.most
        else {
            isWhole = false
            return []
        }
        let rest = PartOfBytes(whole: bytes, range: start + 2..<bytes.byteCount)
        var inflate = Inflate(CaptureCursor(rest), limit: CaptureLimits.metadata)
        do { try inflate.run { plain += $0 } } catch is CaptureFault { isWhole = false }
        unpacked += plain.count
        return plain
    }
}
