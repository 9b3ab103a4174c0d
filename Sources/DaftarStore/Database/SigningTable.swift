import Daftar
import GRDB

/// Who signed together, and what that had to meet; entries hold the number of one of these.
enum SigningTable {
    struct Row {
        let number: Int
        /// Positions in the rights.
        let signers: [Int]
        let requirement: Requirement
    }

    static func all(_ db: Database) throws -> [Row] {
        try db.rows("SELECT signers, requirement, signing FROM signings", read: row)
    }

    /// The one of an entry.
    static func of(entry: Int, _ db: Database) throws -> Row? {
        try db.rows(
            "SELECT signers, requirement, signing FROM signings JOIN entries USING (signing) WHERE entry = ?",
            .integer(entry), read: row
        ).first
    }

    /// From which entry on each key is doubted.
    static func doubtedSince(_ db: Database, _ rights: Rights) throws -> [Int?] {
        try rights.doubtedSince { grant in try of(entry: grant, db).map { ($0.signers, $0.requirement) } }
    }

    private static func row(_ row: StatementRow) throws -> Row {
        guard let requirement = Requirement(row.text(1)) else { throw StoreError.damagedState("signings") }
        let signers = row.text(0).split(separator: " ").compactMap { Int($0) }
        return Row(number: row.integer(2), signers: signers, requirement: requirement)
    }
}
