package import Daftar
import Glibc

/// A folder that appears whole or not at all: it is filled beside its place, and renamed once all of it is on disk.
///
/// ```
/// out.1234.parts/events.csv …  → fsync each → fsync the folder → rename to out → fsync the folder above
/// ```
/// What if we crash before the rename? `out.1234.parts` lies there, under a name that nobody takes for the export.
package final class StagedFolder {
    private let path: String
    private let temporary: String
    private let isPrivate: Bool
    private var files: [StagedFile] = []

    /// - Parameter isPrivate: nobody but its owner may read it.
    /// - Throws: `EEXIST` where something lies at its place, but for an empty folder.
    package init(_ path: String, isPrivate: Bool = false) throws(SystemError) {
        if FileSystem.exists(path), !FileSystem.isFolder(path) { throw SystemError("make the folder", path, EEXIST) }
        guard try FileSystem.names(in: path).isEmpty else { throw SystemError("make the folder", path, EEXIST) }
        (self.path, self.isPrivate) = (path, isPrivate)
        temporary = "\(path).\(getpid()).parts"
        guard unsafe mkdir(temporary, isPrivate ? 0o700 : 0o777) == 0 else {
            throw SystemError("make the folder", temporary)
        }
    }

    deinit { giveUp() }

    /// Adds a file, which grows by what is written to it.
    package func file(_ name: String) throws(SystemError) -> StagedFile {
        let file = try StagedFile(name, at: Path.join(temporary, name), mode: isPrivate ? 0o600 : 0o666)
        files.append(file)
        return file
    }

    /// Puts the folder in its place.
    package func finish() throws(SystemError) {
        for file in files { try file.sync() }
        try FileSystem.syncFolder(temporary)
        guard unsafe rename(temporary, path) == 0 else { throw SystemError("rename", path) }
        files = []
        try FileSystem.syncFolder(Path.parent(path))
    }

    /// Leaves nothing of what was not put in its place.
    private func giveUp() {
        for file in files { unsafe unlink(file.path) }
        unsafe rmdir(temporary)
    }
}

/// A file of such a folder.
package final class StagedFile {
    package let name: String
    fileprivate let path: String
    private let file: OpenFile
    private let hash = RunningHash()
    /// How many bytes it has.
    package private(set) var count = 0

    fileprivate init(_ name: String, at path: String, mode: mode_t) throws(SystemError) {
        (self.name, self.path) = (name, path)
        file = try OpenFile.open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
    }

    package func write(_ bytes: [UInt8]) throws(SystemError) {
        try file.write(bytes)
        hash.update(bytes)
        count += bytes.count
    }

    /// SHA-256 of what was written. To be asked once, when nothing more comes.
    package func digest() -> Hash { hash.finish() }

    /// Up to `count` of the bytes that were written; fewer only at the end.
    package func read(from offset: Int, count: Int) throws(SystemError) -> [UInt8] {
        try file.read(from: offset, count: max(0, min(count, self.count - offset)))
    }

    fileprivate func sync() throws(SystemError) {
        guard fsync(file.descriptor) == 0 else { throw SystemError("fsync", path) }
    }
}
