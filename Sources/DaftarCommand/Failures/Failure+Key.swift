import Daftar
import DaftarStore

// A key that can't be used: exit 12.

extension Failure {
    init(_ error: KeyFile.Failure, _ path: String) {
        switch error {
        case .system(let error): self.init(error.description, hint: "name a key with --key FILE", exit: .keyUnusable)
        case .key(let error): self.init(error, path)
        case .nakedKey(let path):
            self.init(
                "\(path): an unencrypted private key that others can read",
                hint: "whoever read it can sign as its owner: make a new one with daftar keygen, and revoke this one",
                exit: .keyUnusable)
        case .otherKeyInside(let key):
            self.init("\(path): says that it is \(key.nameAndID), and holds another key", exit: .keyUnusable)
        }
    }

    init(_ error: KeyFileError, _ path: String) {
        let (words, hint): (String, String?) =
            switch error {
            case .tooLarge: ("is larger than any key file", nil)
            case .notPEM: ("is no key: there is no PEM block in it", "daftar keygen makes one")
            case .notEncrypted:
                ("the private key lies there unencrypted", "openssl pkcs8 -topk8 -scrypt -in FILE -out NEW encrypts it")
            case .otherKind(let kind): ("holds \(kind), not an encrypted private key", "daftar keygen makes one")
            case .damaged: ("the key is damaged", nil)
            case .unsupportedEncryption: ("is encrypted in a way that can't be opened here", nil)
            case .wrongPassphrase:
                ("the passphrase does not open it", "try again; there is no way around a lost passphrase")
            case .notEd25519: ("is a key of another kind than Ed25519", nil)
            case .openSSL(let error): (error.description, nil)
            }
        self.init("\(path): \(words)", hint: hint, exit: .keyUnusable)
    }

    init(_ error: KeyFolder.Failure) {
        switch error {
        case .system(let error): self.init(error)
        case .openSSL(let error): self.init(error.description)
        case .exists(let path):
            self.init(
                "\(path): is there already, and a key is never overwritten",
                hint: "use it with --key or --ledger-key, or choose another name or place: -o FILE", exit: .keyUnusable)
        case .insideLedger(let path):
            self.init(
                "\(path): is a ledger, which is published; no key belongs there", hint: "choose another place: -o FILE",
                exit: .keyUnusable)
        case .underVersionControl(let path):
            self.init(
                "\(path): is under version control, which is copied and never forgets; no key belongs there",
                hint: "choose another place: -o FILE", exit: .keyUnusable)
        case .emptyPassphrase:
            self.init("the passphrase is empty", hint: "a key is only ever kept encrypted", exit: .keyUnusable)
        }
    }
}
