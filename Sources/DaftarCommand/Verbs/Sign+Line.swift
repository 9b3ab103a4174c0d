import Daftar
import DaftarStore

// A line under a statement that others signed before.
extension Sign {
    func addLine(to file: InputFile, _ ledger: String?, _ ring: KeyRing, _ session: Session) throws {
        var unfinished = try StatementFile.read(file)
        let statement = unfinished.statement
        let name = try keyFile(for: statement, session)
        let key = try ring.open(name.file, name.nameAndID)
        guard let signer = try? NoteSigner(key, name: String(name.nameAndID.dropLast(9))),
            signer.verifierKey.nameAndID == name.nameAndID
        else {
            throw Failure(
                "\(file.name): your key is not among those who sign it: \(Words.list(statement.by))",
                exit: .keyUnusable)
        }
        let room = Waiting(
            try origin(of: signer), try ledger.map { try OpenLedger.open($0, in: session) },
            isCancelling: waiting.cancelWaiting, in: session)
        try room.permit(file.name, statement.seen, by: [name.nameAndID], besides: [statement.hash])
        try Failure.signing { () throws(SigningError) in try unfinished.statement.sign(signer) }
        try StatementWriting.write(unfinished, to: output ?? file.name, room, session)
        try room.forget(by: signer.verifierKey, below: statement.seen)
    }

    /// The key of this person that `by` names.
    private func keyFile(for statement: UnfinishedStatement, _ session: Session) throws(Failure) -> (
        file: KeyFile, nameAndID: String
    ) {
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

    /// The ledger that a key signs for: what its name begins with.
    private func origin(of signer: NoteSigner) throws(Failure) -> Origin {
        try Origin.parse(Path.parent(signer.verifierKey.name))
    }
}
