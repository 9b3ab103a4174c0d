import Glibc

/// A file that is read from its beginning to its end, a piece at a time, so that its size is no matter of memory.
package struct FilePieces: ~Copyable {
    private let file: OpenFile
    /// In bytes, when it was opened.
    package let size: Int
    /// How many bytes were read.
    package private(set) var position = 0
    private static let piece = 1 << 20

    /// Opens a file; `EFBIG` where it is larger than `limit`.
    package init(_ path: String, limit: Int) throws(SystemError) {
        let file = try OpenFile.open(path, O_RDONLY), status = try file.status()
        guard status.isFile else { throw SystemError("read", path, status.isFolder ? EISDIR : EINVAL) }
        guard status.st_size <= limit else { throw SystemError("read", path, EFBIG) }
        size = Int(status.st_size)
        self.file = file
    }

    /// The next piece, and whether it is the last; of a file that grows meanwhile, what it was when it was opened.
    package mutating func next() throws(SystemError) -> (bytes: [UInt8], isLast: Bool) {
        let bytes = try file.read(from: position, count: min(Self.piece, size - position))
        position += bytes.count
        return (bytes, position >= size || bytes.isEmpty)
    }
}
