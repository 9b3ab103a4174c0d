import ArgumentParser
import Daftar
import DaftarExchange

/// `daftar explain`: what a code means that `verify` or `lint` printed.
struct Explain: Verb {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain a code that verify or lint printed.",
        discussion: """
            Without a code it lists them all.

            EXAMPLE:
              daftar explain seen-other-history
            """)

    @Argument(help: ArgumentHelp("The code.", valueName: "code"), completion: .codes)
    var code: String?

    func run(in session: Session) throws -> Exit {
        guard let code else {
            list(session.out)
            return .done
        }
        if let finding = FindingCode(rawValue: code) { show(finding, session.out) }
        // Two codes are both a finding and a diagnostic: each is explained.
        if let diagnostic = DiagnosticCode(rawValue: code) { show(diagnostic, session.out) }
        guard FindingCode(rawValue: code) != nil || DiagnosticCode(rawValue: code) != nil else {
            throw Failure("\(code): there is no such code", hint: "daftar explain lists them all")
        }
        return .done
    }

    private func list(_ out: Output) {
        out.line("Findings of daftar verify")
        for code in FindingCode.allCases {
            out.line(
                "  \(code.rawValue.padded(to: 22))  step \(String(code.step.rawValue).padded(to: 2))  \(code.deed)")
        }
        out.line()
        out.line("Errors and warnings of daftar lint")
        for code in DiagnosticCode.allCases { out.line("  \(code.rawValue.padded(to: 22))  \(code.severity.rawValue)") }
    }

    private func show(_ code: DiagnosticCode, _ out: Output) {
        out.line(out.styled(code.rawValue, .bold) + ": \(code.severity.rawValue) of daftar lint")
        out.line()
        for paragraph in code.explanation.split(separator: "\n\n") { out.paragraph(String(paragraph), indent: "  ") }
    }

    private func show(_ code: FindingCode, _ out: Output) {
        out.line(out.styled(code.rawValue, .bold) + ": \(code.deed)")
        out.line()
        out.paragraph("\(code.meaning.prefix(1).uppercased())\(code.meaning.dropFirst()).", indent: "  ")
        out.line()
        out.paragraph(
            "A finding of step \(code.step.rawValue) of verification (\(code.step.words)): with it, a ledger is not intact, exit 3. \(code.step.advice)",
            indent: "  ")
    }
}

extension Step {
    /// What the step looks at.
    var words: String {
        switch self {
        case .anchors: "the trust anchors and the charter they pin"
        case .checkpoint: "the checkpoint and its signatures"
        case .bytes: "the files of entries, by their lengths"
        case .tree: "entries and tiles against the root"
        case .chain: "index, previous entry and day of each entry"
        case .statement: "the form of each statement, and what its author had seen"
        case .signatures: "who signed, whether they might, and whether the signatures verify"
        case .meaning: "the fields of control entries, and what statements refer to"
        case .content: "what is shown as content against what was signed"
        case .evidence: "published captures"
        case .time: "timestamps"
        case .memory: "what this machine verified before"
        }
    }

    /// What to do about it.
    var advice: String {
        switch self {
        case .anchors, .checkpoint:
            "Ask the publisher by another channel which ledger key and charter are the right ones."
        case .bytes, .tree, .content, .evidence:
            "A copy that another holder verified heals it; if all copies show it, the ledger was changed after it was published."
        case .chain, .statement, .signatures, .meaning:
            "If the tree is whole, the ledger's own key took this entry in: its operator has to answer for it. If not, a good copy heals it."
        case .time: "Ask for the response again, or leave it out: a timestamp adds to a ledger and is no part of it."
        case .memory:
            "Keep both copies and compare with others who hold a checkpoint: the ledger's key signed two histories, or somebody shows you an old one."
        }
    }
}
