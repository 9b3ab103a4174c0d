import Daftar
import GRDB

/// Puts entries behind the last one, within one transaction.
struct EntryStore {
    private(set) var head: LedgerHead
    private var trees: TreeStore
    /// How many events there are.
    private var events: Int
    private let insert: PreparedStatement
    /// The text of the last day: the same for a whole batch.
    private var day = (value: RecordedDay?.none, text: "")

    init(_ db: Database) throws {
        head = try LedgerHead(db)
        events = try EntryStore.events(db, at: nil)
        trees = try TreeStore(db, size: head.size)
        insert = try PreparedStatement(
            db,
            """
            INSERT INTO entries (entry, recorded, type, signing, leaf, root, statement, events, bytes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
    }

    mutating func append(_ entry: NewEntry, signing: Int, isEvent: Bool) throws {
        try trees.append(entry.leaf)
        if entry.recorded != day.value { day = (entry.recorded, entry.recorded.description) }
        head = LedgerHead(size: head.size + 1, root: trees.tree.root, leaf: entry.leaf, day: entry.recorded)
        if isEvent { events += 1 }
        try insert.run(
            .integer(head.size - 1), .text(day.text), .text(entry.type), .integer(signing), .hash(entry.leaf),
            .hash(head.root), .hash(entry.statement), .integer(events), .blob(entry.bytes))
    }
}

extension EntryStore {
    /// How many events a ledger of `size` entries has; nil for now.
    static func events(_ db: Database, at size: Int?) throws -> Int {
        let sql = "SELECT events FROM entries WHERE entry < ? ORDER BY entry DESC LIMIT 1"
        return try db.rows(sql, .integer(size ?? .max)) { $0.integer(0) }.first ?? 0
    }

    /// The bytes of a bundle, in a ledger of `size` entries.
    static func bundle(_ db: Database, _ index: Int, size: Int) throws -> [UInt8] {
        let start = index * Limits.tileWidth, end = min(start + Limits.tileWidth, size)
        var bundle: [UInt8] = [], count = 0
        _ = try db.rows(
            "SELECT bytes FROM entries WHERE entry >= ? AND entry < ? ORDER BY entry", .integer(start), .integer(end)
        ) { row in
            EntryBundle.append(row.bytes(0), to: &bundle)
            count += 1
        }
        guard count == end - start else { throw StoreError.damagedState("entries") }
        return bundle
    }
}

/// An entry that was judged and is about to be written.
struct NewEntry {
    let bytes: [UInt8]
    let leaf: Hash
    let statement: Hash
    let type: String
    let recorded: RecordedDay
}
