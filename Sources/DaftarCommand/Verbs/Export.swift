import ArgumentParser
import Daftar
import DaftarExchange
import DaftarStore

/// `daftar export`: events for a paper, a notebook, a timeline page.
struct Export: Verb {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Export events: a table, a page to read, a timeline.",
        usage: """
            daftar export [<dir>] --format <format> [-o <file>] [<filters>]
              [--as-of <date> | --at <size>]
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

            EXAMPLE:
              daftar export --format csv --place TJ -o tajikistan.csv
              daftar export --format html --from 2023 -o timeline.html
            """)

    @Option(
        help: ArgumentHelp("csv, html, …: --formats lists them.", valueName: "format"), transform: Export.format)
    var format: ExportFormat?
    @Flag(help: "List the formats, each with what its file is called.")
    var formats = false
    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write it; else to standard output.", valueName: "file"))
    var output: String?
    @OptionGroup var inside: PrivateOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var moment: MomentOptions
    @OptionGroup var reading: ReadOptions

    func validate() throws {
        if format == nil, !formats { throw ValidationError("--format is missing: \(ExportFormat.names)") }
    }

    func run(in session: Session) throws -> Exit {
        guard let format, !formats else { return Export.list(on: session.out) }
        let open = try reading.open(in: session)
        let moment = try moment.moment(in: open), asked = filter.text
        let filter = try filter.filter(of: open)
        let opened = try inside.open(open, at: moment.size, in: session)
        let context = try Export.context(open, moment, filter: asked, isPrivate: opened != nil)
        let exporter = try exporter(format, open, context, filter, opened)
        guard let output else {
            let done = try write(open, context, filter, opened, exporter, session.out, session)
            session.say(words(done, context))
            return .done
        }
        let file = try OutFile(session.path(output))
        let done = try write(open, context, filter, opened, exporter, Output(file, .init(isTerminal: false)), session)
        try file.finish()
        session.say("\(output.cleaned): \(words(done, context))")
        return .done
    }

    /// What an export is of.
    static func context(
        _ open: OpenLedger, _ moment: Moment, filter: String = "", isPrivate: Bool = false
    ) throws(Failure) -> ExportContext {
        let charter = try open.ask { ledger throws(StoreError) in try ledger.charter(at: moment.size) }
        let title = charter.title["en"] ?? charter.title.min { $0.key < $1.key }?.value ?? open.origin.text
        return ExportContext(
            checkpoint: moment.head, licence: charter.licence, title: title, filter: filter, isPrivate: isPrivate)
    }

    // MARK: Steps

    private static func format(_ text: String) throws -> ExportFormat {
        guard let format = ExportFormat(rawValue: text) else {
            throw ValidationError("the formats are \(ExportFormat.names)")
        }
        return format
    }

    /// Name, file name and what it is, in columns: `make exports` reads it too.
    private static func list(on out: Output) -> Exit {
        for format in ExportFormat.allCases {
            out.line(
                format.rawValue.padded(to: 16) + format.fileName.padded(to: 18) + format.about)
        }
        out.flush()
        return .done
    }

    private struct Done { var events = 0, notShown = 0, secret = 0 }

    private func write(
        _ open: OpenLedger, _ context: ExportContext, _ filter: EventFilter, _ opened: OpenedParts?,
        _ exporter: any EventExporter, _ target: Output, _ session: Session
    ) throws(Failure) -> Done {
        var done = Done(), previous: RecordedEvent?
        let progress = Progress("Exporting", on: session.err)
        defer { progress.finish() }
        let total = try open.ask { ledger throws(StoreError) in try ledger.count(filter, at: context.size).matching }
        target.write(bytes: exporter.head)
        do {
            try open.ledger.forEach(filter, at: context.size) { events in
                let events = opened.map { opened in events.map(opened.open) } ?? events
                target.write(bytes: exporter.encode(events, after: previous))
                previous = events.last
                done.events += events.count
                done.secret += events.count { !$0.privateParts.isEmpty }
                done.notShown += events.reduce(0) { $0 + $1.content.notShownCount }
                progress.show(done.events, of: total)
            }
        } catch { throw Failure(error) }
        target.write(bytes: exporter.tail)
        target.flush()
        return done
    }

    /// One that looks at all events before its first byte gets to see them, where they aren't too many for it.
    private func exporter(
        _ format: ExportFormat, _ open: OpenLedger, _ context: ExportContext, _ filter: EventFilter,
        _ opened: OpenedParts?
    ) throws(Failure) -> any EventExporter {
        guard var whole = format.exporter(context) as? any WholeExporter else { return format.exporter(context) }
        let count = try open.ask { ledger throws(StoreError) in try ledger.count(filter, at: context.size).matching }
        let most = type(of: whole).mostEvents
        guard count <= most else {
            throw Failure(
                "\(format.rawValue): \(Words.grouped(count)) events are too many for one page, it takes \(Words.grouped(most))",
                hint: "take a part with --from, --to, --kind or --place; or --format jsonl, which takes any number",
                exit: .usage)
        }
        var events: [RecordedEvent] = []
        do {
            try open.ledger.forEach(filter, at: context.size) { piece in
                events += opened.map { opened in piece.map(opened.open) } ?? piece
            }
        } catch { throw Failure(error) }
        whole.survey(events)
        return whole
    }

    private func words(_ done: Done, _ context: ExportContext) -> String {
        if done.secret > 0 {
            return
                "\(Words.count(done.events, "event")), checkpoint \(Words.grouped(context.size)); NOT TO BE PUBLISHED: \(Words.grouped(done.secret)) with parts from your vault"
        }
        let hidden = done.notShown == 0 ? "nothing withheld in it" : "\(Words.count(done.notShown, "part")) not shown"
        return
            "\(Words.count(done.events, "event")), checkpoint \(Words.grouped(context.size)), \(context.licence.cleaned); \(hidden)"
    }
}
