import Daftar
import GRDB

/// Which entries are doubted. It changes only when editors say of a key since when it was stolen.
enum DoubtStore {
    /// Brings the table up to the rights; the entries that are doubted now and were not before.
    static func update(_ db: Database, _ rights: Rights) throws -> [Int] {
        let since = try rights.doubtedSince { grant in
            try db.rows(
                """
                SELECT signers, requirement FROM signings JOIN entries USING (signing) WHERE entry = ?
                """, .integer(grant), read: signing
            ).first ?? nil
        }
        let all = try db.rows("SELECT signers, requirement, signing FROM signings") { (try signing($0), $0.integer(2)) }
        var new: [Int] = []
        for case let ((signers, requirement)?, number) in all {
            // The charter is never doubted: the pin vouches for it.
            guard let begin = rights.doubtBegins(signers: signers, requirement, since: since) else { continue }
            new += try db.rows(
                "INSERT OR IGNORE INTO doubted SELECT entry FROM entries WHERE signing = ? AND entry >= ? RETURNING entry",
                .integer(number), .integer(max(1, begin))
            ) { $0.integer(0) }
        }
        return new.sorted()
    }

    private static func signing(_ row: StatementRow) throws -> ([Int], Requirement)? {
        guard let requirement = Requirement(row.text(1)) else { throw StoreError.damagedState("signings") }
        return (row.text(0).split(separator: " ").compactMap { Int($0) }, requirement)
    }
}
