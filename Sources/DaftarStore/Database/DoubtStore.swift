import Daftar
import GRDB

/// Which entries are doubted, and from which size of the ledger on. Earlier entries become so only when editors say of a
/// key since when it was stolen; later ones, signed by a key that such an entry admitted, are so from the start.
struct DoubtStore {
    private let db: Database
    /// By number of a signing: the first entry from which on everything of it is doubted.
    private var begins: [Int: Int?] = [:]

    init(_ db: Database) { self.db = db }

    /// - Parameter size: with so many entries; nil for all.
    static func isDoubted(_ entry: Int, at size: Int?, _ db: Database) throws -> Bool {
        let sql = "SELECT 1 FROM doubted WHERE entry = ? AND since <= ?"
        return try !db.rows(sql, .integer(entry), .integer(size ?? Int.max), read: { _ in }).isEmpty
    }

    /// Notes a new entry where it is doubted.
    mutating func note(_ entry: Int, _ signing: Int, _ rights: Rights) throws {
        guard rights.signers.contains(where: { $0.since != nil }) else { return }
        if begins[signing] == nil { try read(rights) }
        // The charter is never doubted: the pin vouches for it.
        guard entry > 0, let begin = begins[signing] ?? nil, entry >= begin else { return }
        try db.run("INSERT INTO doubted VALUES (?, ?)", .integer(entry), .integer(entry + 1))
    }

    /// Notes what a revocation makes doubtful: the entries that were not so before.
    mutating func revoked(by revocation: Int, _ rights: Rights) throws -> [Int] {
        guard rights.signers.contains(where: { $0.since != nil }) else { return [] }
        try read(rights)
        guard let first = begins.values.compactMap(\.self).min() else { return [] }
        let sql = "SELECT entry, signing FROM entries WHERE entry >= ?"
        let entries = try db.rows(sql, .integer(max(1, first))) { ($0.integer(0), $0.integer(1)) }
        let insert = try PreparedStatement(db, "INSERT OR IGNORE INTO doubted VALUES (?, ?) RETURNING entry")
        return try entries.compactMap { entry, signing in
            guard let begin = begins[signing] ?? nil, entry >= begin else { return nil }
            return try insert.integer(.integer(entry), .integer(revocation + 1))
        }
    }

    private mutating func read(_ rights: Rights) throws {
        let grant = try PreparedStatement(
            db, "SELECT signers, requirement FROM signings JOIN entries USING (signing) WHERE entry = ?")
        let since = try rights.doubtedSince { try grant.all([.integer($0)], read: DoubtStore.signing).first ?? nil }
        let all = try db.rows("SELECT signers, requirement, signing FROM signings") {
            (try DoubtStore.signing($0), $0.integer(2))
        }
        for case let ((signers, requirement)?, number) in all {
            begins[number] = .some(rights.doubtBegins(signers: signers, requirement, since: since))
        }
    }

    private static func signing(_ row: StatementRow) throws -> ([Int], Requirement)? {
        guard let requirement = Requirement(row.text(1)) else { throw StoreError.damagedState("signings") }
        return (row.text(0).split(separator: " ").compactMap { Int($0) }, requirement)
    }
}
