import Daftar
import GRDB

/// The rights as they stand behind the last entry, and who signed together.
struct KeyStore {
    private var stored: [Rights.SavedSigner]
    private var storedApprovals: Int
    private var signings: [Signing: Int] = [:]
    /// The last that was asked for: most of a batch is signed alike.
    private var last: (signers: [Int], requirement: Requirement, number: Int)?

    struct Signing: Hashable {
        let signers: String
        let requirement: String

        init(signers: String, requirement: String) { (self.signers, self.requirement) = (signers, requirement) }

        init(_ judgement: Judgement) {
            signers = judgement.signers.map(String.init).joined(separator: " ")
            requirement = judgement.requirement.text
        }
    }

    init(_ db: Database) throws {
        stored = try db.rows("SELECT * FROM keys ORDER BY position", read: KeyStore.signer)
        storedApprovals = try db.rows("SELECT approvals FROM ledger") { $0.integer(0) }.first ?? 0
        let known = try db.rows("SELECT signers, requirement, signing FROM signings") { row in
            (Signing(signers: row.text(0), requirement: row.text(1)), row.integer(2))
        }
        signings = Dictionary(uniqueKeysWithValues: known)
    }

    func rights(_ origin: Origin, _ policy: Policy) -> Rights {
        Rights(origin: origin, policy: policy, restoring: stored, approvals: storedApprovals)
    }

    /// The number of a signing; a new one is written down.
    mutating func number(of judgement: Judgement, _ db: Database) throws -> Int {
        if let last, last.signers == judgement.signers, last.requirement == judgement.requirement { return last.number }
        let number = try number(of: Signing(judgement), db)
        last = (judgement.signers, judgement.requirement, number)
        return number
    }

    private mutating func number(of signing: Signing, _ db: Database) throws -> Int {
        if let number = signings[signing] { return number }
        let number = signings.count
        try db.run(
            "INSERT INTO signings VALUES (?, ?, ?)", .integer(number), .text(signing.signers),
            .text(signing.requirement))
        signings[signing] = number
        return number
    }

    /// Writes down what changed.
    mutating func save(_ rights: Rights, _ db: Database) throws {
        let saved = rights.saved
        for (position, signer) in saved.enumerated() where position >= stored.count || stored[position] != signer {
            try db.run(
                "INSERT OR REPLACE INTO keys VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", .integer(position),
                .text(signer.key.text), .text(signer.role.rawValue), .integer(signer.granted),
                .optional(signer.revoked),
                .optional(signer.reason?.rawValue), .integer(signer.revocations), .optional(signer.since),
                .integer(signer.lastSeen))
        }
        if rights.approvals != storedApprovals {
            try db.run("UPDATE ledger SET approvals = ?", .integer(rights.approvals))
        }
        (stored, storedApprovals) = (saved, rights.approvals)
    }

    /// The columns of `keys`, in their order.
    private static func signer(_ row: StatementRow) throws -> Rights.SavedSigner {
        guard let key = try? VerifierKey(parsing: row.text(1)), let role = Role(rawValue: row.text(2)) else {
            throw StoreError.damagedState("keys")
        }
        return Rights.SavedSigner(
            key: key, role: role, granted: row.integer(3), revoked: row.optionalInteger(4),
            reason: row.optionalText(5).flatMap(RevocationReason.init), revocations: row.integer(6),
            since: row.optionalInteger(7), lastSeen: row.integer(8))
    }
}
