public import Daftar
import GRDB

// What `list`, `show`, `search` and `export` read. Everything comes from one state of the store.
extension Ledger {
    /// How many events are read at a time.
    private static let piece = 512

    /// How many events a filter lets through, without reading them.
    public func count(_ filter: EventFilter) throws(StoreError) -> EventCount {
        try database.read { db in
            let all = try db.rows("SELECT events FROM ledger") { $0.integer(0) }.first ?? 0
            func matching(_ touching: Bool) throws -> Int {
                guard let query = EventQuery(filter, includesTouching: touching) else { return 0 }
                if query.isEverything { return all }
                return try PreparedStatement(db, "SELECT count(*) FROM events" + query.clause).all(query.values) { $0.integer(0) }[0]
            }
            let listed = try matching(filter.includesTouching)
            let touching = filter.period == nil || filter.includesTouching ? listed : try matching(true)
            return EventCount(matching: listed, touchingOnly: touching - listed, all: all)
        }
    }

    /// The events of one page.
    public func events(_ filter: EventFilter, _ window: EventWindow = EventWindow()) throws(StoreError) -> [RecordedEvent] {
        var events: [RecordedEvent] = []
        try forEach(filter, window) { events += $0 }
        return events
    }

    /// Hands the events over in order, a few hundred at a time; memory stays bounded whatever the number.
    ///
    /// Events come by date, then by slug or hash: never by their place in the ledger, which is not the order of events.
    public func forEach(
        _ filter: EventFilter, _ window: EventWindow = EventWindow(), _ body: ([RecordedEvent]) throws -> Void
    ) throws(StoreError) {
        try database.read { db in
            guard let query = EventQuery(filter, includesTouching: filter.includesTouching) else { return }
            let order = window.isReversed ? "DESC" : "ASC"
            let sql = "SELECT entry FROM events\(query.clause) ORDER BY sort \(order) LIMIT ? OFFSET ?"
            let numbers = try PreparedStatement(db, sql).all(
                query.values + [.integer(window.limit ?? -1), .integer(window.offset)]) { $0.integer(0) }
            let reader = try EventReader(db)
            for start in stride(from: 0, to: numbers.count, by: Self.piece) {
                try body(try reader.events(Array(numbers[start..<min(start + Self.piece, numbers.count)])))
            }
        }
    }

    /// One event; nil where the entry is none.
    public func event(_ index: Int) throws(StoreError) -> RecordedEvent? {
        try database.read { db in
            let isThere = try !db.rows("SELECT 1 FROM events WHERE entry = ?", .integer(index), read: { _ in }).isEmpty
            return isThere ? try EventReader(db).events([index]).first : nil
        }
    }

    /// The entry that a person means: its number (`12` or `#12`), an event's slug, or eight or more characters of a
    /// statement or leaf hash. Nil where there is none, and where a beginning fits several.
    public func entry(named name: String) throws(StoreError) -> Int? {
        try database.read { db in
            let digits = name.hasPrefix("#") ? String(name.dropFirst()) : name
            if let number = Int(digits), "\(number)" == digits {
                return try db.rows("SELECT entry FROM entries WHERE entry = ?", .integer(number)) { $0.integer(0) }.first
            }
            let bySlug = try db.rows("SELECT entry FROM events WHERE slug = ?", .text(name)) { $0.integer(0) }.first
            return try bySlug ?? HashPrefix(name).flatMap { try $0.find(db) }
        }
    }

    /// The events that relate to a statement: `approved by 10`.
    public func relations(to statement: Hash) throws(StoreError) -> [(entry: Int, relation: String)] {
        try database.read { db in
            try db.rows(
                "SELECT entry, relation FROM relations WHERE statement = ? ORDER BY entry", .hash(statement)
            ) { ($0.integer(0), $0.text(1)) }
        }
    }

    /// Events that a new one may repeat: same kind, overlapping date, a shared place and a shared address.
    public func likelyDuplicates(of content: EventContent) throws(StoreError) -> [Int] {
        let row = EventRow(content, statement: Hash.emptyTree)
        let addresses = row.sources.compactMap(\.url)
        guard let kind = row.kind, !row.places.isEmpty, !addresses.isEmpty else { return [] }
        return try database.read { db in
            func list(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }
            let sql = """
                SELECT DISTINCT events.entry FROM sources JOIN events USING (entry) JOIN places USING (entry)
                WHERE url IN (\(list(addresses.count))) AND code IN (\(list(row.places.count))) AND kind = ?
                AND ifnull(date_min, '') <= ? AND ifnull(date_max, '9999-12-31') >= ? ORDER BY 1
                """
            let values: [PreparedStatement.Value] =
                (addresses + row.places + [kind, row.dateMax ?? "9999-12-31", row.dateMin ?? ""]).map { .text($0) }
            return try PreparedStatement(db, sql).all(values) { $0.integer(0) }
        }
    }
}
