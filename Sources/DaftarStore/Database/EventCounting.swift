import Daftar
import GRDB

/// How many events match, counted up to a limit: a page says *more than 20,000* at once, where to know the number would
/// take a look at each.
struct EventCounting {
    private let db: Database
    private let query: EventQuery
    private let limit: Int?

    /// - Parameter limit: nil to count all.
    init(_ db: Database, _ query: EventQuery, upTo limit: Int?) {
        (self.db, self.query, self.limit) = (db, query, limit)
    }

    /// Those that are listed; one more than the limit stands for more.
    func matching() throws -> Int {
        if query.filter.isEmpty { return try EntryStore.events(db, at: query.moment.size) }
        return try count(query.slices, nil)
    }

    /// Those that the period only touches, and that are not listed.
    func touchingOnly() throws -> Int {
        guard let period = query.filter.period, !query.filter.includesTouching else { return 0 }
        let touching = period.condition(true), inside = period.condition(false)
        return try count(
            period.touchingOnly,
            ("\(touching.sql) AND NOT ifnull(\(inside.sql), 0)", touching.values + inside.values))
    }

    /// - Parameter period: what `slices` say, as one condition on rows.
    private func count(_ slices: [PeriodSlice], _ period: EventQuery.SQL?) throws -> Int {
        try query.moment.tables.reduce(0) { count, tables in
            if query.isFew { return try count + self.count(query.rows(tables, period)) }
            if query.terms.words != nil { return try count + self.count(query.hits(tables, period)) }
            return try slices.reduce(count) { count, slice in
                let isByFacet = !query.terms.isEmpty
                return try count + self.count(isByFacet ? query.facets(tables, slice) : query.rows(tables, in: slice))
            }
        }
    }

    private func count(_ rows: EventQuery.SQL) throws -> Int {
        var sql = "SELECT count(*)\(rows.sql)"
        if let limit { sql = "SELECT count(*) FROM (SELECT 1\(rows.sql) LIMIT \(limit + 1))" }
        return try PreparedStatement(db, sql).all(rows.values) { $0.integer(0) }.first ?? 0
    }
}
