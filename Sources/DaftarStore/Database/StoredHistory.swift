import Daftar
import GRDB

/// What the judge asks about earlier entries, answered from the store: also those of the transaction at work.
///
/// The judge can't be told that the disk failed, so a failure is kept, and asked for after each judgement.
final class StoredHistory: LedgerHistory {
    private let find: PreparedStatement
    private let root: PreparedStatement
    private let bytes: PreparedStatement
    private(set) var failure: (any Error)?
    /// The root that was asked for last: whole batches have seen the same.
    private var known = (size: 0, root: Hash.emptyTree)

    init(_ db: Database) throws {
        find = try PreparedStatement(db, "SELECT entry FROM entries WHERE statement = ?")
        root = try PreparedStatement(db, "SELECT root FROM entries WHERE entry = ?")
        bytes = try PreparedStatement(db, "SELECT bytes FROM entries WHERE entry = ?")
    }

    func entry(ofStatement hash: Hash) -> Int? { asking { try find.integer(.hash(hash)) } }

    func root(atSize size: Int) -> Hash? {
        if size == known.size { return known.root }
        if size == 0 { return Hash.emptyTree }
        guard let root = asking({ try root.bytes(.integer(size - 1)) }).flatMap({ Hash($0) }) else { return nil }
        known = (size, root)
        return root
    }

    func bytes(ofEntry index: Int) -> [UInt8]? { asking { try bytes.bytes(.integer(index)) } }

    /// Throws what went wrong while the judge was asking.
    func check() throws { if let failure { throw failure } }

    private func asking<R>(_ body: () throws -> R?) -> R? {
        do { return try body() } catch {
            failure = error
            return nil
        }
    }
}
