/// A zip file of somebody else, packed or not, read by its central directory and checked against each file's own header:
/// nothing is ever written to disk, and a path that climbs out, a size that lies or a file that lies in another one is said
/// and not followed. (Our own zips have one spelling: `ZipArchive`.)
struct CaptureZip {
    struct Entry: Hashable {
        let name: String
        let method: Int
        let packed: Int
        let size: Int
        let crc: Int
        let header: Int
    }

    let bytes: any CaptureBytes
    private(set) var entries: [Entry] = []
    private var places: [String: Int] = [:]
    /// The first entry's local header.
    static let magic = "PK\u{3}\u{4}"

    init(_ bytes: any CaptureBytes) throws {
        self.bytes = bytes
        let (start, size, count) = try Self.directory(bytes)
        guard size <= 64 << 20, count <= CaptureLimits.parts else { throw CaptureFault("has too large a directory") }
        let directory = try bytes.read(from: start, count: size)
        var at = 0
        while at < directory.count {
            let (entry, next) = try Self.entry(directory, at)
            guard Self.isInside(entry.name) else {
                throw CaptureFault("holds a path that climbs out: \(entry.name.prefix(80))")
            }
            guard places.updateValue(entries.count, forKey: entry.name) == nil else {
                throw CaptureFault("holds \(entry.name.prefix(80)) twice")
            }
            entries.append(entry)
            at = next
        }
        guard entries.count == count else { throw CaptureFault("does not hold as many files as it says") }
        try checkApart(before: start)
    }

    subscript(name: String) -> Entry? { places[name].map { entries[$0] } }

    /// The whole of a file; nil where there is none of this name.
    func file(_ name: String, limit: Int = CaptureLimits.metadata) throws -> [UInt8]? {
        guard let entry = self[name] else { return nil }
        guard entry.size <= limit else { throw CaptureFault("\(name.prefix(80)) is too large") }
        var all: [UInt8] = []
        try unpack(entry) { all += $0 }
        return all
    }

    /// Hands out a file in pieces, and checks its size and CRC.
    func unpack(_ entry: Entry, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        let part = PartOfBytes(whole: bytes, range: try place(of: entry))
        var crc = CRC32(), count = 0
        func hand(_ piece: ArraySlice<UInt8>) throws {
            count += piece.count
            guard count <= entry.size else { throw CaptureFault("\(entry.name.prefix(80)) holds more than it says") }
            crc.update(piece)
            try body(piece)
        }
        var cursor = CaptureCursor(part)
        switch entry.method {
        case 0:
            while true {
                let piece = try cursor.some(1 << 16)
                if piece.isEmpty { break }
                try hand(piece)
            }
        case 8:
            guard entry.size <= CaptureLimits.inflated else {
                throw CaptureFault("\(entry.name.prefix(80)) unpacks to more than is looked into")
            }
            var inflate = Inflate(cursor, limit: entry.size)
            try inflate.run(hand)
        default: throw CaptureFault("\(entry.name.prefix(80)) is packed in a way that is not read here")
        }
        guard count == entry.size, Int(crc.value) == entry.crc else {
            throw CaptureFault("\(entry.name.prefix(80)) is not what it says (size or CRC)")
        }
    }

    /// Where the packed bytes of a file lie.
    func place(of entry: Entry) throws -> Range<Int> {
        let head = try bytes.read(from: entry.header, count: 30)
        guard head.holds(Self.magic), let name = head.number(at: 26, bytes: 2),
            let extra = head.number(at: 28, bytes: 2)
        else { throw CaptureFault("says that \(entry.name.prefix(80)) lies where it does not") }
        let own = try bytes.read(from: entry.header + 30, count: name)
        guard String(decoding: own, as: UTF8.self) == entry.name else {
            throw CaptureFault("calls \(entry.name.prefix(80)) otherwise in the file itself")
        }
        let start = entry.header + 30 + name + extra
        guard start <= bytes.byteCount - entry.packed else { throw CaptureFault("ends in the middle") }
        return start..<start + entry.packed
    }

    /// A file that lies in another one is how a small zip holds petabytes.
    private func checkApart(before directory: Int) throws {
        var end = 0
        for entry in entries.sorted(by: { $0.header < $1.header }) {
            let range = try place(of: entry)
            guard entry.header >= end, range.upperBound <= directory else {
                throw CaptureFault("holds files that lie in each other: a zip bomb?")
            }
            end = range.upperBound
        }
    }

    /// Relative, and never upwards.
    static func isInside(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return !name.isEmpty && !name.hasPrefix("/") && !name.contains("\\") && !name.contains("\0")
            && !parts.contains("..") && !parts.contains(".") && !(parts.first ?? "").contains(":")
    }

    // MARK: The directory

    private static func directory(_ bytes: any CaptureBytes) throws -> (start: Int, size: Int, count: Int) {
        let count = min(bytes.byteCount, 65_557), tailStart = bytes.byteCount - count
        let tail = try bytes.read(from: tailStart, count: count)
        guard tail.count >= 22,
            let end = (0...tail.count - 22).last(where: {
                tail.holds("PK\u{5}\u{6}", at: $0) && tail.number(at: $0 + 20, bytes: 2) == tail.count - 22 - $0
            }), let entries = tail.number(at: end + 10, bytes: 2), let size = tail.number(at: end + 12, bytes: 4),
            let start = tail.number(at: end + 16, bytes: 4)
        else { throw CaptureFault("is no zip file: it has no directory") }
        if entries == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
            return try large(bytes, before: tailStart + end)
        }
        guard start + size == tailStart + end else { throw CaptureFault("holds something beside its directory") }
        return (start, size, entries)
    }

    /// Zip64.
    private static func large(_ bytes: any CaptureBytes, before end: Int) throws -> (start: Int, size: Int, count: Int)
    {
        let locator = try bytes.read(from: max(0, end - 20), count: 20)
        guard locator.holds("PK\u{6}\u{7}"), let place = locator.number(at: 8, bytes: 8) else {
            throw CaptureFault("is no zip file: it has no directory")
        }
        let record = try bytes.read(from: place, count: 56)
        guard record.holds("PK\u{6}\u{6}"), let count = record.number(at: 32, bytes: 8),
            let size = record.number(at: 40, bytes: 8), let start = record.number(at: 48, bytes: 8),
            size <= place, start == place - size
        else { throw CaptureFault("is no zip file: it has no directory") }
        return (start, size, count)
    }

    private static func entry(_ bytes: [UInt8], _ at: Int) throws -> (Entry, Int) {
        guard bytes.holds("PK\u{1}\u{2}", at: at), let flags = bytes.number(at: at + 8, bytes: 2),
            let method = bytes.number(at: at + 10, bytes: 2), let crc = bytes.number(at: at + 16, bytes: 4),
            var packed = bytes.number(at: at + 20, bytes: 4), var size = bytes.number(at: at + 24, bytes: 4),
            let name = bytes.number(at: at + 28, bytes: 2), let extra = bytes.number(at: at + 30, bytes: 2),
            let comment = bytes.number(at: at + 32, bytes: 2), var header = bytes.number(at: at + 42, bytes: 4),
            at + 46 + name + extra + comment <= bytes.count
        else { throw CaptureFault("has a broken directory") }
        guard flags & 1 == 0 else { throw CaptureFault("is encrypted") }
        let text = String(decoding: bytes[at + 46..<at + 46 + name], as: UTF8.self)
        var field = at + 46 + name
        while let tag = bytes.number(at: field, bytes: 2), let length = bytes.number(at: field + 2, bytes: 2),
            field + 4 + length <= at + 46 + name + extra
        {
            if tag == 1 { large(bytes, field + 4, &size, &packed, &header) }
            field += 4 + length
        }
        let entry = Entry(name: text, method: method, packed: packed, size: size, crc: crc, header: header)
        return (entry, at + 46 + name + extra + comment)
    }

    private static func large(
        _ bytes: [UInt8], _ start: Int, _ size: inout Int, _ packed: inout Int, _ header: inout Int
    ) {
        var at = start
        func next(_ value: inout Int) {
            guard value == 0xFFFF_FFFF, let large = bytes.number(at: at, bytes: 8) else { return }
            (value, at) = (large, at + 8)
        }
        next(&size)
        next(&packed)
        next(&header)
    }
}
