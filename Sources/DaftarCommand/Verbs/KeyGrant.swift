import ArgumentParser
import Daftar
import DaftarStore

/// `daftar key grant`: admits a key.
struct KeyGrant: Verb {
    static let configuration = CommandConfiguration(
        commandName: "grant", abstract: "Admit a key: from then on it may sign here.",
        usage: "daftar key grant <vkey> --role author|editor [--ledger <dir>] [-o <file>]",
        discussion: """
            An author signs events and remarks, and corrects what they signed; an editor
            signs everything, admits keys and ends them. A key is admitted once, for ever:
            its name can't be taken back, so an opaque one is best.

            EXAMPLE:
              daftar key grant "$(cat zarina.vkey)" --role author --ledger Records
            """)

    @Argument(help: ArgumentHelp("The key, or a file that holds it.", valueName: "vkey"))
    var key: String
    @Option(help: ArgumentHelp("author or editor.", valueName: "role"), transform: WordArgument.read)
    var role: Role
    @OptionGroup var statement: StatementOptions

    func run(in session: Session) throws -> Exit {
        let making = try StatementMaking(statement, in: session)
        let vkey = try VKeyArgument.read(key, in: session)
        guard making.place.origin.isAuthorName(vkey.name) else {
            throw Failure(SigningError.keyOfOtherLedger(vkey.name))
        }
        let rights = try making.place.open?.ask { ledger throws(StoreError) in try ledger.rights() }
        if let rights { try KeyGrant.check(vkey, rights) }
        return try making.run(
            Proposal(
                .grant(vkey, role), named: "this grant",
                ["grant  \(vkey.nameAndID) may sign as \(role == .author ? "an author" : "an editor")"]))
    }

    /// A raw key is one signer, for ever.
    static func check(_ key: VerifierKey, _ rights: Rights) throws(Failure) {
        if rights.mayAdmit(key) { return }
        let before = rights.signers.first { $0.key.material == key.material || $0.key.nameAndID == key.nameAndID }
        throw Failure(
            before.map { "\(key.nameAndID): entry \($0.granted) admitted this key already, as \($0.key.nameAndID)" }
                ?? "\(key.nameAndID): is a key of the ledger itself or of a witness, and can't be an author's",
            hint: "daftar keygen makes a new one")
    }
}
