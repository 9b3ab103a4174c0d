import ArgumentParser
import Daftar
import DaftarExchange
import DaftarStore

/// `daftar export`: events for a paper, a notebook, a timeline page.
struct Export: Verb {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Export events as CSV, JSON Lines or Markdown.",
        usage: """
            daftar export [<dir>] --format <format> [-o <file>] [<filters>]
              [--as-of <date> | --at <size>]
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
            """)

    @Option(help: ArgumentHelp("\(Export.formats).", valueName: "format"), transform: Export.format)
    var format: ExportFormat
    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write it; else to standard output.", valueName: "file"))
    var output: String?
    @OptionGroup var inside: PrivateOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var moment: MomentOptions
    @OptionGroup var reading: ReadOptions

    func run(in session: Session) throws -> Exit {
        let open = try reading.open(in: session)
        let moment = try moment.moment(in: open), asked = filter.text
        let filter = try filter.filter(of: open)
        let opened = try inside.open(open, at: moment.size, in: session)
        let context = try Export.context(open, moment, filter: asked, isPrivate: opened != nil)
        guard let output else {
            let done = try write(open, context, filter, opened, session.out, session)
            session.say(words(done, context))
            return .done
        }
        let file = try OutFile(session.path(output))
        let done = try write(open, context, filter, opened, Output(file, .init(isTerminal: false)), session)
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
        let (founded, day) = try open.ask { ledger throws(StoreError) in
            (try ledger.lastDay(at: 1), try ledger.lastDay(at: moment.size))
        }
        return ExportContext(
            checkpoint: moment.head, day: day, founded: founded, licence: charter.licence, title: title, filter: filter,
            isPrivate: isPrivate)
    }

    // MARK: Steps

    /// The formats, as a sentence lists them.
    static let formats: String = {
        let names = ExportFormat.allCases.map(\.rawValue)
        return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    }()

    private static func format(_ text: String) throws -> ExportFormat {
        guard let format = ExportFormat(rawValue: text) else {
            throw ValidationError("the formats are \(formats.replacing(" or ", with: " and "))")
        }
        return format
    }

    private struct Done { var events = 0, notShown = 0, secret = 0 }

    private func write(
        _ open: OpenLedger, _ context: ExportContext, _ filter: EventFilter, _ opened: OpenedParts?, _ target: Output,
        _ session: Session
    ) throws(Failure) -> Done {
        let exporter = format.exporter(context)
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
