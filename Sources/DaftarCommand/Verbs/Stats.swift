import ArgumentParser
import Daftar
import DaftarStore

/// `daftar stats`: what there is in a ledger, in numbers.
struct Stats: Verb {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Count what the ledger holds.",
        usage: "daftar stats [<dir>] [--as-of <date> | --at <size>] [--json]",
        discussion: """
            Entries by type; events by kind, place and year; sources, how many of them
            are originals, and their languages; who signed how much. What is withheld
            isn't counted: events that are withheld whole are made so that a number says
            nothing.

            EXAMPLE:
              daftar stats Records
            """)

    @OptionGroup var moment: MomentOptions
    @OptionGroup var reading: ReadOptions
    @Flag(help: "Print it as JSON.")
    var json = false

    func run(in session: Session) throws -> Exit {
        let open = try reading.open(in: session)
        let moment = try moment.moment(in: open)
        let (statistics, keys) = try open.ask { ledger throws(StoreError) in
            (try ledger.statistics(at: moment.size), try ledger.keys(at: moment.size).records)
        }
        let page = StatsPage(statistics: statistics, keys: keys, head: moment.head, session: session)
        if json { session.print(page.json) } else { page.show() }
        moment.say(in: session)
        return .done
    }
}
