import ArgumentParser
import Daftar
import DaftarStore

/// `daftar append`: events and signed statements into the ledger.
struct Append: Verb {
    static let configuration = CommandConfiguration(
        commandName: "append", abstract: "Sign events, or take statements, into the ledger.",
        usage: """
            daftar append <file> ... [--evidence <file> ...] [--dry-run] [--yes]
                    [--cancel-waiting] [--ledger <dir>] [--key <file>]
                    [--ledger-key <file>]
            """,
        discussion: """
            Events (.yaml, .jsonl, folders of them) are signed with your key; statements
            that others signed (.statement) are taken as they are. All of it is appended,
            or nothing. Relations lead to a slug, #12 or a hash: first among these files,
            then in the ledger. What a file or --withhold names, and an event above
            TLP:CLEAR whole, is signed and not published: it goes to your vault first. A
            capture with `stored: public` is published with its event, and must be at
            hand: daftar evidence add FILE --public keeps it ready, --evidence FILE hands
            it in. What is published can't be taken back: look at what is shown before
            you say yes.

            EXAMPLE:
              daftar append huawei.yaml --ledger Records
            """
    )
    .ofVerb

    @Argument(help: ArgumentHelp("Events, statements, or folders of them.", valueName: "file"), completion: .file())
    var files: [String]
    @Option(help: ArgumentHelp("A part that is not published; may be repeated.", valueName: "path"))
    var withhold: [String] = []
    @Option(help: ArgumentHelp("A public capture that an event names.", valueName: "file"), completion: .file())
    var evidence: [String] = []
    @Flag(help: "Check everything, and append nothing.")
    var dryRun = false
    @OptionGroup var append: AppendOptions

    func run(in session: Session) throws -> Exit {
        // A ledger's folder among the files is the ledger that is meant.
        let (folders, files) = LedgerFinder(session).divide(files)
        let open = try OpenLedger.open(
            append.location.ledger ?? folders.first, trust: append.trust.trust, in: session)
        try CaptureStaging.stage(evidence, in: session)
        var appending = try Appending(files, withholding: withhold, open, in: session)
        appending.waiting.isCancelling = append.waiting.cancelWaiting
        try appending.showDuplicates()
        let run = AppendRun(appending, append)
        if dryRun { return try run.rehearse() }
        try appending.rehearseIf(session.person == nil)
        return try run.run(try KeyRing(append, in: session))
    }
}

extension Appending {
    fileprivate func rehearseIf(_ isWanted: Bool) throws(Failure) {
        if isWanted, batch.items.count <= 1_000 || links.order.isEmpty { try rehearse() }
    }
}
