import Daftar
import GRDB

/// Which entries and events are otherwise in one state of a ledger than in an earlier one.
public struct LedgerChanges: Hashable, Sendable {
    /// A withdrawal or a release: how many parts of which entry.
    public struct Parts: Hashable, Sendable {
        public let entry: Int
        public let of: Int
        public let count: Int
    }

    /// Events of the later state alone, ascending.
    public let added: [Int]
    /// Events of both that may be shown otherwise: corrected, retracted, disputed, doubted, shown more or less of.
    public let touched: [Int]
    public let withdrawn: [Parts]
    public let released: [Parts]
    /// Charter, grants, revocations and amendments.
    public let control: [Int]
    /// All entries of the later state alone, by type.
    public let types: [String: Int]
}

extension Ledger {
    /// What came from entry `earlier` on, up to the state of `later` entries.
    ///
    /// - Parameters:
    ///   - earlier: a size, at least 0.
    ///   - later: a size that the ledger had, not below `earlier`.
    public func changes(from earlier: Int, to later: Int) throws(StoreError) -> LedgerChanges {
        try database.read { db in
            let query = ChangesQuery(db: db, earlier: earlier, later: later)
            return LedgerChanges(
                added: try query.entries(of: ["event"]), touched: try query.touched(),
                withdrawn: try query.parts("withdrawn_by"), released: try query.parts("released_by"),
                control: try query.entries(of: ["charter", "grant", "revoke", "amendment"]),
                types: try Ledger.types(db, earlier..<later))
        }
    }

    /// How many entries there are of each type.
    public func types(at size: Int) throws(StoreError) -> [String: Int] {
        try database.read { try Ledger.types($0, 0..<size) }
    }

    private static func types(_ db: Database, _ range: Range<Int>) throws -> [String: Int] {
        let rows = try db.rows(
            "SELECT type, count(*) FROM entries WHERE entry >= ? AND entry < ? GROUP BY type",
            .integer(range.lowerBound), .integer(range.upperBound)
        ) { ($0.text(0), $0.integer(1)) }
        return Dictionary(uniqueKeysWithValues: rows)
    }
}

/// Looks for what entries of a range did.
private struct ChangesQuery {
    let db: Database
    let earlier: Int
    let later: Int

    func entries(of types: [String]) throws -> [Int] {
        let list = types.map { "'\($0)'" }.joined(separator: ", ")
        return try db.rows(
            "SELECT entry FROM entries WHERE type IN (\(list)) AND entry >= ? AND entry < ? ORDER BY entry",
            .integer(earlier), .integer(later)
        ) { $0.integer(0) }
    }

    /// Events of the earlier state that something was said of, or that became doubted, or of which other parts are shown.
    func touched() throws -> [Int] {
        try db.rows(
            """
            WITH changed (entry) AS (
                SELECT about FROM marks WHERE since > ?1 AND since <= ?2
                UNION SELECT other FROM marks WHERE since > ?1 AND since <= ?2 AND other IS NOT NULL
                UNION SELECT entry FROM doubted WHERE since > ?1 AND since <= ?2
                UNION SELECT entry FROM parts_changed
                WHERE withdrawn_by >= ?1 AND withdrawn_by < ?2 OR released_by >= ?1 AND released_by < ?2
            ), said (entry) AS (
                SELECT entry FROM changed UNION SELECT about FROM marks JOIN changed USING (entry)
            )
            SELECT DISTINCT entry FROM said JOIN events USING (entry) WHERE entry < ?1 ORDER BY entry
            """, .integer(earlier), .integer(later)
        ) { $0.integer(0) }
    }

    func parts(_ column: String) throws -> [LedgerChanges.Parts] {
        try db.rows(
            """
            SELECT \(column), entry, count(*) FROM parts_changed WHERE \(column) >= ? AND \(column) < ?
            GROUP BY \(column), entry ORDER BY 1, 2
            """, .integer(earlier), .integer(later)
        ) { LedgerChanges.Parts(entry: $0.integer(0), of: $0.integer(1), count: $0.integer(2)) }
    }
}
