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
              [--count-by <what>] [--as-of <date> | --at <size>]
            """,
        discussion: """
            Dates are in words that claim no more than the record does; † marks events
            whose sources disagree. Wherever not everything is listed, that is said. What
            was corrected, disputed, retracted, doubted or withdrawn says so. With --as-of
            or --at it lists what a reader saw then.

            Filters all have to hold. An actor is found by any spelling that any entry
            gives for the same id; the last word may be only begun. Upper case and marks
            on letters don't matter, in Cyrillic neither.

            EXAMPLE:
              daftar list --place TJ --from 2023-06 --to 2023-12
              daftar list --actor Цифра --role supplier
              daftar list --as-of 2026-11-24
              daftar list --count-by month --kind disruption
            """
    )
    .ofVerb

    @OptionGroup var filter: FilterOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var counting: CountOptions
    @OptionGroup var moment: MomentOptions
    @OptionGroup var reading: ReadOptions
    @Flag(help: "Print the events as JSON, one a line.")
    var json = false

    func run(in session: Session) throws -> Exit {
        let open = try reading.open(in: session)
        let moment = try moment.moment(in: open), asked = filter.asked
        let filter = try filter.filter(of: open, at: moment.size)
        let list = EventList(
            filter: filter, asked: asked, window: page.window, moment: moment, open: open, session: session)
        try list.show(countedBy: counting.countBy, json: json)
        return .done
    }
}
