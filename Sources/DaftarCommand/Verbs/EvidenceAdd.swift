import ArgumentParser
import Daftar
import DaftarExchange
import DaftarStore

/// `daftar evidence`: captured files of what sources said.
struct EvidenceVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence", abstract: "Keep captured sources, check them, take them out.",
        discussion: """
            EXAMPLE:
              daftar evidence add page.html --to oilprice --event huawei.yaml
              daftar evidence check captures/ --ledger Records
            """,
        subcommands: [EvidenceAdd.self, EvidenceCheck.self, EvidenceGet.self])
}

/// `daftar evidence add`: keeps a file and says so in the event.
struct EvidenceAdd: Verb {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Keep a captured file, and name it in an event.",
        usage: """
            daftar evidence add <file> --to <source> [--event <file>] [--public]
                    [--digest-of <word>] [--media-type <type>] [--accessed <day>]
                    [--tool <text>] [--final-url <url>] [--archive <service=url> ...]
            """,
        discussion: """
            The file goes into your vault, sealed, and the ledger says its digest only;
            with --public it waits to be published in evidence/ when the event is
            appended, for good. The event file gets an element of captures: and is
            otherwise left as you wrote it; without --event the lines are printed.

            Look at what is warned of: pictures, PDFs, office documents and web archives
            say who made them, where and on which machine. Others see it when a capture
            is published or handed on, and a capture is never altered.

            EXAMPLE:
              daftar evidence add page.html --to oilprice --event huawei.yaml
              daftar evidence add page.wacz --to gazette --event law.yaml --public
            """)

    @Argument(help: ArgumentHelp("What was captured.", valueName: "file"), completion: .file())
    var file: String
    @Option(help: ArgumentHelp("The id of its source in the event.", valueName: "source"))
    var to: String
    @Option(help: ArgumentHelp("The event, in YAML.", valueName: "file"), completion: .file())
    var event: String?
    @Flag(name: .customLong("public"), help: "To be published with the event.")
    var isPublic = false
    @Option(help: ArgumentHelp("What was hashed: body, warc-file, screenshot …", valueName: "word"))
    var digestOf: String?
    @Option(help: ArgumentHelp("As it was served; else by what it is.", valueName: "type"))
    var mediaType: String?
    @Option(help: ArgumentHelp("The day it was captured, UTC.", valueName: "day"))
    var accessed: String?
    @Option(help: ArgumentHelp("What captured it.", valueName: "text"))
    var tool: String?
    @Option(help: ArgumentHelp("Its address after redirects.", valueName: "url"))
    var finalUrl: String?
    @Option(help: ArgumentHelp("The status of the HTTP answer.", valueName: "number"))
    var status: Int?
    @Option(help: ArgumentHelp("A copy that others keep.", valueName: "service=url"))
    var archive: [String] = []
    @OptionGroup var location: LedgerOption
    @OptionGroup var trust: TrustOption
    @OptionGroup var passphrase: PassphraseOptions

    func run(in session: Session) throws -> Exit {
        if let word = digestOf, !Vocabulary.digestSubjects.words.contains(word) {
            throw Failure(
                "--digest-of takes one of \(Vocabulary.digestSubjects.words.joined(separator: ", "))", exit: .usage)
        }
        // Found before gigabytes are read.
        let access = isPublic ? nil : try access(session)
        let capture = try NewCapture(file, in: session)
        let target = try event.map { name throws(Failure) in try EventCaptures(name, in: session) }
        var item = try item(capture)
        if let target { item.digest = try digest(capture); _ = try target.adding(item) }
        capture.warn(in: session)
        let kept = try keep(capture, access, session)
        item.digest = kept.digest
        if let target { try write(item, to: target, session) } else { session.out.write(item.yaml) }
        tell(kept, session)
        return .done
    }

    private func item(_ capture: NewCapture) throws(Failure) -> CaptureItem {
        var item = CaptureItem(
            source: to, digest: Hash.emptyTree, digestOf: digestOf ?? capture.digestOf,
            byteCount: capture.file.byteCount, mediaType: mediaType ?? capture.mediaType,
            stored: isPublic ? "public" : "private")
        (item.accessed, item.finalURL, item.status, item.tool) = (accessed, finalUrl, status, tool)
        for text in archive {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw Failure("--archive takes SERVICE=URL", hint: "--archive archive.org=https://…", exit: .usage)
            }
            item.archives.append((parts[0], parts[1]))
        }
        return item
    }

    private func digest(_ capture: NewCapture) throws(Failure) -> Hash {
        do { return try capture.file.digest() } catch { throw Failure(error) }
    }

    /// In the vault where there is one to be opened, else where public captures wait.
    private func keep(_ capture: NewCapture, _ access: VaultAccess?, _ session: Session) throws -> Vault.Capture {
        let vault = try access?.openOrMake(try KeyRing(passphrase, in: session))
        let staged = StagedEvidence(try session.folders())
        return try Failure.vault { () throws(VaultError) in
            if let vault { return try vault.keep(capture.file) }
            return try staged.stage(capture.file)
        }
    }

    /// Which ledger's vault: by the anchors that were named, else by the ledger at hand.
    private func access(_ session: Session) throws(Failure) -> VaultAccess {
        if location.ledger == nil, let trust = trust.trust {
            return try VaultAccess(try Anchors.read(session.path(trust)), in: session)
        }
        return try VaultAccess(ledger: location.ledger, trust: trust.trust, in: session)
    }

    private func write(_ item: CaptureItem, to target: EventCaptures, _ session: Session) throws {
        let (bytes, lint) = try target.adding(item)
        try target.write(bytes)
        for diagnostic in lint.diagnostics { session.err.write(diagnostic.text.cleanedLines) }
        if isPublic, lint.draft.map({ !$0.isPublic }) ?? false {
            session.warn(
                "\(target.file.name.cleaned): is withheld whole, and this capture lies here unsealed until it is released; without --public it goes into the vault"
            )
        }
        session.say("\(target.file.name.cleaned): names this capture of \(to.cleaned)")
    }

    private func tell(_ kept: Vault.Capture, _ session: Session) {
        let what = "sha256:\(kept.digest.hex), \(Words.count(kept.byteCount, "byte"))"
        session.say(
            isPublic ? "Waits to be published with the event: \(what)" : "Kept in the vault: \(what)")
        if isPublic { session.note("what is published can't be taken back: look at the file once more") }
    }
}
