import ArgumentParser
import Daftar
import DaftarExchange
import DaftarStore

/// `daftar import`: what people have already, into the ledger.
struct ImportVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in tables, JSON Lines, or folders of notes.",
        usage: """
            daftar import <file> ... [--from <form>] [--map <map>]
                    [--set <field=value> ...] [--dry-run] [--report <shape>] [--yes]
                    [--ledger <dir>] [--key <file>] [--ledger-key <file>]
            daftar import --print-map <name>
            """,
        discussion: """
            A table (CSV as spreadsheets write it), JSON Lines (what daftar export writes
            too), a folder of YAML, or of Markdown whose head is an event. A column map
            says which column is which field: one that comes with the program, found by
            the table's header, or your own. Everything that is wrong is said at once, and
            nothing is appended unless all of it is right.

            MAPS:
            \(maps)

            EXAMPLE:
              daftar import timeline.csv --set kind=statement/official --set places=TJ \\
                --set language=en --set sensitivity=TLP:CLEAR --dry-run
            """)

    /// How findings are given.
    enum Shape: String, CaseIterable { case text, json, sarif }

    @Argument(
        help: ArgumentHelp("Tables, JSON Lines, event files, or folders of them.", valueName: "file"),
        completion: .file())
    var files: [String] = []
    @OptionGroup var reading: ImportOptions
    @Flag(help: "Check everything, and append nothing.")
    var dryRun = false
    @Option(
        help: ArgumentHelp("text, json or sarif (2.1.0).", valueName: "shape"), completion: .words(Shape.self),
        transform: WordArgument.read)
    var report: Shape = .text
    @Option(
        help: ArgumentHelp("Print a map that comes with the program.", valueName: "name"),
        completion: .list(ColumnMap.names.map(\.key)))
    var printMap: String?
    @OptionGroup var append: AppendOptions

    func run(in session: Session) throws -> Exit {
        if let printMap { return try print(map: printMap, session) }
        guard !files.isEmpty else { throw Failure("nothing is named that could be imported", exit: .usage) }
        let (folders, files) = LedgerFinder(session).divide(files)
        return try ImportRun(self, files, ledger: append.location.ledger ?? folders.first, in: session).run()
    }

    private static var maps: String {
        ColumnMap.names.map { "  \($0.key.padded(to: 14))\($0.value)" }.joined(separator: "\n")
    }

    private func print(map name: String, _ session: Session) throws(Failure) -> Exit {
        guard let i = ColumnMap.builtIn.firstIndex(where: { $0.name == name }) else {
            throw Failure(
                "there is no map \(name)",
                hint: "one of \(ColumnMap.names.map(\.key).joined(separator: ", "))", exit: .usage)
        }
        session.out.write(ColumnMap.texts[i] + "\n")
        return .done
    }
}
