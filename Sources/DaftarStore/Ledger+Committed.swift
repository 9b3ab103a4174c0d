public import Daftar
import GRDB

/// What the working state of a ledger holds.
public struct Committed: Hashable, Sendable {
    public let size: Int
    /// The published checkpoint is of another history than this.
    public let isOtherHistory: Bool
}

extension Ledger {
    /// Looks into the working state of a ledger, without bringing anything together; nil where there is none.
    public static func committed(
        besides published: Checkpoint?, anchors: TrustAnchors, folders: UserFolders
    ) throws(StoreError) -> Committed? {
        let state = StateFolder(folders, anchors.memoryKey)
        guard state.isThere else { return nil }
        let database = try LedgerDatabase(state.database)
        let committed = try database.read { db in
            let size = try LedgerHead(db).size
            guard let published, published.size <= size else { return Committed(size: size, isOtherHistory: false) }
            let root = try StoredHistory.ask(db) { $0.root(atSize: published.size) }
            return Committed(size: size, isOtherHistory: root != published.root)
        }
        try database.close()
        return committed
    }
}
