import ArgumentParser
import Daftar
import DaftarStore

/// `daftar evidence get`: a private capture out of the vault.
struct EvidenceGet: Verb {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Take a private capture out of your vault.",
        usage: "daftar evidence get <sha256> -o <file> [--ledger <dir>]",
        discussion: """
            Writes the file as it was captured, byte for byte, for you alone to read: to
            look at it, or to hand it to one reader, who compares its SHA-256 with the one
            that was signed. It stays in the vault. The digest stands in the event:
            daftar show ENTRY --include-private.

            EXAMPLE:
              daftar evidence get sha256:3de45b4e…b178 -o notes.txt
            """)

    @Argument(help: ArgumentHelp("Its digest, whole: sha256: and 64 digits.", valueName: "sha256"))
    var digest: String
    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write it.", valueName: "file"), completion: .file())
    var output: String
    @OptionGroup var place: VaultPlace
    @OptionGroup var passphrase: PassphraseOptions

    func run(in session: Session) throws -> Exit {
        let hex = digest.hasPrefix("sha256:") ? String(digest.dropFirst(7)) : digest
        guard let hash = Hash(hex: hex) else {
            throw Failure("\(digest): is no SHA-256", hint: "sha256: and 64 digits, as the event has it", exit: .usage)
        }
        try OutFile.check(session.path(output))
        let vault = try place.access(in: session).open(try KeyRing(passphrase, in: session))
        guard try Failure.vault({ () throws(VaultError) in try vault.holds(hash) }) else {
            throw Failure(
                "sha256:\(hash.hex): your vault holds no such capture",
                hint: "a public one is in the ledger's evidence/ folder")
        }
        try write(hash, of: vault, session)
        session.say("\(output.cleaned): the capture as it was kept; it is not public")
        return .done
    }

    private func write(_ hash: Hash, of vault: Vault, _ session: Session) throws {
        let file = try OutFile(session.path(output), isPrivate: true)
        do throws(VaultError) {
            try vault.read(capture: hash) { bytes throws(SystemError) in
                if !file.put(bytes), let failure = file.failure { throw failure }
            }
        } catch {
            file.giveUp()
            throw Failure(error)
        }
        try file.finish()
    }
}
