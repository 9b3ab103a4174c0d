import Daftar
import GRDB

/// A page of events that have facets. The index hands them over by day; those of the last day of a page are put in order
/// among themselves, since a date has more to order by than the day at which it begins.
struct FacetPage {
    private let db: Database
    private let query: EventQuery
    private let window: EventWindow

    private struct Candidate {
        let sort: [UInt8]
        let place: EventPlace
    }

    init(_ db: Database, _ query: EventQuery, _ window: EventWindow) {
        (self.db, self.query, self.window) = (db, query, window)
    }

    func find() throws -> [EventPlace] {
        let wanted = window.offset + (window.limit ?? 0)
        var candidates: [Candidate] = []
        for tables in query.moment.tables {
            let keys = try query.slices.flatMap { try self.keys(tables, $0, wanted) }
            candidates += try self.candidates(tables, keys)
        }
        candidates.sort { x, y in
            let (first, second) = window.isReversed ? (y, x) : (x, y)
            if first.sort == second.sort { return first.place.entry < second.place.entry }
            return first.sort.lexicographicallyPrecedes(second.sort)
        }
        return candidates.dropFirst(window.offset).prefix(window.limit ?? 0).map(\.place)
    }

    /// Rows of `events`: as many as are wanted, and the others of the last one's day.
    private func keys(_ tables: EventTables.Names, _ slice: PeriodSlice, _ wanted: Int) throws -> [Int] {
        let rows = query.facets(tables, slice), name = tables.prefix + "facets"
        let sql = "SELECT \(name).rowid\(rows.sql) ORDER BY \(name).rowid \(window.isReversed ? "DESC" : "ASC")"
        var keys: [Int] = [], day = -1
        try PreparedStatement(db, sql).each(rows.values) { row in
            let place = row.integer(0)
            if keys.count >= wanted, place >> 32 != day { return false }
            day = place >> 32
            keys.append(place & FacetIndex.mask)
            return true
        }
        return keys
    }

    private func candidates(_ tables: EventTables.Names, _ keys: [Int]) throws -> [Candidate] {
        let select = try PreparedStatement(
            db, "SELECT sort, entry FROM \(tables.prefix)events WHERE \(tables.key) = ?")
        return try keys.flatMap { key in
            try select.all([.integer(key)]) { row in
                let place = EventPlace(entry: row.integer(1), version: tables == .now ? nil : key)
                return Candidate(sort: row.bytes(0), place: place)
            }
        }
    }
}
