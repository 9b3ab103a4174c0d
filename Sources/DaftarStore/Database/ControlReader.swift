import Daftar
import GRDB

/// Reads the few entries that say what a ledger is and who may sign. Whatever the store holds had no finding.
enum ControlReader {
    /// Charter, grants, revocations and amendments, in order.
    ///
    /// - Parameter size: only entries before this index.
    static func rights(_ db: Database, _ origin: Origin, before size: Int) throws -> [(entry: Int, body: ControlBody)] {
        let rows = try db.rows(
            """
            SELECT entry, bytes FROM entries
            WHERE type IN ('charter', 'grant', 'revoke', 'amendment') AND entry < ? ORDER BY entry
            """, .integer(size)
        ) { ($0.integer(0), $0.bytes(1)) }
        return try rows.map { entry, bytes in
            guard let statement = Daftar.Statement.inEntry(bytes)?.statement,
                let json = try? CanonicalJSON.parse(statement.body),
                let body = try? ControlBody(type: statement.type, json, origin: origin)
            else { throw StoreError.damagedState("entries") }
            return (entry, body)
        }
    }
}
