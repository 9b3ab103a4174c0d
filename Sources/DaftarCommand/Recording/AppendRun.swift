import Daftar
import DaftarStore

/// The last look, the question, the keys, the append, and what came of it: the same for every verb that appends.
struct AppendRun {
    let appending: Appending
    let yes: Bool
    let json: Bool
    let keys: KeyOptions
    let ledgerKeys: LedgerKeyOptions
    private var session: Session { appending.session }
    private var open: OpenLedger { appending.open }

    func run() throws -> Exit {
        let size = try open.ask { ledger throws(StoreError) in try ledger.seen().size }
        let count = Words.count(appending.batch.items.count, "entry", "entries")
        if session.person != nil { showBatch() }
        try appending.permitCancelling()
        guard try session.confirm("Append \(count) to \(open.origin) (\(Words.grouped(size)) so far)?", yes: yes) else {
            session.say("Nothing was appended.")
            return .failed
        }
        let ring = try KeyRing(keys, ledgerKeys, in: session)
        let signsHere = appending.batch.signsHere
        // Where several keys are to be opened, all are at once; what is wrong with them is said in their turn.
        if signsHere {
            for file in (try? open.ledgerKeyFiles(ledgerKeys, in: session)) ?? [] {
                ring.openAhead(file, isLedgers: true)
            }
        }
        let author = signsHere ? try open.author(keys, ring, in: session) : nil
        if let author {
            for proposal in appending.batch.items.compactMap(\.proposal) {
                try proposal.rule.check([author.verifierKey])
            }
        }
        let vault =
            appending.batch.withholds
            ? try VaultAccess(open.ledger.anchors, in: session).openOrMake(ring) : nil
        let appended = try appending.run(author, try open.ledgerSigners(ledgerKeys, ring, in: session), vault: vault)
        try appending.waiting.live()
        show(appended)
        return .done
    }

    /// Checks everything that can be known, and appends nothing.
    func rehearse() throws(Failure) -> Exit {
        try appending.rehearse()
        let size = try open.ask { ledger throws(StoreError) in try ledger.seen().size }
        showBatch()
        session.say(
            "\(Words.count(appending.batch.items.count, "entry", "entries")) could be appended to \(open.origin.text.cleaned) (\(Words.grouped(size)) so far); nothing was signed or appended"
        )
        return .done
    }

    private func showBatch() {
        BatchPage(batch: appending.batch, links: appending.links, ledger: open.ledger, session: session).show()
    }

    private func show(_ appended: Appended) {
        let checkpoint = appended.checkpoint.checkpoint
        if json {
            let entries = appended.leaves.enumerated().map { i, leaf -> JSONValue in
                ["entry": .integer(appended.first + i), "leaf": .string(leaf.base64)]
            }
            session.print([
                "entries": .array(entries), "size": .integer(checkpoint.size), "root": .string(checkpoint.root.base64),
            ])
        } else {
            for (i, leaf) in appended.leaves.enumerated() { session.out.line("\(appended.first + i)  \(leaf.base64)") }
        }
        for note in appended.notes { session.note(note.words) }
        for place in appended.healed {
            session.warn(
                "\(place): what was published there was damaged or gone, and was written anew as it was signed; daftar verify says whether all is well"
            )
        }
        open.tellPublished(checkpoint, in: session)
    }
}
