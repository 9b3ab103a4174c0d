import Daftar

/// Who may sign a statement (DESIGN §4.2, §7). Said before anybody types a passphrase; for the
/// first of the rules the ledger has the last word.
enum SignerRule: Hashable, Sendable {
    case anybody
    /// Editors, as many as the ledger's `approvals` say: `StatementMaking` counts them.
    case editors
    /// One of them is an editor, or signed the entry.
    case editorsOr(authors: Set<String>, editors: Set<String>, entry: Int)
    /// None of them signed the event: an endorsement is somebody else's word.
    case othersThan(authors: Set<String>)

    func check(_ keys: [VerifierKey]) throws(Failure) { try check(Set(keys.map(\.nameAndID))) }

    /// - Parameter names: `name+id` of all who sign.
    func check(_ names: Set<String>) throws(Failure) {
        switch self {
        case .anybody, .editors: return
        case .editorsOr(let authors, let editors, let entry):
            guard names.isDisjoint(with: authors.union(editors)) else { return }
            throw Failure(
                "\(Words.list(names.sorted())): did not sign entry \(entry), and is no editor",
                hint: "whoever sees it otherwise says so: daftar dispute \(entry)")
        case .othersThan(let authors):
            guard !names.isDisjoint(with: authors) else { return }
            throw Failure(
                "an event is not endorsed by its own authors",
                hint: "somebody else who looked into it signs the endorsement")
        }
    }
}
