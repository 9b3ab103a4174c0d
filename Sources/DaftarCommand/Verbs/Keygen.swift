import ArgumentParser
import Daftar
import DaftarStore

/// `daftar keygen`: a key to sign with.
struct Keygen: Verb {
    static let configuration = CommandConfiguration(
        commandName: "keygen", abstract: "Make a key to sign entries with, or to witness.",
        usage: """
            daftar keygen [<name>] --origin <o> [--for-ledger] [-o <file>]
            daftar keygen --witness <name> [-o <file>]
            """,
        discussion: """
            The key is kept encrypted, for you alone. Its name stands under everything it
            signs and can never be taken back: without NAME it gets one that says nothing.
            The vkey that is printed is what an editor needs to admit the key, and what
            the policy of a ledger names a witness by.

            EXAMPLE:
              daftar keygen --origin daftar.example/central-asia
              daftar keygen --witness daftar.example/witness
            """)

    @Argument(help: ArgumentHelp("1-32 of a-z 0-9 -; an opaque one where left out.", valueName: "name"))
    var name: String?
    @Option(help: ArgumentHelp("The ledger that it signs for.", valueName: "o"))
    var origin: String?
    @Option(
        name: .shortAndLong, help: ArgumentHelp("Where to keep it; else in your key folder.", valueName: "file"),
        completion: .file())
    var output: String?
    @Flag(help: "Make the ledger's own key, which signs checkpoints.")
    var forLedger = false
    @Option(help: ArgumentHelp("Make a witness's key of this name, for any ledger.", valueName: "name"))
    var witness: String?
    @OptionGroup var passphrase: PassphraseOptions

    func validate() throws {
        if witness != nil, origin != nil || name != nil || forLedger {
            throw ValidationError("a witness's key is for any ledger: --witness stands alone")
        }
        if witness == nil, origin == nil { throw ValidationError("for which ledger? --origin, or --witness") }
    }

    func run(in session: Session) throws -> Exit {
        let (keyName, file) = try names()
        let path = try output.map(session.path) ?? NewKey.path(named: file, in: session)
        let key = try NewKey(
            name: keyName, path: path, title: "the key \(keyName)", ring: KeyRing(passphrase, in: session),
            type: witness == nil ? VerifierKey.SignatureType.ed25519 : VerifierKey.SignatureType.cosignature)
        try key.write()
        session.out.line(key.verifierKey.text)
        session.say("Kept in \(path.cleaned), encrypted. There is no way around a lost passphrase.")
        return .done
    }

    /// The key's name, and what its file is called.
    private func names() throws -> (key: String, file: String) {
        if let witness { return (try Origin.parse(witness).text, Path.name(witness)) }
        let origin = try Origin.parse(origin ?? "")
        if forLedger { return (origin.text, NewKey.file(origin: origin, label: nil)) }
        let label = try name ?? NewKey.opaqueLabel()
        guard Origin.isKeyLabel(label) else {
            throw Failure("\(label): can't be a key's name", hint: "1 to 32 of a-z, 0-9 and -", exit: .usage)
        }
        return ("\(origin)/\(label)", NewKey.file(origin: origin, label: label))
    }
}
