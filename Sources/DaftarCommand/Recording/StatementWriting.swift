import Daftar
import DaftarStore

/// Signs a statement into a file, for others to sign as well or to append.
struct StatementWriting {
    let origin: Origin
    let seen: Seen
    let author: NoteSigner
    /// All who sign, the author among them.
    let by: [VerifierKey]
    /// Open where something is withheld.
    var vault: Vault?
    private let waiting: Waiting
    let session: Session

    /// - Parameter cancelsWaiting: signs over all there is, whatever statement of the author waits for others.
    init(
        _ place: SigningPlace, _ author: NoteSigner, with others: [String], cancelsWaiting: Bool, in session: Session
    ) throws(Failure) {
        waiting = Waiting(place.origin, place.open, isCancelling: cancelsWaiting, in: session)
        (origin, seen) = (place.origin, try waiting.seen(place.seen, by: author.verifierKey))
        (self.author, self.session) = (author, session)
        by =
            [author.verifierKey] + (try others.map { text throws(Failure) in try VKeyArgument.read(text, in: session) })
    }

    /// Writes the file; returns the hash of its statement.
    func write(
        _ body: [UInt8], disclosures: [[UInt8]], withheld: [Commitments.Part], to name: String
    ) throws(Failure) -> Hash {
        var statement = try Failure.signing { () throws(SigningError) in
            try UnfinishedStatement(body: body, ledger: origin, seen: seen, by: by)
        }
        try Failure.signing { () throws(SigningError) in try statement.sign(author) }
        // Before the file is there: whoever gets hold of it may append it, and then the digests are published.
        try Withheld.keep([Withheld.record(statement.hash, withheld)].compactMap(\.self), in: vault)
        try StatementWriting.write(StatementFile(statement, disclosures: disclosures), to: name, waiting, session)
        waiting.forget(by: author.verifierKey, below: seen)
        return statement.hash
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

    /// Writes the file, remembers that it waits, and says who has yet to sign.
    static func write(
        _ file: StatementFile, to name: String, _ waiting: Waiting, _ session: Session
    ) throws(Failure) {
        // A release carries what was withheld in the clear.
        let isRelease = (try? Statement(parsing: file.statement.encoded))?.type == .release
        try OutFile.write(file.encoded, to: session.path(name), isPrivate: isRelease)
        waiting.remember(file.statement, file: name)
        let missing = file.statement.missing
        guard missing.isEmpty else {
            session.say(
                "\(name.cleaned): signed; \(Words.list(missing).cleaned) \(missing.count == 1 ? "has" : "have") yet to sign: daftar sign \(name.cleaned)"
            )
            session.note("until it is in the ledger, sign nothing elsewhere that has seen more: it would cancel this")
            return
        }
        session.say("\(name.cleaned): signed; next, where the ledger is: daftar append \(name.cleaned)")
    }
}
