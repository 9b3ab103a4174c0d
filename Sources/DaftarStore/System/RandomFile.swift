import Glibc

/// A plain file that is read here and there, by any core.
package final class RandomFile: Sendable {
    package let size: Int
    private let file: OpenFile

    /// Throws `EINVAL` for what is no plain file.
    package init(_ path: String) throws(SystemError) {
        let file = try OpenFile.open(path, O_RDONLY)
        let status = try file.status()
        guard status.isFile else { throw SystemError("read", path, EINVAL) }
        size = Int(status.st_size)
        self.file = file
    }

    /// Up to `count` bytes; fewer only at the end of the file.
    package func read(from offset: Int, count: Int) throws(SystemError) -> [UInt8] {
        try file.read(from: offset, count: max(0, min(count, size - offset)))
    }
}
