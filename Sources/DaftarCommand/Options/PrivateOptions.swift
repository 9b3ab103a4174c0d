import ArgumentParser
import Daftar
import DaftarStore

/// `--include-private`: what this person withheld is read too, where their vault is open.
struct PrivateOptions: ParsableArguments {
    @Flag(help: "Add what you withheld, from your vault; it is marked.")
    var includePrivate = false
    @OptionGroup var passphrase: PassphraseOptions

    /// Nil where nobody asked for it.
    func open(_ open: OpenLedger, at size: Int, in session: Session) throws -> OpenedParts? {
        guard includePrivate else { return nil }
        return try OpenedParts(try vault(open, in: session), open, at: size)
    }

    func vault(_ open: OpenLedger, in session: Session) throws -> Vault {
        let ring = try KeyRing(passphrase, in: session)
        return try VaultAccess(open.ledger.anchors, in: session).open(ring)
    }
}
