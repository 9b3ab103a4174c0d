/// An archive, read strictly: only bytes that our own writer would have written for the same files.
///
/// That leaves a hostile one nowhere to hide anything: a directory that tells of other files than the headers, bytes
/// between the files, a file that two names share, a size that lies, a compressed bomb are all another spelling.
public struct ZipArchive: Sendable {
    /// Up to so many bytes from an offset on; fewer only at the end.
    public typealias Source = @Sendable (_ offset: Int, _ count: Int) throws -> [UInt8]

    /// In ascending order of their names.
    public let entries: [ZipEntry]
    private let places: [String: Int]
    private let source: Source

    /// The most bytes of a directory: 65,534 files with names of some length.
    private static let directoryLimit = 16 << 20

    /// True for bytes that an archive of files begins with.
    public static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 3, 4]) }

    /// Reads the directory and every header of an archive of `size` bytes, but no file.
    public init(size: Int, _ source: @escaping Source) throws(ZipError) {
        let directory = try ZipArchive.directory(size, source)
        let entries = try ZipArchive.entries(directory.bytes)
        guard entries.count == directory.count else { throw .gap("the directory") }
        try ZipArchive.check(entries, upTo: size - ZipFormat.endRecord - directory.bytes.count, source)
        self.entries = entries
        self.source = source
        places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.name, $0) })
    }

    public subscript(name: String) -> ZipEntry? { places[name].map { entries[$0] } }

    /// Up to `count` bytes of a file, from `offset` on.
    public func read(_ entry: ZipEntry, from offset: Int, count: Int) throws(ZipError) -> [UInt8] {
        let rest = max(0, min(count, entry.size - offset))
        let bytes = try ZipArchive.read(source, entry.start + offset, rest)
        guard bytes.count == rest else { throw .gap(entry.name) }
        return bytes
    }

    /// Reads every file and compares the checksums.
    public func checkBytes() throws(ZipError) {
        for entry in entries {
            var checksum = CRC32()
            for offset in stride(from: 0, to: entry.size, by: 1 << 20) {
                checksum.update(try read(entry, from: offset, count: 1 << 20))
            }
            guard checksum.value == entry.checksum else { throw .checksum(entry.name) }
        }
    }

    // MARK: Steps

    private static func directory(_ size: Int, _ source: Source) throws(ZipError) -> (bytes: [UInt8], count: Int) {
        guard size >= ZipFormat.endRecord else { throw .noArchive }
        guard size <= ZipFormat.sizeLimit else { throw .tooLarge }
        let end = try read(source, size - ZipFormat.endRecord, ZipFormat.endRecord)
        guard end.count == ZipFormat.endRecord, end.starts(with: [0x50, 0x4B, 5, 6]) else { throw .noArchive }
        let count = ZipFormat.number(end, 10, 2), length = ZipFormat.number(end, 12, 4)
        guard length <= directoryLimit else { throw .tooLarge }
        let offset = size - ZipFormat.endRecord - length
        guard offset >= 0, ZipFormat.end(count: count, size: length, offset: offset) == end else {
            throw .gap("the directory")
        }
        let bytes = try read(source, offset, length)
        guard bytes.count == length else { throw .noArchive }
        return (bytes, count)
    }

    private static func entries(_ directory: [UInt8]) throws(ZipError) -> [ZipEntry] {
        var entries: [ZipEntry] = [], position = 0
        while position < directory.count {
            let start = position + ZipFormat.directoryHeader
            guard start <= directory.count else { throw .gap("the directory") }
            let length = ZipFormat.number(directory, position + 28, 2)
            guard start + length <= directory.count else { throw .gap("the directory") }
            let name = String(decoding: directory[start..<start + length], as: UTF8.self)
            guard ZipFormat.isGood(name) else { throw .name(name) }
            let entry = ZipEntry(
                name: name, size: ZipFormat.number(directory, position + 24, 4),
                checksum: UInt32(ZipFormat.number(directory, position + 16, 4)),
                offset: ZipFormat.number(directory, position + 42, 4))
            guard ZipFormat.directory(entry).elementsEqual(directory[position..<start + length]) else {
                throw .otherSpelling(name)
            }
            if let last = entries.last, !last.name.utf8.lexicographicallyPrecedes(name.utf8) { throw .order(name) }
            entries.append(entry)
            position = start + length
        }
        return entries
    }

    /// Each header says what the directory says, and each file ends where the next one begins.
    private static func check(_ entries: [ZipEntry], upTo end: Int, _ source: Source) throws(ZipError) {
        var position = 0
        for entry in entries {
            guard entry.offset == position, entry.end <= end else { throw .gap(entry.name) }
            let header = ZipFormat.header(entry)
            guard try read(source, position, header.count) == header else { throw .otherSpelling(entry.name) }
            position = entry.end
        }
        guard position == end else { throw .gap("the end") }
    }

    private static func read(_ source: Source, _ offset: Int, _ count: Int) throws(ZipError) -> [UInt8] {
        do { return try source(offset, count) } catch { throw .read("\(error)") }
    }
}
