import ArgumentParser
import Daftar
import DaftarStore

/// `daftar repair`: what another copy can prove.
struct RepairVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "repair", abstract: "Heal damaged files from another copy of the ledger.",
        usage: "daftar repair [<dir>] --from <dir> [--trust <dir>] [--json]",
        discussion: """
            Nothing in the copy is believed: a file is restored where the ledger's own
            signatures and hashes prove it to be right, and refused otherwise. An older
            checkpoint never takes the place of a newer one, and what was withdrawn is not
            brought back. Then all is verified. Keep a copy of the damage first, if
            somebody may have done it.

            EXAMPLE:
              daftar repair Records --from stick/Records --trust Keys
            """)

    @Argument(help: ArgumentHelp("The damaged ledger's folder.", valueName: "dir"), completion: .directory)
    var directory: String?
    @Option(help: ArgumentHelp("Another copy of it; it is only read.", valueName: "dir"), completion: .directory)
    var from: String
    @OptionGroup var location: LedgerOption
    @OptionGroup var trust: TrustOption
    @Flag(help: "Print what became of each file, and the verdict, as JSON.")
    var json = false

    func run(in session: Session) throws -> Exit {
        let ledger = try LedgerFinder(session).open(directory ?? location.ledger)
        let copy = try LedgerFinder(session).open(from)
        guard FileSystem.real(ledger.path) != FileSystem.real(copy.path) else {
            throw Failure("\(from): is the ledger itself", hint: "--from names another copy", exit: .usage)
        }
        var anchors = try Anchors.find(trust.trust, for: ledger, in: session)
        // Where the checkpoint here can't be read, the copy's says whose ledger it is; which anchors count is a person's
        // choice all the same.
        if !anchors.isChosen { anchors = try Anchors.find(nil, for: copy, in: session) }
        guard anchors.isChosen, let trusted = anchors.anchors else {
            throw Failure(
                "\(ledger.path): no trust anchors were chosen for this ledger: nothing can be proven",
                hint: "--trust DIR, or daftar trust add DIR", exit: .unvouched)
        }
        anchors.warnOfChanges(in: session)
        let repair = try repair(ledger, copy, trusted, LedgerCheck.remembered(anchors, in: session))
        let check = try LedgerCheck.run(ledger, anchors, in: session)
        show(repair.files, check, session)
        return Exit(rawValue: check.report.verdict.exitCode) ?? .failed
    }

    private func repair(
        _ ledger: LedgerDirectory, _ copy: LedgerDirectory, _ anchors: TrustAnchors, _ remembered: Checkpoint?
    ) throws -> Repair {
        do {
            return try Repair.run(ledger, from: copy, anchors: anchors, remembered: remembered)
        } catch let error as Restoration.Failure { throw Failure(error) } catch let error as StoreError {
            throw Failure(error)
        } catch let error as LedgerReadError { throw Failure(error) }
    }

    private func show(_ files: [Repair.File], _ check: LedgerCheck, _ session: Session) {
        if json {
            let table = files.map { file -> JSONValue in
                ["path": .string(file.path), "result": .string(file.result.rawValue), "reason": .string(file.reason)]
            }
            session.print(["files": .array(table), "verdict": VerdictJSON(check: check).value])
            return
        }
        let out = session.out
        for file in files {
            out.write(
                Wrap.hanging(
                    "\(file.result.rawValue.padded(to: 8))  ",
                    file.path + (file.reason.isEmpty ? "" : ": \(file.reason.cleaned)"), out.screen.columns))
        }
        if files.isEmpty { out.line("No file was found that had to be restored.") }
        out.line()
        VerdictPage(check: check, session: session).show()
    }
}

extension Failure {
    fileprivate init(_ error: Restoration.Failure) {
        switch error {
        case .noCheckpoint(let reason):
            self.init(
                "no checkpoint that the ledger signed can be put here\(reason.isEmpty ? "" : ": \(reason)"); nothing was changed",
                hint: "another copy may have it", exit: .notIntact)
        case .noTree:
            self.init(
                "neither here nor in the copy are the hashes that lead to the checkpoint; nothing was changed",
                hint: "another copy may have them", exit: .notIntact)
        case .otherHistory(let seen):
            self.init(
                "what is here is not the history that was verified before (\(Words.count(seen.size, "entry", "entries"))); nothing was changed",
                hint: "ALARM: this is no damage. daftar verify says more, and keeps the proof of a fork",
                exit: .notIntact)
        }
    }
}
