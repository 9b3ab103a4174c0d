import Daftar
import GRDB

/// On which day what is shown of an event last changed: by what was said about it, by a doubt, by a withdrawal or a
/// release of a part of it.
struct ChangeReader {
    private let size: Int
    private let last: PreparedStatement

    /// - Parameter size: as the ledger was with so many entries.
    init(_ db: Database, at size: Int) throws {
        self.size = size
        // Each `since` and each entry plus one is the size of the ledger from which on something was so.
        last = try PreparedStatement(
            db,
            """
            WITH its (entry) AS (
                SELECT ?1 UNION ALL SELECT entry FROM marks WHERE about = ?1 AND (type <> 'remark' OR kind IS NOT NULL)
            ),
            both (entry) AS (SELECT entry FROM its UNION ALL SELECT entry FROM marks WHERE about IN its AND about <> ?1),
            sizes (size) AS (
                SELECT since FROM marks WHERE entry IN both UNION ALL
                SELECT since FROM doubted WHERE entry IN both UNION ALL
                SELECT withdrawn_by + 1 FROM parts_changed WHERE entry IN its UNION ALL
                SELECT released_by + 1 FROM parts_changed WHERE entry IN its
            )
            SELECT recorded FROM entries WHERE entry = (SELECT max(size) - 1 FROM sizes WHERE size <= ?2)
            """)
    }

    /// Nil for what nothing changed.
    func lastChange(of event: Int) throws -> RecordedDay? {
        try last.all([.integer(event), .integer(size)]) { RecordedDay($0.text(0)) }.first ?? nil
    }

    /// Events of which a part was withdrawn or released: few. To ask for each event would cost more than to hold them.
    static func eventsWithChangedParts(_ db: Database) throws -> Set<Int> {
        Set(
            try db.rows("SELECT DISTINCT coalesce(about, entry) FROM parts_changed LEFT JOIN marks USING (entry)") {
                $0.integer(0)
            })
    }
}
