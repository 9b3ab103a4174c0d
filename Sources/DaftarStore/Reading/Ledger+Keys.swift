public import Daftar
import GRDB

/// A key that a ledger admitted, and what became of it, as of some size of the ledger.
public struct KeyRecord: Hashable, Sendable {
    /// One revocation: a key has two at most, the second by editors who say that it was stolen.
    public struct Revocation: Hashable, Sendable {
        public let entry: Int
        public let reason: RevocationReason
        /// Signatures from this index on are doubted.
        public let since: Int?
    }

    public let key: VerifierKey
    public let role: Role
    /// The entry that admitted it.
    public let granted: Int
    public internal(set) var revocations: [Revocation] = []
    /// From where on its signatures are doubted: a revocation says so, or the entry that admitted it is doubted itself.
    public internal(set) var doubtedSince: Int?
    /// How many entries it signed, alone or with others.
    public internal(set) var signed = 0

    public var isActive: Bool { revocations.isEmpty }

    init(_ signer: Rights.Signer) { (key, role, granted) = (signer.key, signer.role, signer.granted) }
}

extension Ledger {
    /// The keys as they stood when the ledger had `size` entries: who could sign entry `size`.
    public func keys(at size: Int) throws(StoreError) -> (records: [KeyRecord], approvals: Int) {
        try database.read { db in
            var rights = Rights(origin: anchors.policy.origin, policy: anchors.policy)
            var revocations: [VerifierKey: [KeyRecord.Revocation]] = [:]
            for (entry, body) in try ControlReader.rights(db, anchors.policy.origin, before: size) {
                rights.apply(body, at: entry)
                guard case .revoke(let key, let reason, let since) = body else { continue }
                revocations[key, default: []].append(.init(entry: entry, reason: reason, since: since))
            }
            let doubted = try SigningTable.doubtedSince(db, rights), counts = try signedCounts(db, before: size)
            let records = rights.signers.enumerated().map { position, signer in
                var record = KeyRecord(signer)
                record.revocations = revocations[signer.key] ?? []
                record.doubtedSince = doubted[position]
                record.signed = counts[position] ?? 0
                return record
            }
            return (records, rights.approvals)
        }
    }

    /// What it would do to say that a key was stolen: the entries that would become doubted and are not yet, and the
    /// keys that would be doubted with it because it admitted them.
    ///
    /// - Parameter since: an index from the key's grant on.
    public func doubt(of key: VerifierKey, since: Int) throws(StoreError) -> (entries: [Int], keys: [VerifierKey]) {
        try database.read { db in
            let origin = anchors.policy.origin, now = try KeyStore(db).rights(origin, anchors.policy)
            var saved = now.saved
            guard let position = now.position(of: key) else { return ([], []) }
            saved[position].since = min(since, saved[position].since ?? since)
            let then = Rights(origin: origin, policy: anchors.policy, restoring: saved, approvals: now.approvals)
            let before = try SigningTable.doubtedSince(db, now), after = try SigningTable.doubtedSince(db, then)
            let keys = now.signers.indices.filter { $0 != position && before[$0] != after[$0] }
            let known = Set(try db.rows("SELECT entry FROM doubted") { $0.integer(0) })
            var doubt = DoubtStore(db)
            return (try doubt.entries(then).filter { !known.contains($0) }, keys.map { now.signers[$0].key })
        }
    }

    /// By position in the rights.
    private func signedCounts(_ db: Database, before size: Int) throws -> [Int: Int] {
        let numbers = try db.rows(
            "SELECT signing, COUNT(*) FROM entries WHERE entry < ? GROUP BY signing", .integer(size)
        ) { ($0.integer(0), $0.integer(1)) }
        let rows = try SigningTable.all(db),
            signers = Dictionary(uniqueKeysWithValues: rows.map { ($0.number, $0.signers) })
        var counts: [Int: Int] = [:]
        for (number, count) in numbers {
            for position in signers[number] ?? [] { counts[position, default: 0] += count }
        }
        return counts
    }
}
