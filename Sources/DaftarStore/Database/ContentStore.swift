import Daftar
import GRDB

/// The published disclosures, a line an entry, and what withdrawals and releases did to them.
struct ContentStore {
    private let db: Database
    private let insert: PreparedStatement
    private let read: PreparedStatement

    init(_ db: Database) throws {
        self.db = db
        insert = try PreparedStatement(db, "INSERT OR REPLACE INTO content (entry, line) VALUES (?, ?)")
        read = try PreparedStatement(db, "SELECT line FROM content WHERE entry = ?")
    }

    /// The line of an entry, with its newline; nil where nothing of it is published.
    func line(_ entry: Int) throws -> [UInt8]? { try read.bytes(.integer(entry)) }

    /// Puts a new entry's line.
    func add(_ entry: Int, _ line: [UInt8]) throws {
        if !line.isEmpty { try insert.run(.integer(entry), .blob(line)) }
    }

    /// Takes disclosures out for good.
    func withdraw(_ digests: [Hash], of entry: Int, by index: Int) throws {
        for digest in digests { try note("withdrawn_by", digest, entry, index) }
        guard let old = try line(entry) else { return }
        try replace(entry, try ContentLine.removing(Set(digests), entry: entry, from: old))
    }

    /// Adds disclosures that an entry's authors had withheld. What is withdrawn stays so, released or not.
    func release(_ digests: [Hash], of entry: Int, by index: Int, _ disclosures: [[UInt8]]) throws {
        for digest in digests { try note("released_by", digest, entry, index) }
        let old = try line(entry).map { try ContentLine.disclosures(in: $0) } ?? []
        let closed = try withdrawn(of: entry).union(old.map { Hash.sha256($0) })
        let new = disclosures.filter { !closed.contains(Hash.sha256($0)) }
        try replace(entry, ContentLine.encode(entry: entry, encoded: old + new))
    }

    /// An entry's statement and its parts as they are now; nil where there is no such entry.
    func parts(of entry: Int) throws -> (statement: Daftar.Statement, parts: [SignedPart])? {
        guard let statement = try StatementReader(db).statement(of: entry) else { return nil }
        let disclosures = try line(entry).map { try ContentLine.disclosures(in: $0) } ?? []
        return (statement, statement.parts(disclosures: disclosures, withdrawn: try withdrawn(of: entry)))
    }

    /// What is published of an entry; at a size, without what was released later. What was withdrawn is gone from both.
    func disclosures(of entry: Int, at size: Int?) throws -> [[UInt8]] {
        let all = try line(entry).map { try ContentLine.disclosures(in: $0) } ?? []
        guard let size else { return all }
        let released = try released(of: entry)
        return released.isEmpty ? all : all.filter { released[Hash.sha256($0)] ?? -1 < size }
    }

    /// The digests of an entry that were released, and by which entry.
    func released(of entry: Int) throws -> [Hash: Int] {
        let sql = "SELECT digest, released_by FROM parts_changed WHERE entry = ? AND released_by IS NOT NULL"
        let rows = try db.rows(sql, .integer(entry)) { ($0.hash(0) ?? Hash.emptyTree, $0.integer(1)) }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// The digests of an entry that were withdrawn.
    func withdrawn(of entry: Int) throws -> Set<Hash> {
        let sql = "SELECT digest FROM parts_changed WHERE entry = ? AND withdrawn_by IS NOT NULL"
        return Set(try db.rows(sql, .integer(entry)) { $0.hash(0) }.compactMap { $0 })
    }

    /// The lines of a file's entries in a range.
    static func lines(_ db: Database, _ range: Range<Int>) throws -> [UInt8] {
        try db.rows(
            "SELECT line FROM content WHERE entry >= ? AND entry < ? ORDER BY entry", .integer(range.lowerBound),
            .integer(range.upperBound)
        ) { $0.bytes(0) }.flatMap { $0 }
    }

    /// The file of 256 entries, as far as they have content and stand before `size`.
    static func file(_ db: Database, _ index: Int, size: Int) throws -> [UInt8] {
        let start = index * Limits.tileWidth
        return try lines(db, start..<min(start + Limits.tileWidth, size))
    }

    /// True where an older entry of the file is changed by an entry that is about to be published.
    static func isDue(_ db: Database, _ index: Int) throws -> Bool {
        try !db.rows("SELECT 1 FROM content_due WHERE file = ?", .integer(index), read: { _ in }).isEmpty
    }

    /// The first entry that withdraws or releases a part is the one that counts.
    private func note(_ column: String, _ digest: Hash, _ entry: Int, _ index: Int) throws {
        try db.run(
            """
            INSERT INTO parts_changed (entry, digest, \(column)) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET \(column) = ifnull(\(column), excluded.\(column))
            """, .integer(entry), .hash(digest), .integer(index))
    }

    private func replace(_ entry: Int, _ line: [UInt8]) throws {
        if line.isEmpty {
            try db.run("DELETE FROM content WHERE entry = ?", .integer(entry))
        } else {
            try insert.run(.integer(entry), .blob(line))
        }
        try db.run("INSERT OR IGNORE INTO content_due VALUES (?)", .integer(entry / Limits.tileWidth))
    }
}
