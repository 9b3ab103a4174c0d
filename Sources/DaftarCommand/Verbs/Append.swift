import ArgumentParser
import Daftar
import DaftarStore

/// `daftar append`: events and signed statements into the ledger.
struct Append: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Sign events, or take signed statements, into the ledger.",
        usage: """
            daftar append <file> ... [--dry-run] [--yes] [--ledger <dir>]
                    [--key <file>] [--ledger-key <file>]
            """,
        discussion: """
            Events (.yaml, .jsonl, folders of them) are signed with your key; statements
            that others signed (.statement) are taken as they are. All of it is appended,
            or nothing. Relations lead to a slug, #12 or a hash: first among these files,
            then in the ledger. What is published can't be taken back: look at what is
            shown before you say yes.

            EXAMPLE:
              daftar append huawei.yaml --ledger Records
            """)

    @Argument(help: ArgumentHelp("Events, statements, or folders of them.", valueName: "file"))
    var files: [String]
    @Flag(help: "Check everything, and append nothing.")
    var dryRun = false
    @Flag(help: "Don't ask.")
    var yes = false
    @Flag(help: "Print what was appended as JSON.")
    var json = false
    @OptionGroup var location: LedgerOption
    @OptionGroup var trust: TrustOption
    @OptionGroup var keys: KeyOptions
    @OptionGroup var ledgerKeys: LedgerKeyOptions

    func run(in session: Session) throws -> Exit {
        // A ledger's folder among the files is the ledger that is meant.
        let (folders, files) = LedgerFinder(session).divide(files)
        let open = try OpenLedger.open(location.ledger ?? folders.first, trust: trust.trust, in: session)
        let appending = try Appending(files, open, in: session)
        let size = try open.ask { ledger throws(StoreError) in try ledger.seen().size }
        try appending.showDuplicates()
        try appending.rehearseIf(dryRun || session.person == nil)
        if session.person != nil || dryRun {
            BatchPage(batch: appending.batch, links: appending.links, session: session).show()
        }
        let count = Words.count(appending.batch.items.count, "entry", "entries")
        if dryRun {
            session.say(
                "\(count) could be appended to \(open.origin.text.cleaned) (\(Words.grouped(size)) so far); nothing was signed or appended"
            )
            return .done
        }
        guard try session.confirm("Append \(count) to \(open.origin) (\(Words.grouped(size)) so far)?", yes: yes) else {
            session.say("Nothing was appended.")
            return .failed
        }
        let ring = try KeyRing(keys, ledgerKeys, in: session)
        let hasEvents = appending.batch.eventCount > 0
        // Where two keys are to be opened, both are at once; what is wrong with them is said in their turn.
        if hasEvents, let file = try? open.ledgerKeyFile(ledgerKeys, in: session) {
            ring.openAhead(file, isLedgers: true)
        }
        let author = hasEvents ? try open.author(keys, ring, in: session) : nil
        let ledgerFile = try open.ledgerKeyFile(ledgerKeys, in: session)
        show(try appending.run(author, try open.ledgerSigner(ledgerFile, ring, in: session)), session)
        return .done
    }

    private func show(_ appended: Appended, _ session: Session) {
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
        session.say("Published: \(Words.count(checkpoint.size, "entry", "entries")), root \(checkpoint.root.base64)")
    }
}

extension Appending {
    fileprivate func rehearseIf(_ isWanted: Bool) throws(Failure) {
        if isWanted, batch.items.count <= 1_000 || links.order.isEmpty { try rehearse() }
    }
}
