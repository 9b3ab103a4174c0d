import ArgumentParser
import Daftar
import DaftarExchange
import DaftarStore

/// `daftar list`: events by date.
struct List: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List events by date.",
        usage: """
            daftar list [<dir>] [<filters>] [--limit <n>] [--reverse]
              [--as-of <date> | --at <size>]
            """,
        discussion: """
            Dates are in words that claim no more than the record does; † marks events
            whose sources disagree. Wherever not everything is listed, that is said. What
            was corrected, disputed, retracted, doubted or withdrawn says so. With --as-of
            or --at it lists what a reader saw then.

            EXAMPLE:
              daftar list --place TJ --from 2023-06 --to 2023-12
              daftar list --as-of 2026-11-24
            """
    )
    .ofVerb

    @OptionGroup var filter: FilterOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var moment: MomentOptions
    @OptionGroup var reading: ReadOptions
    @Flag(help: "Print the events as JSON, one a line.")
    var json = false

    func run(in session: Session) throws -> Exit {
        let open = try reading.open(in: session)
        let moment = try moment.moment(in: open), asked = filter.text
        let filter = try filter.filter(of: open)
        try EventList(filter: filter, asked: asked, window: page.window, moment: moment, open: open, session: session)
            .show(json: json)
        return .done
    }
}

/// `daftar search`: events by their words.
struct Search: Verb {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Search events by their words.",
        usage: """
            daftar search <words> ... [<filters>] [--limit <n>] [--reverse]
              [--as-of <date> | --at <size>]
            """,
        discussion: """
            Every word has to occur, in whatever language and spelling the event has it;
            "words in quotes" stand together, and base* is whatever begins so.

            EXAMPLE:
              daftar search huawei 'base-station*'
            """)

    @Argument(help: ArgumentHelp("What to look for.", valueName: "words"))
    var words: [String]
    @OptionGroup var filter: FilterOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var moment: MomentOptions
    @OptionGroup var location: LedgerOption
    @OptionGroup var trust: TrustOption
    @Flag(help: "Print the events as JSON, one a line.")
    var json = false

    func run(in session: Session) throws -> Exit {
        let open = try OpenLedger.open(location.ledger, trust: trust.trust, in: session)
        // An argument that holds a space was in quotes: its words belong together.
        let query = words.map { $0.contains(" ") && !$0.contains("\"") ? "\"\($0)\"" : $0 }.joined(separator: " ")
        let moment = try moment.moment(in: open),
            asked = ([query] + (filter.isEmpty ? [] : [filter.text])).joined(separator: " ")
        let filter = try filter.filter(words: query, of: open)
        try EventList(filter: filter, asked: asked, window: page.window, moment: moment, open: open, session: session)
            .show(json: json)
        return .done
    }
}

/// A page of events, and what is not on it.
struct EventList {
    let filter: EventFilter
    /// The filter as it was typed.
    let asked: String
    let window: EventWindow
    let moment: Moment
    let open: OpenLedger
    let session: Session

    func show(json: Bool) throws(Failure) {
        let count = try open.ask { ledger throws(StoreError) in try ledger.count(filter, at: moment.size) }
        let events = try open.ask { ledger throws(StoreError) in try ledger.events(filter, window, at: moment.size) }
        if json {
            let exporter = JSONLinesExporter(try Export.context(open, moment, filter: asked))
            session.out.write(bytes: exporter.encode(events, after: nil))
        } else if !events.isEmpty {
            EventTable(events: events, out: session.out).show()
        }
        foot(events, count)
    }

    private func foot(_ events: [RecordedEvent], _ count: EventCount) {
        moment.say(in: session)
        let disputed = events.filter { $0.content.sourcesDisagree }.map(\.index)
        if let first = disputed.first { session.say("† sources disagree: daftar show \(first)") }
        if events.count < count.matching {
            session.say(
                "\(Words.grouped(events.count)) of \(Words.count(count.matching, "event")); --limit 0 shows all")
        } else if count.matching < count.all {
            session.say("\(Words.grouped(count.matching)) of \(Words.count(count.all, "event"))")
        } else {
            session.say(Words.count(count.all, "event"))
        }
        if count.touchingOnly > 0 {
            session.say(
                "\(Words.grouped(count.touchingOnly)) more only \(count.touchingOnly == 1 ? "touches" : "touch") the period: --touching shows \(count.touchingOnly == 1 ? "it" : "them")"
            )
        }
    }
}
