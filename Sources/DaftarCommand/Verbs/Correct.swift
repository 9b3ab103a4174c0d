import ArgumentParser
import DaftarExchange

/// `daftar correct`: an event as it should be.
struct Correct: Verb {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Correct an event: all of it once more, with a reason.",
        usage: "daftar correct <entry> <file> [--reason <text>] [-o <file>]",
        discussion: """
            The file is what `daftar show ENTRY --yaml` writes, with what was wrong put
            right; what that changes is shown before anything is signed. Who signed the
            event may correct it, and any editor; of several corrections the last one
            counts. What was written before stays: show --history tells both.

            EXAMPLE:
              daftar correct 9 nine.yaml --reason "The agency gave the wrong day."
            """)

    @Argument(help: ArgumentHelp("The event: its number, slug or hash.", valueName: "entry"))
    var entry: String
    @Argument(help: ArgumentHelp("The event file, corrected.", valueName: "file"), completion: .file())
    var file: String
    @Option(help: ArgumentHelp("Why, in the file's language; or reason: in it.", valueName: "text"))
    var reason: String?
    @OptionGroup var statement: StatementOptions

    func run(in session: Session) throws -> Exit {
        let making = try StatementMaking(statement, in: session), open = try making.ledger()
        let subject = try Subject.event(entry, to: "correct", in: open)
        var written = WrittenContent(form: .correction, file: file)
        written.texts["reason"] = reason
        return try making.run(try Facts(open: open, session: session).correction(written, of: subject))
    }
}
