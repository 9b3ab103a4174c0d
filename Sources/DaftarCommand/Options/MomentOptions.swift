import ArgumentParser
import Daftar
import DaftarStore

/// `--as-of DATE` and `--at SIZE`: the ledger as a reader saw it then. The same for all verbs that show events.
struct MomentOptions: ParsableArguments {
    @Option(
        name: .customLong("as-of"), help: ArgumentHelp("As it was at the end of this day.", valueName: "date"))
    var asOf: String?
    @Option(help: ArgumentHelp("As it was with so many entries.", valueName: "size"))
    var at: Int?

    func validate() throws {
        if asOf != nil, at != nil { throw ValidationError("--as-of and --at each name a moment: give one of them") }
    }

    func moment(in open: OpenLedger) throws(Failure) -> Moment {
        guard let now = try open.ask({ ledger throws(StoreError) in try ledger.head() }) else {
            throw Failure("nothing was appended to this ledger yet")
        }
        guard let size = try size(in: open, now.size) else { return Moment(head: now, day: nil) }
        let (head, day) = try open.ask { ledger throws(StoreError) in
            (try ledger.head(at: size), try ledger.lastDay(at: size))
        }
        return Moment(head: head ?? now, day: day)
    }

    private func size(in open: OpenLedger, _ all: Int) throws(Failure) -> Int? {
        if let at {
            guard (1...all).contains(at) else {
                throw Failure(
                    "--at \(at): the ledger never had so many entries", hint: "from --at 1 to --at \(all)", exit: .usage
                )
            }
            return at
        }
        guard let asOf else { return nil }
        let day = try MomentOptions.day(asOf)
        let size = try open.ask { ledger throws(StoreError) in try ledger.size(atEndOf: day) }
        if size > 0 { return size }
        let first = try open.ask { ledger throws(StoreError) in try ledger.lastDay(at: 1) }
        throw Failure(
            "--as-of \(asOf): the ledger is younger", hint: first.map { "its first entry is of \($0)" }, exit: .usage)
    }

    private static func day(_ text: String) throws(Failure) -> RecordedDay {
        guard let day = RecordedDay(text) else {
            throw Failure("--as-of \(text): is no day", hint: "such as --as-of 2026-11-24", exit: .usage)
        }
        return day
    }
}

/// The point in a ledger's life that is shown.
struct Moment {
    /// What a checkpoint said then.
    let head: Checkpoint
    /// The last entry's day; nil where nobody asked for another moment than now.
    let day: RecordedDay?

    var size: Int { head.size }

    /// Says on standard error what is shown, where it is not simply the ledger as it is.
    func say(in session: Session) {
        guard let day else { return }
        session.out.flush()
        session.err.paragraph(
            "as it was with \(Words.count(size, "entry", "entries")), the last of \(Words.day(day)), but for what was withdrawn since"
        )
        session.err.flush()
    }
}
