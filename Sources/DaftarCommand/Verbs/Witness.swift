import ArgumentParser
import Daftar
import DaftarStore

/// `daftar witness`: what another organisation does for a ledger.
struct Witness: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness", abstract: "Cosign what you saw of another's ledger.",
        discussion: """
            A witness sees to it that a ledger shows everybody one history. It keeps the
            last checkpoint that it saw, and cosigns nothing that does not grow from it.

            EXAMPLE:
              daftar witness cosign stick/Records --state witness --key witness.pem
            """,
        subcommands: [WitnessCosign.self])
}

/// `daftar witness cosign`: verifies, remembers, cosigns.
struct WitnessCosign: Verb {
    static let configuration = CommandConfiguration(
        commandName: "cosign", abstract: "Verify a ledger whole, cosign its newest checkpoint.",
        usage: """
            daftar witness cosign <dir> --state <dir> [--key <file>] [--trust <dir>]
                    [-o <file>]
            """,
        discussion: """
            Verifies everything, one that waits for its quorum included, and compares it
            with the last that you cosigned. What you saw is written to the state first;
            then your cosignature (C2SP tlog-cosignature) to a small file, which goes back
            to the ledger: daftar cosignature add. A ledger that was rolled back or forked
            gets none, and of a fork a proof is kept that anybody can check.

            The state decides: keep it, back it up, and never put an older one back.

            EXAMPLE:
              daftar witness cosign stick/Records --state witness --key witness.pem \\
                  --trust Keys -o stick/records.cosignature
            """)

    @Argument(help: ArgumentHelp("The ledger's folder.", valueName: "dir"), completion: .directory)
    var directory: String
    @Option(
        help: ArgumentHelp("Where you keep what you saw, of all ledgers.", valueName: "dir"), completion: .directory)
    var state: String
    @OptionGroup var keys: WitnessKeyOptions
    @OptionGroup var trust: TrustOption
    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write it.", valueName: "file"), completion: .file())
    var output: String?
    @Flag(help: "Print what was cosigned as JSON.")
    var json = false

    func run(in session: Session) throws -> Exit {
        let ledger = try LedgerFinder(session).open(directory)
        let anchors = try Anchors.find(trust.trust, for: ledger, in: session)
        guard anchors.isChosen, let trusted = anchors.anchors else {
            throw Failure(
                "\(directory): no trust anchors were chosen for this ledger; nothing was cosigned",
                hint: "compare its charter with what the publisher printed, then --trust DIR or daftar trust add DIR",
                exit: .unvouched)
        }
        anchors.warnOfChanges(in: session)
        try checkState(session)
        let witness = try keys.open(trusted.policy, in: session)
        let cosigning = Cosigning(
            ledger: ledger, anchors: anchors, state: WitnessState(session.path(state), trusted.policy.origin),
            session: session)
        let answer = try cosigning.run(witness)
        let file = output ?? "\(Path.name(trusted.policy.origin.text))-\(answer.checkpoint.size).cosignature"
        try OutFile.write(answer.note.encoded, to: session.path(file))
        show(answer, file, trusted.policy, session)
        return .done
    }

    /// Whoever has the ledger's files must not have the state: they could put an old one back with them.
    private func checkState(_ session: Session) throws(Failure) {
        var folder = session.path(state)
        while FileSystem.real(folder) == nil, Path.parent(folder) != folder { folder = Path.parent(folder) }
        guard let place = FileSystem.real(folder), let ledger = FileSystem.real(session.path(directory)) else { return }
        if place == ledger || place.hasPrefix(ledger + "/") {
            throw Failure(
                "\(state): lies inside of the ledger, which is not yours to keep", hint: "choose a place of your own")
        }
    }

    private func show(_ answer: Cosigning.Answer, _ file: String, _ policy: Policy, _ session: Session) {
        let head = answer.checkpoint
        if json {
            session.print([
                "origin": .string(head.origin.text), "size": .integer(head.size), "root": .string(head.root.base64),
                "witness": .string(answer.witness.nameAndID), "time": .integer(Int(answer.time)),
                "before": answer.before.map { .integer($0) } ?? .integer(0), "file": .string(file),
            ])
        } else {
            let out = session.out
            out.line("Cosigned: \(Words.count(head.size, "entry", "entries")) of \(head.origin.text.cleaned)")
            out.line("  root  \(head.root.base64)")
            out.line("  by    \(answer.witness.name.cleaned), \(Words.moment(answer.time))")
            out.line("  \(grown(answer))")
        }
        if !policy.witnesses.contains(where: { $0.key == answer.witness }) {
            session.warn(
                "the policy does not name \(answer.witness.nameAndID): to the ledger's readers it counts for nothing")
            session.hint("its publisher adds a line: witness NAME \(answer.witness.text)")
        }
        session.say("\(file.cleaned): goes back to the ledger")
        session.hint("there: daftar cosignature add \(file.cleaned)")
    }

    private func grown(_ answer: Cosigning.Answer) -> String {
        switch answer.before {
        case nil: "seen for the first time: there was nothing to compare it with"
        case answer.checkpoint.size?: "the same as you cosigned before"
        case let before?: "grows from the \(Words.count(before, "entry", "entries")) that you cosigned before"
        }
    }
}
