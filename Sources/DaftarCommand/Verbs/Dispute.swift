import ArgumentParser
import Daftar

/// `daftar dispute`: an event is otherwise, says somebody.
struct Dispute: Verb {
    static let configuration = CommandConfiguration(
        commandName: "dispute", abstract: "Say that an event is otherwise than it stands there.",
        usage: "daftar dispute <entry> [<file>] [--text <text>] [-o <file>]",
        discussion: """
            The event stays as it is, marked as disputed. Anyone who may sign here can
            dispute it; `daftar retract` takes a dispute back. A file may name sources.

            EXAMPLE:
              daftar dispute 9 --text "The site was reachable from two networks."
            """)

    @Argument(help: ArgumentHelp("The event: its number, slug or hash.", valueName: "entry"))
    var entry: String
    @Argument(help: ArgumentHelp("A file with language:, text:, sources:.", valueName: "file"))
    var file: String?
    @OptionGroup var remark: RemarkOptions
    @OptionGroup var statement: StatementOptions

    func validate() throws {
        if file == nil, remark.text == nil {
            throw ValidationError("say what is otherwise: --text TEXT, or a file with text:")
        }
    }

    func run(in session: Session) throws -> Exit {
        let making = try StatementMaking(statement, in: session), open = try making.ledger()
        let subject = try Subject.event(entry, to: "dispute", in: open)
        let facts = Facts(open: open, session: session)
        return try making.run(try facts.remark(remark.written("dispute", file), on: subject))
    }
}
