import Daftar
import DaftarStore

/// What became of the captures that were looked for.
struct CapturesPage {
    let check: CaptureCheck
    let session: Session
    private static let most = 200

    /// Each capture in a line.
    func showAll() {
        for item in check.items.prefix(Self.most) {
            let source = item.capture.file.source ?? "a source", digest = item.capture.file.digest.hex.prefix(12)
            let state =
                switch item.state {
                case .good(let place): "good, in \(place)"
                case .damaged(let place): "DAMAGED: \(place)"
                case .absent: "not at hand"
                }
            session.out.paragraph("entry \(item.capture.entry)  \(source)  sha256:\(digest)…  \(state)".cleaned)
        }
        if check.items.count > Self.most {
            session.out.line("\(Words.grouped(check.items.count - Self.most)) more: --json")
        }
    }

    /// What a person should look at.
    func warn() {
        for name in check.changed { session.warn("\(name): is not the file that was signed under this digest") }
        for item in check.damaged {
            if case .damaged(let path) = item.state {
                session.warn("\(path): the capture of entry \(item.capture.entry) is damaged")
            }
        }
        for fault in check.faults.prefix(Self.most) { session.warn(fault) }
        let others = check.strangers
        if !others.isEmpty {
            session.note(
                "\(Words.count(others.count, "file")) there \(others.count == 1 ? "is" : "are") of no capture that is shown, or changed since: \(others.prefix(5).joined(separator: ", "))"
            )
        }
    }
}
