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
    @Option(
        help: ArgumentHelp("author or editor.", valueName: "role"),
        completion: .words(Role.self), transform: WordArgument.read)
    var role: Role
    @OptionGroup var statement: StatementOptions

    func run(in session: Session) throws -> Exit {
        let making = try StatementMaking(statement, in: session)
        let vkey = try KeyGrant.newKey(key, for: making)
        return try making.run(KeyGrant.proposal(vkey, role, making))
    }

    static func proposal(_ key: VerifierKey, _ role: Role, _ making: StatementMaking) -> Proposal {
        let draft = ControlDraft.grant(key, role)
        return Proposal(draft, named: "this grant", ControlWords(origin: making.place.origin).lines(draft))
    }

    /// A key that this ledger may admit.
    static func newKey(_ text: String, for making: StatementMaking) throws(Failure) -> VerifierKey {
        let vkey = try VKeyArgument.read(text, in: making.session)
        guard making.place.origin.isAuthorName(vkey.name) else {
            throw Failure(SigningError.keyOfOtherLedger(vkey.name))
        }
        if let rights = try making.rights() { try check(vkey, rights) }
        return vkey
    }

    /// A raw key is one signer, for ever.
    private static func check(_ key: VerifierKey, _ rights: Rights) throws(Failure) {
        if rights.mayAdmit(key) { return }
        let before = rights.signers.first { $0.key.material == key.material || $0.key.nameAndID == key.nameAndID }
        throw Failure(
            before.map {
                "\(key.nameAndID): entry \($0.granted) admitted this key already\($0.key.nameAndID == key.nameAndID ? "" : ", as \($0.key.nameAndID)")"
            }
                ?? "\(key.nameAndID): is a key of the ledger itself or of a witness, and can't be an author's",
            hint: "daftar keygen makes a new one")
    }
}
