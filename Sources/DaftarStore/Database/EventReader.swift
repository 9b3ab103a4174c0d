import Daftar
import GRDB

/// Puts recorded events together from the tables: the rows are read in order, and made into events on all cores.
struct EventReader {
    /// What is read for one event.
    private struct Raw: Sendable {
        let index: Int
        let entry: [UInt8]
        let leaf: Hash
        let statement: Hash
        let recorded: RecordedDay
        /// The entry whose content is shown, where it is another.
        let correction: [UInt8]?
        let line: [UInt8]
        let withdrawn: Set<Hash>
        let marks: RecordedEvent.Marks
    }

    private let db: Database
    private let entry, line: PreparedStatement
    private let content: ContentStore
    private let marks: MarksReader
    /// Whether any entry withdraws anything, and whether any is about another: most ledgers ask nothing more for a row.
    private let hasWithdrawals: Bool
    private let hasMarks: Bool

    init(_ db: Database) throws {
        self.db = db
        entry = try PreparedStatement(db, "SELECT bytes, leaf, statement, recorded FROM entries WHERE entry = ?")
        line = try PreparedStatement(db, "SELECT line FROM content WHERE entry = ?")
        content = try ContentStore(db)
        marks = try MarksReader(db)
        hasWithdrawals = try !db.rows("SELECT 1 FROM parts_changed LIMIT 1", read: { _ in }).isEmpty
        hasMarks = try !db.rows("SELECT 1 FROM marks UNION ALL SELECT 1 FROM doubted LIMIT 1", read: { _ in }).isEmpty
    }

    /// The events with these numbers, in this order.
    func events(_ numbers: [Int]) throws -> [RecordedEvent] {
        let raw = try numbers.map(read)
        let pieces = stride(from: 0, to: raw.count, by: 64).map { $0..<min($0 + 64, raw.count) }
        let made = Lanes.map(pieces.count) { piece in pieces[piece].map { EventReader.event(raw[$0]) } }
        let events = made.flatMap { $0 }
        guard events.allSatisfy({ $0 != nil }) else { throw StoreError.damagedState("entries") }
        return events.compactMap { $0 }
    }

    private func read(_ number: Int) throws -> Raw {
        let marks = hasMarks ? try marks.marks(of: number) : RecordedEvent.Marks()
        let shown = marks.correctedBy ?? number
        // Read before the row is, since a statement stands at one row at a time.
        let correction = shown == number ? nil : try entry.bytes(.integer(shown))
        let rows = try entry.all([.integer(number)]) { row -> Raw? in
            guard let leaf = row.hash(1), let statement = row.hash(2), let day = RecordedDay(row.text(3)) else { return nil }
            return Raw(
                index: number, entry: row.bytes(0), leaf: leaf, statement: statement, recorded: day,
                correction: correction, line: try line.bytes(.integer(shown)) ?? [],
                withdrawn: hasWithdrawals ? try content.withdrawn(of: shown) : [], marks: marks)
        }
        guard let raw = rows.first ?? nil else { throw StoreError.damagedState("entries") }
        return raw
    }

    private static func event(_ raw: Raw) -> RecordedEvent? {
        guard let statement = Daftar.Statement.inEntry(raw.correction ?? raw.entry)?.statement else { return nil }
        let disclosures = raw.line.isEmpty ? [] : (try? ContentLine.disclosures(in: raw.line)) ?? []
        return RecordedEvent(
            index: raw.index, leaf: raw.leaf, statement: raw.statement, recorded: raw.recorded,
            signers: statement.by.map { String($0.dropLast(9)) }, seen: statement.seen,
            content: EventContent(statement, disclosures: disclosures, withdrawn: raw.withdrawn), marks: raw.marks)
    }
}
