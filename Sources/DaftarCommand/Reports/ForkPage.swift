import Daftar

/// What the proof of a fork shows: which key of the ledger signed which two histories.
struct ForkPage {
    let fork: Misbehaviour
    /// Nil where nobody chose any for this origin.
    let anchors: TrustAnchors?
    let file: String
    let session: Session
    private let verdict: Misbehaviour.Verdict?

    init(fork: Misbehaviour, anchors: TrustAnchors?, file: String, session: Session) {
        (self.fork, self.anchors, self.file, self.session) = (fork, anchors, file, session)
        verdict = anchors.flatMap { fork.check($0.policy) }
    }

    /// Good is what it was given: a proof that holds.
    var exit: Exit { verdict != nil ? .done : anchors == nil ? .unvouched : .notIntact }

    func show() {
        let out = session.out, origin = fork.larger.checkpoint.origin.text.cleaned
        guard let verdict else {
            guard anchors != nil else {
                out.line(out.styled("Not checked:", .caution) + " nobody chose the keys of \(origin)")
                session.hint("choose trust anchors: daftar check \(file.cleaned) --trust DIR")
                return
            }
            out.line(out.styled("NOT GOOD:", .bad) + " \(file.cleaned)")
            out.paragraph("it does not prove that the keys of \(origin) signed two histories", indent: "  ")
            return
        }
        out.line(out.styled("Forked:", .bad) + " the key of \(origin) signed two histories")
        out.line()
        show("one", fork.smaller.checkpoint, verdict.smallerSigners)
        show("another", fork.larger.checkpoint, verdict.largerSigners)
        if fork.smaller.checkpoint.size < fork.larger.checkpoint.size {
            row(
                "in which", "the first \(Words.grouped(fork.smaller.checkpoint.size)) have the root \(fork.root.base64)"
            )
        }
        out.line()
        out.paragraph(
            "Both checkpoints are in the file: whoever has the ledger's public key can check it. It does not say which of the two is the right one."
        )
    }

    private func show(_ name: String, _ head: Checkpoint, _ signers: [VerifierKey]) {
        row(name, "\(Words.count(head.size, "entry", "entries")), root \(head.root.base64)")
        row("", "signed by \(Words.list(signers.map(\.nameAndID)))")
    }

    private func row(_ name: String, _ text: String) {
        session.out.write(Wrap.hanging("  \(name.padded(to: 10))", text.cleaned, session.out.screen.columns))
    }

    var json: JSONValue {
        func head(_ checkpoint: Checkpoint, _ signers: [VerifierKey]) -> JSONValue {
            [
                "size": .integer(checkpoint.size), "root": .string(checkpoint.root.base64),
                "signers": .array(signers.map { .string($0.nameAndID) }),
            ]
        }
        return [
            "verdict": verdict != nil ? "forked" : anchors == nil ? "unvouched" : "not-good",
            "exit": .integer(Int(exit.rawValue)), "origin": .string(fork.larger.checkpoint.origin.text),
            "smaller": head(fork.smaller.checkpoint, verdict?.smallerSigners ?? []),
            "larger": head(fork.larger.checkpoint, verdict?.largerSigners ?? []), "root": .string(fork.root.base64),
        ]
    }
}
