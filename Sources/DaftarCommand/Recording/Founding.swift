import Daftar
import DaftarExchange
import DaftarStore

/// The making of a ledger: its charter, its first keys, its trust directory.
struct Founding {
    let origin: Origin
    let session: Session
    let ring: KeyRing
    /// Private keys that are made on the way, and what each is for; they are written once every question is answered.
    private(set) var made: [(key: NewKey, use: String)] = []

    init(origin: Origin, session: Session, ring: KeyRing) {
        (self.origin, self.session, self.ring) = (origin, session, ring)
    }

    /// The key that signs checkpoints: given, or made now.
    mutating func ledgerSigner(_ given: String?) throws -> NoteSigner {
        if let given { return try signer(given, name: origin.text, isLedgers: true) }
        let path = try NewKey.defaultPath(origin: origin, label: nil, in: session)
        let key = try NewKey(name: origin.text, path: path, title: "the ledger's key", ring: ring, isLedgers: true)
        made.append((key, "signs checkpoints"))
        return try key.verifierKey.signer(key.key)
    }

    /// The editor who signs the charter: given, or made now and then named in it.
    mutating func editor(_ given: String?, in draft: inout CharterDraft) throws -> NoteSigner {
        let editors = draft.keys.filter { $0.role == "editor" }
        if let given {
            let file = try keyFile(given)
            let key = try ring.open(file, "the editor's key")
            if let named = editors.first(where: { $0.vkey.material == key.publicKey }) {
                return try named.vkey.signer(key)
            }
            guard draft.keys.isEmpty else {
                throw Failure(
                    "\(given): the charter does not name this key as an editor",
                    hint: "daftar key show prints the vkey to put under `keys`", exit: .keyUnusable)
            }
            let name = file.verifierKey?.name ?? "\(origin)/editor"
            return try enrol(key, name, in: &draft)
        }
        if !draft.keys.isEmpty { return try editorInKeyFolder(editors) }
        let path = try NewKey.defaultPath(origin: origin, label: "editor", in: session)
        let key = try NewKey(name: "\(origin)/editor", path: path, title: "the editor's key", ring: ring)
        made.append((key, "signs entries, admits keys"))
        draft.keys.append(CharterDraft.Key(vkey: key.verifierKey, role: "editor"))
        return try key.verifierKey.signer(key.key)
    }

    func writeKeys() throws(Failure) {
        for (key, _) in made { try key.write() }
    }

    // MARK: Keys

    private func enrol(_ key: SigningKey, _ name: String, in draft: inout CharterDraft) throws -> NoteSigner {
        guard origin.isAuthorName(name) else { throw Failure(SigningError.keyOfOtherLedger(name)) }
        let signer = try NoteSigner(key, name: name)
        draft.keys.append(CharterDraft.Key(vkey: signer.verifierKey, role: "editor"))
        return signer
    }

    private func editorInKeyFolder(_ editors: [CharterDraft.Key]) throws -> NoteSigner {
        let file: KeyFile?
        do { file = try KeyFolder(try session.folders()).find(anyOf: editors.map(\.vkey)) } catch let error
            as SystemError
        { throw Failure(error) }
        guard let file, let vkey = file.verifierKey else {
            throw Failure(
                "none of the editors that the charter names has a key here", hint: "name one with --key FILE",
                exit: .keyUnusable)
        }
        return try vkey.signer(try ring.open(file, vkey.name))
    }

    private func signer(_ path: String, name: String, isLedgers: Bool) throws -> NoteSigner {
        let file = try keyFile(path)
        if let key = file.verifierKey, key.name != name { throw Failure(SigningError.keyOfOtherLedger(key.name)) }
        return try NoteSigner(
            try ring.open(file, isLedgers ? "the ledger's key" : name, isLedgers: isLedgers), name: name)
    }

    private func keyFile(_ path: String) throws(Failure) -> KeyFile {
        do { return try KeyFile(session.path(path)) } catch { throw Failure(error, path) }
    }
}

extension VerifierKey {
    /// The signer under this name, of a private key that was opened.
    func signer(_ key: SigningKey) throws(Failure) -> NoteSigner {
        guard key.publicKey == material, let signer = try? NoteSigner(key, name: name) else {
            throw Failure("the private key is not that of \(nameAndID)", exit: .keyUnusable)
        }
        return signer
    }
}
