public import Daftar
import GRDB

/// An entry of a type that has content, part by part.
public struct EntryParts: Sendable {
    public let entry: Int
    public let statement: Daftar.Statement
    /// Shown fields by name, elements in their author's order, then fields that are not shown.
    public let parts: [SignedPart]
    /// Which entry withdrew a part.
    public let withdrawnBy: [Hash: Int]
}

extension Ledger {
    /// What an entry signed, and what became of each part; nil where there is no such entry.
    public func parts(ofEntry index: Int) throws(StoreError) -> EntryParts? {
        try database.read { db in
            guard let (statement, parts) = try ContentStore(db).parts(of: index) else { return nil }
            let sql = "SELECT digest, withdrawn_by FROM parts_changed WHERE entry = ? AND withdrawn_by IS NOT NULL"
            let withdrawn = try db.rows(sql, .integer(index)) { row in (row.hash(0), row.integer(1)) }
            return EntryParts(
                entry: index, statement: statement, parts: parts.sorted(by: EntryParts.isBefore),
                withdrawnBy: withdrawn.reduce(into: [:]) { if let hash = $1.0 { $0[hash] = $1.1 } })
        }
    }

    /// All versions of an event and what was signed about them, whichever of these `entry` is: the event, its
    /// corrections and retractions, remarks about it and what retracts those. Ascending.
    public func versions(ofEntry entry: Int) throws(StoreError) -> [Int] {
        try database.read { db in
            let up = try PreparedStatement(db, "SELECT about FROM marks WHERE entry = ?")
            let down = try PreparedStatement(db, "SELECT entry FROM marks WHERE about = ?")
            var event = entry
            while let about = try up.integer(.integer(event)) { event = about }
            var found = [event], next = 0
            while next < found.count {
                found += try down.all([.integer(found[next])]) { $0.integer(0) }
                next += 1
            }
            return found.sorted()
        }
    }
}

extension EntryParts {
    fileprivate static func isBefore(_ a: SignedPart, _ b: SignedPart) -> Bool {
        func key(_ part: SignedPart) -> (Int, String, Int) {
            part.list.map { (1, $0, part.ordinal) } ?? part.name.map { (0, $0, 0) } ?? (2, "", part.ordinal)
        }
        return key(a) < key(b)
    }
}
