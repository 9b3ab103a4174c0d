import ArgumentParser

/// `daftar endorse`: somebody else stands behind an event.
struct Endorse: Verb {
    static let configuration = CommandConfiguration(
        commandName: "endorse", abstract: "Stand behind an event that others wrote.",
        usage: "daftar endorse <entry> [<file>] [--text <text>] [-o <file>]",
        discussion: """
            An endorsement is somebody else's word: who signed the event can't give it.
            It is of the event as you have seen it; your signature says what that was.

            EXAMPLE:
              daftar endorse 9 --text "We hold the same capture."
            """)

    @Argument(help: ArgumentHelp("The event: its number, slug or hash.", valueName: "entry"))
    var entry: String
    @Argument(help: ArgumentHelp("A file with language:, text:, sources:.", valueName: "file"))
    var file: String?
    @OptionGroup var remark: RemarkOptions
    @OptionGroup var statement: StatementOptions

    func run(in session: Session) throws -> Exit {
        let making = try StatementMaking(statement, in: session), open = try making.ledger()
        let subject = try Subject.event(entry, to: "endorse", in: open)
        let facts = Facts(open: open, session: session)
        return try making.run(try facts.remark(remark.written("endorsement", file), on: subject))
    }
}
