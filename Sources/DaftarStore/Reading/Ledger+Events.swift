public import Daftar
import GRDB

// What `list`, `show`, `search` and `export` read. Everything comes from one state of the store.
//
// `size` is that of the ledger as a reader saw it: the corrections, retractions, remarks, releases and doubts of its first
// `size` entries, and nothing of later ones, but for withdrawals. Nil is now.
extension Ledger {
    /// A page says of more events than this only that they are more; of words that more of them have it comes in the order
    /// of the ledger.
    public static let countedEvents = 20_000

    /// How many events a filter lets through, without reading them.
    public func count(_ filter: EventFilter, at size: Int? = nil) throws(StoreError) -> EventCount {
        try database.read { db in
            let moment = try EventMoment(db, at: size)
            return try Ledger.count(db, try EventQuery(db, filter, moment), moment, upTo: nil)
        }
    }

    /// One page, and what is not on it.
    public func page(_ filter: EventFilter, _ window: EventWindow, at size: Int? = nil) throws(StoreError)
        -> FoundEvents
    {
        try database.read { db in
            let moment = try EventMoment(db, at: size), query = try EventQuery(db, filter, moment)
            let found = try query.map { try EventPlaces(db, $0, window).find() }
            let count = try Ledger.count(db, query, moment, upTo: window.limit == nil ? nil : Ledger.countedEvents)
            let reader = try EventReader(db, moment)
            return FoundEvents(
                events: try RawEvent.events(try (found?.places ?? []).map(reader.read)), count: count,
                isInEntryOrder: found?.isInEntryOrder ?? false)
        }
    }

    private static func count(
        _ db: Database, _ query: EventQuery?, _ moment: EventMoment, upTo limit: Int?
    ) throws -> EventCount {
        let counting = query.map { EventCounting(db, $0, upTo: limit) }, most = limit ?? .max
        let all = try EntryStore.events(db, at: moment.size)
        let matching = try counting?.matching() ?? 0, touching = try counting?.touchingOnly() ?? 0
        let isAll = query?.filter.isEmpty ?? false
        return EventCount(
            matching: isAll ? matching : min(matching, most), touchingOnly: min(touching, most), all: all,
            isOpen: !isAll && max(matching, touching) > most)
    }

    /// The events that match, in order.
    public func events(_ filter: EventFilter, _ window: EventWindow = EventWindow(), at size: Int? = nil)
        throws(StoreError) -> [RecordedEvent]
    {
        try page(filter, window, at: size).events
    }

    /// Hands the events over in order, a few hundred at a time; memory stays bounded whatever the number.
    ///
    /// Events come by date, then by slug or hash: never by their place in the ledger, which is not the order of events.
    /// The next ones are read meanwhile, so `body` must not ask this ledger for anything.
    public func forEach(
        _ filter: EventFilter, _ window: EventWindow = EventWindow(), at size: Int? = nil,
        _ body: ([RecordedEvent]) throws(StoreError) -> Void
    ) throws(StoreError) {
        let stream = EventStream(database, at: size) { db, moment in
            try EventQuery(db, filter, moment).map { try EventPlaces(db, $0, window).find().places } ?? []
        }
        while let events = try stream.next() {
            do { try body(events) } catch {
                stream.stop()
                throw error
            }
        }
    }

    /// One event; nil where the entry is none.
    public func event(_ index: Int, at size: Int? = nil) throws(StoreError) -> RecordedEvent? {
        try database.read { db in
            let moment = try EventMoment(db, at: size)
            guard let place = try moment.places(db, "entry = ?", [.integer(index)]).first else { return nil }
            return try RawEvent.events([EventReader(db, moment).read(place)]).first
        }
    }

    /// The entry that a person means: its number (`12` or `#12`), an event's slug, or eight or more characters of a
    /// statement or leaf hash. Nil where there is none, and where a beginning fits several.
    public func entry(named name: String, at size: Int? = nil) throws(StoreError) -> Int? {
        try database.read { db in
            let digits = name.hasPrefix("#") ? String(name.dropFirst()) : name
            if let number = Int(digits), "\(number)" == digits {
                return try db.rows(
                    "SELECT entry FROM entries WHERE entry = ? AND entry < ?", .integer(number), .integer(size ?? .max)
                ) { $0.integer(0) }.first
            }
            let bySlug = try EventMoment(db, at: size).places(db, "slug = ?", [.text(name)]).first
            return try bySlug?.entry ?? HashPrefix(name).flatMap { try $0.find(db, below: size ?? .max) }
        }
    }

    /// Which of these slugs are used, and by which entries: one look for a whole batch.
    public func entries(ofSlugs slugs: [String]) throws(StoreError) -> [String: Int] {
        try database.read { db in
            var taken: [String: Int] = [:]
            let find = try PreparedStatement(db, "SELECT entry FROM events WHERE slug = ?")
            for slug in slugs { if let entry = try find.integer(.text(slug)) { taken[slug] = entry } }
            return taken
        }
    }

    /// The events that relate to a statement: `approved by 10`.
    public func relations(to statement: Hash, at size: Int? = nil) throws(StoreError)
        -> [(entry: Int, relation: String)]
    {
        try database.read { db in
            let moment = try EventMoment(db, at: size)
            return try moment.tables.flatMap { tables in
                let condition = moment.condition(tables)
                return try PreparedStatement(
                    db,
                    """
                    SELECT entry, relation FROM \(tables.prefix)relations JOIN \(tables.prefix)events USING (\(tables.key))
                    WHERE statement = ? AND \(condition?.sql ?? "TRUE")
                    """
                ).all([.hash(statement)] + (condition?.values ?? [])) { (entry: $0.integer(0), relation: $0.text(1)) }
            }.sorted { $0.entry < $1.entry }
        }
    }

    /// For each of these contents, the events that it may repeat: same kind, overlapping date, a shared place and a shared
    /// address.
    public func likelyDuplicates(of contents: [EventContent]) throws(StoreError) -> [[Int]] {
        let rows = contents.map { EventRow($0, statement: Hash.emptyTree, seen: 0) }
        return try database.read { try DuplicateSearch($0).find(rows) }
    }
}
