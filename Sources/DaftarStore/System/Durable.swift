import Daftar
import Glibc

/// Puts files in place so that a crash at any moment leaves the old file or the new one, whole.
///
/// ```
/// write .tmp-checkpoint → fsync it → rename to checkpoint → fsync the folder
/// ```
/// Files of one round are renamed together once all of them are on disk; a folder is synced once a round, and before
/// `finish` returns. What if we crash before a rename? `.tmp-*` lies there: readers ignore it, the next writer replaces it.
/// Between renames? Some files are new, some old: a round holds only files whose order does not matter.
///
/// After a failed fsync nothing that is read back can be trusted (the kernel may have dropped the pages and forgotten the
/// error), so it throws, and every later call throws the same: start over from what is on disk.
final class Durable {
    /// Where all paths begin. Everything that is written lies below it.
    let root: String
    let mode: mode_t
    private(set) var syncCount = 0
    private var failure: SystemError?
    private var waiting: [(temporary: String, final: String)] = []
    private var folders: Set<String> = []
    /// What one entry takes goes one after the other.
    private static let few = 8

    init(root: String, mode: mode_t) {
        (self.root, self.mode) = (root, mode)
    }

    /// What was not put in its place leaves nothing: a disk that ran full is full enough.
    deinit { abandon() }

    /// Writes a file of this round; it is not in its place yet.
    func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
        try write(to: path) { file throws(SystemError) in try file.write(bytes) }
    }

    /// The same of a file that is written in pieces.
    func write(to path: String, _ body: (borrowing OpenFile) throws(SystemError) -> Void) throws(SystemError) {
        try guarding { () throws(SystemError) in
            let temporary = try prepareFile(path)
            syncCount += 1
            try Durable.write(to: temporary, mode, body)
        }
    }

    /// Writes files of this round; many of them on all cores, so that none waits for another one's fsync.
    func write(all files: [(bytes: [UInt8], path: String)]) throws(SystemError) {
        guard files.count > Self.few else {
            for file in files { try write(file.bytes, to: file.path) }
            return
        }
        try guarding { () throws(SystemError) in
            var temporaries: [String] = []
            for file in files { temporaries.append(try prepareFile(file.path)) }
            syncCount += files.count
            let results = Lanes.map(files.count) { [mode, temporaries] i in
                Result { () throws(SystemError) in
                    try Durable.write(to: temporaries[i], mode) { file throws(SystemError) in
                        try file.write(files[i].bytes)
                    }
                }
            }
            for result in results { try result.get() }
        }
    }

    /// Takes a file away at once, and what a crash left of it; that is durable when the round ends. It may be gone already.
    func remove(_ path: String) throws(SystemError) {
        try guarding { () throws(SystemError) in
            let full = Path.join(root, path)
            for file in [full, Durable.temporary(full)] {
                guard unsafe unlink(file) == 0 || errno == ENOENT else { throw SystemError("remove", file) }
            }
            // Where there never was a folder, there is nothing to make durable.
            if FileSystem.isFolder(Path.parent(full)) { folders.insert(Path.parent(full)) }
        }
    }

    /// Where a file lies while it is written.
    private static func temporary(_ path: String) -> String { Path.join(Path.parent(path), ".tmp-" + Path.name(path)) }

    /// Puts the files of this round in place; from here on they are there whatever happens.
    func finish() throws(SystemError) {
        try guarding { () throws(SystemError) in
            for (temporary, final) in waiting {
                guard unsafe rename(temporary, final) == 0 else { throw SystemError("rename", final) }
                folders.insert(Path.parent(final))
            }
            waiting = []
            // The deepest first: a folder is there for good before what it holds is said to be.
            for folder in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) { try syncFolder(folder) }
            folders = []
        }
    }

    /// Gives up what was written in this round and is not in its place.
    private func abandon() {
        for (temporary, _) in waiting { unsafe unlink(temporary) }
        waiting = []
    }

    // MARK: Steps

    private func guarding(_ body: () throws(SystemError) -> Void) throws(SystemError) {
        if let failure { throw failure }
        do { try body() } catch {
            failure = error
            throw error
        }
    }

    /// The temporary file that will take the place of `path` at the end of the round.
    private func prepareFile(_ path: String) throws(SystemError) -> String {
        _ = try prepare(Path.parent(path))
        let final = Path.join(root, path), temporary = Durable.temporary(final)
        waiting.append((temporary, final))
        return temporary
    }

    private static func write(
        to temporary: String, _ mode: mode_t, _ body: (borrowing OpenFile) throws(SystemError) -> Void
    ) throws(SystemError) {
        // A leftover, or a link that somebody put there, is never written through.
        guard unsafe unlink(temporary) == 0 || errno == ENOENT else { throw SystemError("remove", temporary) }
        let file = try OpenFile.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
        try body(file)
        guard fsync(file.descriptor) == 0 else { throw SystemError("fsync", temporary) }
    }

    /// Makes the folder below the root, and notes whose list of names changed.
    private func prepare(_ relative: String) throws(SystemError) -> String {
        guard relative != "." else { return root }
        let folder = Path.join(root, relative)
        if try FileSystem.status(folder)?.isFolder == true { return folder }
        let parent = try prepare(Path.parent(relative))
        guard unsafe mkdir(folder, mode | (mode & 0o444) >> 2) == 0 || errno == EEXIST else {
            throw SystemError("make the folder", folder)
        }
        folders.insert(parent)
        return folder
    }

    private func syncFolder(_ path: String) throws(SystemError) {
        syncCount += 1
        try FileSystem.syncFolder(path)
    }
}
