import Daftar

/// How the store stands to the published files.
enum Standing: Hashable {
    /// Both have the same entries, and nothing is due.
    case together
    /// The files have entries that the store lacks.
    case filesAhead
    /// The store has committed what is not published; the files have this many entries.
    case storeAhead(publishedSize: Int)
}

extension Ledger {
    /// Compares heads; two reads, whatever the size.
    func standing() throws(StoreError) -> Standing {
        let files = try openFiles()
        let (own, signed, isDue) = try database.read { db in
            let isDue = try !db.rows("SELECT 1 FROM content_due LIMIT 1", read: { _ in }).isEmpty
            return (try LedgerHead(db), try LedgerRow.checkpoint(db), isDue)
        }
        guard let published = try PublishedFiles.head(files, anchors.policy, known: signed)?.checkpoint else {
            return own.size > 0 ? .storeAhead(publishedSize: 0) : .together
        }
        if published.size > own.size { return .filesAhead }
        let root = try database.read { try StoredHistory.ask($0) { $0.root(atSize: published.size) } }
        guard root == published.root else {
            throw .disagree(
                published: published, own: Checkpoint(origin: anchors.policy.origin, size: own.size, root: own.root))
        }
        let waitIsOver = try PublishedFiles.waitIsOver(files, anchors.policy)
        return published.size == own.size && !isDue && !waitIsOver
            ? .together : .storeAhead(publishedSize: published.size)
    }

    /// Brings both together. The lock is held.
    ///
    /// - Returns: published files that were not what was committed, and were written anew.
    @discardableResult
    func reconcile() throws(StoreError) -> [String] {
        switch try standing() {
        case .together: return []
        case .filesAhead:
            let own = try database.read { try LedgerHead($0) }
            let adoption = Adoption(files: try openFiles(), anchors: anchors, database: database)
            try adoption.run(own, remembered: try remembered())
            try settleWhereNew()
            return []
        case .storeAhead(let size):
            var publisher = Publisher(try openFiles(), database, anchors.policy, staged)
            try publisher.publish(from: size)
            try settle()
            return publisher.healed
        }
    }

    /// What opening a ledger does first. The lock is held.
    func heal() throws(StoreError) {
        try reconcile()
        do throws(StoreError) { try forgetWithdrawn() } catch {
            // Where somebody reads there, that is no reason not to read as well: whoever comes next tries again.
            guard case .notForgotten = error else { throw error }
        }
    }

    /// Ends a withdrawal, once the published files no longer hold what was withdrawn. The lock is held.
    func forgetWithdrawn() throws(StoreError) {
        if try database.read(LedgerRow.forgets) { try database.forget() }
    }

    // MARK: The folder that is published to

    /// Notes the folder that was published to.
    private func settle() throws(StoreError) {
        guard let here = FileSystem.real(directory), try database.read(LedgerRow.directory) != here else { return }
        try database.write { try LedgerRow.setDirectory(here, $0) }
    }

    /// The same for a folder that was adopted from, unless another one is published to.
    private func settleWhereNew() throws(StoreError) {
        if let home = try database.read(LedgerRow.directory), LedgerDirectory.isLedger(home) { return }
        try settle()
    }

    /// Where the newest checkpoint is published already, a folder that lacks entries is an older copy of that one. A
    /// folder that was moved, or a machine that was copied with what a crash left on it, is none.
    func checkIsHome(publishedSize: Int) throws(StoreError) {
        let (home, own) = try database.read { (try LedgerRow.directory($0), try LedgerHead($0)) }
        guard let home, home != FileSystem.real(directory), let files = try? LedgerDirectory(home),
            let published = (try? PublishedFiles.head(files, anchors.policy)) ?? nil,
            published.checkpoint.size == own.size, published.checkpoint.root == own.root
        else { return }
        throw .olderCopy(directory, home: home, size: publishedSize, newest: own.size)
    }

    // MARK: What was verified before

    /// The largest checkpoint that this machine verified; a damaged memory says nothing.
    func remembered() throws(StoreError) -> Checkpoint? {
        do throws(SystemError) {
            let recalled = [try memory.recall(.checkpoint), try memory.recall(.pending)]
            return recalled.compactMap { if case .checkpoint(let signed) = $0 { signed.checkpoint } else { nil } }
                .max { $0.size < $1.size }
        } catch { throw .system(error) }
    }

    /// Appending to an older or another history than the one that was verified here would make a fork of it.
    func checkGrowsFromRemembered() throws(StoreError) {
        guard let old = try remembered() else { return }
        let (own, root) = try database.read { db in
            let own = try LedgerHead(db)
            return (own, old.size <= own.size ? try StoredHistory.ask(db) { $0.root(atSize: old.size) } : nil)
        }
        guard root == old.root else {
            throw .disagree(
                published: Checkpoint(origin: anchors.policy.origin, size: own.size, root: own.root), own: old)
        }
    }

    func openFiles() throws(StoreError) -> LedgerDirectory {
        do { return try LedgerDirectory(directory) } catch {
            throw error.isAbsent ? .noLedger(directory) : .system(error)
        }
    }
}
