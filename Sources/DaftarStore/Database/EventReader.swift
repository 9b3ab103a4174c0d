import Daftar
import GRDB

/// Reads what is needed for recorded events: in order, by one thread. Making events of it is `RawEvent`'s.
final class EventReader {
    private let event, version: PreparedStatement
    private let signing: PreparedStatement
    private let history: StoredHistory
    private let marks: MarksReader
    private let changedParts: Set<Int>
    /// Whether any entry is about another, or doubted: most ledgers ask nothing more for a row.
    private let hasMarks: Bool
    /// The names of keys, and of those who sign together, by number: few, and the same for most events.
    private let keys: [String]
    private var signers: [Int: [String]] = [:]

    /// - Parameter moment: what was said about an event then.
    init(_ db: Database, _ moment: EventMoment) throws {
        func select(_ tables: EventTables.Names) throws -> PreparedStatement {
            try PreparedStatement(
                db,
                """
                SELECT shown, seen, content, leaf, statement, recorded, signing
                FROM \(tables.prefix)events JOIN entries USING (entry) WHERE \(tables.key) = ?
                """)
        }
        (event, version) = (try select(.now), try select(.past))
        signing = try PreparedStatement(db, "SELECT signing FROM entries WHERE entry = ?")
        history = try StoredHistory(db)
        marks = try MarksReader(db, at: moment.size)
        changedParts = try ChangeReader.eventsWithChangedParts(db)
        hasMarks = try !db.rows("SELECT 1 FROM marks UNION ALL SELECT 1 FROM doubted LIMIT 1", read: { _ in }).isEmpty
        keys = try db.rows("SELECT vkey FROM keys ORDER BY position") { String($0.text(0).prefix { $0 != "+" }) }
        for (number, by) in try db.rows("SELECT signing, signers FROM signings", read: { ($0.integer(0), $0.text(1)) })
        {
            signers[number] = by.split(separator: " ").compactMap { Int($0) }.filter(keys.indices.contains).map {
                keys[$0]
            }
        }
    }

    func read(_ place: EventPlace) throws -> RawEvent {
        let number = place.entry
        var marks = hasMarks ? try marks.marks(of: number) : RecordedEvent.Marks()
        if changedParts.contains(number) { marks.changed = try self.marks.lastChange(of: number) }
        let select = place.version == nil ? event : version
        let rows = try select.all([.integer(place.version ?? number)]) { row in
            let shown = row.integer(0), seen = row.integer(1)
            guard let leaf = row.hash(3), let statement = row.hash(4), let day = RecordedDay(row.text(5)),
                let root = history.root(atSize: seen),
                let by = signers[shown == number ? row.integer(6) : try signing.integer(.integer(shown)) ?? -1]
            else { throw StoreError.damagedState("events") }
            return RawEvent(
                index: number, leaf: leaf, statement: statement, recorded: day, signers: by,
                seen: Seen(size: seen, root: root), content: row.bytes(2), marks: marks)
        }
        try history.check()
        guard let raw = rows.first else { throw StoreError.damagedState("events") }
        return raw
    }
}

/// An event as the tables hold it.
struct RawEvent: Sendable {
    let index: Int
    let leaf: Hash
    let statement: Hash
    let recorded: RecordedDay
    let signers: [String]
    let seen: Seen
    let content: [UInt8]
    let marks: RecordedEvent.Marks

    /// Events, made on all cores.
    static func events(_ raw: [RawEvent]) throws -> [RecordedEvent] {
        let pieces = stride(from: 0, to: raw.count, by: 64).map { $0..<min($0 + 64, raw.count) }
        let events = Lanes.map(pieces.count) { piece in pieces[piece].compactMap { raw[$0].event } }.flatMap { $0 }
        guard events.count == raw.count else { throw StoreError.damagedState("events") }
        return events
    }

    private var event: RecordedEvent? {
        guard let stored = StoredMembers(content) else { return nil }
        return RecordedEvent(
            index: index, leaf: leaf, statement: statement, recorded: recorded, signers: signers, seen: seen,
            stored: stored, marks: marks)
    }
}
