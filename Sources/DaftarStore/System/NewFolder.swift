import Glibc

/// A folder that a command fills, at a place where nothing is yet. Every file is on disk before it is called done.
package final class NewFolder {
    package let path: String
    private let durable: Durable

    /// Throws `EEXIST` where something lies there, but for an empty folder.
    package init(_ path: String) throws(SystemError) {
        if FileSystem.exists(path), !FileSystem.isFolder(path) { throw SystemError("make the folder", path, EEXIST) }
        guard try FileSystem.names(in: path).isEmpty else { throw SystemError("make the folder", path, EEXIST) }
        try FileSystem.makeFolder(path, mode: 0o777)
        (self.path, durable) = (path, Durable(root: path, mode: 0o666))
    }

    /// Writes a file in pieces; nil ends it.
    package func write(_ name: String, _ next: () throws(SystemError) -> [UInt8]?) throws(SystemError) {
        try durable.write(to: name) { file throws(SystemError) in
            while let piece = try next() { try file.write(piece) }
        }
    }

    package func finish() throws(SystemError) { try durable.finish() }
}
