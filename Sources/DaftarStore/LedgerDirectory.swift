public import Daftar
import Glibc

/// A published ledger in a folder on this machine. What lies there is hostile: links are not followed, pipes and devices
/// are not read, and no path is made of anything but a place.
public final class LedgerDirectory: LedgerFiles {
    public let path: String
    private let folder: OpenFile

    /// Opens the folder; what lies in it may change later.
    public init(_ path: String) throws(SystemError) {
        self.path = path
        folder = try OpenFile.open(path, O_RDONLY | O_DIRECTORY)
    }

    /// True where the folder looks like a ledger's: it has a checkpoint, or one that waits for its quorum.
    public static func isLedger(_ path: String) -> Bool {
        [LedgerPlace.checkpoint, .pendingCheckpoint].contains { FileSystem.exists(Path.join(path, $0.path)) }
    }

    /// True where a ledger is published, with tiles. A folder that holds a checkpoint alone is the desk of somebody who
    /// signs offline, and what they write there gets nowhere.
    package static func isPublished(_ path: String) -> Bool {
        isLedger(path) && FileSystem.exists(Path.join(path, "tile"))
    }

    public func byteCount(of place: LedgerPlace) throws(LedgerReadError) -> Int? {
        try withFile(place) { file throws(SystemError) in Int(try file.status().st_size) }
    }

    public func read(_ place: LedgerPlace, from offset: Int, count: Int) throws(LedgerReadError) -> [UInt8]? {
        try withFile(place) { file throws(SystemError) in
            // A file can't give more than it has: room is taken for that much only.
            let rest = max(0, Int(try file.status().st_size) - offset)
            return try file.read(from: offset, count: min(count, rest))
        }
    }

    public func partialPlaces() throws(LedgerReadError) -> [LedgerPlace] {
        do {
            var walk = PartialWalk(root: Path.join(path, "tile"))
            return try walk.places()
        } catch {
            throw LedgerReadError(place: "tile", problem: error.reason)
        }
    }

    public func timestampSizes() throws(LedgerReadError) -> [Int] {
        do {
            return try FileSystem.names(in: Path.join(path, "timestamps")).compactMap { name in
                guard name.hasSuffix(".tsr"), let size = Int(name.dropLast(4)), "\(size).tsr" == name else {
                    return nil
                }
                return size
            }.sorted()
        } catch {
            throw LedgerReadError(place: "timestamps", problem: error.reason)
        }
    }

    // MARK: Opening

    private func withFile<R>(
        _ place: LedgerPlace, _ body: (borrowing OpenFile) throws(SystemError) -> R
    ) throws(LedgerReadError) -> R? {
        do throws(SystemError) {
            let file = try open(place.path)
            guard try file.status().isFile else { throw SystemError("read", place.path, EINVAL) }
            return try body(file)
        } catch {
            // ENOTDIR is no absence: it is how the system says that a folder on the way is a link.
            if error.code == ENOENT { return nil }
            // What lies in a file's place and is none: a link is not followed, a pipe is not read.
            let isNoFile = [EINVAL, ELOOP, ENOTDIR, EISDIR, ENXIO].contains(error.code)
            throw LedgerReadError(
                place: place.path, problem: isNoFile ? "is not a plain file in plain folders" : error.reason,
                isNoFile: isNoFile)
        }
    }

    /// Opens part by part, since `O_NOFOLLOW` looks at the last part only.
    private func open(_ path: String) throws(SystemError) -> OpenFile {
        let parts = path.split(separator: "/").map(String.init)
        var inner: Int32 = -1
        defer { if inner >= 0 { close(inner) } }
        for part in parts.dropLast() {
            let next = retrying {
                Int(
                    unsafe openat(
                        inner < 0 ? folder.descriptor : inner, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
            }
            guard next >= 0 else { throw SystemError("open", path) }
            if inner >= 0 { close(inner) }
            inner = Int32(next)
        }
        return try OpenFile.open(parts.last ?? path, O_RDONLY | O_NOFOLLOW, in: inner < 0 ? folder.descriptor : inner)
    }
}
