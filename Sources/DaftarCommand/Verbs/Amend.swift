import ArgumentParser
import Daftar
import DaftarStore

/// `daftar amend`: changes what a ledger says of itself.
struct Amend: Verb {
    static let configuration = CommandConfiguration(
        commandName: "amend", abstract: "Change the ledger's title, languages or rules.",
        usage: """
            daftar amend [--title <t>] [--description <t>] [--languages <l>]
                    [--licence <l>] [--approvals <n>] [--ledger <dir>] [-o <file>]
            """,
        discussion: """
            Only what is given changes; the charter itself stays entry 0 for ever. A text
            is for one language, as en=Text, or for the ledger's first language where none
            is named; ru= by itself takes that language out. Approvals are how many
            editors sign a control entry together: never more than there are.

            EXAMPLE:
              daftar amend --title "ru=Свобода в сети" --languages en,ru
              daftar amend --approvals 2
            """)

    @Option(help: ArgumentHelp("A title, maybe as ru=Text; may be repeated.", valueName: "text"))
    var title: [String] = []
    @Option(help: ArgumentHelp("A description, likewise.", valueName: "text"))
    var description: [String] = []
    @Option(help: ArgumentHelp("All languages, separated by commas.", valueName: "tags"))
    var languages: String?
    @Option(help: ArgumentHelp("The licence of the entries.", valueName: "text"))
    var licence: String?
    @Option(help: ArgumentHelp("So many editors sign a control entry.", valueName: "n"))
    var approvals: Int?
    @OptionGroup var statement: StatementOptions

    func run(in session: Session) throws -> Exit {
        let making = try StatementMaking(statement, in: session), open = try making.ledger()
        let old = try open.ask { ledger throws(StoreError) in try ledger.charter() }
        let rights = try open.ask { ledger throws(StoreError) in try ledger.rights() }
        if let approvals, approvals < 1 || approvals > rights.activeEditors {
            throw Failure(
                "--approvals \(approvals): the ledger has \(Words.count(rights.activeEditors, "editor"))",
                hint: approvals < 1
                    ? "1 at least" : "admit another first: daftar key grant VKEY --role editor", exit: .usage)
        }
        var change = LedgerChange(old)
        try change.setTitle(title)
        try change.setDescription(description)
        if let languages { try change.setLanguages(languages) }
        if let licence { change.setLicence(licence) }
        if let approvals { change.setApprovals(approvals) }
        guard !change.lines.isEmpty else {
            throw Failure("nothing changes by that", hint: "daftar help amend shows what can be amended", exit: .usage)
        }
        return try making.run(Proposal(.amendment(change.amendment), named: "this amendment", change.lines))
    }
}
