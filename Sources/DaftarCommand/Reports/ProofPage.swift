import Daftar

/// What a proof shows, for a person and for machines.
struct ProofPage {
    let proof: TlogProof
    let check: ProofCheck
    /// Nil where nobody chose any for this origin.
    let anchors: TrustAnchors?
    let file: String
    let session: Session
    /// Nil where no ledger was named.
    var ledger: ProofInLedger?
    private var checkpoint: Checkpoint { proof.checkpoint.checkpoint }

    /// What is wrong. That nobody signed the checkpoint can't be said without anchors.
    private var faults: [ProofCheck.Fault] { check.faults.filter { $0 != .unsigned || anchors != nil } }

    private var isVouched: Bool { anchors != nil && check.signatures.isQuorumMet }

    var exit: Exit {
        if !faults.isEmpty { return .notIntact }
        if let ledger, ledger.exit != .done { return ledger.exit }
        return isVouched ? .done : .unvouched
    }

    func show() {
        let out = session.out
        guard faults.isEmpty else {
            out.line(out.styled("NOT GOOD:", .bad) + " \(file.cleaned)")
            for fault in faults { out.paragraph(fault.rawValue, indent: "  ") }
            return
        }
        let title =
            ledger.map { $0.exit == .notIntact } ?? false
            ? out.styled("NOT GOOD beside the ledger:", .bad)
            : isVouched
                ? out.styled("Included:", .good) : out.styled("Consistent, but nobody vouches for it:", .caution)
        out.line("\(title) entry \(proof.inclusion.index) of \(checkpoint.origin.text.cleaned)")
        out.line()
        for (name, text) in rows {
            out.write(Wrap.hanging("  \(name.padded(to: 12))", text.cleaned, out.screen.columns))
        }
        out.line()
        if ledger == nil {
            out.paragraph(
                "That the signers were entitled, and that nothing was withdrawn since, takes the whole ledger: daftar check \(file.cleaned) --ledger DIR."
            )
        }
        if !check.handed.isEmpty {
            session.note("what was handed over was withheld from the public: whom else you tell, you answer for")
        }
        if anchors == nil { session.hint("choose trust anchors: daftar check \(file.cleaned) --trust DIR") }
    }

    private var rows: [(String, String)] {
        var rows = [
            ("checkpoint", "\(Words.count(checkpoint.size, "entry", "entries")), root \(checkpoint.root.base64)"),
            ("shown", "\(check.disclosures.count) of \(Words.count(check.partCount, "part")) shown"),
        ]
        if !check.handed.isEmpty {
            rows.append(("handed over", Words.count(check.handed.count, "part") + " that the public does not have"))
        }
        for part in check.handed { rows.append((part.path, part.content.value?.shownText ?? "")) }
        for signer in check.signers {
            rows.append(
                ("signed by", signer.nameAndID + (signer.isVerified ? "" : " (its key is not at hand: not checked)")))
        }
        if let recorded = check.recorded { rows.append(("recorded", Words.day(recorded))) }
        if let leaf = check.leaf { rows.append(("leaf", leaf.base64)) }
        if isVouched {
            let cosigned = check.signatures.witnesses.map(\.key.name)
            rows.append(("vouched", Words.list(check.signatures.ledger.map(\.nameAndID) + cosigned)))
        }
        if let ledger { rows.append(("the ledger", ledger.words)) }
        return rows
    }

    var json: JSONValue {
        var members: JSONObject = [
            "verdict": exit == .done ? "included" : exit == .unvouched ? "unvouched" : "not-good",
            "exit": .integer(Int(exit.rawValue)),
            "origin": .string(checkpoint.origin.text),
            "entry": .integer(proof.inclusion.index),
            "checkpoint": ["size": .integer(checkpoint.size), "root": .string(checkpoint.root.base64)],
            "faults": .array(faults.map { .string($0.rawValue) }),
            "parts": ["shown": .integer(check.disclosures.count), "all": .integer(check.partCount)],
            "signers": .array(check.signers.map { ["key": .string($0.nameAndID), "verified": .bool($0.isVerified)] }),
            "ledger-keys": .array(check.signatures.ledger.map { .string($0.nameAndID) }),
            "witnesses": .array(check.signatures.witnesses.map { .string($0.key.nameAndID) }),
        ]
        if !check.handed.isEmpty {
            members["handed-over"] = .array(
                check.handed.map { ["path": .string($0.path), "value": $0.content.value ?? .string("")] })
        }
        if let ledger {
            members["ledger"] = [
                "verdict": .string(ledger.report.verdict.word), "has-it": .bool(ledger.holds),
                "withdrawn": .array(ledger.withdrawn.map { .string($0) }),
            ]
        }
        members["leaf"] = check.leaf.map { .string($0.base64) }
        members["statement"] = check.statementHash.map { .string($0.base64) }
        members["recorded"] = check.recorded.map { .string($0.description) }
        return .object(members)
    }
}
