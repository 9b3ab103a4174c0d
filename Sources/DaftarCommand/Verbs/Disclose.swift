import ArgumentParser
import Daftar
import DaftarStore

/// `daftar disclose`: withheld parts for one reader.
struct Disclose: Verb {
    static let configuration = CommandConfiguration(
        commandName: "disclose", abstract: "Hand withheld parts to one reader, who can check them.",
        usage: "daftar disclose <entry> <part> ... -o <file>",
        discussion: """
            The file holds the parts, from your vault, and the proof that the entry that
            signed them is in the ledger. Its reader checks it offline, with the trust
            anchors alone: daftar check FILE --trust DIR. Nothing is published by that; but
            what somebody has, they can pass on, and it proves itself to anybody.

            Parts are called as `daftar show ENTRY --fields --include-private` lists them.

            EXAMPLE:
              daftar disclose 9 actors.0 summary -o for-the-court.parts
            """)

    @Argument(help: ArgumentHelp("The entry: its number, slug or hash.", valueName: "entry"))
    var entry: String
    @Argument(help: ArgumentHelp("Withheld parts.", valueName: "part"))
    var parts: [String]
    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write it.", valueName: "file"), completion: .file())
    var output: String
    @OptionGroup var location: LedgerOption
    @OptionGroup var trust: TrustOption
    @OptionGroup var passphrase: PassphraseOptions

    func run(in session: Session) throws -> Exit {
        let open = try OpenLedger.open(location.ledger, trust: trust.trust, in: session)
        let index = try open.entry(named: entry)
        guard let checkpoint = try Anchors.checkpoint(.checkpoint, of: open.directory),
            index < checkpoint.checkpoint.size
        else {
            throw Failure(
                "entry \(index) is under no published checkpoint yet: nobody could check it",
                hint: "daftar status says what it waits for")
        }
        let vault = try VaultAccess(open.ledger.anchors, in: session).open(try KeyRing(passphrase, in: session))
        let plan = try WithheldPlan(index, parts, vault, open)
        let proof = try ProofMaker(ledger: open.directory, checkpoint: checkpoint).proof(of: index)
        try OutFile.write(
            HandedParts(plan.disclosures, proof).encoded, to: session.path(output), isPrivate: true)
        session.say("\(output.cleaned): of entry \(index), \(plan.words.cleaned)")
        session.note("it is not public: give it to its reader by a way that you both trust; daftar check reads it")
        return .done
    }
}
