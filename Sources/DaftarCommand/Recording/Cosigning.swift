import Daftar
import DaftarStore

/// A line of this person's under statements that wait for it: they are shown, compared with the ledger where it is at
/// hand, and signed.
struct Cosigning {
    private let inputs: [InputFile]
    private let output: String?
    private let ledger: String?
    private let keys: KeyOptions
    private let ring: KeyRing
    private let session: Session

    init(
        _ inputs: [InputFile], output: String?, ledger: String?, _ keys: KeyOptions, _ ring: KeyRing, _ session: Session
    ) {
        (self.inputs, self.output, self.ledger) = (inputs, output, ledger)
        (self.keys, self.ring, self.session) = (keys, ring, session)
    }

    func run() throws {
        var copies = try StatementCopies(inputs)
        let open = try place()
        for input in inputs {
            guard var file = copies.take(input) else { continue }
            try show(file, input, open)
            // Copies that were signed apart may be complete together.
            if !file.statement.isFinished || inputs.count == 1 { try addLine(to: &file.statement, input) }
            try StatementWriting.write(file, to: output ?? input.name, session)
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
        let here = open.flatMap { $0.origin.text == statement.ledger ? $0 : nil }
        session.err.paragraph(
            "\(input.name): \(statement.typeName) for \(statement.ledger), signed by \(Words.list(statement.by)), having seen \(Words.seen(statement.seen.size))"
                .cleaned)
        StatementPage(statement: statement, disclosures: file.disclosures, ledger: here?.ledger).show(session.err)
        session.err.flush()
        guard let here else {
            session.note("what its authors had seen was not compared with a ledger: --ledger DIR does that")
            return
        }
        try check(statement.seen, file, input, here)
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

    private func addLine(to statement: inout UnfinishedStatement, _ input: InputFile) throws {
        let (file, nameAndID) = try keyFile(for: statement)
        let key = try ring.open(file, nameAndID)
        guard let signer = try? NoteSigner(key, name: String(nameAndID.dropLast(9))),
            signer.verifierKey.nameAndID == nameAndID
        else {
            throw Failure(
                "\(input.name): your key is not among those who sign it: \(Words.list(statement.by))",
                exit: .keyUnusable)
        }
        try Failure.signing { () throws(SigningError) in try statement.sign(signer) }
    }

    /// The key of this person that `by` names.
    private func keyFile(for statement: UnfinishedStatement) throws(Failure) -> (KeyFile, nameAndID: String) {
        let candidates: [KeyFile]
        if let path = keys.key {
            do { candidates = [try KeyFile(session.path(path))] } catch { throw Failure(error, path) }
        } else {
            let folder = KeyFolder(try session.folders())
            do { candidates = try folder.all() } catch { throw Failure(error) }
        }
        for file in candidates {
            if let name = file.verifierKey?.nameAndID, statement.missing.contains(name) { return (file, name) }
        }
        // A key file of another program does not say which key it is; with one name missing it can only be that.
        if keys.key != nil, let file = candidates.first, file.verifierKey == nil, let name = statement.missing.first {
            return (file, name)
        }
        throw Failure(
            "none of your keys is among those who have yet to sign: \(Words.list(statement.missing))",
            hint: "name one with --key FILE", exit: .keyUnusable)
    }
}
