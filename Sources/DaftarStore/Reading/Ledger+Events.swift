public import Daftar
import GRDB

// What `list`, `show`, `search` and `export` read. Everything comes from one state of the store.
extension Ledger {
    /// How many events a filter lets through, without reading them.
    public func count(_ filter: EventFilter) throws(StoreError) -> EventCount {
        try database.read { db in
            let all = try db.rows("SELECT events FROM ledger") { $0.integer(0) }.first ?? 0
            func matching(_ touching: Bool) throws -> Int {
                try EventQuery(filter, includesTouching: touching)?.count(db, all: all) ?? 0
            }
            let listed = try matching(filter.includesTouching)
            let touching = filter.period == nil || filter.includesTouching ? listed : try matching(true)
            return EventCount(matching: listed, touchingOnly: touching - listed, all: all)
        }
    }

    /// The events of one page.
    public func events(_ filter: EventFilter, _ window: EventWindow = EventWindow()) throws(StoreError)
        -> [RecordedEvent]
    {
        try database.read { db in
            let reader = try EventReader(db)
            return try RawEvent.events(try EventQuery.numbers(db, filter, window).map(reader.read))
        }
    }

    /// Hands the events over in order, a few hundred at a time; memory stays bounded whatever the number.
    ///
    /// Events come by date, then by slug or hash: never by their place in the ledger, which is not the order of events.
    /// The next ones are read meanwhile, so `body` must not ask this ledger for anything.
    public func forEach(
        _ filter: EventFilter, _ window: EventWindow = EventWindow(),
        _ body: ([RecordedEvent]) throws(StoreError) -> Void
    ) throws(StoreError) {
        let stream = EventStream(database) { try EventQuery.numbers($0, filter, window) }
        while let events = try stream.next() {
            do { try body(events) } catch {
                stream.stop()
                throw error
            }
        }
    }

    /// One event; nil where the entry is none.
    public func event(_ index: Int) throws(StoreError) -> RecordedEvent? {
        try database.read { db in
            let isThere = try !db.rows("SELECT 1 FROM events WHERE entry = ?", .integer(index), read: { _ in }).isEmpty
            return isThere ? try RawEvent.events([EventReader(db).read(index)]).first : nil
        }
    }

    /// The entry that a person means: its number (`12` or `#12`), an event's slug, or eight or more characters of a
    /// statement or leaf hash. Nil where there is none, and where a beginning fits several.
    public func entry(named name: String) throws(StoreError) -> Int? {
        try database.read { db in
            let digits = name.hasPrefix("#") ? String(name.dropFirst()) : name
            if let number = Int(digits), "\(number)" == digits {
                return try db.rows("SELECT entry FROM entries WHERE entry = ?", .integer(number)) { $0.integer(0) }
                    .first
            }
            let bySlug = try db.rows("SELECT entry FROM events WHERE slug = ?", .text(name)) { $0.integer(0) }.first
            return try bySlug ?? HashPrefix(name).flatMap { try $0.find(db) }
        }
    }

    /// Which of these slugs are used, and by which entries: one look for a whole batch.
    public func entries(ofSlugs slugs: [String]) throws(StoreError) -> [String: Int] {
        try database.read { db in
            let find = try PreparedStatement(db, "SELECT entry FROM events WHERE slug = ?")
            var taken: [String: Int] = [:]
            for slug in slugs { if let entry = try find.integer(.text(slug)) { taken[slug] = entry } }
            return taken
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

    /// For each of these contents, the events that it may repeat: same kind, overlapping date, a shared place and a shared
    /// address.
    public func likelyDuplicates(of contents: [EventContent]) throws(StoreError) -> [[Int]] {
        let rows = contents.map { EventRow($0, statement: Hash.emptyTree, seen: 0) }
        return try database.read { try DuplicateSearch($0).find(rows) }
    }
}
