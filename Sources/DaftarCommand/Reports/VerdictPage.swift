import Daftar
import DaftarStore

/// The verdict of `daftar verify` for a person.
struct VerdictPage {
    let check: LedgerCheck
    let session: Session
    var report: VerificationReport { check.report }
    var out: Output { session.out }

    func show() {
        showAlarm()
        switch report.verdict {
        // `verify` is of whole ledgers.
        case .intact, .selection: showIntact()
        case .unvouched: showUnvouched()
        case .notIntact: showDamage()
        case .needsNewer(let from): showNeedsNewer(from)
        }
        showNotes()
        if let captures = check.captures { CapturesPage(check: captures, session: session).warn() }
    }

    // MARK: Verdicts

    private func showIntact() {
        headline("Intact:", .good, "\(ledgerWords).")
        showFacts()
        out.paragraph(
            "You chose to trust \(trusted). A hash proves that bytes did not change, not that they are true: daftar help verify."
        )
    }

    private func showUnvouched() {
        headline("Consistent, but nobody vouches for it:", .caution, "\(ledgerWords).")
        switch check.anchors.source {
        case .none:
            out.paragraph(
                "There are no trust anchors, so the ledger's own signature could not be checked. Compare with what the publisher printed:",
                indent: "  ")
        case .beside(let path):
            out.paragraph(
                "The trust anchors in \(path.cleaned) came with the ledger; a forger would have brought his own. Compare with what the publisher printed:",
                indent: "  ")
        case .given, .accepted:
            out.paragraph(
                "The quorum of witnesses is short: \(witnessWords). What is here may be shown to you alone.",
                indent: "  ")
            return
        }
        out.line("      charter \(report.charter?.base64 ?? "unknown")")
        if case .beside(let path) = check.anchors.source {
            session.hint("if it is the same: daftar trust add \(path.cleaned)")
        }
    }

    private func showNeedsNewer(_ from: Int) {
        headline("Needs a newer version of daftar", .caution, "from entry \(from) on: \(ledgerWords).")
        let before = from > 0 ? "Entries 0–\(from - 1) are consistent; what" : "What"
        out.paragraph(
            "\(before) follows was written by rules that this version (\(Root.version)) does not know.", indent: "  ")
    }

    private func showDamage() {
        let name = report.origin?.text.cleaned ?? check.ledger.path.cleaned
        headline("NOT INTACT:", .bad, "\(name), \(Words.count(report.size, "entry", "entries"))")
        DamagePage(damage: Damage(report), out: out).show()
        if let proof = check.forkProof {
            out.paragraph("The proof that the ledger's key signed two histories is kept, for anybody to check:")
            out.line("  daftar check \(proof.cleaned)")
        }
        let path = check.ledger.path.cleaned
        session.hint("daftar verify \(path) --json for machines; daftar explain CODE says more")
        if FileSystem.exists(Path.join(Path.parent(check.ledger.path), KitPlan.selection)) {
            session.hint("it lies in a bundle that leaves content out: daftar check \(Path.parent(path))")
        }
        if report.memory.isContradicted {
            session.hint("ALARM: this is another state than was verified before: keep this copy, and ask who made it")
        } else if isOfOtherKey {
            session.hint(
                "where the ledger's key went over to another, its publisher has newer anchors: compare them by another channel, then daftar trust add DIR"
            )
        } else {
            session.hint("a good copy heals it: daftar repair \(path) --from DIR")
        }
    }

    /// Nothing is wrong but who signed the checkpoint: a copy of the files heals nothing.
    private var isOfOtherKey: Bool { report.findings.allSatisfy { $0.code == .checkpointUnsigned } }

    private func headline(_ title: String, _ style: Style, _ text: String) {
        let lines = Wrap.lines("\(title) \(text)", out.screen.columns).joined(separator: "\n")
        out.line(out.styled(title, style) + lines.dropFirst(title.count))
        out.line()
    }

    // MARK: Facts

    /// What was checked, each with what shows it.
    private func showFacts() {
        var facts = [
            ("every entry is, byte for byte, what its author signed", Words.count(report.signatureCount, "signature")),
            ("nothing was changed, dropped or moved", "root \((report.checkpoint?.root.base64 ?? "").middleCut(8, 7))"),
            ("signed by the ledger\(witnessed)", report.witnesses.map(\.key.name).joined(separator: ", ")),
        ]
        if let pending = report.pending, let head = report.checkpoint, pending.size > head.size {
            facts.append(
                (
                    "witnessed up to \(Words.count(head.size, "entry", "entries"))",
                    "\(Words.grouped(pending.size - head.size)) more wait"
                ))
        }
        facts += partFacts("withdrawn, by signed entries", report.withdrawn)
        facts += partFacts("withheld by their authors", report.withheld)
        if report.evidenceFiles > 0 {
            facts.append(("captures are the ones that were signed", Words.count(report.evidenceFiles, "file")))
        }
        if let captures = check.captures {
            facts.append(
                (
                    "private captures are the ones that were signed",
                    "\(Words.count(captures.goodCount, "file")), \(Words.grouped(captures.absentCount)) not at hand"
                ))
        }
        for stamp in report.timestamps {
            facts.append(
                (TimestampWords.existed(stamp.size, stamp.time), TimestampWords.says(stamp.time, stamp.authority)))
        }
        facts.append(memoryFact)
        let width = min(facts.map(\.0.width).max() ?? 0, out.screen.columns - 24)
        for (what, shown) in facts {
            out.write(Wrap.hanging("  \(what.padded(to: width))  ", shown.cleaned, out.screen.columns))
        }
        out.line()
    }

    private func partFacts(_ what: String, _ parts: [Int: Int]) -> [(String, String)] {
        let count = parts.values.reduce(0, +)
        return count == 0 ? [] : [("\(Words.count(count, "part")) \(what)", Words.entries(Array(parts.keys)))]
    }

    private var memoryFact: (String, String) {
        switch report.memory {
        case .grew(let size): ("grows from what you saw\(seenOn)", Words.count(size, "entry", "entries"))
        case .same: ("the same as what you saw\(seenOn)", "")
        case .nothing, .contradicts: ("verified here for the first time", "now remembered")
        }
    }

    private var seenOn: String { check.seenOn.map { " on \(Words.day($0))" } ?? " before" }

    private var ledgerWords: String {
        let origin = report.origin?.text.cleaned ?? "an unnamed ledger"
        let upTo = report.lastDay.map { ", up to \(Words.day($0))" } ?? ""
        return "\(Words.count(report.size, "entry", "entries")) of \(origin)\(upTo)"
    }

    private var witnessed: String {
        let all = check.anchors.anchors?.policy.witnesses.count ?? 0
        return all == 0
            ? "; no witnesses are asked for"
            : " and \(report.witnesses.count) of \(all) witnesses"
    }

    private var witnessWords: String {
        "\(report.witnesses.count) of \(Words.count(check.anchors.anchors?.policy.witnesses.count ?? 0, "witness", "witnesses"))"
    }

    private var trusted: String {
        let charter = "charter \((check.anchors.anchors?.charter.base64 ?? "").middleCut(8, 4))"
        if case .given(let path) = check.anchors.source { return "\(path.cleaned) (\(charter))" }
        return "this ledger's anchors before (\(charter))"
    }

    // MARK: Beside the verdict

    /// Other anchors than the accepted ones for the same origin are an alarm.
    private func showAlarm() {
        guard !check.anchors.changes.isEmpty, let path = check.anchors.changed else { return }
        session.warn(
            "the trust anchors in \(path.cleaned) are not those that you accepted: \(TrustChange.sentence(check.anchors.changes))"
        )
        session.hint("ask the publisher by another channel before you run: daftar trust add \(path.cleaned)")
    }

    private func showNotes() {
        let notes =
            NoteWords.sentences(report.notes)
            + check.damagedMemory.map {
                "what was remembered in \($0) is damaged, and was not used: that is no sign of an attack"
            }
        for note in notes.prefix(20) { session.note(note) }
        if notes.count > 20 { session.note("\(Words.grouped(notes.count - 20)) more notes: --json") }
        if let reason = check.notRemembered {
            session.warn(
                "\(reason): what was seen could not be written down, so a rollback would not be noticed next time")
        }
    }
}
