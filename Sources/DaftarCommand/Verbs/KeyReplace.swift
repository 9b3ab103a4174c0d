import ArgumentParser
import Daftar
import DaftarStore

/// `daftar key replace`: a new key in the place of an old one.
struct KeyReplace: Verb {
    static let configuration = CommandConfiguration(
        commandName: "replace", abstract: "Admit a new key in the place of an old one.",
        usage: "daftar key replace <old> <new> [--ledger <dir>] [-o <file>]",
        discussion: """
            Two entries, both or neither: the new key gets the old one's role, and the old
            one is revoked as superseded. A stolen key is revoked instead, as compromised.
            With -o FILE they go to FILE-1-grant.statement and FILE-2-revoke.statement,
            which are signed, and appended, together.

            EXAMPLE:
              daftar key replace zarina "$(cat zarina-2.vkey)" --ledger Records
            """)

    @Argument(help: ArgumentHelp("The old key: its vkey, name+id or name.", valueName: "old"))
    var old: String
    @Argument(help: ArgumentHelp("The new vkey, or a file that holds it.", valueName: "new"))
    var new: String
    @OptionGroup var statement: StatementOptions

    func run(in session: Session) throws -> Exit {
        let making = try StatementMaking(statement, in: session)
        let rights = try making.ledger().ask { ledger throws(StoreError) in try ledger.rights() }
        let oldKey = try LedgerKeyArgument.read(old, rights, in: session)
        let newKey = try KeyGrant.newKey(new, for: making)
        guard let position = rights.position(of: oldKey), rights.signers[position].isActive else {
            throw Failure(
                "\(oldKey.nameAndID): was revoked already, and can't be replaced",
                hint: "daftar key grant admits the new key")
        }
        let draft = ControlDraft.revoke(oldKey, .superseded, since: nil)
        return try making.run([
            KeyGrant.proposal(newKey, rights.signers[position].role, making),
            Proposal(draft, named: "this revocation", ControlWords(origin: making.place.origin).lines(draft)),
        ])
    }
}
