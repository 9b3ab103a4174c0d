import Daftar
import GRDB

/// What the judge asks about earlier entries, answered from the store: also those of the transaction at work.
///
/// The judge can't be told that the disk failed, so a failure is kept, and asked for after each judgement.
final class StoredHistory: LedgerHistory {
    private let find: PreparedStatement
    private let root: PreparedStatement
    private let bytes: PreparedStatement
    private let roots: PreparedStatement
    private(set) var failure: (any Error)?
    /// The root that was asked for last: whole batches have seen the same.
    private var known = (size: 0, root: Hash.emptyTree)

    init(_ db: Database) throws {
        find = try PreparedStatement(db, "SELECT entry FROM entries WHERE statement = ?")
        root = try PreparedStatement(db, "SELECT root FROM entries WHERE entry = ?")
        bytes = try PreparedStatement(db, "SELECT bytes FROM entries WHERE entry = ?")
        roots = try PreparedStatement(
            db, "SELECT entry, root FROM entries WHERE entry >= ? AND entry < ? ORDER BY entry")
    }

    /// Asks one thing for those who can be told what went wrong: a disk that fails is no history that differs.
    static func ask<R>(_ db: Database, _ question: (StoredHistory) throws -> R) throws -> R {
        let history = try StoredHistory(db), answer = try question(history)
        try history.check()
        return answer
    }

    func entry(ofStatement hash: Hash) -> Int? { asking { try find.integer(.hash(hash)) } }

    func root(atSize size: Int) -> Hash? {
        if size == known.size { return known.root }
        if size == 0 { return Hash.emptyTree }
        guard let root = asking({ try root.bytes(.integer(size - 1)) }).flatMap({ Hash($0) }) else { return nil }
        known = (size, root)
        return root
    }

    /// The size whose root makes `isWanted` true, the largest first; all cores look.
    func size(_ isWanted: @Sendable (Int, Hash) -> Bool, upTo size: Int) throws -> Int? {
        let piece = 1 << 14
        for end in stride(from: size, to: 0, by: -piece) {
            let rows = try roots.all([.integer(end - piece), .integer(end)]) { ($0.integer(0) + 1, $0.hash(1)) }
            let found = Lanes.map(rows.count) { i in rows[i].1.map { isWanted(rows[i].0, $0) } ?? false }
            if let place = found.lastIndex(of: true) { return rows[place].0 }
        }
        return nil
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
