import ArgumentParser
import Daftar
import DaftarStore

/// `daftar release`: publishes what was withheld (DESIGN §4.3).
struct Release: Verb {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Publish withheld parts to everybody.",
        usage: "daftar release <entry> <part> ... [-o <file> --with <vkey> ...]",
        discussion: """
            A signed entry says that the parts are released, and they are published beside
            the entry that signed them: what was withheld is then shown as what its authors
            signed at the time. Editors may do that, or exactly the keys that signed the
            entry. The parts come from your vault. With -o the .statement file holds them
            in the clear, for the others who sign.

            EXAMPLE:
              daftar release 9 actors.0 summary
            """)

    @Argument(help: ArgumentHelp("The entry: its number, slug or hash.", valueName: "entry"))
    var entry: String
    @Argument(help: ArgumentHelp("Parts, as show --fields --include-private lists them.", valueName: "part"))
    var parts: [String]
    @OptionGroup var statement: StatementOptions

    func run(in session: Session) throws -> Exit {
        let making = try StatementMaking(statement, in: session), open = try making.ledger()
        let index = try open.entry(named: entry)
        let vault = try VaultAccess(open.ledger.anchors, in: session).open(making.ring)
        let plan = try WithheldPlan(index, parts, vault, open)
        let draft = ControlDraft.release(of: plan.entry.statement.hash, digests: Set(plan.parts.map(\.digest)))
        let exit = try making.run(
            Proposal(
                draft, named: "the release from entry \(index)",
                ["release from entry \(index), to everybody and for good: \(plan.words)"],
                // The authors of what was withheld may release it as well: there the ledger says who is missing.
                by: .anybody, releasing: plan.disclosures))
        if exit == .done, let output = statement.output {
            session.note("\(output.cleaned) holds the parts in the clear: whoever has it can read them")
        }
        return exit
    }
}
