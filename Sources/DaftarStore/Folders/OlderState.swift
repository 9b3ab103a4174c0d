import Daftar
import GRDB
import Glibc

/// A working state that an older version of this program wrote. All that is published can be made anew from the published
/// files, so it is taken away; one that holds more is the only copy of that, and is left alone.
struct OlderState {
    private let state: StateFolder
    private let memory: Memory
    private let patience: Duration

    init(_ state: StateFolder, _ memory: Memory, _ patience: Duration) {
        (self.state, self.memory, self.patience) = (state, memory, patience)
    }

    /// - Throws: `.olderState` where something in it is not published in that folder.
    func discard(published directory: String, _ anchors: TrustAnchors) throws(StoreError) {
        let lock = try Lock.take(state.lock, isFolder: false, patience: patience)
        try withExtendedLifetime(lock) { () throws(StoreError) in
            // Somebody else may have done it while we waited.
            guard case (let version?, let own) = try read() else { return }
            let published: SignedCheckpoint?
            do { published = try PublishedFiles.head(LedgerDirectory(directory), anchors.policy) } catch {
                published = nil
            }
            guard (published?.checkpoint.size ?? 0) >= own?.checkpoint.size ?? 0 else {
                throw .olderState(version, size: own?.checkpoint.size ?? 0)
            }
            do throws(SystemError) {
                // What it had seen is not forgotten with it: another history is still refused.
                if let own, try isNews(own) { try memory.remember(own) }
                for suffix in ["-wal", "-shm", ""] where FileSystem.exists(state.database + suffix) {
                    let path = state.database + suffix
                    if unsafe unlink(path) != 0 { throw SystemError("remove", path) }
                }
            } catch { throw .system(error) }
        }
    }

    /// The version of an older state, and the checkpoint over all that it holds; no version for what is not older.
    private func read() throws(StoreError) -> (version: Int?, SignedCheckpoint?) {
        let database = try LedgerDatabase(state.database)
        let found = try database.read { db in
            let version = try db.rows("PRAGMA user_version") { $0.integer(0) }.first ?? 0
            guard (1..<Schema.version).contains(version) else { return (Int?.none, SignedCheckpoint?.none) }
            return (version, try LedgerRow.checkpoint(db))
        }
        try database.close()
        return found
    }

    private func isNews(_ own: SignedCheckpoint) throws(SystemError) -> Bool {
        guard case .checkpoint(let known) = try memory.recall(.checkpoint) else { return true }
        return known.checkpoint.size < own.checkpoint.size
    }
}
