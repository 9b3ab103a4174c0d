import Daftar

/// A statement that a verb makes of itself: what is to be signed, and what a person is shown before.
struct Proposal: Sendable {
    enum Body: Sendable {
        case control(ControlDraft, [[UInt8]])
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
    ///
    /// - Parameters:
    ///   - rule: another one for what others than editors may sign too: a key's revocation of itself, a release.
    ///   - released: of a release, the disclosures that it publishes.
    init(
        _ draft: ControlDraft, named name: String, _ lines: [String], by rule: SignerRule = .editors,
        releasing released: [[UInt8]] = []
    ) { (body, self.name, self.lines, self.rule) = (.control(draft, released), name, lines, rule) }

    /// Content: a correction, a retraction, a remark.
    init(_ commitments: Commitments, named name: String, _ lines: [String], by rule: SignerRule) {
        (body, self.name, self.lines, self.rule) = (.content(commitments), name, lines, rule)
    }

    var bytes: [UInt8] {
        switch body {
        case .control(let draft, _): draft.body
        case .content(let commitments): commitments.body
        }
    }

    /// What is published beside it, ascending by digest; of a release, what it publishes.
    var disclosures: [[UInt8]] {
        switch body {
        case .control(_, let released): released
        case .content(let commitments): commitments.disclosures.map(\.encoded)
        }
    }

    /// What is kept in the vault.
    var withheld: [Commitments.Part] {
        if case .content(let commitments) = body { commitments.withheld } else { [] }
    }
}
