import Daftar
import GRDB

/// Finds events in the order of their dates: a page of them without a look at all others.
struct EventPlaces {
    private let db: Database
    private let query: EventQuery
    private let window: EventWindow
    /// From more hits than this on a page comes in the order of the ledger: to put all in the order of their dates takes a
    /// look at each.
    var manyHits = Ledger.countedEvents

    init(_ db: Database, _ query: EventQuery, _ window: EventWindow) {
        (self.db, self.query, self.window) = (db, query, window)
    }

    /// - Returns: the events, and whether they are in the order of the ledger.
    func find() throws -> (places: [EventPlace], isInEntryOrder: Bool) {
        guard let limit = window.limit, window.order == .date, !query.isFew else { return (try ordered(rows), false) }
        if query.terms.words != nil {
            let isMany = try EventCounting(db, query, upTo: manyHits).matching() > manyHits
            return isMany ? (try byEntry(limit), true) : (try ordered(rows), false)
        }
        if query.terms.isEmpty { return (try ordered(slices), false) }
        return (try FacetPage(db, query, window).find(), false)
    }

    private var direction: String { window.isReversed ? "DESC" : "ASC" }

    // MARK: Ways

    private func rows(_ tables: EventTables.Names) -> [EventQuery.SQL] { [query.rows(tables)] }

    private func slices(_ tables: EventTables.Names) -> [EventQuery.SQL] {
        query.slices.map { query.rows(tables, in: $0) }
    }

    private func ordered(_ rows: (EventTables.Names) -> [EventQuery.SQL]) throws -> [EventPlace] {
        let all = query.moment.tables.flatMap { tables in
            rows(tables).map { rows in
                let name = tables.prefix + "events", version = tables == .now ? "NULL" : "version"
                return ("SELECT sort, \(name).entry, \(version)\(rows.sql)", rows.values)
            }
        }
        return try select(all, window.order == .date ? "1 \(direction), 2 \(direction)" : "2 \(direction)")
    }

    private func byEntry(_ limit: Int) throws -> [EventPlace] {
        let all = query.moment.tables.map { tables in
            let rows = query.hits(tables)
            let key = tables == .now ? "search.rowid, NULL" : "past_events.entry, version"
            return ("SELECT NULL, \(key)\(rows.sql)", rows.values)
        }
        return try select(all, "2 \(direction)")
    }

    private func select(_ all: [EventQuery.SQL], _ order: String) throws -> [EventPlace] {
        let sql = all.map(\.sql).joined(separator: " UNION ALL ") + " ORDER BY \(order) LIMIT ? OFFSET ?"
        let limits: [PreparedStatement.Value] = [.integer(window.limit ?? -1), .integer(window.offset)]
        return try PreparedStatement(db, sql).all(all.flatMap(\.values) + limits) {
            EventPlace(entry: $0.integer(1), version: $0.optionalInteger(2))
        }
    }
}
