import Daftar

/// Reads a WARC (ISO 28500), packed record by record or plain: checks each record's digests, and looks for what
/// `warcinfo` and requests tell of the person who captured.
struct WARCReader {
    private(set) var traces: [CaptureTrace] = []
    private(set) var faults: [String] = []
    /// Digests that are right.
    private(set) var checked = 0
    /// Digests by algorithms that are not read here.
    private(set) var unchecked = 0
    private(set) var isWARC = false
    private let bytes: any CaptureBytes
    private let isPacked: Bool

    init(_ bytes: any CaptureBytes, isPacked: Bool) { (self.bytes, self.isPacked) = (bytes, isPacked) }

    mutating func run() throws {
        if isPacked { try runPacked() } else { try runPlain() }
    }

    /// A member may hold one record or, in a file that was packed whole, all of them.
    private mutating func runPacked() throws {
        var cursor = CaptureCursor(bytes), left = CaptureLimits.inflated, members = 0
        while cursor.offset < bytes.byteCount {
            members += 1
            guard members <= CaptureLimits.parts else { throw CaptureFault("has more records than are read") }
            var parser = WARCParser()
            do {
                try GzipMember.read(&cursor, limit: left) { piece in
                    left -= piece.count
                    try parser.take(piece)
                }
                try parser.finish()
            } catch {
                // What is packed and is no WARC at all is no fault.
                if members == 1, !parser.isWARC, error as? CaptureFault == .noWARC { return }
                take(parser)
                throw error
            }
            take(parser)
        }
    }

    private mutating func runPlain() throws {
        var cursor = CaptureCursor(bytes), parser = WARCParser()
        defer { take(parser) }
        while true {
            let piece = try cursor.some(1 << 16)
            if piece.isEmpty { break }
            try parser.take(piece)
        }
        try parser.finish()
    }

    private mutating func take(_ parser: WARCParser) {
        isWARC = isWARC || parser.isWARC
        traces.add(parser.traces)
        faults += parser.faults.prefix(max(0, 20 - faults.count))
        checked += parser.checked
        unchecked += parser.unchecked
    }
}
