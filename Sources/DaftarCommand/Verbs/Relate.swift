import ArgumentParser
import Daftar

/// `daftar relate`: how an event bears on another, said later or by somebody else.
struct Relate: Verb {
    static let configuration = CommandConfiguration(
        commandName: "relate", abstract: "Say how an event bears on another.",
        usage: "daftar relate <entry> <other> <relation> [<file>] [--basis <word>]",
        discussion: """
            For what was seen later, or by somebody else: neither event changes.
            Relations: \(Vocabulary.relations.words.prefix(7).joined(separator: " "))
            \(Vocabulary.relations.words.dropFirst(7).joined(separator: " ")).

            EXAMPLE:
              daftar relate 12 9 implements --basis inferred
            """)

    @Argument(help: ArgumentHelp("The event: its number, slug or hash.", valueName: "entry"))
    var entry: String
    @Argument(help: ArgumentHelp("The other event.", valueName: "other"))
    var other: String
    @Argument(help: ArgumentHelp("What the first is to the other.", valueName: "relation"))
    var relation: String
    @Argument(help: ArgumentHelp("A file with language:, text:, sources:.", valueName: "file"), completion: .file())
    var file: String?
    @Option(
        help: ArgumentHelp("\(Vocabulary.bases.words.joined(separator: ", ")).", valueName: "word"))
    var basis: String?
    @OptionGroup var remark: RemarkOptions
    @OptionGroup var statement: StatementOptions

    func run(in session: Session) throws -> Exit {
        let making = try StatementMaking(statement, in: session), open = try making.ledger()
        let subject = try Subject.event(entry, to: "relate", in: open)
        let end = try Subject.event(other, to: "relate", in: open)
        guard subject.entry != end.entry else {
            throw Failure("an event can't be related to itself", hint: "name two events")
        }
        var written = remark.written("relation", file)
        written.words["relation"] = relation
        written.words["basis"] = basis
        return try making.run(try Facts(open: open, session: session).remark(written, on: subject, to: end))
    }
}
