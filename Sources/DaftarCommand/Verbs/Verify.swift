import ArgumentParser
import Daftar
import DaftarStore

/// `daftar verify`: the promise, checked (DESIGN §5).
struct Verify: Verb {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check that a ledger is what its authors signed.",
        usage: """
            daftar verify [<dir>] [--ledger <dir>] [--trust <dir>]
                    [--evidence [<dir>]] [--passphrase-file <file>] [--json]
            """,
        discussion: VerifyHelp.page
    )
    .ofVerb

    @Argument(help: ArgumentHelp("The ledger's folder.", valueName: "dir"), completion: .directory)
    var directory: String?
    @OptionGroup var location: LedgerOption
    @OptionGroup var anchors: TrustOption
    @Option(
        name: .long, defaultAsFlag: "",
        help: ArgumentHelp("Private captures too: in a folder, in the vault.", valueName: "dir"), completion: .directory
    )
    var evidence: String?
    @OptionGroup var passphrase: PassphraseOptions
    @Flag(help: "Read only what is new since the last time.")
    var new = false
    @Flag(help: "Print the verdict as JSON.")
    var json = false

    func validate() throws {
        if new, evidence != nil { throw ValidationError("--evidence goes with a whole reading, not with --new") }
    }

    func run(in session: Session) throws -> Exit {
        let ledger = try LedgerFinder(session).open(directory ?? location.ledger)
        let anchors = try Anchors.find(anchors.trust, for: ledger, in: session)
        if new, let exit = try NewReport(ledger, anchors, session).run(json: json) { return exit }
        var check = try LedgerCheck.run(ledger, anchors, in: session)
        if let evidence {
            check.captures = try CaptureLooking(evidence.isEmpty ? nil : evidence, passphrase, asks: false)
                .run(ledger, anchors, check.report, in: session)
        }
        if json {
            session.print(VerdictJSON(check: check).value)
        } else {
            VerdictPage(check: check, session: session).show()
        }
        return Exit(rawValue: check.report.verdict.exitCode) ?? .failed
    }
}

/// What the documentation promises, word for word where it counts (DESIGN §2).
enum VerifyHelp {
    static let page = """
        Reads every byte of the published files, and nothing else: no network, no
        database, no key. It says INTACT only under trust anchors that you chose, with
        --trust DIR or before with `daftar trust add DIR`.

        With --new it reads only the entries that this machine does not have yet, takes
        the older ones from its verified store, and says so: never "intact". Whatever
        is not plain is read whole all the same.

        EXAMPLE:
          daftar verify Records --trust Keys
          daftar verify Records --evidence captures/

        INTACT MEANS, and no more than this:
          1. each entry is, byte for byte, what its authors signed, all of those who
             signed and nobody else, with keys that were entitled to sign at that
             point;
          2. no entry was changed, dropped, inserted or moved since any checkpoint
             that this verifier, or a witness it trusts, has seen;
          3. what is shown as an entry's content is what was signed, and content that
             is not shown was withheld by its authors or withdrawn by a signed entry,
             never silently lost or swapped;
          4. whoever holds the same checkpoint has the same history.

        IT DOES NOT MEAN that an event is true, that a page ever said what a capture
        shows, that nothing was left out before it was appended, that the ledger's own
        clock was right (timestamps and witnesses bound it from outside), or that a
        stolen key was not used before it was revoked.

        EXIT CODES: 0 intact, 3 not intact, 4 consistent but not vouched for,
        5 needs a newer version to judge, 1 could not be read, 10 no ledger here.
        """
}
