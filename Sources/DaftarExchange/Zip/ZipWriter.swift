/// Writes an archive: each file's header, then its bytes (which the caller copies), then the directory.
public struct ZipWriter: Sendable {
    private var entries: [ZipEntry] = []
    private var position = 0

    public init() {}

    /// The bytes that stand before a file. Names come in ascending order; the next one starts where this file ends.
    public mutating func header(_ name: String, size: Int, checksum: CRC32) throws(ZipError) -> [UInt8] {
        guard ZipFormat.isGood(name) else { throw .name(name) }
        if let last = entries.last, !last.name.utf8.lexicographicallyPrecedes(name.utf8) { throw .order(name) }
        let entry = ZipEntry(name: name, size: size, checksum: checksum.value, offset: position)
        let room = ZipFormat.sizeLimit - (entries.count + 1) * (ZipFormat.directoryHeader + ZipFormat.nameLimit)
        guard entries.count < ZipFormat.countLimit, entry.end < room else { throw .tooLarge }
        entries.append(entry)
        position = entry.end
        return ZipFormat.header(entry)
    }

    /// The bytes that end the archive.
    public func end() -> [UInt8] {
        let directory = entries.flatMap(ZipFormat.directory)
        return directory + ZipFormat.end(count: entries.count, size: directory.count, offset: position)
    }
}
