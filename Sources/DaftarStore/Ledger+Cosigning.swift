public import Daftar

/// Why a witness's answer, though well-formed, can't be put under this ledger's checkpoint.
public enum CosignatureRefusal: Error, Hashable, Sendable {
    /// The ledger has grown since: what waits is larger.
    case superseded(Checkpoint, newest: Int)
    /// The witness saw more than this machine has.
    case ahead(Checkpoint, newest: Int)
    /// The witness saw another history: an alarm.
    case otherHistory(Checkpoint)
    /// With it the checkpoint would be larger than 64 KiB.
    case tooMany
}

/// What came of a witness's answer.
public struct Cosigned: Hashable, Sendable {
    public let checkpoint: Checkpoint
    /// The witnesses whose lines are new; who cosigned it before keeps the line that is there.
    public let added: [CosignatureNote.Line]
    /// All that cosigned it by now.
    public let witnesses: [Policy.Witness]
    /// The quorum is there, and readers see this checkpoint.
    public let isWitnessed: Bool
}

extension Ledger {
    /// Merges a witness's answer: under the checkpoint that waits, which takes its place once the quorum is there, or
    /// under the published one, for witnesses beyond the quorum.
    ///
    /// A witness has one line under a checkpoint: no line that is there is ever lost, so a later one by the same witness
    /// adds nothing.
    public func add(_ note: CosignatureNote) throws(StoreError) -> Cosigned {
        try whileLocked { () throws(StoreError) in
            try reconcile()
            let files = try openFiles()
            guard let before = try head(note.checkpoint, files) else { throw try refusal(note.checkpoint) }
            let old = CheckpointSignatures(before, anchors.policy)
            let new = note.lines.filter { !old.witnesses.contains($0.witness) }
            // Even where nothing is new: what a crash left between two renames is put right.
            let publisher = Publisher(files, database, anchors.policy, staged)
            try publisher.cosign(note.checkpoint, new.map(\.signature))
            let after = try head(note.checkpoint, files).map { CheckpointSignatures($0, anchors.policy) } ?? old
            return Cosigned(
                checkpoint: note.checkpoint, added: new, witnesses: after.witnesses, isWitnessed: after.isQuorumMet)
        }
    }

    /// The file that holds this head, the pending one first.
    private func head(_ head: Checkpoint, _ files: LedgerDirectory) throws(StoreError) -> SignedCheckpoint? {
        for place in [LedgerPlace.pendingCheckpoint, .checkpoint] {
            if let signed = try PublishedFiles.checkpoint(files, place), signed.checkpoint == head { return signed }
        }
        return nil
    }

    /// Why no file holds this head.
    private func refusal(_ head: Checkpoint) throws(StoreError) -> StoreError {
        let (own, root) = try database.read { db in
            let own = try LedgerHead(db)
            return (own, head.size <= own.size ? try StoredHistory.ask(db) { $0.root(atSize: head.size) } : nil)
        }
        if head.size > own.size { return .cosignature(.ahead(head, newest: own.size)) }
        return .cosignature(root == head.root ? .superseded(head, newest: own.size) : .otherHistory(head))
    }
}
