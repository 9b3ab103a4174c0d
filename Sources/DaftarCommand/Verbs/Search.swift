import ArgumentParser
import Daftar
import DaftarStore

/// `daftar search`: events by their words.
struct Search: Verb {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Search events by their words.",
        usage: """
            daftar search <words> ... [<filters>] [--limit <n>] [--reverse]
              [--count-by <what>] [--as-of <date> | --at <size>]
            """,
        discussion: """
            Every word has to occur, in whatever language and spelling the event has it;
            "words in quotes" stand together, and base* is whatever begins so.
            Events come by date; more than 20,000 of them by entry, which is said.

            EXAMPLE:
              daftar search huawei 'base-station*'
            """)

    @Argument(help: ArgumentHelp("What to look for.", valueName: "words"))
    var words: [String]
    @OptionGroup var filter: FilterOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var counting: CountOptions
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
            asked = ([query] + (filter.isEmpty ? [] : [filter.asked])).joined(separator: " ")
        let filter = try filter.filter(words: query, of: open, at: moment.size)
        let list = EventList(
            filter: filter, asked: asked, window: page.window, moment: moment, open: open, session: session)
        try list.show(countedBy: counting.countBy, json: json)
        return .done
    }
}
