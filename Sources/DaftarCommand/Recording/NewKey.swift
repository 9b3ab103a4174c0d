import Daftar
import DaftarStore

/// A key that is made here: under which name, in which file, behind which passphrase. It is in no file until `write`.
struct NewKey {
    let key: SigningKey
    let verifierKey: VerifierKey
    let path: String
    private let passphrase: Passphrase

    /// - Parameters:
    ///   - title: what the key is called in a prompt.
    ///   - type: what it signs: statements and checkpoints, or cosignatures.
    init(
        name: String, path: String, title: String, ring: KeyRing, isLedgers: Bool = false,
        type: UInt8 = VerifierKey.SignatureType.ed25519
    ) throws {
        // Whatever would stop it is said before anybody types a passphrase.
        if FileSystem.exists(path) { throw Failure(KeyFolder.Failure.exists(path)) }
        do { try KeyFolder.checkPlace(path) } catch { throw Failure(error) }
        passphrase = try ring.choose(title, isLedgers: isLedgers)
        self.path = path
        do {
            key = try SigningKey.generate()
            verifierKey = try VerifierKey(name: name, type: type, publicKey: key.publicKey)
        } catch let error as OpenSSLError { throw Failure(error.description) } catch {
            throw Failure("\(name): can't be the name of a key", hint: "no spaces and no +", exit: .usage)
        }
    }

    func write() throws(Failure) {
        do { try KeyFolder.write(key, as: verifierKey, to: path, passphrase) } catch { throw Failure(error) }
    }

    /// Where a key of this name is kept, if nobody says otherwise: `central-asia.pem`, `central-asia-editor.pem`.
    static func defaultPath(origin: Origin, label: String?, in session: Session) throws(Failure) -> String {
        try path(named: file(origin: origin, label: label), in: session)
    }

    /// What the file of such a key is called, without `.pem`.
    static func file(origin: Origin, label: String?) -> String {
        let ledger = Path.name(origin.text)
        return label.map { "\(ledger)-\($0)" } ?? ledger
    }

    static func path(named file: String, in session: Session) throws(Failure) -> String {
        Path.join(KeyFolder(try session.folders()).path, "\(file).pem")
    }

    /// Ten letters that say nothing about anybody: a key's name can never be taken back.
    static func opaqueLabel() throws(Failure) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
        do { return String(decoding: try Random.bytes(10).map { letters[Int($0 & 31)] }, as: UTF8.self) } catch {
            throw Failure(error.description)
        }
    }
}

extension Origin {
    /// An origin as it was typed.
    static func parse(_ text: String) throws(Failure) -> Origin {
        guard let origin = Origin(text) else {
            throw Failure(
                "\(text): can't be an origin",
                hint: "such as daftar.example/central-asia: no spaces, no +, a name that is yours to use", exit: .usage)
        }
        return origin
    }
}
