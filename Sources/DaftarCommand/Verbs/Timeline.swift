import ArgumentParser
import Daftar
import DaftarStore

/// `daftar timeline`: events over time, drawn.
struct Timeline: Verb {
    static let configuration = CommandConfiguration(
        commandName: "timeline", abstract: "Draw events over time, what is uncertain uncertain.",
        usage: """
            daftar timeline [<dir>] [<filters>] [--limit <n>] [--reverse]
              [--as-of <date> | --at <size>]
            """,
        discussion: """
            Each event has a line: a day that is known is a point, what lasted is a bar,
            and where only a month, a year or a choice of days is known all of that is
            shaded. The screen's width is the time from the first to the last day, or
            from --from to --to.

            EXAMPLE:
              daftar timeline --place TJ --from 2023 --to 2024
            """)

    @OptionGroup var filter: FilterOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var moment: MomentOptions
    @OptionGroup var reading: ReadOptions

    func run(in session: Session) throws -> Exit {
        let open = try reading.open(in: session)
        let moment = try moment.moment(in: open), asked = filter.asked
        let filter = try filter.filter(of: open, at: moment.size)
        let list = EventList(
            filter: filter, asked: asked, window: page.window, moment: moment, open: open, session: session)
        try list.draw()
        return .done
    }
}
