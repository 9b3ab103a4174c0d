import Daftar
import DaftarStore

/// What `daftar check` says of a kit, for a person and for machines.
struct KitPage {
    let check: KitCheck
    let path: String
    let session: Session
    private var report: VerificationReport { check.report }
    private var out: Output { session.out }
    private var ledger: String {
        "\(Words.count(report.size, "entry", "entries")) of \(report.origin?.text.cleaned ?? path.cleaned)"
    }

    func show() {
        if !check.changes.isEmpty {
            session.warn("the kit's own anchors are not those that you chose: \(TrustChange.sentence(check.changes))")
        }
        switch report.verdict {
        case .intact: headline("Good:", .good, "\(ledger), with all their content")
        case .selection: headline("Good:", .good, "\(ledger), and the content of some")
        case .unvouched: headline("Consistent, but nobody vouches for it:", .caution, ledger)
        case .needsNewer(let entry):
            headline("Needs a newer version of daftar", .caution, "from entry \(entry) on: \(ledger)")
        case .notIntact:
            headline("NOT GOOD:", .bad, ledger)
            DamagePage(damage: Damage(report), out: out).show()
            return
        }
        for (name, text) in rows { out.write(Wrap.hanging("  \(name.padded(to: 12))", text, out.screen.columns)) }
        out.line()
        foot()
        for note in report.notes.prefix(20) { session.note(note.words) }
    }

    private func headline(_ title: String, _ style: Style, _ text: String) {
        out.line(out.styled(title, style) + " " + text)
        out.line()
    }

    private var rows: [(String, String)] {
        var rows = [
            ("signed", "\(Words.count(report.signatureCount, "signature")), by keys entitled to sign at that point"),
            ("checkpoint", "root \(report.newest?.checkpoint.root.base64 ?? "")"),
        ]
        if !report.witnesses.isEmpty { rows.append(("witnesses", Words.list(report.witnesses.map(\.key.name)))) }
        rows.append(("content", content))
        if report.evidenceFiles > 0 { rows.append(("evidence", Words.count(report.evidenceFiles, "file"))) }
        return rows
    }

    private var content: String {
        func sum(_ parts: [Int: Int]) -> Int { parts.values.reduce(0, +) }
        var words = ["\(Words.count(report.shownParts, "part")) shown"]
        if !report.withheld.isEmpty { words.append("\(Words.grouped(sum(report.withheld))) withheld") }
        if !report.withdrawn.isEmpty { words.append("\(Words.grouped(sum(report.withdrawn))) withdrawn") }
        if !report.leftOut.isEmpty {
            words.append(
                "\(Words.grouped(sum(report.leftOut))) left out of this bundle (\(Words.entries(report.leftOut.keys.sorted())))"
            )
        }
        return words.joined(separator: ", ")
    }

    private func foot() {
        if report.isSelection {
            out.paragraph(
                "All entries are here, so signatures, order and rights were checked in full. What was left out nobody can check with this bundle: whoever made it chose."
            )
        }
        if !check.isChosen {
            out.paragraph(
                "Its anchors came with it; a forger would have brought his own. Compare with what the publisher printed:"
            )
            out.line("      charter \(report.charter?.base64 ?? "unknown")")
            session.hint("choose trust anchors: daftar check \(path.cleaned) --trust DIR")
        } else if report.verdict == .unvouched {
            out.paragraph("The quorum of witnesses is short: what is here may be shown to you alone.")
        }
    }

    var json: JSONValue {
        func table(_ parts: [Int: Int]) -> JSONValue { .integer(parts.values.reduce(0, +)) }
        var members: JSONObject = [
            "verdict": .string(report.verdict.word == "intact" ? "good" : report.verdict.word),
            "exit": .integer(Int(check.exit.rawValue)), "size": .integer(report.size),
            "anchors": .string(check.isChosen ? "chosen" : "enclosed"),
            "findings": .array(report.findings.map(VerdictJSON.finding)),
            "signatures": .integer(report.signatureCount),
            "parts": [
                "shown": .integer(report.shownParts), "withheld": table(report.withheld),
                "withdrawn": table(report.withdrawn), "left-out": table(report.leftOut),
            ],
            "left-out": .array(report.leftOut.keys.sorted().map { .integer($0) }),
            "evidence": .integer(report.evidenceFiles),
        ]
        members["origin"] = report.origin.map { .string($0.text) }
        members["charter"] = report.charter.map { .string($0.base64) }
        if let head = report.newest?.checkpoint {
            members["checkpoint"] = ["size": .integer(head.size), "root": .string(head.root.base64)]
        }
        return .object(members)
    }
}
