/// The bytes of a capture, wherever they lie: read in pieces, for it may have gigabytes. What they say is hostile.
public protocol CaptureBytes {
    var byteCount: Int { get }

    /// Up to `count` bytes from `offset` on; fewer only at the end.
    func read(from offset: Int, count: Int) throws -> [UInt8]
}

/// Bytes that are in memory.
struct MemoryBytes: CaptureBytes {
    let bytes: [UInt8]
    var byteCount: Int { bytes.count }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read(from offset: Int, count: Int) -> [UInt8] {
        guard offset >= 0, offset < bytes.count, count > 0 else { return [] }
        return Array(bytes[offset..<min(bytes.count, offset + min(count, bytes.count - offset))])
    }
}

/// A part of other bytes.
struct PartOfBytes: CaptureBytes {
    let whole: any CaptureBytes
    let range: Range<Int>
    var byteCount: Int { range.count }

    func read(from offset: Int, count: Int) throws -> [UInt8] {
        guard offset >= 0, offset < range.count, count > 0 else { return [] }
        return try whole.read(from: range.lowerBound + offset, count: min(count, range.count - offset))
    }
}

/// How far a hostile file is followed.
enum CaptureLimits {
    /// Bytes that are taken into memory at once: metadata is never longer.
    static let metadata = 4 << 20
    /// Entries of a zip, records of a WARC.
    static let parts = 1 << 20
    /// Bytes that come out of one compressed file at most, whatever it says.
    static let inflated = 16 << 30
    /// Bytes out of one byte in: no honest deflate makes more (its own ceiling is about 1032).
    static let ratio = 1_040
}

/// Why a file can't be read as what it seems to be: in a person's words.
public struct CaptureFault: Error, Hashable, Sendable {
    public let words: String
    init(_ words: String) { self.words = words }

    static let noWARC = CaptureFault("is no WARC where a record should begin")
}

/// Forward through bytes, one after the other, with a buffer.
struct CaptureCursor {
    let bytes: any CaptureBytes
    /// The next byte.
    private(set) var offset: Int
    private var buffer: [UInt8] = []
    private var place = 0
    private static let piece = 1 << 16

    init(_ bytes: any CaptureBytes, at offset: Int = 0) { (self.bytes, self.offset) = (bytes, offset) }

    mutating func next() throws -> UInt8? {
        if place == buffer.count {
            buffer = try bytes.read(from: offset, count: Self.piece)
            place = 0
            if buffer.isEmpty { return nil }
        }
        defer { (place, offset) = (place + 1, offset + 1) }
        return buffer[place]
    }

    /// Up to `count` bytes, as many as are at hand.
    mutating func some(_ count: Int) throws -> ArraySlice<UInt8> {
        if place == buffer.count {
            buffer = try bytes.read(from: offset, count: Self.piece)
            place = 0
        }
        let slice = buffer[place..<min(buffer.count, place + max(0, count))]
        (place, offset) = (place + slice.count, offset + slice.count)
        return slice
    }

    /// Exactly `count` bytes.
    mutating func take(_ count: Int) throws -> [UInt8] {
        var taken: [UInt8] = []
        while taken.count < count {
            let slice = try some(count - taken.count)
            guard !slice.isEmpty else { throw CaptureFault("ends in the middle") }
            taken += slice
        }
        return taken
    }
}

extension Array where Element == UInt8 {
    /// A number at `offset`; nil where it would reach beyond the end.
    func number(at offset: Int, bytes count: Int, isLittle: Bool = true) -> Int? {
        guard offset >= 0, count <= 8, offset <= self.count - count else { return nil }
        var value: UInt64 = 0
        for i in 0..<count { value = value << 8 | UInt64(self[offset + (isLittle ? count - 1 - i : i)]) }
        return Int(exactly: value)
    }

    func holds(_ text: String, at offset: Int = 0) -> Bool {
        let bytes = Array(text.utf8)
        return offset >= 0 && offset <= count - bytes.count && Array(self[offset..<offset + bytes.count]) == bytes
    }
}
