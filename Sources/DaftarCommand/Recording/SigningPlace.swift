import Daftar
import DaftarStore

/// What a signer has of the ledger: the ledger itself, or only a checkpoint of it.
struct SigningPlace {
    let origin: Origin
    let seen: Seen
    /// Nil where only a checkpoint is at hand.
    let open: OpenLedger?

    init(_ checkpoint: String?, _ ledger: String?, trust: String? = nil, in session: Session) throws(Failure) {
        guard let checkpoint else {
            let open = try OpenLedger.open(ledger, trust: trust, in: session)
            let seen = try open.ask { ledger throws(StoreError) in try ledger.seen() }
            (self.open, self.seen, origin) = (open, seen, open.origin)
            return
        }
        if ledger != nil { throw Failure("what was seen is a ledger or a checkpoint, not both", exit: .usage) }
        let signed = try SigningPlace.read(checkpoint, session), head = signed.checkpoint
        try SigningPlace.check(signed, checkpoint, session)
        (open, seen, origin) = (nil, Seen(size: head.size, root: head.root), head.origin)
    }

    /// The author's key: without the ledger nobody can say whether it is admitted, so the file has to say its name.
    func author(_ options: KeyOptions, _ ring: KeyRing, in session: Session) throws -> NoteSigner {
        if let open { return try open.author(options, ring, in: session) }
        let file = try SigningPlace.keyFile(options, origin, session)
        guard let vkey = file.verifierKey else {
            throw Failure(
                "\(file.path): does not say under which name it signs", hint: "with --ledger DIR the ledger tells",
                exit: .keyUnusable)
        }
        return try vkey.signer(try ring.open(file, vkey.name))
    }

    /// As whom this person signs, where that is known before a key is opened.
    func authorKey(_ options: KeyOptions, in session: Session) throws(Failure) -> VerifierKey? {
        guard let open else { return try SigningPlace.keyFile(options, origin, session).verifierKey }
        return try AuthorKey(options, among: try open.admitted(), in: session).vkey
    }

    // MARK: Steps

    private static func read(_ path: String, _ session: Session) throws(Failure) -> SignedCheckpoint {
        let bytes: [UInt8]
        do { bytes = try FileSystem.read(session.path(path), limit: Limits.checkpoint) } catch { throw Failure(error) }
        guard let signed = try? SignedCheckpoint(parsing: bytes) else {
            throw Failure("\(path): is no checkpoint", hint: "it is the file `checkpoint` of the published ledger")
        }
        return signed
    }

    /// Who signs over a forged history says so for ever: the checkpoint has to be the ledger's.
    private static func check(_ signed: SignedCheckpoint, _ path: String, _ session: Session) throws(Failure) {
        guard let anchors = try Anchors.accepted(signed.checkpoint.origin, session) else {
            session.warn(
                "\(path): nobody vouches for this checkpoint: daftar trust add DIR, then its signature is checked")
            return
        }
        guard !CheckpointSignatures(signed, anchors.policy).ledger.isEmpty else {
            throw Failure(
                "\(path): no key of the ledger signed this checkpoint",
                hint: "ALARM: somebody may show you another history", exit: .notIntact)
        }
    }

    private static func keyFile(_ options: KeyOptions, _ origin: Origin, _ session: Session) throws(Failure) -> KeyFile
    {
        if let path = options.key {
            do { return try KeyFile(session.path(path)) } catch { throw Failure(error, path) }
        }
        let files: [KeyFile], folder = KeyFolder(try session.folders())
        do { files = try folder.all().filter { $0.verifierKey.map { origin.isAuthorName($0.name) } ?? false } } catch {
            throw Failure(error)
        }
        guard let file = files.first, files.count == 1 else {
            throw Failure(
                files.isEmpty ? "no key in \(folder.path) is for \(origin)" : "several of your keys are for \(origin)",
                hint: "name one with --key FILE", exit: .keyUnusable)
        }
        return file
    }
}
