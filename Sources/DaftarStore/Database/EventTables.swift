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
    private let facets: FacetIndex
    private let spellings: NameTable
    private let event, place, actor, source, relation: PreparedStatement

    /// Dates that reach from one year into another, or have no bound.
    static let reachesFar = "(date_min IS NULL OR date_max IS NULL OR substr(date_min, 1, 4) <> substr(date_max, 1, 4))"

    init(_ db: Database, _ names: Names, _ spellings: NameTable) throws {
        (self.db, self.names, self.spellings) = (db, names, spellings)
        let prefix = names.prefix, head = names == .now ? "entry" : "version, entry, since, until"
        let values = names == .now ? "?" : "?, ?, ?, ?"
        (search, facets) = (try SearchIndex(db, names), try FacetIndex(db, names))
        event = try PreparedStatement(
            db,
            """
            INSERT INTO \(prefix)events (\(head), shown, kind, date, shape, date_min, date_max, sort, slug, title, seen,
            content) VALUES (\(values), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        place = try PreparedStatement(db, "INSERT INTO \(prefix)places VALUES (?, ?)")
        actor = try PreparedStatement(db, "INSERT INTO \(prefix)actors VALUES (?, ?, ?, ?, ?, ?, ?)")
        source = try PreparedStatement(db, "INSERT INTO \(prefix)sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        relation = try PreparedStatement(db, "INSERT INTO \(prefix)relations VALUES (?, ?, ?, ?)")
    }

    /// Puts an event, or a version of one.
    ///
    /// - Parameters:
    ///   - head: what stands before `shown` in its row; the first of it is its key.
    ///   - signers: of what is shown, as positions in the rights.
    func insert(_ head: [Int], shown: Int, _ row: EventRow, signers: [Int]) throws {
        guard let key = head.first else { return }
        try event.run(
            head.map { .integer($0) } + [
                .integer(shown), .optional(row.kind), .optional(row.date), .optional(row.shape),
                .optional(row.dateMin), .optional(row.dateMax), .text(row.sort), .optional(row.slug),
                .optional(row.title), .integer(row.seen), .utf8(row.content),
            ])
        let codes = try codes(row, signers)
        try search.add(key, row.words, codes)
        try facets.add(try FacetIndex.place(key, day: row.day), codes)
        try insertParts(key, row)
    }

    /// Writes what waits to be indexed.
    func flush() throws { try facets.flush() }

    private func codes(_ row: EventRow, _ signers: [Int]) throws -> String {
        var codes = row.codes
        for name in row.names { codes += " " + (try spellings.token(of: name)) }
        for signer in signers { codes += " " + Facet.signer.token(signer) }
        return codes
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
                .optional(item.url), .optional(item.language), .optional(item.type), .optional(item.derivation))
        }
        for (number, item) in row.relations.enumerated() {
            try relation.run(
                .integer(key), .integer(number), .text(item.relation), item.statement.map { .hash($0) } ?? .null)
        }
    }

    /// Takes a row away with all that hangs on it.
    ///
    /// - Parameter signers: as they were when it was put.
    /// - Returns: the names in it, which no other event may have.
    @discardableResult
    func remove(_ key: Int, signers: [Int]) throws -> [EventRow.Name] {
        let name = names.key, prefix = names.prefix
        let content = try db.rows("SELECT content FROM \(prefix)events WHERE \(name) = ?", .integer(key)) {
            $0.bytes(0)
        }.first
        guard let old = content.flatMap(StoredContent.decode) else {
            throw StoreError.damagedState("\(prefix)events")
        }
        let row = EventRow(old, statement: .emptyTree, seen: 0), codes = try codes(row, signers)
        try search.remove(key, row.words, codes)
        try facets.remove(try FacetIndex.place(key, day: row.day), codes)
        for code in row.places {
            try db.run("DELETE FROM \(prefix)places WHERE code = ? AND \(name) = ?", .text(code), .integer(key))
        }
        for table in ["events", "actors", "sources", "relations"] {
            try db.run("DELETE FROM \(prefix)\(table) WHERE \(name) = ?", .integer(key))
        }
        return row.names
    }
}
