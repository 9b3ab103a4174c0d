import Daftar
import GRDB

/// A filter as SQL: conditions over one set of event tables, and the values for them.
struct EventQuery {
    private let tables: EventTables.Names
    private var conditions: [String] = []
    private var values: [PreparedStatement.Value] = []

    /// How many words alone let through is asked of the index: no row need be looked at.
    private var isWordsAlone = false

    /// Nil for words to search that have no word in them: nothing can match.
    init?(_ filter: EventFilter, includesTouching: Bool, _ moment: EventMoment, _ tables: EventTables.Names) {
        self.tables = tables
        let prefix = tables.prefix, key = tables.key
        isWordsAlone = filter.isWordsAlone && tables == .now
        if let words = filter.words {
            guard let query = SearchIndex.query(words) else { return nil }
            if isWordsAlone {
                add("search MATCH ?", .text(query))
            } else {
                add("\(key) IN (SELECT rowid FROM \(prefix)search WHERE \(prefix)search MATCH ?)", .text(query))
            }
        }
        if let condition = isWordsAlone ? moment.condition(tables, EventMoment.hit) : moment.condition(tables) {
            add(condition.sql, condition.values)
        }
        if let period = filter.period { add(period, includesTouching) }
        if let kind = filter.kind {
            // '0' is the character after '/': the range is all that begins with the kind and a slash.
            add("(kind = ? OR (kind >= ? AND kind < ?))", .text(kind), .text(kind + "/"), .text(kind + "0"))
        }
        if let place = filter.place {
            // '.' is the character after '-'.
            add(
                "\(key) IN (SELECT \(key) FROM \(prefix)places WHERE code = ? OR (code >= ? AND code < ?))",
                .text(place),
                .text(place + "-"), .text(place + "."))
        }
        if let actor = filter.actor {
            add(
                "\(key) IN (SELECT \(key) FROM \(prefix)actors WHERE id = ? OR instr(lower(name), lower(?)))",
                .text(actor),
                .text(actor))
        }
        if let source = filter.source {
            add(
                "\(key) IN (SELECT \(key) FROM \(prefix)sources WHERE id = ? OR instr(lower(publisher), lower(?)) OR instr(lower(url), lower(?)))",
                .text(source), .text(source), .text(source))
        }
    }

    // MARK: Asking

    /// How many events match.
    static func count(_ db: Database, _ filter: EventFilter, includesTouching: Bool, _ moment: EventMoment) throws
        -> Int
    {
        if filter.isEmpty { return try EntryStore.events(db, at: moment.size) }
        return try moment.tables.reduce(0) { count, tables in
            guard let query = EventQuery(filter, includesTouching: includesTouching, moment, tables) else {
                return count
            }
            let table = query.isWordsAlone ? "search" : "\(tables.prefix)events"
            let sql = "SELECT count(*) FROM \(table)" + query.clause
            return try count + (PreparedStatement(db, sql).all(query.values) { $0.integer(0) }.first ?? 0)
        }
    }

    /// The events that match, in the order of their dates.
    static func places(_ db: Database, _ filter: EventFilter, _ moment: EventMoment, _ window: EventWindow) throws
        -> [EventPlace]
    {
        var selections: [String] = [], values: [PreparedStatement.Value] = []
        for tables in moment.tables {
            guard let query = EventQuery(filter, includesTouching: filter.includesTouching, moment, tables) else {
                return []
            }
            let version = tables == .now ? "NULL" : "version"
            let matching =
                query.isWordsAlone ? " WHERE entry IN (SELECT rowid FROM search\(query.clause))" : query.clause
            selections.append("SELECT sort, entry, \(version) FROM \(tables.prefix)events\(matching)")
            values += query.values
        }
        let direction = window.isReversed ? "DESC" : "ASC"
        let order = window.order == .date ? "1 \(direction), 2 \(direction)" : "2 \(direction)"
        let sql = selections.joined(separator: " UNION ALL ") + " ORDER BY \(order) LIMIT ? OFFSET ?"
        return try PreparedStatement(db, sql).all(
            values + [.integer(window.limit ?? -1), .integer(window.offset)]
        ) { EventPlace(entry: $0.integer(1), version: $0.optionalInteger(2)) }
    }

    /// ` WHERE …`, or nothing.
    private var clause: String { conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ") }

    /// `EDTF.Period.relation`, as a table knows it: a bound that is missing may be anywhere, so it is never inside.
    private mutating func add(_ period: EDTF.Period, _ includesTouching: Bool) {
        if let from = period.from?.text {
            add(includesTouching ? "(date_max IS NULL OR date_max >= ?)" : "date_min >= ?", .text(from))
            // What lies inside stands there in the order too, and the index leads to it.
            if !includesTouching { add("sort >= ?", .text(from)) }
        }
        if let to = period.to?.text {
            add(includesTouching ? "(date_min IS NULL OR date_min <= ?)" : "date_max <= ?", .text(to))
            if !includesTouching { add("sort < ?", .text(to + "~")) }
        }
        // Without a date that is understood there is nothing that could lie in a period.
        add("shape IS NOT NULL")
    }

    private mutating func add(_ condition: String, _ new: PreparedStatement.Value...) { add(condition, new) }

    private mutating func add(_ condition: String, _ new: [PreparedStatement.Value]) {
        conditions.append(condition)
        values += new
    }
}
