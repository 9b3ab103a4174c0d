import Daftar
import DaftarStore

// Why a capture can't be taken, kept or read.

extension Failure {
    init(_ error: VaultError) {
        switch error {
        case .system(let error): self.init(error)
        case .absent(let path): self.init("\(path): there is no vault here", hint: "daftar evidence add makes one")
        case .exists(let path): self.init("\(path): there is a vault already")
        case .header(let path):
            self.init("\(path): is no vault's header", hint: "a backup of the vault brings it back", exit: .keyUnusable)
        case .wrongPassphrase(let path):
            self.init("\(path): this passphrase does not open the vault", hint: "try again", exit: .keyUnusable)
        case .damaged(let path):
            self.init("\(path): is damaged, or another vault's", hint: "a backup of the vault brings it back")
        case .changing(let path):
            self.init("\(path): changes while it is read", hint: "wait until whatever writes it is done")
        case .tooLarge(let path): self.init("\(path): is too large to be kept")
        case .backup(let path): self.init("\(path): is no whole backup of a vault", hint: "take another copy of it")
        case .otherVault(let path): self.init("\(path): is a backup of another vault than the one here")
        case .openSSL(let error): self.init(error.description)
        case .locked(let path):
            self.init("\(path): another command writes in this vault", hint: "try again when it is done", exit: .locked)
        }
    }
}
