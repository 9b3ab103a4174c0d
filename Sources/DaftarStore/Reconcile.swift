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
        let (own, isDue) = try database.read { db in
            (try LedgerHead(db), try !db.rows("SELECT 1 FROM content_due LIMIT 1", read: { _ in }).isEmpty)
        }
        guard let published = try PublishedFiles.head(files, anchors.policy)?.checkpoint else {
            return own.size > 0 ? .storeAhead(publishedSize: 0) : .together
        }
        if published.size > own.size { return .filesAhead }
        let root = try database.read { try StoredHistory($0).root(atSize: published.size) }
        guard root == published.root else {
            throw .disagree(
                published: published, own: Checkpoint(origin: anchors.policy.origin, size: own.size, root: own.root))
        }
        return published.size == own.size && !isDue ? .together : .storeAhead(publishedSize: published.size)
    }

    /// Brings both together. The lock is held.
    ///
    /// - Returns: how many fsyncs publishing took.
    @discardableResult
    func reconcile() throws(StoreError) -> Int {
        switch try standing() {
        case .together: return 0
        case .filesAhead:
            let own = try database.read { try LedgerHead($0) }
            try Adoption(files: try openFiles(), anchors: anchors, database: database).run(own)
            return 0
        case .storeAhead(let size):
            let publisher = Publisher(try openFiles(), database, anchors.policy)
            try publisher.publish(from: size)
            return publisher.syncCount
        }
    }

    func openFiles() throws(StoreError) -> LedgerDirectory {
        do { return try LedgerDirectory(directory) } catch { throw error.isAbsent ? .noLedger(directory) : .system(error) }
    }
}
