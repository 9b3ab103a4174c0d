import Daftar
import GRDB

/// Keeps the event tables: a row for each event, as corrections, retractions, releases and withdrawals leave it, and what
/// was shown before.
///
/// ```
/// size     2          5          8
/// shown    event 1    entry 4    entry 7    two corrections: two past versions, [2, 5) and [5, 8)
/// ```
struct EventIndex {
    private let db: Database
    private let content: ContentStore
    private let now, past: EventTables
    private let names: NameTable
    private let slug: PreparedStatement

    init(_ db: Database, _ content: ContentStore) throws {
        (self.db, self.content) = (db, content)
        names = try NameTable(db)
        (now, past) = (try EventTables(db, .now, names), try EventTables(db, .past, names))
        slug = try PreparedStatement(db, "SELECT entry FROM events WHERE slug = ?")
    }

    /// Adds a new event.
    ///
    /// - Parameter signers: positions in the rights.
    func add(_ entry: Int, _ row: EventRow, signers: [Int]) throws {
        try now.insert([entry], shown: entry, row, signers: signers)
    }

    /// Writes what waits: everything is in the tables after that.
    func flush() throws {
        try now.flush()
        try past.flush()
    }

    /// Notes a correction, a retraction or a remark, and what it does to what it is about.
    ///
    /// - Parameter other: the event that a remark relates it to.
    func mark(_ entry: Int, about: Int, type: String, kind: String?, other: Int? = nil) throws {
        try db.run(
            "INSERT INTO marks VALUES (?, ?, ?, ?, ?, ?)", .integer(entry), .integer(about), .text(type),
            .optional(kind),
            .optional(other), .integer(entry + 1))
        if type != "remark" { try revise(about, by: entry) }
    }

    /// Shows another content of an event where an entry had that effect. What is no event is passed over.
    ///
    /// Of several corrections in force the last one counts; while a retraction is in force, none does.
    func revise(_ event: Int, by entry: Int) throws {
        guard let old = try shown(event) else { return }
        let new = try MarksReader(db).marks(of: event).correctedBy ?? event
        guard new != old else { return }
        try keep(event, shown: old, until: entry + 1)
        try show(event, new)
    }

    /// Shows what was withheld of an entry, from that release on.
    func reveal(_ entry: Int, by release: Int) throws {
        let event = try eventShowing(entry)
        if try shown(event) == entry { try keep(event, shown: entry, until: release + 1) }
        try renew(entry)
    }

    /// Makes every row anew that shows the content of an entry: parts of it were withdrawn, or are here only now.
    func renew(_ entry: Int) throws {
        let event = try eventShowing(entry)
        let signers = try signers(of: entry)
        var gone: [EventRow.Name] = []
        for (version, since, until) in try versions(of: event, showing: entry) {
            gone += try past.remove(version, signers: signers)
            try past.insert(
                [version, event, since, until], shown: entry, row(of: event, showing: entry, at: until - 1),
                signers: signers)
        }
        if try shown(event) == entry { gone += try show(event, entry) }
        try renewKind(entry)
        try flush()
        try names.forget(gone)
    }

    /// The event that the content of an entry is shown for: itself, or what it corrects.
    func eventShowing(_ entry: Int) throws -> Int {
        try db.rows("SELECT about FROM marks WHERE entry = ?", .integer(entry)) { $0.integer(0) }.first ?? entry
    }

    /// The entry that has a slug.
    func entry(ofSlug name: String) throws -> Int? { try slug.integer(.text(name)) }

    // MARK: Versions

    /// Whose content an event has now; nil for what is no event.
    private func shown(_ event: Int) throws -> Int? {
        try db.rows("SELECT shown FROM events WHERE entry = ?", .integer(event)) { $0.integer(0) }.first
    }

    /// - Returns: the names in what was shown before.
    @discardableResult
    private func show(_ event: Int, _ entry: Int) throws -> [EventRow.Name] {
        let before = try now.remove(event, signers: signers(of: shown(event) ?? event))
        try now.insert(
            [event], shown: entry, row(of: event, showing: entry, at: nil), signers: signers(of: entry))
        return before
    }

    private func signers(of entry: Int) throws -> [Int] { try SigningTable.of(entry: entry, db)?.signers ?? [] }

    /// Keeps what is shown of an event as what was shown until the ledger had `until` entries.
    private func keep(_ event: Int, shown: Int, until: Int) throws {
        let last =
            try db.rows("SELECT max(until) FROM past_events WHERE entry = ?", .integer(event)) {
                $0.optionalInteger(0)
            }.first ?? nil
        let since = last ?? event + 1
        let version = try db.rows("SELECT ifnull(max(version), 0) + 1 FROM past_events") { $0.integer(0) }.first ?? 1
        guard since < until else { return }
        try past.insert(
            [version, event, since, until], shown: shown, row(of: event, showing: shown, at: until - 1),
            signers: signers(of: shown))
    }

    private func versions(of event: Int, showing entry: Int) throws -> [(version: Int, since: Int, until: Int)] {
        try db.rows(
            "SELECT version, since, until FROM past_events WHERE entry = ? AND shown = ?", .integer(event),
            .integer(entry)
        ) { ($0.integer(0), $0.integer(1), $0.integer(2)) }
    }

    /// What an event's row says while it shows the content of an entry; as it was published at a size, nil for now.
    private func row(of event: Int, showing entry: Int, at size: Int?) throws -> EventRow {
        let statements = try StatementReader(db)
        guard let statement = try statements.statement(of: entry), let original = try statements.statement(of: event)
        else { throw StoreError.damagedState("entries") }
        let shown = EventContent(
            statement, disclosures: try content.disclosures(of: entry, at: size),
            withdrawn: try content.withdrawn(of: entry))
        return EventRow(shown, statement: original.hash, seen: statement.seen.size)
    }

    /// Reads the kind of a remark again: it may have been withdrawn, or released.
    private func renewKind(_ entry: Int) throws {
        let isRemark = "SELECT 1 FROM marks WHERE entry = ? AND type = 'remark'"
        guard try !db.rows(isRemark, .integer(entry), read: { _ in }).isEmpty else { return }
        let withdrawn = try content.withdrawn(of: entry)
        let shown = try content.disclosures(of: entry, at: nil).map { (Hash.sha256($0), Disclosure(parsing: $0)) }
        let kind = shown.first { $0.1?.name == "kind" && !withdrawn.contains($0.0) }
        let since = try kind.flatMap { try content.released(of: entry)[$0.0] } ?? entry
        try db.run(
            "UPDATE marks SET kind = ?, since = ? WHERE entry = ?", .optional(kind?.1?.value.string),
            .integer(since + 1), .integer(entry))
    }
}
