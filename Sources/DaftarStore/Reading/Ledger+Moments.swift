public import Daftar
import GRDB

// The ledger as it once was: which size it had on a day, and what its checkpoint was over.
extension Ledger {
    /// How many entries there were at the end of a day, by the ledger's own record of days; 0 before the charter.
    public func size(atEndOf day: RecordedDay) throws(StoreError) -> Int {
        try database.read { db in
            let recorded = try PreparedStatement(db, "SELECT recorded FROM entries WHERE entry = ?")
            // Days never decrease from an entry to the next, so halving finds the last one.
            var low = 0, high = try LedgerHead(db).size
            while low < high {
                let middle = (low + high) / 2
                guard let text = try recorded.bytes(.integer(middle)),
                    let its = RecordedDay(String(decoding: text, as: UTF8.self))
                else { throw StoreError.damagedState("entries") }
                if its <= day { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    /// The day of the last of the first `size` entries.
    public func lastDay(at size: Int) throws(StoreError) -> RecordedDay? {
        try database.read { db in
            try db.rows("SELECT recorded FROM entries WHERE entry = ?", .integer(size - 1)) { RecordedDay($0.text(0)) }
                .first ?? nil
        }
    }

    /// What a checkpoint over the first `size` entries says, nil for all of them. Nil where there are not so many.
    public func head(at size: Int? = nil) throws(StoreError) -> Checkpoint? {
        try database.read { db in
            let size = try size ?? LedgerHead(db).size
            guard size > 0, let root = try StoredHistory.ask(db, { $0.root(atSize: size) }) else { return nil }
            return Checkpoint(origin: anchors.policy.origin, size: size, root: root)
        }
    }
}
