import Daftar
import GRDB

/// Looks for events that new ones may repeat: same kind, overlapping date, a shared place and a shared address.
///
/// An index on addresses would make an append a sixth slower. So a few events are looked for from the index of the
/// timeline, which holds kinds and dates; more of them share one pass over all sources.
struct DuplicateSearch {
    private let db: Database
    /// From so many events on one pass is quicker than each by itself.
    private static let few = 4
    /// Of an address that more events than this share, the one pass for many makes nothing: it bounds what is compared.
    private static let shared = 64

    init(_ db: Database) { self.db = db }

    /// For each of `rows` the entries that it may repeat, ascending.
    func find(_ rows: [EventRow]) throws -> [[Int]] {
        rows.count <= Self.few ? try rows.map(findOne) : try findAll(rows)
    }

    // MARK: A few

    private func findOne(_ row: EventRow) throws -> [Int] {
        guard let kind = row.kind, !row.places.isEmpty, !row.addresses.isEmpty else { return [] }
        func list(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }
        // CROSS JOIN keeps the order: the narrow index first, then by number.
        let sql = """
            SELECT DISTINCT events.entry FROM events INDEXED BY events_by_sort
            CROSS JOIN places USING (entry) CROSS JOIN sources USING (entry)
            WHERE kind = ? AND ifnull(date_min, '') <= ? AND ifnull(date_max, '9999-12-31') >= ?
            AND code IN (\(list(row.places.count))) AND url IN (\(list(row.addresses.count))) ORDER BY 1
            """
        let values = [kind, row.lastDay, row.firstDay] + row.places + row.addresses
        return try PreparedStatement(db, sql).all(values.map { .text($0) }) { $0.integer(0) }
    }

    // MARK: Many

    private func findAll(_ rows: [EventRow]) throws -> [[Int]] {
        var positions: [String: [Int]] = [:]
        for (position, row) in rows.enumerated() {
            for address in Set(row.addresses) { positions[address, default: []].append(position) }
        }
        positions = positions.filter { $0.value.count <= Self.shared }
        var found = Array(repeating: Set<Int>(), count: rows.count)
        let fits = try EventFit(db)
        for (address, entries) in try entries(withAddresses: Array(positions.keys)) where entries.count <= Self.shared {
            for entry in entries {
                for position in positions[address] ?? [] where try fits.isLike(rows[position], entry) {
                    found[position].insert(entry)
                }
            }
        }
        return found.map { $0.sorted() }
    }

    /// One pass, whatever the number of addresses.
    private func entries(withAddresses addresses: [String]) throws -> [String: [Int]] {
        let list = CanonicalJSON.encode(.array(addresses.map { .string($0) }))
        let sql = "SELECT url, entry FROM sources WHERE url IN (SELECT value FROM json_each(?))"
        var entries: [String: [Int]] = [:]
        for (url, entry) in try PreparedStatement(db, sql).all([.utf8(list)], read: { ($0.text(0), $0.integer(1)) }) {
            entries[url, default: []].append(entry)
        }
        return entries
    }
}

/// Compares a new event with one that is there.
private struct EventFit {
    private let event, place: PreparedStatement

    init(_ db: Database) throws {
        event = try PreparedStatement(
            db,
            """
            SELECT 1 FROM events WHERE entry = ? AND kind = ?
            AND ifnull(date_min, '') <= ? AND ifnull(date_max, '9999-12-31') >= ?
            """)
        place = try PreparedStatement(db, "SELECT 1 FROM places WHERE code = ? AND entry = ?")
    }

    func isLike(_ row: EventRow, _ entry: Int) throws -> Bool {
        guard let kind = row.kind,
            try event.integer(.integer(entry), .text(kind), .text(row.lastDay), .text(row.firstDay)) != nil
        else { return false }
        return try row.places.contains { try place.integer(.text($0), .integer(entry)) != nil }
    }
}

extension EventRow {
    fileprivate var addresses: [String] { sources.compactMap(\.url) }
    /// Where a date has no bound, it may be anywhere.
    fileprivate var firstDay: String { dateMin ?? "" }
    fileprivate var lastDay: String { dateMax ?? "9999-12-31" }
}
