import ArgumentParser
import Daftar
import DaftarExchange
import DaftarStore

/// `daftar init`: a ledger of one's own.
struct Init: Verb {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a ledger: charter, keys, trust directory.",
        usage: """
            daftar init <dir> --origin <o> --title <t> [--charter <file>]
                    [--key <file>] [--ledger-key <file>] [--trust <dir>]
            """,
        discussion: """
            The charter is entry 0: what the ledger is and who may speak first. Where more
            than a title is wanted, write it with `daftar new charter`. Keys that are not
            named are made. Nothing is ever overwritten.

            EXAMPLE:
              daftar init Records --origin daftar.example/central-asia \\
                  --title "Internet freedom in Central Asia" --trust Keys
            """)

    @Argument(help: ArgumentHelp("The ledger's folder, new or empty.", valueName: "dir"), completion: .directory)
    var directory: String
    @Option(help: ArgumentHelp("Its name for ever, under a name of yours.", valueName: "o"))
    var origin: String
    @Option(help: ArgumentHelp("What it is called.", valueName: "t"))
    var title: String?
    @Option(help: ArgumentHelp("A charter from `daftar new charter`.", valueName: "file"), completion: .file())
    var charter: String?
    @Option(
        help: ArgumentHelp("What others need to check it; else Keys beside it.", valueName: "dir"),
        completion: .directory)
    var trust: String?
    @OptionGroup var keys: KeyOptions
    @OptionGroup var ledgerKeys: LedgerKeyOptions

    func run(in session: Session) throws -> Exit {
        let origin = try Origin.parse(origin)
        guard let today = session.today else {
            throw Failure("this machine's clock tells no day", hint: "set the clock")
        }
        guard ledgerKeys.ledgerKey.count < 2 else {
            throw Failure(
                "a ledger begins with one key of its own", hint: "daftar trust set adds the next one when it is time",
                exit: .usage)
        }
        var draft = try readCharter(session)
        let path = session.path(directory), trustPath = session.path(trustName)
        try checkPlaces(path, trustPath)
        var founding = Founding(origin: origin, session: session, ring: try KeyRing(keys, ledgerKeys, in: session))
        let ledgerSigner = try founding.ledgerSigner(ledgerKeys.ledgerKey.first)
        let editor = try founding.editor(keys.key, in: &draft)
        try checkKeys(draft, origin, ledgerSigner)
        let charter = try Failure.signing { () throws(SigningError) in
            try Submission(signing: draft.body, ledger: origin, seen: .nothing, signers: [editor])
        }
        try founding.writeKeys()
        let policy = Policy(origin: origin, ledgerKeys: [ledgerSigner.verifierKey])
        let anchors: TrustAnchors
        do {
            let ledger = try Ledger.create(
                path, policy: policy, charter: charter, ledgerKeys: [ledgerSigner], today: today,
                folders: try session.folders())
            anchors = ledger.anchors
            try ledger.close()
        } catch let error as StoreError { throw Failure(error) }
        try publishTrust(anchors, draft, trustPath, session)
        InitPage(
            anchors: anchors, directory: directory, trust: trustName,
            made: founding.made.map { ($0.key.path, $0.use) }, session: session
        ).show()
        return .done
    }

    // MARK: Steps

    /// The trust directory as a person would write it: beside the ledger where nothing else was said.
    private var trustName: String {
        let folder = Path.parent(directory)
        return trust ?? (folder == "." ? "Keys" : Path.join(folder, "Keys"))
    }

    private func readCharter(_ session: Session) throws(Failure) -> CharterDraft {
        guard let charter else {
            guard let title else {
                throw Failure("a ledger has a title", hint: "--title \"…\", or --charter FILE", exit: .usage)
            }
            return CharterDraft(title: title.cleaned)
        }
        let bytes: [UInt8]
        do { bytes = try FileSystem.read(session.path(charter), limit: 4 << 20) } catch { throw Failure(error) }
        let (draft, diagnostics) = CharterDraft.read(bytes, path: charter)
        for diagnostic in diagnostics { session.err.write(diagnostic.text.cleanedLines) }
        guard let draft else {
            throw Failure("\(charter): nothing was made of this charter", hint: "correct it, then try again")
        }
        if let title, !draft.title.values.contains(title) {
            throw Failure("the charter has another title than --title", hint: "leave one of them out", exit: .usage)
        }
        return draft
    }

    /// Whatever is in the way is said before anybody types a passphrase.
    private func checkPlaces(_ path: String, _ trust: String) throws(Failure) {
        let isFree =
            !FileSystem.exists(path) || FileSystem.isFolder(path) && (try? FileSystem.names(in: path).isEmpty) == true
        guard isFree else { throw Failure(StoreError.exists(directory)) }
        if let taken = ["policy", "charter"].map({ Path.join(trust, $0) }).first(where: FileSystem.exists) {
            throw Failure(TrustFolder.Failure.exists(taken))
        }
    }

    private func checkKeys(_ draft: CharterDraft, _ origin: Origin, _ ledger: NoteSigner) throws(Failure) {
        for key in draft.keys where !origin.isAuthorName(key.vkey.name) {
            throw Failure(SigningError.keyOfOtherLedger(key.vkey.name))
        }
        if draft.keys.contains(where: { $0.vkey.material == ledger.verifierKey.material }) {
            throw Failure(
                "the ledger's key is an author's key too", hint: "each has a key of its own", exit: .keyUnusable)
        }
    }

    private func publishTrust(_ anchors: TrustAnchors, _ draft: CharterDraft, _ path: String, _ session: Session) throws
    {
        var files = anchors.policy.ledgerKeys.map { (name: "ledger", key: $0) }
        for key in draft.keys { files.append((name: Path.name(key.vkey.name), key: key.vkey)) }
        do {
            try TrustFolder.write(anchors, keys: files, to: path)
            if let old = try Anchors.accepted(anchors.policy.origin, session) {
                session.warn(
                    "you had accepted other anchors for this origin. What changes: \(TrustChange.sentence(TrustChange.between(old, anchors)))"
                )
            }
            try AcceptedTrust(try session.folders()).accept(from: path)
        } catch let error as TrustFolder.Failure { throw Failure(error) }
    }
}
