import Daftar
import GRDB

/// Writes one batch, within the transaction whose commit is the commit point of an append.
struct BatchWriter {
    private let db: Database
    private let anchors: TrustAnchors
    private let day: RecordedDay
    private let evidence: EvidenceAtHand
    private var intake: EntryIntake
    private var leaves: [Hash] = []
    private var notes: [Note] = []

    /// - Parameter evidence: where captures are that have to be published.
    init(_ db: Database, _ anchors: TrustAnchors, _ day: RecordedDay, _ evidence: EvidenceAtHand) throws {
        (self.db, self.anchors, self.day, self.evidence) = (db, anchors, day, evidence)
        intake = try EntryIntake(db, anchors)
    }

    /// Takes the batch and signs the checkpoint over what the ledger is then. It is kept with the entries, so that
    /// whoever comes after a crash can publish it without a key.
    mutating func run(_ source: some SubmissionSource, _ ledgerKeys: [NoteSigner]) throws -> Appended {
        let first = intake.head.size
        try takeAll(source)
        guard intake.head.size > first else { throw StoreError.nothingToAppend }
        try intake.finish()
        let head = Checkpoint(origin: anchors.policy.origin, size: intake.head.size, root: intake.head.root)
        let checkpoint: SignedCheckpoint
        do { checkpoint = try SignedCheckpoint.sign(head, ledgerKeys) } catch { throw StoreError.signing(error) }
        try LedgerRow.setCheckpoint(checkpoint, db)
        return Appended(first: first, leaves: leaves, checkpoint: checkpoint, notes: notes)
    }

    /// Takes the whole batch; the next piece is made ready while this one is written.
    mutating func takeAll(_ source: some SubmissionSource) throws {
        let pieces = Prefetch(source) { piece in Lanes.map(piece.count) { PreparedSubmission.prepare(piece[$0]) } }
        while let piece = try pieces.next() {
            for prepared in piece { try take(prepared) }
        }
    }

    private mutating func take(_ result: Result<PreparedSubmission, ContentRefusal>) throws {
        let position = leaves.count
        func refuse(_ reason: Refusal.Reason) -> StoreError { .refused(Refusal(position: position, reason: reason)) }
        let prepared: PreparedSubmission
        switch result {
        case .success(let value): prepared = value
        case .failure(let refusal): throw refuse(refusal.reason)
        }
        let statement = prepared.statement
        if intake.hasReleased, statement.type != .release { throw refuse(.releaseNotLast) }
        if let missing = evidence.missing(prepared.evidence).first { throw refuse(.evidenceMissing(missing)) }
        let check = prepared.isSignedHere ? nil : SignatureCheck(statement, intake.rights)
        if statement.type == .event, let slug = prepared.content.row?.slug, let taken = try intake.entry(ofSlug: slug) {
            throw refuse(.slugTaken(slug, entry: taken))
        }
        let judgement = try intake.take(statement, day, check, prepared.content)
        if let reason = BatchWriter.reason(against: judgement, prepared) { throw refuse(reason) }
        leaves.append(intake.head.leaf)
        notes += judgement.notes
    }

    /// What a writer refuses, which is more than a verifier finds (DESIGN §7, "Writing rules").
    private static func reason(against judgement: Judgement, _ prepared: PreparedSubmission) -> Refusal.Reason? {
        if !judgement.findings.isEmpty { return .findings(judgement.findings) }
        if judgement.needsNewer { return .needsNewer }
        for note in judgement.notes {
            switch note.code {
            case .unknownType, .unknownField: return .notUnderstood(note.detail)
            // The revocation of a stolen key is taken with a warning, whatever it leaves.
            case .fewEditors where !prepared.revokesStolenKey: return .tooFewEditors
            default: break
            }
        }
        if case .release(_, let digests) = judgement.effect {
            guard Set(prepared.content.disclosures.map { Hash.sha256($0) }) == Set(digests) else {
                return .releaseIncomplete
            }
        }
        return nil
    }
}

extension PreparedSubmission {
    fileprivate var revokesStolenKey: Bool {
        statement.type == .revoke && (try? CanonicalJSON.parse(statement.body))?["reason"] == "compromised"
    }
}
