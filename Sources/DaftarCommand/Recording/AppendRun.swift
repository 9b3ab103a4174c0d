import Daftar
import DaftarStore

/// The last look, the question, the keys, the append, and what came of it: the same for every verb that appends.
struct AppendRun {
    private let appending: Appending
    private let options: AppendOptions
    /// False where standard output is for something else.
    var printsEntries = true
    private var session: Session { appending.session }
    private var open: OpenLedger { appending.open }

    init(_ appending: Appending, _ options: AppendOptions) { (self.appending, self.options) = (appending, options) }

    func run(_ ring: KeyRing) throws -> Exit {
        let size = try open.ask { ledger throws(StoreError) in try ledger.seen().size }
        let count = Words.count(appending.batch.items.count, "entry", "entries")
        if session.person != nil { showBatch() }
        try appending.permitCancelling()
        guard
            try session.confirm("Append \(count) to \(open.origin) (\(Words.grouped(size)) so far)?", yes: options.yes)
        else {
            session.say("Nothing was appended.")
            return .failed
        }
        let signsHere = appending.batch.signsHere
        // Where several keys are to be opened, all are at once; what is wrong with them is said in their turn.
        if signsHere {
            for file in (try? open.ledgerKeyFiles(options.ledgerKeys, in: session)) ?? [] {
                ring.openAhead(file, isLedgers: true)
            }
        }
        let author = signsHere ? try open.author(options.keys, ring, in: session) : nil
        if let author {
            for proposal in appending.batch.items.compactMap(\.proposal) {
                try proposal.rule.check([author.verifierKey])
            }
        }
        let vault =
            appending.batch.withholds
            ? try VaultAccess(open.ledger.anchors, in: session).openOrMake(ring) : nil
        let appended = try appending.run(
            author, try open.ledgerSigners(options.ledgerKeys, ring, in: session), vault: vault)
        show(appended)
        // Committed: that what waited is forgotten already is no reason to call it a failure.
        _ = try? appending.waiting.live()
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
        if !printsEntries {
            session.say("Appended: \(Words.entries(Array(appended.first..<checkpoint.size)))")
        } else if options.json {
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
