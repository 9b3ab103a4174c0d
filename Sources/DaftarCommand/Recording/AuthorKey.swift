import Daftar
import DaftarStore

/// The key of the person at work, found before anybody types its passphrase.
struct AuthorKey {
    let file: KeyFile
    /// As whom it signs; nil where only the opened key can tell.
    let vkey: VerifierKey?

    /// The key that was named, or the one in the key folder among `admitted`.
    init(_ options: KeyOptions, among admitted: [VerifierKey], in session: Session) throws(Failure) {
        guard let path = options.key else {
            self = try AuthorKey.inKeyFolder(admitted, session)
            return
        }
        do { file = try KeyFile(session.path(path)) } catch { throw Failure(error, path) }
        vkey = file.verifierKey.flatMap { own in admitted.first { $0.material == own.material } }
        if vkey == nil, let own = file.verifierKey { throw AuthorKey.notAdmitted(own.nameAndID) }
    }

    private init(file: KeyFile, vkey: VerifierKey) { (self.file, self.vkey) = (file, vkey) }

    /// Opens it.
    func signer(among admitted: [VerifierKey], _ ring: KeyRing) throws -> NoteSigner {
        let key = try ring.open(file, vkey?.name ?? file.path)
        guard let vkey = vkey ?? admitted.first(where: { $0.material == key.publicKey }) else {
            throw AuthorKey.notAdmitted(file.path)
        }
        return try vkey.signer(key)
    }

    private static func notAdmitted(_ name: String) -> Failure {
        Failure(
            "\(name): the ledger does not admit this key",
            hint: "an editor admits keys; daftar key show prints what they need", exit: .keyUnusable)
    }

    private static func inKeyFolder(_ admitted: [VerifierKey], _ session: Session) throws(Failure) -> AuthorKey {
        let folder = KeyFolder(try session.folders())
        let files: [KeyFile]
        do { files = try folder.all().filter { $0.verifierKey.map(admitted.contains) ?? false } } catch {
            throw Failure(error)
        }
        guard let file = files.first, let vkey = file.verifierKey else {
            throw Failure(
                "no key in \(folder.path) is admitted by this ledger",
                hint: "name yours with --key FILE; daftar keygen makes one", exit: .keyUnusable)
        }
        guard files.count == 1 else {
            let names = files.compactMap { $0.verifierKey?.name }
            throw Failure(
                "several of your keys may sign here: \(Words.list(names))", hint: "name one with --key FILE",
                exit: .keyUnusable)
        }
        return AuthorKey(file: file, vkey: vkey)
    }
}
