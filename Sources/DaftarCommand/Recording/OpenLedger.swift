import Daftar
import DaftarStore

/// A ledger with its working state, opened for a verb: what a crash left is healed by that.
struct OpenLedger {
    let ledger: Ledger
    let directory: LedgerDirectory
    let anchors: Anchors
    var origin: Origin { ledger.anchors.policy.origin }

    static func open(
        _ given: String?, trust: String? = nil, movesHere: Bool = false, in session: Session
    ) throws(Failure) -> OpenLedger {
        let directory = try LedgerFinder(session).open(given)
        let anchors = try Anchors.find(trust, for: directory, in: session)
        let trusted = try anchors.needed(directory)
        anchors.warnOfChanges(in: session)
        do throws(StoreError) {
            let ledger = try Ledger.open(
                directory.path, anchors: trusted, folders: try folders(session), movesHere: movesHere)
            return OpenLedger(ledger: ledger, directory: directory, anchors: anchors)
        } catch { throw Failure(error) }
    }

    private static func folders(_ session: Session) throws(StoreError) -> UserFolders {
        try UserFolders(environment: session.environment)
    }

    /// Asks the store something.
    func ask<R>(_ question: (Ledger) throws(StoreError) -> R) throws(Failure) -> R {
        do { return try question(ledger) } catch { throw Failure(error) }
    }

    /// Says what readers see now: the new checkpoint, or still the last that was witnessed.
    func tellPublished(_ head: Checkpoint, in session: Session) {
        let words = "\(Words.count(head.size, "entry", "entries")), root \(head.root.base64)"
        guard let pending = try? Anchors.checkpoint(.pendingCheckpoint, of: directory), pending.checkpoint == head
        else {
            session.say("Published: \(words)")
            return
        }
        session.say("Waits for witnesses: \(words)")
        session.hint("each runs daftar witness cosign; their answers: daftar cosignature add FILE")
    }
}
