import Daftar
import GRDB

/// Keeps the event tables: a row for each event, as corrections, retractions and withdrawals leave it.
struct EventIndex {
    private let db: Database
    private let search: SearchIndex
    private let content: ContentStore
    private let event, place, actor, source, relation, slug: PreparedStatement
    /// How many events were added.
    private var count = 0

    init(_ db: Database, _ content: ContentStore) throws {
        (self.db, self.content) = (db, content)
        search = try SearchIndex(db)
        event = try PreparedStatement(db, "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        place = try PreparedStatement(db, "INSERT INTO places VALUES (?, ?)")
        actor = try PreparedStatement(db, "INSERT INTO actors VALUES (?, ?, ?, ?, ?, ?, ?)")
        source = try PreparedStatement(db, "INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?)")
        relation = try PreparedStatement(db, "INSERT INTO relations VALUES (?, ?, ?, ?)")
        slug = try PreparedStatement(db, "SELECT entry FROM events WHERE slug = ?")
    }

    /// Adds a new event.
    mutating func add(_ entry: Int, _ row: EventRow) throws {
        try insert(entry, row, shown: entry, retractedBy: nil)
        count += 1
    }

    /// Notes a correction, a retraction or a remark, and what it does to what it is about.
    ///
    /// - Parameter other: the event that a remark relates it to.
    func mark(_ entry: Int, about: Int, type: String, kind: String?, other: Int? = nil) throws {
        try db.run(
            "INSERT INTO marks VALUES (?, ?, ?, ?, ?)", .integer(entry), .integer(about), .text(type), .optional(kind),
            .optional(other))
        if type != "remark" { try refresh(about) }
    }

    /// Writes down how many events there are.
    mutating func finish() throws {
        if count > 0 { try db.run("UPDATE ledger SET events = events + ?", .integer(count)) }
        count = 0
    }

    /// Makes the row of an event anew from what stands in the store. What is no event is passed over.
    ///
    /// Of several corrections in force the last one counts; while a retraction is in force, none does.
    func refresh(_ entry: Int) throws {
        guard try remove(entry) else { return }
        let marks = try MarksReader(db).marks(of: entry)
        let shown = marks.correctedBy ?? entry
        guard let (statement, parts) = try content.parts(of: shown),
            let original = try StatementReader(db).statement(of: entry)
        else { throw StoreError.damagedState("entries") }
        let row = EventRow(EventContent(parts), statement: original.hash, seen: statement.seen.size)
        try insert(entry, row, shown: shown, retractedBy: marks.retractedBy)
    }

    /// Makes anew what is kept of an entry whose parts changed: its kind where it is about another, and the row that it
    /// is shown in.
    func refreshShowing(_ entry: Int) throws {
        let event = try eventShowing(entry)
        if event != entry, let (_, parts) = try content.parts(of: entry) {
            let kind = EventContent(parts).fields["kind"]?.string
            try db.run("UPDATE marks SET kind = ? WHERE entry = ?", .optional(kind), .integer(entry))
        }
        try refresh(event)
    }

    /// The event that the content of an entry is shown for: itself, or what it corrects.
    func eventShowing(_ entry: Int) throws -> Int {
        try db.rows("SELECT about FROM marks WHERE entry = ?", .integer(entry)) { $0.integer(0) }.first ?? entry
    }

    /// The entry that has a slug.
    func entry(ofSlug name: String) throws -> Int? { try slug.integer(.text(name)) }

    // MARK: Rows

    private func insert(_ entry: Int, _ row: EventRow, shown: Int, retractedBy: Int?) throws {
        try event.run(
            .integer(entry), .integer(shown), .optional(retractedBy), .optional(row.kind), .optional(row.date),
            .optional(row.shape), .optional(row.dateMin), .optional(row.dateMax), .text(row.sort), .optional(row.slug),
            .optional(row.title), .integer(row.seen), .utf8(row.content))
        try search.add(entry, row.words)
        for code in row.places { try place.run(.text(code), .integer(entry)) }
        for (number, item) in row.actors.enumerated() {
            try actor.run(
                .integer(entry), .integer(number), .optional(item.id), .optional(item.name), .optional(item.role),
                .optional(item.type), .optional(item.country))
        }
        for (number, item) in row.sources.enumerated() {
            try source.run(
                .integer(entry), .integer(number), .optional(item.id), .optional(item.publisher), .optional(item.title),
                .optional(item.url))
        }
        for (number, item) in row.relations.enumerated() {
            try relation.run(
                .integer(entry), .integer(number), .text(item.relation), item.statement.map { .hash($0) } ?? .null)
        }
    }

    /// Takes the rows of an event away; false where there is none.
    private func remove(_ entry: Int) throws -> Bool {
        let content = try db.rows("SELECT content FROM events WHERE entry = ?", .integer(entry)) { $0.bytes(0) }.first
        guard let content else { return false }
        guard let old = StoredContent.decode(content) else { throw StoreError.damagedState("events") }
        try search.remove(entry, SearchText.of(old))
        for code in old.places {
            try db.run("DELETE FROM places WHERE code = ? AND entry = ?", .text(code), .integer(entry))
        }
        for table in ["events", "actors", "sources", "relations"] {
            try db.run("DELETE FROM \(table) WHERE entry = ?", .integer(entry))
        }
        return true
    }
}
