import Daftar
import DaftarStore

/// A verification as a person asks for it: with the anchors that they chose, and with what this machine remembers.
struct LedgerCheck {
    let ledger: LedgerDirectory
    let anchors: Anchors
    let report: VerificationReport
    /// Memory that is not what was written.
    private(set) var damagedMemory: [String] = []
    /// The day on which what is remembered was seen.
    private(set) var seenOn: RecordedDay?
    /// Where the proof of a fork was kept.
    private(set) var forkProof: String?
    /// Why what was seen could not be written down: the verdict stands all the same.
    private(set) var notRemembered: String?
    /// Private captures, where they were asked for.
    var captures: CaptureCheck?

    /// Verifies, and then remembers.
    static func run(_ ledger: LedgerDirectory, _ anchors: Anchors, in session: Session) throws(Failure) -> LedgerCheck {
        let memory = try memory(anchors, session)
        var check = try examine(ledger, anchors, against: memory, in: session)
        if let memory {
            do throws(SystemError) { try check.remember(in: memory) } catch {
                check.notRemembered = error.description
            }
        }
        return check
    }

    /// Verifies against what is remembered; of a fork the proof is kept there, and nothing else changes.
    static func examine(
        _ ledger: LedgerDirectory, _ anchors: Anchors, against memory: Memory?, in session: Session
    ) throws(Failure) -> LedgerCheck {
        let recalled = try memory.map(recall) ?? []
        let seenOn = memory.flatMap { day($0, recalled) }
        let size = (try? Anchors.checkpoint(.checkpoint, of: ledger))?.checkpoint.size ?? 0
        let progress = Progress("Verifying", on: session.err)
        let verification = Verification(
            files: WatchedFiles(ledger, size: size, progress), anchors: anchors.anchors, isChosen: anchors.isChosen,
            remembered: latest(recalled)?.checkpoint, today: session.today, keyFiles: try anchors.keyFiles(in: session))
        let report: VerificationReport
        do {
            defer { progress.finish() }
            report = try verification.run()
        } catch { throw Failure(error) }
        var check = LedgerCheck(ledger: ledger, anchors: anchors, report: report)
        check.seenOn = seenOn
        check.damagedMemory = recalled.compactMap { if case .damaged(let path) = $0 { path } else { nil } }
        if let memory {
            do throws(SystemError) { check.forkProof = try check.keepFork(latest(recalled), in: memory) } catch {
                check.notRemembered = error.description
            }
        }
        return check
    }

    // MARK: Memory

    /// Nothing is remembered where nobody chose the anchors.
    private static func memory(_ anchors: Anchors, _ session: Session) throws(Failure) -> Memory? {
        guard anchors.isChosen, let key = anchors.anchors?.memoryKey else { return nil }
        return Memory(try session.folders(), key)
    }

    /// The last checkpoint that was verified here under these anchors.
    static func remembered(_ anchors: Anchors, in session: Session) throws(Failure) -> Checkpoint? {
        let recalled = try memory(anchors, session).map(recall) ?? []
        return latest(recalled)?.checkpoint
    }

    private static func recall(_ memory: Memory) throws(Failure) -> [Memory.Remembered] {
        do throws(SystemError) {
            return [try memory.recall(.checkpoint), try memory.recall(.pending)]
        } catch { throw Failure(error) }
    }

    private static func day(_ memory: Memory, _ recalled: [Memory.Remembered]) -> RecordedDay? {
        guard let latest = latest(recalled), let place = recalled.firstIndex(of: .checkpoint(latest)) else {
            return nil
        }
        return (try? memory.day(of: place == 0 ? .checkpoint : .pending)) ?? nil
    }

    /// What waits for its quorum is newer than what has it, unless the quorum came meanwhile.
    private static func latest(_ recalled: [Memory.Remembered]) -> SignedCheckpoint? {
        recalled.compactMap { if case .checkpoint(let signed) = $0 { signed } else { nil } }
            .max { $0.checkpoint.size < $1.checkpoint.size }
    }

    /// Of a fork a file is kept that proves it to others, if what lies here proves it.
    private func keepFork(_ seen: SignedCheckpoint?, in memory: Memory) throws(SystemError) -> String? {
        guard report.findings.contains(where: { $0.code == .forked }), let seen, let policy = anchors.anchors?.policy
        else { return nil }
        let shown = [report.signedCheckpoint, report.signedPending].compactMap(\.self)
        for head in shown where head.checkpoint.size >= seen.checkpoint.size {
            let tree = TileTree(files: ledger, size: head.checkpoint.size)
            guard let proof = try? Misbehaviour.make(seen: seen, shown: head, tree), proof.check(policy) != nil else {
                continue
            }
            return try memory.keepFork(proof.encoded)
        }
        return nil
    }

    /// The last thing that is done, after all else was checked.
    private func remember(in memory: Memory) throws(SystemError) {
        guard report.findings.isEmpty, report.needsNewerFrom == nil else { return }
        if let current = report.signedCheckpoint {
            try memory.remember(current, report.isQuorumMet ? .checkpoint : .pending)
        }
        if let pending = report.signedPending { try memory.remember(pending, .pending) }
    }
}
