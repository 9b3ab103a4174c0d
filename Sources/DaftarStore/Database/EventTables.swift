import Daftar
import GRDB

/// One set of tables of events: as they are now, or as they once were.
struct EventTables {
    /// How the tables of a set are called, and the column that says which row of `events` a part belongs to.
    struct Names: Hashable, Sendable {
        let prefix: String
        let key: String

        static let now = Names(prefix: "", key: "entry")
        static let past = Names(prefix: "past_", key: "version")
    }

    private let db: Database
    private let names: Names
    private let search: SearchIndex
    private let event, place, actor, source, relation: PreparedStatement

    init(_ db: Database, _ names: Names) throws {
        (self.db, self.names) = (db, names)
        let prefix = names.prefix, head = names == .now ? "entry" : "version, entry, since, until"
        let values = names == .now ? "?" : "?, ?, ?, ?"
        search = try SearchIndex(db, names)
        event = try PreparedStatement(
            db,
            """
            INSERT INTO \(prefix)events (\(head), shown, kind, date, shape, date_min, date_max, sort, slug, title, seen,
            content) VALUES (\(values), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        place = try PreparedStatement(db, "INSERT INTO \(prefix)places VALUES (?, ?)")
        actor = try PreparedStatement(db, "INSERT INTO \(prefix)actors VALUES (?, ?, ?, ?, ?, ?, ?)")
        source = try PreparedStatement(db, "INSERT INTO \(prefix)sources VALUES (?, ?, ?, ?, ?, ?)")
        relation = try PreparedStatement(db, "INSERT INTO \(prefix)relations VALUES (?, ?, ?, ?)")
    }

    /// Puts an event, or a version of one.
    ///
    /// - Parameter head: what stands before `shown` in its row; the first of it is its key.
    func insert(_ head: [Int], shown: Int, _ row: EventRow) throws {
        guard let key = head.first else { return }
        try event.run(
            head.map { .integer($0) } + [
                .integer(shown), .optional(row.kind), .optional(row.date), .optional(row.shape),
                .optional(row.dateMin), .optional(row.dateMax), .text(row.sort), .optional(row.slug),
                .optional(row.title), .integer(row.seen), .utf8(row.content),
            ])
        try search.add(key, row.words)
        try insertParts(key, row)
    }

    private func insertParts(_ key: Int, _ row: EventRow) throws {
        for code in row.places { try place.run(.text(code), .integer(key)) }
        for (number, item) in row.actors.enumerated() {
            try actor.run(
                .integer(key), .integer(number), .optional(item.id), .optional(item.name), .optional(item.role),
                .optional(item.type), .optional(item.country))
        }
        for (number, item) in row.sources.enumerated() {
            try source.run(
                .integer(key), .integer(number), .optional(item.id), .optional(item.publisher), .optional(item.title),
                .optional(item.url))
        }
        for (number, item) in row.relations.enumerated() {
            try relation.run(
                .integer(key), .integer(number), .text(item.relation), item.statement.map { .hash($0) } ?? .null)
        }
    }

    /// Takes a row away with all that hangs on it.
    func remove(_ key: Int) throws {
        let name = names.key, prefix = names.prefix
        let content = try db.rows("SELECT content FROM \(prefix)events WHERE \(name) = ?", .integer(key)) {
            $0.bytes(0)
        }.first
        guard let old = content.flatMap(StoredContent.decode) else {
            throw StoreError.damagedState("\(prefix)events")
        }
        try search.remove(key, SearchText.of(old))
        for code in Set(old.places) {
            try db.run("DELETE FROM \(prefix)places WHERE code = ? AND \(name) = ?", .text(code), .integer(key))
        }
        for table in ["events", "actors", "sources", "relations"] {
            try db.run("DELETE FROM \(prefix)\(table) WHERE \(name) = ?", .integer(key))
        }
    }
}
