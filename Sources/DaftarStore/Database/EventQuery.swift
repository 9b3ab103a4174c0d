import Daftar
import GRDB

/// A filter as SQL: conditions over `events`, and the values for them.
struct EventQuery {
    private var conditions: [String] = []
    private var values: [PreparedStatement.Value] = []

    /// How many words alone let through is asked of the index: no row need be looked at.
    private var wordsAlone: String?

    /// Nil for words to search that have no word in them: nothing can match.
    init?(_ filter: EventFilter, includesTouching: Bool) {
        if let words = filter.words {
            guard let query = SearchIndex.query(words) else { return nil }
            add("entry IN (SELECT rowid FROM search WHERE search MATCH ?)", .text(query))
            if filter.isWordsAlone { wordsAlone = query }
        }
        if let period = filter.period { add(period, includesTouching) }
        if let kind = filter.kind {
            // '0' is the character after '/': the range is all that begins with the kind and a slash.
            add("(kind = ? OR (kind >= ? AND kind < ?))", .text(kind), .text(kind + "/"), .text(kind + "0"))
        }
        if let place = filter.place {
            // '.' is the character after '-'.
            add(
                "entry IN (SELECT entry FROM places WHERE code = ? OR (code >= ? AND code < ?))", .text(place),
                .text(place + "-"), .text(place + "."))
        }
        if let actor = filter.actor {
            add(
                "entry IN (SELECT entry FROM actors WHERE id = ? OR instr(lower(name), lower(?)))", .text(actor),
                .text(actor))
        }
        if let source = filter.source {
            add(
                "entry IN (SELECT entry FROM sources WHERE id = ? OR instr(lower(publisher), lower(?)) OR instr(lower(url), lower(?)))",
                .text(source), .text(source), .text(source))
        }
    }

    /// How many events match; `all` is how many there are.
    func count(_ db: Database, all: Int) throws -> Int {
        if conditions.isEmpty { return all }
        let sql =
            wordsAlone == nil
            ? "SELECT count(*) FROM events" + clause : "SELECT count(*) FROM search WHERE search MATCH ?"
        return try PreparedStatement(db, sql).all(values) { $0.integer(0) }.first ?? 0
    }

    /// The entries that match, in the order of their dates.
    static func numbers(_ db: Database, _ filter: EventFilter, _ window: EventWindow) throws -> [Int] {
        guard let query = EventQuery(filter, includesTouching: filter.includesTouching) else { return [] }
        let order = window.isReversed ? "DESC" : "ASC"
        let sql = "SELECT entry FROM events\(query.clause) ORDER BY sort \(order) LIMIT ? OFFSET ?"
        return try PreparedStatement(db, sql).all(
            query.values + [.integer(window.limit ?? -1), .integer(window.offset)]
        ) { $0.integer(0) }
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

    private mutating func add(_ condition: String, _ new: PreparedStatement.Value...) {
        conditions.append(condition)
        values += new
    }
}
