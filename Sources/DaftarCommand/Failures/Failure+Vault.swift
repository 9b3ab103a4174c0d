import Daftar
import DaftarStore

extension Failure {
    init(_ error: VaultError) {
        switch error {
        case .system(let error): self.init(error)
        case .absent(let path):
            self.init(
                "\(path): there is no vault for this ledger",
                hint: "daftar vault init makes one; daftar vault restore FILE brings one back")
        case .exists(let path):
            self.init(
                "\(path): is a vault already, and a vault is never overwritten", hint: "daftar vault status")
        case .header(let path):
            self.init("\(path): the vault's header is damaged: without it nothing opens", hint: Self.restore)
        case .wrongPassphrase(let path):
            self.init(
                "\(path): the passphrase does not open it",
                hint: "try again; there is no way around a lost passphrase",
                exit: .keyUnusable)
        case .damaged(let path):
            self.init("\(path): was changed, cut short, or is another vault's", hint: Self.restore)
        case .changing(let path):
            self.init("\(path): changed while it was read", hint: "try again when nothing writes to it")
        case .backup(let path):
            self.init(
                "\(path): is no backup of this vault, or was cut short or changed",
                hint: "nothing was restored; take another copy, and name its ledger with --ledger DIR")
        case .otherVault(let path):
            self.init(
                "\(path): another vault is here, with a key of its own; nothing was restored",
                hint: "move it away first if it is the other one that you want")
        case .openSSL(let error): self.init(SigningError.openSSL(error))
        case .locked(let path):
            self.init(
                "\(path): another command is writing in this vault", hint: "wait until it is done", exit: .locked)
        }
    }

    private static let restore = "take it from a backup: move it away, then daftar vault restore FILE"

    /// Runs what the vault may refuse.
    static func vault<R>(_ body: () throws(VaultError) -> R) throws(Failure) -> R {
        do { return try body() } catch { throw Failure(error) }
    }
}
