import ArgumentParser
import Daftar
import DaftarStore

/// `daftar key list`: who could sign what, when, and why.
struct KeyList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the keys: who could sign what, when, and why.",
        usage: "daftar key list [<dir>] [--at <size>] [--json] [--ledger <dir>]",
        discussion: """
            Every key that the ledger ever admitted, which entry admitted it, which one
            ended it and why, from where on it is doubted; then the ledger's own keys and
            the witnesses, as your trust anchors have them. With --at it is as it stood
            when the ledger had so many entries.

            EXAMPLE:
              daftar key list Records
              daftar key list Records --at 40
            """)

    @OptionGroup var reading: ReadOptions
    @Option(help: ArgumentHelp("As of so many entries.", valueName: "size"))
    var at: Int?
    @Flag(help: "Print it as JSON.")
    var json = false

    func run(in session: Session) throws -> Exit {
        let open = try reading.open(in: session)
        let now = try open.ask { ledger throws(StoreError) in try ledger.seen().size }
        let size = at ?? now
        guard (1...now).contains(size) else {
            throw Failure(
                "--at \(size): the ledger has \(Words.count(now, "entry", "entries"))", hint: "a size from 1 to \(now)",
                exit: .usage)
        }
        let (records, approvals) = try open.ask { ledger throws(StoreError) in try ledger.keys(at: size) }
        let page = KeysPage(
            records: records, approvals: approvals, size: size, policy: open.ledger.anchors.policy, session: session)
        if json { session.print(page.json) } else { page.show() }
        return .done
    }
}
