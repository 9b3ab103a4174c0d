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

    /// Notes what a revocation makes doubtful.
    ///
    /// - Returns: what the entries are about that were not doubted before.
    mutating func revoked(by revocation: Int, _ rights: Rights) throws -> [Int] {
        let insert = try PreparedStatement(db, "INSERT OR IGNORE INTO doubted VALUES (?, ?)")
        for entry in try entries(rights) { try insert.run(.integer(entry), .integer(revocation + 1)) }
        let about = "SELECT DISTINCT about FROM marks JOIN doubted USING (entry) WHERE doubted.since = ? ORDER BY about"
        return try db.rows(about, .integer(revocation + 1)) { $0.integer(0) }
    }

    /// The entries that are doubted under these rights, ascending. The charter never is: the pin vouches for it.
    mutating func entries(_ rights: Rights) throws -> [Int] {
        guard rights.signers.contains(where: { $0.since != nil }) else { return [] }
        try read(rights)
        guard let first = begins.values.compactMap(\.self).min() else { return [] }
        let sql = "SELECT entry, signing FROM entries WHERE entry >= ? ORDER BY entry"
        return try db.rows(sql, .integer(max(1, first))) { ($0.integer(0), $0.integer(1)) }.compactMap {
            entry, signing in
            guard let begin = begins[signing] ?? nil, entry >= begin else { return nil }
            return entry
        }
    }

    private mutating func read(_ rights: Rights) throws {
        let since = try SigningTable.doubtedSince(db, rights)
        for row in try SigningTable.all(db) {
            begins[row.number] = .some(rights.doubtBegins(signers: row.signers, row.requirement, since: since))
        }
    }
}
