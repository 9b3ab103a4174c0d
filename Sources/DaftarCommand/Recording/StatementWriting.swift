import Daftar
import DaftarStore

/// Signs a statement into a file, for others to sign as well or to append.
struct StatementWriting {
    let origin: Origin
    let seen: Seen
    let author: NoteSigner
    /// All who sign, the author among them.
    let by: [VerifierKey]
    let session: Session

    init(_ place: SigningPlace, _ author: NoteSigner, with others: [String], in session: Session) throws(Failure) {
        (origin, seen) = (place.origin, place.seen)
        (self.author, self.session) = (author, session)
        by =
            [author.verifierKey] + (try others.map { text throws(Failure) in try VKeyArgument.read(text, in: session) })
    }

    /// Writes the file; returns the hash of its statement.
    func write(_ body: [UInt8], disclosures: [[UInt8]], to name: String) throws(Failure) -> Hash {
        var statement = try Failure.signing { () throws(SigningError) in
            try UnfinishedStatement(body: body, ledger: origin, seen: seen, by: by)
        }
        try Failure.signing { () throws(SigningError) in try statement.sign(author) }
        try StatementWriting.write(StatementFile(statement, disclosures: disclosures), to: name, session)
        return Hash.sha256(statement.text)
    }

    /// Signing again makes another statement of it: the lines that others added to the first would be lost.
    static func checkIsFree(_ name: String, _ session: Session) throws(Failure) {
        guard let bytes = try? FileSystem.read(session.path(name), limit: StatementFile.limit),
            let file = try? StatementFile(parsing: bytes), file.statement.by.count > 1
        else { return }
        throw Failure(
            "\(name): is there already, and others sign it too",
            hint: "choose another name with -o FILE, or take the old one away")
    }

    /// Writes the file, and says who has yet to sign.
    static func write(_ file: StatementFile, to name: String, _ session: Session) throws(Failure) {
        try OutFile.write(file.encoded, to: session.path(name))
        let missing = file.statement.missing
        guard missing.isEmpty else {
            session.say(
                "\(name.cleaned): signed; \(Words.list(missing).cleaned) \(missing.count == 1 ? "has" : "have") yet to sign: daftar sign \(name.cleaned)"
            )
            session.note("until they have, sign nothing that has seen more: it would cancel this")
            return
        }
        session.say("\(name.cleaned): signed; next, where the ledger is: daftar append \(name.cleaned)")
    }
}
