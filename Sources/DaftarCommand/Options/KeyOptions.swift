import ArgumentParser
import Daftar
import DaftarStore

/// How an author's key is named and opened. No secret is ever taken on the command line.
struct KeyOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The author's key.", valueName: "file"), completion: .file())
    var key: String?
    @OptionGroup var passphrase: PassphraseOptions
    @Option(
        help: ArgumentHelp("A file with the vault's passphrase, where it differs.", valueName: "file"),
        completion: .file())
    var vaultPassphraseFile: String?
}

/// Where a passphrase comes from, if nobody types it.
struct PassphraseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A file with the passphrase, tried on each key.", valueName: "file"), completion: .file())
    var passphraseFile: String?
    @Option(help: ArgumentHelp("An open file descriptor with the passphrase.", valueName: "n"))
    var passphraseFd: Int32?
}

/// How the ledger's own key is named and opened; two of them while one takes over from the other.
struct LedgerKeyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The ledger's key; two while one takes over; else found.", valueName: "file"),
        completion: .file())
    var ledgerKey: [String] = []
    @Option(help: ArgumentHelp("A file with its passphrase, where it differs.", valueName: "file"), completion: .file())
    var ledgerPassphraseFile: String?
}

/// What becomes of statements that wait for others to sign.
struct WaitingOptions: ParsableArguments {
    @Flag(help: "Sign over all there is, and give up what waits for others.")
    var cancelWaiting = false
}
