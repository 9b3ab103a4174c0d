import Daftar
import GRDB

// What `show --history` reads, and what a correction or a remark begins with.
extension Ledger {
    /// The content of one entry as it was signed; nil where there is no such entry, and where it carries none.
    ///
    /// - Parameter size: as it was with so many entries, but for what was withdrawn since.
    public func content(_ entry: Int, at size: Int? = nil) throws(StoreError) -> SignedContent? {
        try database.read { try ContentReading($0, at: size).content(entry) }
    }

    /// True where an entry, whatever its type, lacks a signature without those of a stolen key.
    public func isDoubted(_ entry: Int, at size: Int? = nil) throws(StoreError) -> Bool {
        try database.read { try DoubtStore.isDoubted(entry, at: size, $0) }
    }

    /// Everything about an event, up to a size of the ledger; nil where the entry is no event.
    ///
    /// Withdrawals count wherever they stand: what was taken out is not shown again for an older state.
    public func history(of event: Int, upTo size: Int? = nil) throws(StoreError) -> EventHistory? {
        try database.read { db in
            let reading = try ContentReading(db, at: size)
            guard let original = try reading.content(event), original.type == .event else { return nil }
            let entries = try HistoryQuery.entries(db, about: event, below: size ?? Int.max)
            let later = try entries.compactMap(reading.content)
            let parts = try HistoryQuery.parts(db, of: [event] + entries, at: size)
            return EventHistory(event: original, later: later, parts: parts)
        }
    }

    /// How remarks in force relate an event to others, as this event has it: `approved by 10`.
    public func remarkedRelations(of event: Int, at size: Int? = nil) throws(StoreError) -> [RemarkedRelation] {
        try database.read { db in
            let reading = try ContentReading(db, at: size), marks = try MarksReader(db, at: size)
            let own = try marks.marks(of: event).relatedBy.compactMap(reading.content).compactMap { remark in
                remark.other.map {
                    RemarkedRelation(remark: remark.entry, relation: remark.content.relation, other: $0)
                }
            }
            let others = try marks.remarks(to: event).compactMap { remark, about in
                try reading.content(remark).map {
                    RemarkedRelation(
                        remark: remark, relation: $0.content.relation.map(Relation.inverse), other: about)
                }
            }
            return own + others
        }
    }
}

/// A relation that a remark states.
public struct RemarkedRelation: Hashable, Sendable {
    public let remark: Int
    /// Nil where that part is not shown.
    public let relation: String?
    public let other: Int
}

/// Reads content as it was signed.
private struct ContentReading {
    private let db: Database
    private let store: ContentStore
    private let history: StoredHistory
    private let size: Int?

    init(_ db: Database, at size: Int? = nil) throws {
        (self.db, self.size) = (db, size)
        (store, history) = (try ContentStore(db), try StoredHistory(db))
    }

    func content(_ entry: Int) throws -> SignedContent? {
        let bytes = history.bytes(ofEntry: entry)
        try history.check()
        guard let bytes, let (day, statement) = Daftar.Statement.inEntry(bytes),
            [.event, .correction, .retraction, .remark].contains(statement.type)
        else { return nil }
        let disclosures = try store.disclosures(of: entry, at: size)
        let mark = try db.rows("SELECT about, other FROM marks WHERE entry = ?", .integer(entry)) {
            ($0.optionalInteger(0), $0.optionalInteger(1))
        }.first
        let isDoubted = try DoubtStore.isDoubted(entry, at: size, db)
        return SignedContent(
            entry: entry, type: statement.type, recorded: day, leaf: Hash.leaf(bytes.span), statement: statement.hash,
            by: statement.by, seen: statement.seen,
            content: EventContent(statement, disclosures: disclosures, withdrawn: try store.withdrawn(of: entry)),
            about: mark?.0, other: mark?.1, isDoubted: isDoubted)
    }
}

/// Which entries belong to the history of an event.
private enum HistoryQuery {
    /// What is about it, what relates to it, and what is about a remark of it.
    static func entries(_ db: Database, about event: Int, below size: Int) throws -> [Int] {
        try db.rows(
            """
            WITH direct (entry) AS (SELECT entry FROM marks WHERE about = ?1 UNION SELECT entry FROM marks WHERE other = ?1)
            SELECT entry FROM direct WHERE entry < ?2
            UNION SELECT entry FROM marks WHERE about IN (SELECT entry FROM direct) AND entry < ?2 ORDER BY 1
            """, .integer(event), .integer(size)
        ) { $0.integer(0) }
    }

    static func parts(_ db: Database, of entries: [Int], at size: Int?) throws -> [EventHistory.PartsChange] {
        var found: [EventHistory.PartsChange] = []
        for entry in entries {
            for (column, what) in [
                ("withdrawn_by", EventHistory.PartsChange.What.withdrawal), ("released_by", .release),
            ] {
                found += try db.rows(
                    """
                    SELECT \(column), recorded, count(*) FROM parts_changed JOIN entries ON entries.entry = \(column)
                    WHERE parts_changed.entry = ? GROUP BY \(column)
                    """, .integer(entry)
                ) { row in
                    guard let day = RecordedDay(row.text(1)) else { throw StoreError.damagedState("entries") }
                    return EventHistory.PartsChange(
                        entry: row.integer(0), recorded: day, what: what, of: entry, count: row.integer(2),
                        isDoubted: try DoubtStore.isDoubted(row.integer(0), at: size, db))
                }
            }
        }
        // What was taken out later is not shown, and says so; what was shown later was not there yet.
        return found.filter { $0.what == .withdrawal || $0.entry < size ?? Int.max }
            .sorted { ($0.entry, $0.of) < ($1.entry, $1.of) }
    }
}
