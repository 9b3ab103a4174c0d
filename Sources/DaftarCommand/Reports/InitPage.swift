import Daftar
import DaftarStore

/// What a new ledger's owner has to know: what it is, what to keep safe, what to publish.
struct InitPage {
    let anchors: TrustAnchors
    let directory: String
    let trust: String
    let made: [(path: String, use: String)]
    let session: Session

    func show() {
        let out = session.out
        out.line("Ledger   \(anchors.policy.origin.text.cleaned), in \(directory.cleaned)")
        out.line("Charter  entry 0, \(anchors.charter.base64)")
        out.line()
        if !made.isEmpty {
            out.line("Keep safe, apart from each other and from the ledger:")
            let width = made.map { shown($0.path).width }.max() ?? 0
            for (path, use) in made { out.line("  \(shown(path).padded(to: width))  \(use)") }
        }
        out.line("Publish:")
        out.line("  \(directory.cleaned)   the ledger            \(trust.cleaned)   what others need to check it")
        out.paragraph("Print the charter's hash where your readers know you: it is what they trust.")
    }

    /// A path in this person's home as they would write it.
    private func shown(_ path: String) -> String {
        guard let home = session.environment["HOME"], path.hasPrefix(home + "/") else { return path.cleaned }
        return "~" + path.dropFirst(home.count).cleaned
    }
}
