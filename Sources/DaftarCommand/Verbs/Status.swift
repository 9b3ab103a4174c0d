import ArgumentParser
import Daftar
import DaftarStore

/// `daftar status`: which ledger this is, and whether all of it is published.
struct Status: Verb {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say which ledger this is, and what is unpublished.",
        discussion: """
            Verifies nothing: daftar verify does.

            EXAMPLE:
              daftar status --ledger Records
            """)

    @Argument(help: ArgumentHelp("The ledger's folder.", valueName: "dir"), completion: .directory)
    var directory: String?
    @OptionGroup var location: LedgerOption
    @Flag(help: "Print it as JSON.")
    var json = false

    func run(in session: Session) throws -> Exit {
        let status = try LedgerStatus(directory ?? location.ledger, in: session)
        if json { session.print(status.json) } else { status.show(session.out) }
        return .done
    }
}

/// `daftar publish`: what a crash left half done.
struct Publish: Verb {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Finish publishing what an interrupted command left.",
        discussion: """
            Every command that opens the ledger does this by itself; this one does nothing
            else, and needs no key.

            EXAMPLE:
              daftar publish --ledger Records
            """)

    @OptionGroup var reading: ReadOptions

    func run(in session: Session) throws -> Exit {
        let directory = try reading.location.open(reading.directory, in: session)
        let before = try [LedgerPlace.checkpoint, .pendingCheckpoint].map { place throws(Failure) in
            try Anchors.checkpoint(place, of: directory)?.checkpoint.size ?? 0
        }
        let open = try reading.open(movesHere: true, in: session)
        guard let checkpoint = try open.ask({ ledger throws(StoreError) in try ledger.checkpoint() })?.checkpoint else {
            throw Failure("nothing was appended to this ledger yet")
        }
        let isNew = (before.max() ?? 0) < checkpoint.size
        session.say(
            isNew
                ? "Published: \(Words.count(checkpoint.size, "entry", "entries")), root \(checkpoint.root.base64)"
                : "Nothing was left: \(Words.count(checkpoint.size, "entry", "entries")), root \(checkpoint.root.base64)"
        )
        return .done
    }
}
