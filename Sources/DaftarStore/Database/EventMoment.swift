import Daftar
import GRDB

/// The point in a ledger's life at which its events are looked at: now, or when it had so many entries.
struct EventMoment {
    /// Nil for now.
    let size: Int?
    /// The tables that hold what was shown then.
    let tables: [EventTables.Names]
    /// True where few entries were there: to look at each is less than to go through all events by date.
    private let isEarly: Bool

    /// The entry of a hit in the full text.
    static let hit = "search.rowid"

    /// Below this part of all entries a moment is early.
    private static let early = 16

    init(_ db: Database, at size: Int?) throws {
        let all = try db.rows("SELECT max(entry) + 1 FROM entries") { $0.integer(0) }.first ?? 0
        guard let size, size < all else {
            (self.size, tables, isEarly) = (nil, [.now], false)
            return
        }
        let hasPast = try !db.rows(
            "SELECT 1 FROM past_events WHERE until > ? LIMIT 1", .integer(size), read: { _ in }
        ).isEmpty
        (self.size, tables) = (size, hasPast ? [.now, .past] : [.now])
        isEarly = size < all / Self.early
    }

    /// Which rows of these tables were shown then; nil where all are.
    ///
    /// - Parameter entry: what the SQL calls the entry of a row.
    func condition(
        _ tables: EventTables.Names, _ entry: String = "events.entry"
    ) -> (sql: String, values: [PreparedStatement.Value])? {
        guard let size else { return nil }
        if tables == .past { return ("since <= ? AND until > ?", [.integer(size), .integer(size)]) }
        // With a plus SQLite goes through the events by date and does not gather all earlier entries first.
        let isAsked = isEarly || entry == EventMoment.hit
        let earlier = "\(isAsked ? "" : "+")\(entry) < ?"
        guard self.tables.contains(.past) else { return (earlier, [.integer(size)]) }
        return (
            "\(earlier) AND NOT EXISTS (SELECT 1 FROM past_events AS past WHERE past.entry = \(entry) AND past.until > ?)",
            [.integer(size), .integer(size)]
        )
    }

    /// The events for which a condition on their rows holds, in no order.
    func places(_ db: Database, _ condition: String, _ values: [PreparedStatement.Value]) throws -> [EventPlace] {
        try tables.flatMap { tables in
            let shown = self.condition(tables)
            let version = tables == .now ? "NULL" : "version"
            return try PreparedStatement(
                db,
                """
                SELECT entry, \(version) FROM \(tables.prefix)events
                WHERE \(condition) AND \(shown?.sql ?? "TRUE") ORDER BY entry
                """
            ).all(values + (shown?.values ?? [])) {
                EventPlace(entry: $0.integer(0), version: $0.optionalInteger(1))
            }
        }
    }
}
