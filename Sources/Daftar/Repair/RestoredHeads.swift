/// The checkpoints that the ledger should have here: its own where the ledger's key signed it, else the copy's.
struct RestoredHeads {
    private(set) var checkpoint: SignedCheckpoint?
    private(set) var pending: SignedCheckpoint?
    private(set) var outcomes: [(LedgerPlace, Restoration.Outcome)] = []
    private let policy: Policy

    var all: [SignedCheckpoint] { [checkpoint, pending].compactMap(\.self) }

    init(
        _ here: any LedgerFiles, _ copy: any LedgerFiles, _ policy: Policy, _ remembered: Checkpoint?
    ) throws {
        self.policy = policy
        let own = RestoredHeads.read(here, .checkpoint), other = RestoredHeads.read(copy, .checkpoint)
        if let own, isSigned(own) {
            checkpoint = healed(own, other)
        } else {
            try takeCheckpoint(of: other, own, reach: try RestoredHeads.reach(here), remembered)
        }
        takePending(
            RestoredHeads.read(here, .pendingCheckpoint), RestoredHeads.read(copy, .pendingCheckpoint),
            isThere: try here.byteCount(of: .pendingCheckpoint) != nil)
        guard !all.isEmpty else {
            throw Restoration.Failure.noCheckpoint(outcomes.first.map { RestoredHeads.reason($0.1) } ?? "")
        }
    }

    // MARK: The checkpoint

    /// Our own, without the lines that do not verify, and with the copy's where those are lacking.
    private mutating func healed(_ own: SignedCheckpoint, _ other: SignedCheckpoint?) -> SignedCheckpoint {
        let signatures = CheckpointSignatures(own, policy)
        guard !signatures.invalid.isEmpty || !signatures.isQuorumMet else { return own }
        var good = own.note.signatures.filter { isGood($0, own) }
        if let other, other.checkpoint == own.checkpoint {
            good += other.note.signatures.filter { isGood($0, other) && !good.contains($0) }
        }
        let healed = SignedCheckpoint(
            checkpoint: own.checkpoint, note: SignedNote(text: own.note.text, signatures: good))
        if healed != own { outcomes.append((.checkpoint, .restored(healed.encoded))) }
        return healed
    }

    /// True for a line that verifies, and for one by a key that we don't know, which says nothing.
    private func isGood(_ line: SignedNote.Signature, _ signed: SignedCheckpoint) -> Bool {
        let alone = SignedCheckpoint(
            checkpoint: signed.checkpoint, note: SignedNote(text: signed.note.text, signatures: [line]))
        return CheckpointSignatures(alone, policy).invalid.isEmpty
    }

    /// Ours is gone or was altered. An older one in its place would be a rollback.
    private mutating func takeCheckpoint(
        of other: SignedCheckpoint?, _ own: SignedCheckpoint?, reach: Int, _ remembered: Checkpoint?
    ) throws {
        guard let other else {
            outcomes.append((.checkpoint, .missing("the copy has no checkpoint that can be read")))
            return
        }
        let size = other.checkpoint.size
        let newest = max(own?.checkpoint.size ?? 0, reach, remembered?.size ?? 0)
        if !isSigned(other) {
            outcomes.append((.checkpoint, .refused("the ledger's key did not sign the copy's")))
        } else if size < newest {
            outcomes.append((.checkpoint, .refused("the copy's is older: \(size) entries, here were \(newest)")))
        } else if !CheckpointSignatures(other, policy).isQuorumMet {
            outcomes.append((.checkpoint, .refused("the copy's has not the witnesses that the policy asks for")))
        } else {
            let good = other.note.signatures.filter { isGood($0, other) }
            let healed = SignedCheckpoint(
                checkpoint: other.checkpoint, note: SignedNote(text: other.note.text, signatures: good))
            checkpoint = healed
            outcomes.append((.checkpoint, .restored(healed.encoded)))
        }
    }

    private func isSigned(_ signed: SignedCheckpoint) -> Bool {
        let signatures = CheckpointSignatures(signed, policy)
        return signatures.isOriginRight && !signatures.ledger.isEmpty
    }

    // MARK: The one that waits

    private mutating func takePending(_ own: SignedCheckpoint?, _ other: SignedCheckpoint?, isThere: Bool) {
        guard isThere else { return }
        let least = checkpoint?.checkpoint.size ?? 1
        if let own, isSigned(own), CheckpointSignatures(own, policy).invalid.isEmpty {
            if own.checkpoint.size >= least { pending = own }
        } else if let other, isSigned(other), CheckpointSignatures(other, policy).invalid.isEmpty,
            other.checkpoint.size >= max(least, own?.checkpoint.size ?? 0)
        {
            pending = other
            outcomes.append((.pendingCheckpoint, .restored(other.encoded)))
        } else {
            outcomes.append(
                (.pendingCheckpoint, .refused("the copy has none that the ledger signed and that is as new")))
        }
    }

    // MARK: Reading

    private static func read(_ files: any LedgerFiles, _ place: LedgerPlace) -> SignedCheckpoint? {
        guard let bytes = (try? files.read(place, limit: Limits.checkpoint))?.bytes else { return nil }
        return try? SignedCheckpoint(parsing: bytes)
    }

    /// How many entries the bundles reach to, full ones and partial ones.
    private static func reach(_ files: any LedgerFiles) throws -> Int {
        var full = 0
        while try files.byteCount(of: .entries(index: full, width: Limits.tileWidth)) != nil { full += 1 }
        let partial = try files.partialPlaces().map { place in
            if case .entries(let index, let width) = place { index * Limits.tileWidth + width } else { 0 }
        }
        return partial.reduce(full * Limits.tileWidth, max)
    }

    private static func reason(_ outcome: Restoration.Outcome) -> String {
        switch outcome {
        case .refused(let reason), .missing(let reason): reason
        case .restored: ""
        }
    }
}
