import Daftar
import GRDB

/// The one row that says which ledger a store is of, and its newest checkpoint.
enum LedgerRow {
    /// Makes the tables where there are none, and checks that they are this ledger's.
    static func prepare(_ db: Database, _ anchors: TrustAnchors) throws {
        let version = try db.rows("PRAGMA user_version") { $0.integer(0) }.first ?? 0
        if version == 0 {
            try Schema.create(db)
            try db.run(
                "INSERT INTO ledger (id, origin, charter, approvals) VALUES (1, ?, ?, 0)",
                .text(anchors.policy.origin.text), .hash(anchors.charter))
        } else if version != Schema.version {
            throw StoreError.otherStateVersion(version)
        }
        let row = try db.rows("SELECT origin, charter FROM ledger") { ($0.text(0), $0.hash(1)) }.first
        guard let row, row.0 == anchors.policy.origin.text, row.1 == anchors.charter else {
            throw StoreError.damagedState("ledger")
        }
    }

    /// The checkpoint over all entries; nil before the first entry.
    static func checkpoint(_ db: Database) throws -> SignedCheckpoint? {
        let bytes = try db.rows("SELECT checkpoint FROM ledger WHERE checkpoint IS NOT NULL") { $0.bytes(0) }.first
        guard let bytes else { return nil }
        guard let checkpoint = try? SignedCheckpoint(parsing: bytes) else {
            throw StoreError.damagedState("checkpoint")
        }
        return checkpoint
    }

    /// The folder that the ledger was published to last.
    static func directory(_ db: Database) throws -> String? {
        try db.rows("SELECT directory FROM ledger WHERE directory IS NOT NULL") { $0.text(0) }.first
    }

    static func setDirectory(_ path: String, _ db: Database) throws {
        try db.run("UPDATE ledger SET directory = ?", .text(path))
    }

    /// True where withdrawn content may still lie in old pages, in the log or in the search index.
    static func forgets(_ db: Database) throws -> Bool {
        try db.rows("SELECT forgets FROM ledger") { $0.integer(0) == 1 }.first ?? false
    }

    static func setForgets(_ forgets: Bool, _ db: Database) throws {
        try db.run("UPDATE ledger SET forgets = ?", .integer(forgets ? 1 : 0))
    }

    static func setCheckpoint(_ checkpoint: SignedCheckpoint, _ db: Database) throws {
        try db.run("UPDATE ledger SET checkpoint = ?", .blob(checkpoint.encoded))
    }
}
