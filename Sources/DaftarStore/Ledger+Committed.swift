public import Daftar
import GRDB

extension Ledger {
    /// How many entries the working state of a ledger holds, without bringing anything together; nil where there is none.
    public static func committedSize(anchors: TrustAnchors, folders: UserFolders) throws(StoreError) -> Int? {
        let state = StateFolder(folders, anchors.memoryKey)
        guard state.isThere else { return nil }
        let database = try LedgerDatabase(state.database)
        let size = try database.read { try LedgerHead($0).size }
        try database.close()
        return size
    }
}
