import ArgumentParser

/// A remark about one event: a dispute, an endorsement.
struct EventRemark: ParsableArguments {
    @Argument(help: ArgumentHelp("The event: its number, slug or hash.", valueName: "entry"))
    var entry: String
    @Argument(help: ArgumentHelp("A file with language:, text:, sources:.", valueName: "file"), completion: .file())
    var file: String?
    @OptionGroup var remark: RemarkOptions
    @OptionGroup var statement: StatementOptions

    var isEmpty: Bool { file == nil && remark.text == nil }

    /// - Parameters:
    ///   - kind: of the remark.
    ///   - verb: what is done to the event, in an error.
    func sign(_ kind: String, to verb: String, in session: Session) throws -> Exit {
        let making = try StatementMaking(statement, in: session), open = try making.ledger()
        let subject = try Subject.event(entry, to: verb, in: open)
        let facts = Facts(open: open, session: session)
        return try making.run(try facts.remark(remark.written(kind, file), on: subject))
    }
}
