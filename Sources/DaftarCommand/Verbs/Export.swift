import ArgumentParser
import Daftar
import DaftarExchange
import DaftarStore

/// `daftar export`: events for a paper, a notebook, a timeline page.
struct Export: Verb {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Export events as tables, a database, a timeline.",
        usage: """
            daftar export [<dir>] --format <format> [-o <file>] [--tables]
              [<filters>] [--as-of <date> | --at <size>]
            daftar export --formats
            """,
        discussion: """
            The same bytes every time for a given checkpoint. Each row says its entry, leaf
            hash, ledger, checkpoint and licence, so that a copied row stays citable. In
            CSV, text that a spreadsheet would run as a formula has an apostrophe in front;
            take one leading apostrophe away to have the text back.

            --at gives the export that was made at a checkpoint of that size once more,
            byte for byte but for what was withdrawn since, which is counted in its row.

            --include-private adds what you withheld, from your vault: each row then says
            which of its parts are not public. Filters go by what is public.

            Several files go into a new folder, or into a .zip file: csv --tables (events,
            actors, sources, quotes …, a file each), datapackage (the same with a
            description of every column) and ro-crate (that again, for a deposit). sqlite
            is one database. Neither is ever written over something.

            EXAMPLE:
              daftar export --format csv --place TJ -o tajikistan.csv
              daftar export --format datapackage -o tajikistan.zip --place TJ
              daftar export --format sqlite -o events.sqlite
              daftar export --format html --from 2023 -o timeline.html
            """)

    @Option(
        help: ArgumentHelp("csv, html, …: --formats lists them.", valueName: "format"),
        completion: .words(ExportFormat.self), transform: Export.format)
    var format: ExportFormat?
    @Flag(help: "List the formats, each with what its file is called.")
    var formats = false
    @Flag(help: "With csv: a file for each table, in a folder or a .zip.")
    var tables = false
    @Option(
        name: .shortAndLong, help: ArgumentHelp("Where to write it; else to standard output.", valueName: "file"),
        completion: .file())
    var output: String?
    @OptionGroup var inside: PrivateOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var moment: MomentOptions
    @OptionGroup var reading: ReadOptions

    func validate() throws {
        if format == nil, !formats { throw ValidationError("--format is missing; --formats lists what there is") }
        if tables, format != .csv { throw ValidationError("--tables is for --format csv") }
    }

    func run(in session: Session) throws -> Exit {
        guard let format, !formats else { return Export.list(on: session.out) }
        let open = try reading.open(in: session)
        let moment = try moment.moment(in: open), asked = filter.asked
        let filter = try filter.filter(of: open, at: moment.size)
        let opened = try inside.open(open, at: moment.size, in: session)
        let context = try Export.context(open, moment, filter: asked, isPrivate: opened != nil)
        let target = try target(format, context, in: session)
        let run = ExportRun(open: open, context: context, filter: filter, opened: opened, session: session)
        let done = try run.write(to: target)
        session.say((output.map { "\($0.cleaned): " } ?? "") + done.words(context))
        return .done
    }

    // MARK: Steps

    /// Nothing is made before the options are known to be good.
    private func target(_ format: ExportFormat, _ context: ExportContext, in session: Session) throws(Failure)
        -> any ExportTarget
    {
        let path = output.map { session.path($0) }, isPrivate = context.isPrivate
        switch tables ? .folder(TableFolder(context)) : format.way(context) {
        case .file(let exporter): return try StreamTarget(exporter, path, isPrivate: isPrivate, in: session)
        case .page(let exporter): return try PageTarget(exporter, path, isPrivate: isPrivate, in: session)
        case .folder(let exporter):
            guard let path else { throw Export.nowhere("several files", "a folder or a .zip file") }
            return try FolderTarget(exporter, path, isPrivate: isPrivate)
        case .database:
            guard let path else { throw Export.nowhere("a database", "a file") }
            return try DatabaseTarget(context, path)
        }
    }

    private static func nowhere(_ what: String, _ place: String) -> Failure {
        Failure("this format is \(what), which standard output can't take", hint: "name \(place) with -o", exit: .usage)
    }

    /// Name, file name and what it is, in columns: `make exports` reads it too.
    private static func list(on out: Output) -> Exit {
        for format in ExportFormat.allCases {
            out.line(format.rawValue.padded(to: 16) + format.fileName.padded(to: 18) + format.about)
        }
        out.flush()
        return .done
    }

    private static func format(_ text: String) throws -> ExportFormat {
        guard let format = ExportFormat(rawValue: text) else {
            throw ValidationError("daftar export --formats lists what there is")
        }
        return format
    }

    /// What an export is of.
    static func context(
        _ open: OpenLedger, _ moment: Moment, filter: String = "", isPrivate: Bool = false
    ) throws(Failure) -> ExportContext {
        let charter = try open.ask { ledger throws(StoreError) in try ledger.charter(at: moment.size) }
        let title = charter.title["en"] ?? charter.title.min { $0.key < $1.key }?.value ?? open.origin.text
        let (founded, day) = try open.ask { ledger throws(StoreError) in
            (try ledger.lastDay(at: 1), try ledger.lastDay(at: moment.size))
        }
        return ExportContext(
            checkpoint: moment.head, day: day, founded: founded, licence: charter.licence, title: title,
            filter: filter.cleaned, isPrivate: isPrivate)
    }
}
