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
        if let at { return try Moment.at(at, "--at ", in: open) }
        if let asOf { return try Moment.asOf(asOf, "--as-of ", in: open) }
        return try Moment.now(in: open)
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

extension Moment {
    /// The ledger as it is.
    static func now(in open: OpenLedger) throws(Failure) -> Moment {
        guard let now = try open.ask({ ledger throws(StoreError) in try ledger.head() }) else {
            throw Failure("nothing was appended to this ledger yet")
        }
        return Moment(head: now, day: nil)
    }

    /// A size, or a day, as a person types either.
    static func of(_ text: String, in open: OpenLedger) throws(Failure) -> Moment {
        if let size = Int(text) { return try at(size, "", in: open) }
        return try asOf(text, "", in: open)
    }

    /// - Parameter option: what the size was given by, for messages.
    fileprivate static func at(_ size: Int, _ option: String, in open: OpenLedger) throws(Failure) -> Moment {
        let now = try now(in: open)
        guard (1...now.size).contains(size) else {
            throw Failure(
                "\(option)\(size): the ledger never had so many entries",
                hint: "from \(option)1 to \(option)\(now.size)", exit: .usage)
        }
        let (head, day) = try open.ask { ledger throws(StoreError) in
            (try ledger.head(at: size), try ledger.lastDay(at: size))
        }
        return Moment(head: head ?? now.head, day: day)
    }

    fileprivate static func asOf(_ text: String, _ option: String, in open: OpenLedger) throws(Failure) -> Moment {
        guard let day = RecordedDay(text) else {
            throw Failure("\(option)\(text): is no day", hint: "such as \(option)2026-11-24", exit: .usage)
        }
        let size = try open.ask { ledger throws(StoreError) in try ledger.size(atEndOf: day) }
        if size > 0 { return try at(size, option, in: open) }
        _ = try now(in: open)
        let first = try open.ask { ledger throws(StoreError) in try ledger.lastDay(at: 1) }
        throw Failure(
            "\(option)\(text): the ledger is younger", hint: first.map { "its first entry is of \($0)" }, exit: .usage)
    }
}
