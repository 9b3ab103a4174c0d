import ArgumentParser
import Daftar
import DaftarStore

/// `daftar key revoke`: ends a key.
struct KeyRevoke: Verb {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "End a key: from then on it may not sign here.",
        usage: """
            daftar key revoke <key> --reason retired|superseded|compromised
                    [--since <entry>] [--ledger <dir>] [-o <file>]
            daftar key revoke --self --reason <reason> [-o <file>]
            """,
        discussion: """
            What it signed before stays as it is. Of a stolen key, editors say since which
            entry: what it signed from there on is doubted, and so are the keys that it
            admitted there; without --since that is all it ever signed. Doubt can be
            widened once more, and never taken back. Any key ends itself alone, with
            --self: with -o that can be written in advance and kept elsewhere, for the day
            when the key is lost; whoever has the file can append it, however late.

            EXAMPLE:
              daftar key revoke zarina --reason compromised --since 41
              daftar key revoke --self --reason compromised -o end-of-my-key.statement
            """)

    @Argument(help: ArgumentHelp("Its vkey, name+id or name, or a file that holds it.", valueName: "key"))
    var key: String?
    @Option(
        help: ArgumentHelp("retired, superseded or compromised.", valueName: "reason"),
        completion: .words(RevocationReason.self), transform: WordArgument.read)
    var reason: RevocationReason
    @Option(help: ArgumentHelp("The first entry that is doubted.", valueName: "entry"))
    var since: Int?
    @Flag(name: .customLong("self"), help: "End the key that signs this, and no other.")
    var own = false
    @OptionGroup var statement: StatementOptions

    func run(in session: Session) throws -> Exit {
        let making = try StatementMaking(statement, in: session), rights = try making.rights()
        let author = try making.place.authorKey(statement.append.keys, in: session)
        let target = try target(author, rights, session)
        let endsItself = author == target && statement.with.isEmpty
        guard endsItself || !own else {
            throw Failure(
                "--self is for the key that signs, alone", hint: "leave --self out, or name that key with --key",
                exit: .usage)
        }
        let revocation = Revocation(
            target: target, reason: reason, since: since, endsItself: endsItself, making: making)
        let proposal = try revocation.proposal(rights)
        let exit = try making.run(proposal)
        if exit == .done { revocation.sayWhatIsNext(rights) }
        return exit
    }

    private func target(_ author: VerifierKey?, _ rights: Rights?, _ session: Session) throws(Failure) -> VerifierKey {
        if let key { return try LedgerKeyArgument.read(key, rights, in: session) }
        guard own else { throw Failure("which key? name it, or end your own with --self", exit: .usage) }
        guard let author else {
            throw Failure("your key file does not say which key it is", hint: "name the key as well", exit: .usage)
        }
        return author
    }
}
