import ArgumentParser
import Daftar
import DaftarStore

/// `daftar keygen`: a key to sign with.
struct Keygen: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Make a key to sign entries with.",
        usage: """
            daftar keygen [<name>] --origin <o> [-o <file>]
            """,
        discussion: """
            The key is kept encrypted, for you alone. Its name stands under everything it
            signs and can never be taken back: without NAME it gets one that says nothing.
            The vkey that is printed is what an editor needs to admit the key.

            EXAMPLE:
              daftar keygen --origin daftar.example/central-asia
            """)

    @Argument(help: ArgumentHelp("1-32 of a-z 0-9 -; an opaque one where left out.", valueName: "name"))
    var name: String?
    @Option(help: ArgumentHelp("The ledger that it signs for.", valueName: "o"))
    var origin: String
    @Option(name: .shortAndLong, help: ArgumentHelp("Where to keep it; else in your key folder.", valueName: "file"))
    var output: String?
    @Flag(help: "Make the ledger's own key, which signs checkpoints.")
    var forLedger = false
    @OptionGroup var passphrase: PassphraseOptions

    func run(in session: Session) throws -> Exit {
        let origin = try Origin.parse(origin)
        let label = forLedger ? nil : try name ?? NewKey.opaqueLabel()
        if let label, !Origin.isKeyLabel(label) {
            throw Failure("\(label): can't be a key's name", hint: "1 to 32 of a-z, 0-9 and -", exit: .usage)
        }
        let path = try output.map(session.path) ?? NewKey.defaultPath(origin: origin, label: label, in: session)
        let keyName = label.map { "\(origin)/\($0)" } ?? origin.text
        let ring = try KeyRing(passphrase, in: session)
        let key = try NewKey(name: keyName, path: path, title: "the key \(keyName)", ring: ring)
        try key.write()
        session.out.line(key.signer.verifierKey.text)
        session.say("Kept in \(path.cleaned), encrypted. There is no way around a lost passphrase.")
        return .done
    }
}
