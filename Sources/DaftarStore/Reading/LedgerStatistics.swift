import Daftar
import GRDB

/// Sums over all events of a ledger, as they are shown.
///
/// How many parts are withheld is not among them: an event that is withheld whole is filled up so that its number says
/// nothing (DESIGN §4.3), and a count of such events would.
public struct LedgerStatistics: Hashable, Sendable {
    public typealias Counts = [String: Int]

    public let entries: Counts
    public let events: Int
    public let kinds: EventTally
    public let places: EventTally
    /// By the year of the first and the last day, where both lie in one.
    public let years: Counts
    /// Events of which that is not so.
    public let withoutYear: Int
    public let sources: Int
    /// Those that derive from no other.
    public let originals: Int
    /// Of sources.
    public let languages: Counts
    public let publishers: Int
    /// Actors by their id; those without one by their name.
    public let actors: Int
    /// Parts that a signed entry took out.
    public let withdrawn: Int
}

extension Ledger {
    /// Counts what there is.
    public func statistics(at size: Int) throws(StoreError) -> LedgerStatistics {
        let types = try types(at: size)
        let filter = EventFilter()
        let (kinds, places) = (try tally(filter, by: .kind, at: size), try tally(filter, by: .place, at: size))
        return try database.read { db in
            guard let query = try EventQuery(db, filter, EventMoment(db, at: size)) else {
                throw StoreError.damagedState("events")
            }
            let counting = StatisticsQuery(db: db, query: query)
            let years = try counting.years(), languages = try counting.sources("language")
            return LedgerStatistics(
                entries: types, events: kinds.events, kinds: kinds, places: places,
                years: years.filter { !$0.key.isEmpty }, withoutYear: years[""] ?? 0,
                sources: languages.values.reduce(0, +), originals: try counting.originals(),
                languages: languages.filter { !$0.key.isEmpty },
                publishers: try counting.sources("publisher").keys.count { !$0.isEmpty },
                actors: try counting.distinct("actors", "ifnull(nullif(id, ''), name)"),
                withdrawn: try counting.withdrawn())
        }
    }
}

/// Sums over the tables of a moment.
private struct StatisticsQuery {
    let db: Database
    let query: EventQuery

    /// Events by year; those of several years, or of none that is known, under nothing.
    func years() throws -> [String: Int] {
        let year = "CASE WHEN substr(date_min, 1, 4) = substr(date_max, 1, 4) THEN substr(date_min, 1, 4) ELSE '' END"
        return try counts { "SELECT \(year), count(*)\($0.rows.sql) GROUP BY 1" }
    }

    /// Sources by one of their columns.
    func sources(_ column: String) throws -> [String: Int] {
        try counts { "SELECT ifnull(\(column), ''), count(*) FROM \(joined("sources", $0)) GROUP BY 1" }
    }

    func originals() throws -> Int {
        try counts {
            "SELECT '', count(*) FROM \(joined("sources", $0)) WHERE ifnull(derivation, 'original') = 'original'"
        }.values.reduce(0, +)
    }

    /// How many values of a column of a part there are.
    func distinct(_ table: String, _ column: String) throws -> Int {
        try counts { "SELECT DISTINCT \(column), 1 FROM \(joined(table, $0)) WHERE \(column) <> ''" }.count
    }

    func withdrawn() throws -> Int {
        try db.rows("SELECT count(*) FROM parts_changed WHERE withdrawn_by < ?", .integer(query.moment.size ?? .max)) {
            $0.integer(0)
        }.first ?? 0
    }

    private typealias Rows = (tables: EventTables.Names, rows: EventQuery.SQL)

    private func joined(_ table: String, _ rows: Rows) -> String {
        let (tables, part) = (rows.tables, rows.tables.prefix + table)
        let events = "SELECT \(tables.prefix)events.\(tables.key) AS row\(rows.rows.sql)"
        return "(\(events)) AS shown CROSS JOIN \(part) ON \(part).\(tables.key) = shown.row"
    }

    private func counts(_ sql: (Rows) -> String) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for tables in query.moment.tables {
            let rows = query.rows(tables)
            for (key, count) in try PreparedStatement(db, sql((tables, rows))).all(
                rows.values, read: { ($0.text(0), $0.integer(1)) })
            {
                counts[key, default: 0] += count
            }
        }
        return counts
    }
}
