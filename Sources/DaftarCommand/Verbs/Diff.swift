import ArgumentParser
import Daftar
import DaftarStore

/// `daftar diff`: what changed between two states of a ledger.
struct Diff: Verb {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Say what changed between two states of the ledger.",
        usage: "daftar diff <earlier> [<later>] [<dir>] [--limit <n>] [--json]",
        discussion: """
            A state is a size, or a day for the ledger as it was at its end; without a
            later one it is compared with now. New events are listed; of those that both
            states have, what one says otherwise than the other, and what was said of
            them since. Withdrawn parts are gone from both.

            EXAMPLE:
              daftar diff 98 115
              daftar diff 2026-11-20
            """)

    @Argument(help: ArgumentHelp("A size, or a day.", valueName: "earlier"))
    var earlier: String
    @Argument(help: ArgumentHelp("The same; else now.", valueName: "later"))
    var later: String?
    @OptionGroup var reading: ReadOptions
    @Option(help: ArgumentHelp("At most so many events of each; 0 for all.", valueName: "n"))
    var limit = 50
    @Flag(help: "Print it as JSON.")
    var json = false

    func validate() throws {
        if limit < 0 { throw ValidationError("--limit is 0 or more") }
    }

    func run(in session: Session) throws -> Exit {
        // The second word may be the ledger's folder.
        let (later, folder) = Diff.divide(later, reading.directory)
        let open = try OpenLedger.open(
            folder ?? reading.location.ledger, trust: reading.trust.trust, in: session)
        let first = try Moment.of(earlier, in: open),
            last =
                try later.map { text throws(Failure) in
                    try Moment.of(text, in: open)
                } ?? Moment.now(in: open)
        guard first.size <= last.size else {
            throw Failure(
                "\(earlier) is later than \(later ?? "now")", hint: "the earlier state comes first", exit: .usage)
        }
        let page = DiffPage(from: first, to: last, limit: limit == 0 ? nil : limit, open: open, session: session)
        if json { session.print(try page.json()) } else { try page.show() }
        return .done
    }

    /// What is no size and no day is a folder.
    private static func divide(_ later: String?, _ folder: String?) -> (later: String?, folder: String?) {
        guard let later, folder == nil, Int(later) == nil, RecordedDay(later) == nil else { return (later, folder) }
        return (nil, later)
    }
}
