import Daftar

/// A statement that a verb makes of itself: what is to be signed, and what a person is shown before.
struct Proposal: Sendable {
    enum Body: Sendable {
        case control(ControlDraft)
        case content(Commitments)
    }

    let body: Body
    /// What it is called in an error: `this grant`.
    let name: String
    /// What it does, in a line or a few: afterwards it can't be taken back.
    let lines: [String]
    /// Who may sign it, as far as that is known before.
    let rule: SignerRule

    /// A control statement, which several editors sign where the ledger asks for that.
    init(_ draft: ControlDraft, named name: String, _ lines: [String]) {
        (body, self.name, self.lines, rule) = (.control(draft), name, lines, .anybody)
    }

    /// Content: a correction, a retraction, a remark.
    init(_ commitments: Commitments, named name: String, _ lines: [String], by rule: SignerRule) {
        (body, self.name, self.lines, self.rule) = (.content(commitments), name, lines, rule)
    }

    var bytes: [UInt8] {
        switch body {
        case .control(let draft): draft.body
        case .content(let commitments): commitments.body
        }
    }

    /// What is published beside it, ascending by digest.
    var disclosures: [[UInt8]] {
        switch body {
        case .control: []
        case .content(let commitments): commitments.disclosures.map(\.encoded)
        }
    }
}
