import ArgumentParser
import Daftar
import DaftarExchange
import DaftarStore

/// `daftar sign`: a statement for somebody else to append, made where the ledger's key is not.
struct Sign: Verb {
    static let configuration = CommandConfiguration(
        commandName: "sign", abstract: "Sign for somebody else to append; add a signature.",
        usage: """
            daftar sign <file> ... [-o <file>] [--with <vkey> ...] [--cancel-waiting]
                    (--ledger <dir> | --checkpoint <file>) [--key <file>]
            """,
        discussion: """
            Makes FILE.statement of each event, for the ledger's editor to append. What was
            seen of the ledger is signed too: name the ledger, or a checkpoint of it where
            this machine is never online. With --with, others sign as well: each of them
            adds their line by signing the .statement file, of which it is shown what it
            says; copies that were signed apart become one. Until that is in the ledger,
            your key signs everything else over no more than it has seen: a statement
            that has seen more cancels it. What is withheld goes to your vault first.

            EXAMPLE:
              daftar sign huawei.yaml --checkpoint checkpoint --key recorder.pem
              daftar sign huawei.statement --key editor.pem
            """)

    @Argument(
        help: ArgumentHelp("Events, or statements that wait for your signature.", valueName: "file"),
        completion: .file())
    var files: [String]
    @Option(
        name: .shortAndLong, help: ArgumentHelp("Where to write it, of a single file.", valueName: "file"),
        completion: .file())
    var output: String?
    @Option(help: ArgumentHelp("A co-author's vkey; may be repeated.", valueName: "vkey"))
    var with: [String] = []
    @Option(help: ArgumentHelp("A part that is not published; may be repeated.", valueName: "path"))
    var withhold: [String] = []
    @Option(help: ArgumentHelp("A checkpoint: what was seen of the ledger.", valueName: "file"), completion: .file())
    var checkpoint: String?
    @OptionGroup var location: LedgerOption
    @OptionGroup var keys: KeyOptions
    @OptionGroup var waiting: WaitingOptions

    func run(in session: Session) throws -> Exit {
        let (folders, files) = LedgerFinder(session).divide(files)
        let inputs = try InputFile.all(files, in: session)
        if output != nil, inputs.count > 1 {
            throw Failure(
                "-o names one file, and there are \(inputs.count) to sign",
                hint: "leave it out: each gets its own name", exit: .usage)
        }
        let ring = try KeyRing(keys, in: session)
        let unfinished = inputs.filter { $0.kind == .statement }, events = inputs.filter { $0.kind != .statement }
        let ledger = location.ledger ?? folders.first
        if !unfinished.isEmpty {
            try CoAuthoring(
                unfinished, output: output, ledger: ledger, cancelsWaiting: waiting.cancelWaiting, keys, ring, session
            ).run()
        }
        if !events.isEmpty { try sign(events, ledger, ring, session) }
        return .done
    }

    // MARK: Events

    private func sign(_ files: [InputFile], _ ledger: String?, _ ring: KeyRing, _ session: Session) throws {
        let batch = try Batch.read(files, withholding: withhold)
        try Appending.report(batch, session)
        if output != nil, batch.items.count > 1 {
            throw Failure("-o names one file, and there are \(batch.items.count) events", exit: .usage)
        }
        let place = try SigningPlace(checkpoint, ledger, in: session)
        let links = try Links(batch, in: place.open?.ledger)
        BatchPage(batch: batch, links: links, ledger: place.open?.ledger, session: session).show()
        for item in batch.items where item.event != nil {
            try StatementWriting.checkIsFree(output ?? name(item), session)
        }
        let author = try place.author(keys, ring, in: session)
        var writing = try StatementWriting(
            place, author, with: with, cancelsWaiting: waiting.cancelWaiting, in: session)
        if batch.withholds { writing.vault = try VaultAccess(place, in: session).openOrMake(ring) }
        var hashes: [Int: Hash] = [:]
        for position in links.order {
            let item = batch.items[position]
            guard let event = item.event else { continue }
            let commitments = try event.commitments(
                named: item.name, to: links.targets(of: position, named: item.name, hashes))
            hashes[position] = try writing.write(
                commitments.body, disclosures: commitments.disclosures.map(\.encoded),
                withheld: commitments.withheld, to: output ?? name(item))
        }
    }

    /// `huawei.yaml` becomes `huawei.statement`; a line of many gets its number.
    private func name(_ item: Batch.Item) -> String {
        guard let event = item.event else { return item.name }
        let stem = event.path.lastIndex(of: ".").map { String(event.path[..<$0]) } ?? event.path
        return event.line.map { "\(stem)-\($0).statement" } ?? "\(stem).statement"
    }
}
