/// Writes an archive: each file's header, then its bytes (which the caller copies), then the directory.
public struct ZipWriter: Sendable {
    private var entries: [ZipEntry] = []
    private var position = 0
    /// Of the archive, if it ended here.
    private var size = ZipFormat.endRecord

    public init() {}

    /// True where an archive can hold files of these sizes.
    public static func fits(_ files: [(name: String, size: Int)]) -> Bool {
        let size = files.reduce(ZipFormat.endRecord) { $0 + room($1.name, $1.size) }
        return files.count <= ZipFormat.countLimit && size <= ZipFormat.sizeLimit
    }

    /// What a file takes, with both of its headers.
    private static func room(_ name: String, _ size: Int) -> Int {
        ZipFormat.localHeader + ZipFormat.directoryHeader + 2 * name.utf8.count + size
    }

    /// The bytes that stand before a file. Names come in ascending order; the next one starts where this file ends.
    public mutating func header(_ name: String, size: Int, checksum: CRC32) throws(ZipError) -> [UInt8] {
        guard ZipFormat.isGood(name) else { throw .name(name) }
        if let last = entries.last, !last.name.utf8.lexicographicallyPrecedes(name.utf8) { throw .order(name) }
        let entry = ZipEntry(name: name, size: size, checksum: checksum.value, offset: position)
        let all = self.size + ZipWriter.room(name, size)
        guard entries.count < ZipFormat.countLimit, all <= ZipFormat.sizeLimit else { throw .tooLarge }
        self.size = all
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
