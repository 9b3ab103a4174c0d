import Daftar
import GRDB

/// Counts events in groups. All of it is one pass over those that match.
struct TallyQuery {
    private let db: Database
    private let query: EventQuery
    private var tables: [EventTables.Names] { query.moment.tables }

    init(_ db: Database, _ query: EventQuery) { (self.db, self.query) = (db, query) }

    func kinds() throws -> EventTally {
        let counts = try tables.flatMap { tables in
            let rows = query.rows(tables)
            return try PreparedStatement(db, "SELECT kind, NULL, count(*)\(rows.sql) GROUP BY 1").all(
                rows.values, read: TallyQuery.count)
        }
        let events = counts.reduce(0) { $0 + $1.count }
        let named = counts.filter { $0.key != nil }
        return EventTally(
            groups: sum(named), ungrouped: events - named.reduce(0) { $0 + $1.count }, events: events)
    }

    /// Counts by a column of a part of which an event may have several.
    ///
    /// - Parameter columns: what is counted by, and what it is called.
    func parts(_ columns: String, of table: String) throws -> EventTally {
        var counts: [Count] = [], events = 0, grouped = 0
        for tables in tables {
            let rows = query.rows(tables), key = tables.key
            // The parts are gone through once: not every one of their tables is quick to ask for those of one event.
            let parts =
                " FROM \(tables.prefix)\(table) WHERE \(key) IN (SELECT \(tables.prefix)events.\(key)\(rows.sql))"
            func number(_ sql: String) throws -> Int {
                try PreparedStatement(db, sql).all(rows.values) { $0.integer(0) }.first ?? 0
            }
            counts += try PreparedStatement(db, "SELECT \(columns), count(DISTINCT \(key))\(parts) GROUP BY 1").all(
                rows.values, read: TallyQuery.count)
            events += try number("SELECT count(*)\(rows.sql)")
            grouped += try number("SELECT count(DISTINCT \(key))\(parts)")
        }
        return EventTally(groups: sum(counts.filter { $0.key != nil }), ungrouped: events - grouped, events: events)
    }

    /// Counts by month, honestly: a date that may be of several months is certain of none.
    func months() throws -> EventTally {
        let dates = try tables.flatMap { tables in
            let rows = query.rows(tables)
            return try PreparedStatement(db, "SELECT date, NULL, count(*)\(rows.sql) GROUP BY 1").all(
                rows.values, read: TallyQuery.count)
        }
        var certain: [EDTF.Month: Int] = [:], possible: [EDTF.Month: Int] = [:], ungrouped = 0
        for date in dates {
            guard let months = date.key.flatMap({ try? EDTF(parsing: $0, years: CivilDate.years) })?.months else {
                ungrouped += date.count
                continue
            }
            for month in months.certain { certain[month, default: 0] += date.count }
            for month in months.possible { possible[month, default: 0] += date.count }
        }
        let groups = Set(certain.keys).union(possible.keys).sorted().map { month in
            EventTally.Group(
                key: month.text, name: nil, count: certain[month] ?? 0, perhaps: possible[month] ?? 0)
        }
        return EventTally(groups: groups, ungrouped: ungrouped, events: dates.reduce(0) { $0 + $1.count })
    }

    // MARK: Counts

    private struct Count {
        let key: String?
        let name: String?
        let count: Int
    }

    private static func count(_ row: StatementRow) -> Count {
        Count(key: row.optionalText(0), name: row.optionalText(1), count: row.integer(2))
    }

    /// The same groups of the tables of now and of the past together; the largest first.
    private func sum(_ counts: [Count]) -> [EventTally.Group] {
        let byKey = Dictionary(grouping: counts) { $0.key ?? "" }
        return byKey.map { key, counts in
            EventTally.Group(
                key: key, name: counts.compactMap(\.name).min(), count: counts.reduce(0) { $0 + $1.count }, perhaps: 0)
        }.sorted { ($1.count, $0.key) < ($0.count, $1.key) }
    }
}
