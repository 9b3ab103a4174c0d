import Daftar
import DaftarStore

/// What a witness does: verify all of a ledger, compare it with the last that was seen, write that down, and only then
/// let a cosignature out.
struct Cosigning {
    let ledger: LedgerDirectory
    let anchors: Anchors
    let state: WitnessState
    let session: Session

    /// A cosignature, and what it is over.
    struct Answer {
        let checkpoint: Checkpoint
        let witness: VerifierKey
        let time: Int64
        /// The largest that this witness had cosigned before; nil for a ledger that it sees for the first time.
        let before: Int?
        let note: SignedNote
    }

    /// - Parameter key: opened by the caller, so that nobody types a passphrase while the state is locked.
    func run(_ key: WitnessSigner) throws -> Answer {
        try Failure.store {
            try state.whileLocked {
                let seen = try lastSeen()
                let check = try LedgerCheck.examine(ledger, anchors, against: state.memory, in: session)
                try refuseDamage(check)
                guard let newest = check.report.newest else { throw Failure(noLedger: ledger.path) }
                try checkState(seen, check.report, key.verifierKey)
                return try answer(newest, seen, key)
            }
        }
    }

    // MARK: Steps

    private func lastSeen() throws(Failure) -> SignedCheckpoint? {
        let recalled: Memory.Remembered
        do { recalled = try state.memory.recall(.checkpoint) } catch { throw Failure(error) }
        switch recalled {
        case .nothing: return nil
        case .checkpoint(let signed): return signed
        case .damaged(let path):
            throw Failure(
                "\(path): the witness's state is damaged; nothing was cosigned",
                hint: "that is no sign of an attack. Bring back a copy of it: without it nobody can tell a rollback")
        }
    }

    /// A witness vouches for nothing that it would not call intact, but for the quorum, which it is part of.
    private func refuseDamage(_ check: LedgerCheck) throws {
        let report = check.report
        if report.findings.isEmpty, report.needsNewerFrom == nil { return }
        VerdictPage(check: check, session: session).show()
        let isAlarm = report.findings.contains { [.rolledBack, .forked].contains($0.code) }
        throw Failure(
            "nothing was cosigned",
            hint: isAlarm
                ? "ALARM: this is not the history that you cosigned before. Keep this copy, and tell the other witnesses"
                : nil,
            exit: report.findings.isEmpty ? .needsNewer : .notIntact)
    }

    /// What this witness's own key signed already must be in its state: else an old state was put back, or the key is
    /// at work elsewhere, and a rollback could pass.
    private func checkState(
        _ seen: SignedCheckpoint?, _ report: VerificationReport, _ witness: VerifierKey
    ) throws(Failure) {
        for head in [report.signedCheckpoint, report.signedPending].compactMap(\.self) {
            guard let time = head.cosigned(by: witness) else { continue }
            let size = head.checkpoint.size
            let isKnown = seen.map { $0.checkpoint.size >= size && $0.cosigned(by: witness) ?? 0 >= time } ?? false
            if isKnown { continue }
            throw Failure(
                "\(state.path): the state is older than what \(witness.name) cosigned already: \(Words.count(size, "entry", "entries")), on \(Words.moment(time)); nothing was cosigned",
                hint:
                    "ALARM: an old state was put back, or another machine has this key. Bring the newest state back; if it is lost, go on with a new key",
                exit: .notIntact)
        }
    }

    private func answer(_ newest: SignedCheckpoint, _ seen: SignedCheckpoint?, _ key: WitnessSigner) throws -> Answer {
        let head = newest.checkpoint
        let time = try self.time(after: seen?.cosigned(by: key.verifierKey))
        let line: SignedNote.Signature
        do { line = try key.cosign(head, at: time) } catch { throw Failure(error.description) }
        let ledgers = newest.note.signatures.filter { line in
            anchors.anchors?.policy.ledgerKeys.contains { line.claims($0) } ?? false
        }
        let kept = SignedCheckpoint(
            checkpoint: head, note: SignedNote(text: head.text, signatures: ledgers + [line]))
        do { try state.memory.remember(kept) } catch { throw Failure(error) }
        return Answer(
            checkpoint: head, witness: key.verifierKey, time: time, before: seen?.checkpoint.size,
            note: SignedNote(text: head.text, signatures: [line]))
    }

    /// A cosignature says what was the largest tree at its time: it must not be dated before an earlier one.
    private func time(after last: Int64?) throws(Failure) -> Int64 {
        guard let now = session.now else { throw Failure("this machine's clock tells no time", hint: "set the clock") }
        if let last, now < last {
            throw Failure(
                "this machine's clock says \(Words.moment(now)), the last cosignature \(Words.moment(last))",
                hint: "set the clock")
        }
        return now
    }
}

extension Failure {
    /// Does something that the store may refuse, and says why in words.
    static func store<R>(_ body: () throws -> R) throws -> R {
        do { return try body() } catch let error as StoreError { throw Failure(error) }
    }
}
