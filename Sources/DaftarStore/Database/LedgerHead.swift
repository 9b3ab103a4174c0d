import Daftar
import GRDB

/// Where the next entry goes.
struct LedgerHead: Hashable, Sendable {
    var size: Int
    var root: Hash
    /// The leaf hash of the last entry: the next one's `previous`.
    var leaf: Hash
    /// Nil before the first entry.
    var day: RecordedDay?

    static let empty = LedgerHead(size: 0, root: Hash.emptyTree, leaf: Hash.emptyTree, day: nil)

    init(size: Int, root: Hash, leaf: Hash, day: RecordedDay?) {
        (self.size, self.root, self.leaf, self.day) = (size, root, leaf, day)
    }

    init(_ db: Database) throws {
        let rows = try db.rows("SELECT entry, root, leaf, recorded FROM entries ORDER BY entry DESC LIMIT 1") { row in
            guard let root = row.hash(1), let leaf = row.hash(2) else { throw StoreError.damagedState("entries") }
            return LedgerHead(size: row.integer(0) + 1, root: root, leaf: leaf, day: RecordedDay(row.text(3)))
        }
        self = rows.first ?? .empty
    }
}
