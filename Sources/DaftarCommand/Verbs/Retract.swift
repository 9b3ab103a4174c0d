import ArgumentParser
import DaftarExchange

/// `daftar retract`: an event or a remark no longer stands.
struct Retract: Verb {
    static let configuration = CommandConfiguration(
        commandName: "retract", abstract: "Retract an event or a remark, for good.",
        usage: "daftar retract <entry> [<file>] [--reason <text>] [-o <file>]",
        discussion: """
            It stays in the ledger, marked as retracted, with the reason. A retraction is
            final: no correction, earlier or later, has an effect after it. Who signed
            the entry may retract it, and any editor. A file may name sources as well.

            EXAMPLE:
              daftar retract 9 --reason "The agency took its report back."
            """)

    @Argument(help: ArgumentHelp("The event or remark: number, slug or hash.", valueName: "entry"))
    var entry: String
    @Argument(help: ArgumentHelp("A file with language:, reason:, sources:.", valueName: "file"), completion: .file())
    var file: String?
    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String?
    @Option(help: ArgumentHelp("Of the reason; else the ledger's first.", valueName: "tag"))
    var language: String?
    @OptionGroup var statement: StatementOptions

    func validate() throws {
        if file == nil, reason == nil { throw ValidationError("say why: --reason TEXT, or a file with reason:") }
    }

    func run(in session: Session) throws -> Exit {
        let making = try StatementMaking(statement, in: session), open = try making.ledger()
        let subject = try Subject.eventOrRemark(entry, to: "retract", in: open)
        var written = WrittenContent(form: .retraction, file: file)
        written.texts["reason"] = reason
        written.language = language
        return try making.run(try Facts(open: open, session: session).retraction(written, of: subject))
    }
}
