/// How a run ends, for scripts (DESIGN §7).
public enum Exit: Int32, Error, Hashable, Sendable, CaseIterable {
    /// `verify`: intact. `check`: what it was given is good.
    case done = 0
    /// It could not run: input or output, a bad file, refused input.
    case failed = 1
    case notIntact = 3
    /// Consistent, but nobody vouches for it: no chosen anchors, or the quorum is short.
    case unvouched = 4
    case needsNewer = 5
    case noLedger = 10
    /// Another writer has the ledger.
    case locked = 11
    case keyUnusable = 12
    case usage = 64
    case interrupted = 130

    /// One line of the table in `daftar --help`.
    var meaning: String {
        switch self {
        case .done: "done; verify: intact; check: good"
        case .failed: "could not run, or refused"
        case .notIntact: "not intact"
        case .unvouched: "consistent, but not vouched for"
        case .needsNewer: "needs a newer version to judge"
        case .noLedger: "no ledger here"
        case .locked: "locked by another writer"
        case .keyUnusable: "key unusable"
        case .usage: "usage"
        case .interrupted: "interrupted"
        }
    }
}
