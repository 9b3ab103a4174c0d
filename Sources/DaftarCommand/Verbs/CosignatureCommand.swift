import ArgumentParser
import Daftar
import DaftarStore

/// `daftar cosignature`: what a witness answered.
struct CosignatureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cosignature", abstract: "Put a witness's cosignature under the checkpoint.",
        discussion: """
            EXAMPLE:
              daftar cosignature add stick/records.cosignature --ledger Records
            """,
        subcommands: [CosignatureAdd.self])
}

/// `daftar cosignature add`: checks it, and merges it.
struct CosignatureAdd: Verb {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Check a cosignature and merge it.",
        usage: "daftar cosignature add <file> ... [--ledger <dir>] [--trust <dir>]",
        discussion: """
            Takes what daftar witness cosign wrote. Where the policy asks for witnesses, a
            new checkpoint waits in checkpoint.pending until the quorum is there; until
            then readers keep the last one that was witnessed. Witnesses beyond the quorum
            may add theirs afterwards.

            EXAMPLE:
              daftar cosignature add stick/records.cosignature --ledger Records
            """)

    @Argument(
        help: ArgumentHelp("What a witness wrote; several are taken in order.", valueName: "file"), completion: .file())
    var files: [String]
    @OptionGroup var location: LedgerOption
    @OptionGroup var trust: TrustOption
    @Flag(help: "Print what came of it as JSON.")
    var json = false

    func validate() throws {
        if files.isEmpty { throw ValidationError("which file? daftar witness cosign writes them") }
    }

    func run(in session: Session) throws -> Exit {
        let open = try OpenLedger.open(location.ledger, trust: trust.trust, in: session)
        let policy = open.ledger.anchors.policy
        // All are read before any is merged.
        let notes = try files.map { try CosignatureAdd.read($0, policy, session) }
        var last: Cosigned?
        for note in notes {
            let cosigned = try open.ask { ledger throws(StoreError) in try ledger.add(note) }
            tell(note, cosigned, session)
            last = cosigned
        }
        if let last { show(last, open, session) }
        return .done
    }

    private static func read(_ file: String, _ policy: Policy, _ session: Session) throws(Failure) -> CosignatureNote {
        let bytes: [UInt8]
        do { bytes = try FileSystem.read(session.path(file), limit: Limits.checkpoint) } catch { throw Failure(error) }
        do { return try CosignatureNote(parsing: bytes, policy) } catch { throw Failure(error, file, policy) }
    }

    private func tell(_ note: CosignatureNote, _ cosigned: Cosigned, _ session: Session) {
        for line in note.lines {
            let isNew = cosigned.added.contains(line)
            let words = isNew ? "cosigned on \(Words.moment(line.time))" : "cosigned it before; its line stays as it is"
            session.say("\(line.witness.key.name.cleaned): \(words)")
        }
    }

    private func show(_ cosigned: Cosigned, _ open: OpenLedger, _ session: Session) {
        let head = cosigned.checkpoint, all = open.ledger.anchors.policy.witnesses.count
        if json {
            session.print([
                "size": .integer(head.size), "root": .string(head.root.base64),
                "witnesses": .array(cosigned.witnesses.map { .string($0.key.nameAndID) }),
                "quorum": .bool(cosigned.isWitnessed),
            ])
            return
        }
        let state = cosigned.isWitnessed ? "Witnessed" : "Still waits"
        let size = Words.count(head.size, "entry", "entries")
        session.out.line("\(state): \(size), by \(cosigned.witnesses.count) of \(all) witnesses")
        session.out.line("  root  \(head.root.base64)")
    }
}
