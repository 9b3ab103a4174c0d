import ArgumentParser
import Daftar
import DaftarExchange
import DaftarStore

/// `daftar cite`: an entry as a paper cites it.
struct Cite: Verb {
    static let configuration = CommandConfiguration(
        commandName: "cite", abstract: "Cite an event, ready to paste.",
        usage: "daftar cite <entry> [<dir>] [--format text|bibtex|csl] [--at <size>]",
        discussion: """
            With the ledger, the entry, its leaf hash and a checkpoint, so that whoever
            reads it can check that this very entry stood in that very ledger. What was
            corrected, disputed or retracted since is said; with --at or --as-of it is as
            of then.

            EXAMPLE:
              daftar cite 9
              daftar cite tj-huawei-memorandum-2023 --format bibtex
            """)

    @Argument(help: ArgumentHelp("The event: its number, slug or hash.", valueName: "entry"))
    var entry: String
    @Option(help: ArgumentHelp("text, bibtex or csl.", valueName: "format"), transform: Cite.format)
    var format = CitationFormat.text
    @OptionGroup var moment: MomentOptions
    @OptionGroup var reading: ReadOptions

    func run(in session: Session) throws -> Exit {
        let open = try reading.open(in: session)
        let moment = try moment.moment(in: open)
        let index = try open.entry(named: entry, at: moment.size)
        guard let event = try open.ask({ ledger throws(StoreError) in try ledger.event(index, at: moment.size) }) else {
            throw Failure("entry \(index) is no event", hint: "daftar show \(index) says what it is")
        }
        let citation = Citation(event, try Export.context(open, moment))
        switch format {
        case .text: session.out.paragraph(citation.text.cleaned)
        case .bibtex: session.out.write(citation.bibtex.cleanedLines)
        case .csl: session.print(citation.csl)
        }
        moment.say(in: session)
        return .done
    }

    private static func format(_ text: String) throws -> CitationFormat {
        guard let format = CitationFormat(rawValue: text) else {
            throw ValidationError("citations are text, bibtex or csl")
        }
        return format
    }
}

/// How an entry can be cited.
enum CitationFormat: String {
    case text, bibtex, csl
}
