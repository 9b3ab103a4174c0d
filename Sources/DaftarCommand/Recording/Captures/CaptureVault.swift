import Daftar
import DaftarStore

/// The vault of a ledger, opened for private captures.
enum CaptureVault {
    /// Opens the vault, and makes it where there is none yet.
    static func openOrMake(
        _ ledger: Hash, _ keys: PassphraseOptions, in session: Session
    ) throws -> Vault {
        let folders = try session.folders()
        if Vault.isThere(folders, ledger) { return try open(ledger, keys, in: session) }
        session.say("There is no vault for this ledger yet: it is made now, under a passphrase of its own.")
        let passphrase = try KeyRing(keys, in: session).choose("the new vault")
        let vault: Vault
        do { vault = try Vault.create(folders, ledger, passphrase) } catch { throw Failure(error) }
        session.note("what is only in the vault is lost with it, and with its passphrase: keep a backup")
        return vault
    }

    static func open(_ ledger: Hash, _ keys: PassphraseOptions, in session: Session) throws -> Vault {
        let folders = try session.folders()
        return try KeyRing(keys, in: session).open("the vault") { passphrase in
            do { return try Vault.open(folders, ledger, passphrase) } catch VaultError.wrongPassphrase {
                return nil
            } catch let error as VaultError { throw Failure(error) }
        }
    }
}
