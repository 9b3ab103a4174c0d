import Daftar
import DaftarStore

/// A line of this person's under statements that wait for it: they are shown, compared with the ledger where it is at
/// hand, and signed.
struct CoAuthoring {
    private let inputs: [InputFile]
    private let output: String?
    private let ledger: String?
    private let cancelsWaiting: Bool
    private let keys: KeyOptions
    private let ring: KeyRing
    private let session: Session

    init(
        _ inputs: [InputFile], output: String?, ledger: String?, cancelsWaiting: Bool, _ keys: KeyOptions,
        _ ring: KeyRing,
        _ session: Session
    ) {
        (self.inputs, self.output, self.ledger, self.cancelsWaiting) = (inputs, output, ledger, cancelsWaiting)
        (self.keys, self.ring, self.session) = (keys, ring, session)
    }

    func run() throws {
        var copies = try StatementCopies(inputs)
        let open = try place()
        for input in inputs {
            guard let file = copies.take(input) else { continue }
            let here = open.flatMap { $0.origin.text == file.statement.by.first.map(Path.parent) ? $0 : nil }
            try show(file, input, here)
            try sign(file, input, isMerged: copies.isMerged(input), here)
        }
    }

    private func sign(_ given: StatementFile, _ input: InputFile, isMerged: Bool, _ open: OpenLedger?) throws {
        var file = given
        let room = Waiting(try origin(of: file.statement), open, isCancelling: cancelsWaiting, in: session)
        // Copies that were signed apart are put together by anybody, also by who has signed one of them before.
        let mine =
            isMerged ? try? keyFile(for: file.statement, input.name) : try keyFile(for: file.statement, input.name)
        if let mine {
            let signer = try signer(mine, file.statement, input), seen = file.statement.seen
            try room.permit(
                input.name, seen, by: [signer.verifierKey.nameAndID], of: try room.live(),
                besides: [file.statement.hash])
            try Failure.signing { () throws(SigningError) in try file.statement.sign(signer) }
            try StatementWriting.write(file, to: output ?? input.name, room, session)
            room.forget(by: signer.verifierKey, below: seen)
        } else {
            try StatementWriting.write(file, to: output ?? input.name, room, session)
        }
    }

    // MARK: What is signed

    /// The ledger that was named, or one that lies here; whoever signs elsewhere has none.
    private func place() throws(Failure) -> OpenLedger? {
        if let ledger { return try OpenLedger.open(ledger, in: session) }
        guard (try? LedgerFinder(session).path(nil)) != nil else { return nil }
        return try? OpenLedger.open(nil, in: session)
    }

    private func show(_ file: StatementFile, _ input: InputFile, _ open: OpenLedger?) throws(Failure) {
        let statement: Statement
        do { statement = try Statement(parsing: file.statement.encoded) } catch {
            throw Failure("\(input.name): is no statement: \(error)")
        }
        session.err.paragraph(
            "\(input.name): \(statement.typeName) for \(statement.ledger), signed by \(Words.list(statement.by)), having seen \(Words.seen(statement.seen.size))"
                .cleaned)
        StatementPage(statement: statement, disclosures: file.disclosures, ledger: open?.ledger).show(session.err)
        session.err.flush()
        guard let open else {
            session.note("what its authors had seen was not compared with a ledger: --ledger DIR does that")
            return
        }
        try check(statement.seen, file, input, open)
    }

    /// Whoever signs over a history that they do not share vouches for it all the same.
    private func check(_ seen: Seen, _ file: StatementFile, _ input: InputFile, _ open: OpenLedger) throws(Failure) {
        let root = try open.ask { ledger throws(StoreError) in try ledger.root(atSize: seen.size) }
        guard let root else {
            session.note("its authors had seen more than the ledger here has: bring it up to date to compare")
            return
        }
        guard root == seen.root else {
            throw Failure(
                "\(input.name): its authors had seen another history than the one in \(open.directory.path)",
                hint: "ALARM: one of you is shown another ledger. Compare checkpoints before anybody signs",
                exit: .notIntact)
        }
        let rights = try open.ask { ledger throws(StoreError) in try ledger.rights() }
        try Failure.signing { () throws(SigningError) in try file.statement.check(rights.signers.map(\.key)) }
    }

    // MARK: The line

    /// The name is nil where the file, made by another program, does not say which key it is.
    private typealias Mine = (file: KeyFile, nameAndID: String?)

    private func signer(_ mine: Mine, _ statement: UnfinishedStatement, _ input: InputFile) throws -> NoteSigner {
        let key = try ring.open(mine.file, mine.nameAndID ?? mine.file.path)
        let signer = statement.missing.lazy.compactMap { nameAndID in
            (try? NoteSigner(key, name: String(nameAndID.dropLast(9)))).flatMap {
                $0.verifierKey.nameAndID == nameAndID ? $0 : nil
            }
        }.first
        guard let signer else {
            throw Failure(
                "\(input.name): your key is not among those who sign it: \(Words.list(statement.by))",
                exit: .keyUnusable)
        }
        return signer
    }

    /// The ledger that they sign for: what the name of a key begins with.
    private func origin(of statement: UnfinishedStatement) throws(Failure) -> Origin {
        try Origin.parse(Path.parent(statement.by.first ?? ""))
    }

    /// The key of this person that `by` names.
    private func keyFile(for statement: UnfinishedStatement, _ name: String) throws(Failure) -> Mine {
        let candidates: [KeyFile]
        if let path = keys.key {
            do { candidates = [try KeyFile(session.path(path))] } catch { throw Failure(error, path) }
        } else {
            let folder = KeyFolder(try session.folders())
            do { candidates = try folder.all() } catch { throw Failure(error) }
        }
        for file in candidates {
            if let mine = file.verifierKey?.nameAndID, statement.missing.contains(mine) { return (file, mine) }
        }
        if keys.key != nil, let file = candidates.first, file.verifierKey == nil, !statement.missing.isEmpty {
            return (file, nil)
        }
        if statement.missing.isEmpty {
            throw Failure(
                "\(name): all who sign it have signed", hint: "where the ledger is: daftar append \(name)",
                exit: .keyUnusable)
        }
        throw Failure(
            "none of your keys is among those who have yet to sign: \(Words.list(statement.missing))",
            hint: "name one with --key FILE", exit: .keyUnusable)
    }
}
