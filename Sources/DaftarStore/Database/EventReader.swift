import Daftar
import GRDB

/// Reads what is needed for recorded events: fast, in order, and by one thread. Making events of it is `RawEvent`'s.
struct EventReader {
    private let entry, line: PreparedStatement
    private let content: ContentStore
    private let marks: MarksReader
    /// Whether any entry withdraws anything, and whether any is about another: most ledgers ask nothing more for a row.
    private let hasWithdrawals: Bool
    private let hasMarks: Bool

    init(_ db: Database) throws {
        entry = try PreparedStatement(db, "SELECT bytes, leaf, statement FROM entries WHERE entry = ?")
        line = try PreparedStatement(db, "SELECT line FROM content WHERE entry = ?")
        content = try ContentStore(db)
        marks = try MarksReader(db)
        hasWithdrawals = try !db.rows("SELECT 1 FROM parts_changed LIMIT 1", read: { _ in }).isEmpty
        hasMarks = try !db.rows("SELECT 1 FROM marks UNION ALL SELECT 1 FROM doubted LIMIT 1", read: { _ in }).isEmpty
    }

    func read(_ number: Int) throws -> RawEvent {
        let marks = hasMarks ? try marks.marks(of: number) : RecordedEvent.Marks()
        let shown = marks.correctedBy ?? number
        // Read before the row is, since a statement stands at one row at a time.
        let correction = shown == number ? nil : try entry.bytes(.integer(shown))
        let rows = try entry.all([.integer(number)]) { row -> RawEvent? in
            guard let leaf = row.hash(1), let statement = row.hash(2) else { return nil }
            return RawEvent(
                index: number, entry: row.bytes(0), leaf: leaf, statement: statement, correction: correction,
                line: try line.bytes(.integer(shown)) ?? [],
                withdrawn: hasWithdrawals ? try content.withdrawn(of: shown) : [], marks: marks)
        }
        guard let raw = rows.first ?? nil else { throw StoreError.damagedState("entries") }
        return raw
    }
}

/// An event as the tables hold it.
struct RawEvent: Sendable {
    let index: Int
    let entry: [UInt8]
    let leaf: Hash
    let statement: Hash
    /// The entry whose content is shown, where it is another.
    let correction: [UInt8]?
    let line: [UInt8]
    let withdrawn: Set<Hash>
    let marks: RecordedEvent.Marks

    /// Events, made on all cores.
    static func events(_ raw: [RawEvent]) throws -> [RecordedEvent] {
        let pieces = stride(from: 0, to: raw.count, by: 64).map { $0..<min($0 + 64, raw.count) }
        let made = Lanes.map(pieces.count) { piece in pieces[piece].map { raw[$0].event } }
        return try made.flatMap { $0 }.map { event in
            guard let event else { throw StoreError.damagedState("entries") }
            return event
        }
    }

    private var event: RecordedEvent? {
        guard let own = Daftar.Statement.inEntry(entry, hash: statement) else { return nil }
        var shown = own.statement
        if let correction {
            guard let other = Daftar.Statement.inEntry(correction)?.statement else { return nil }
            shown = other
        }
        return RecordedEvent(
            index: index, leaf: leaf, statement: statement, recorded: own.recorded,
            signers: shown.by.map { String($0.dropLast(9)) }, seen: shown.seen,
            content: EventContent(shown, line: line, withdrawn: withdrawn), marks: marks)
    }
}
