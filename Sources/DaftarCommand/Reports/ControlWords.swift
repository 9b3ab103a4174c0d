import Daftar
import DaftarStore

/// What a control statement does, in words: the same before it is signed, before it is appended, and where it is shown.
///
/// ```
/// grant   daftar.example/central-asia/a1+9f2c01aa may sign as an author
/// revoke  daftar.example/central-asia/a1+9f2c01aa may sign no more: it was compromised
///         what it signed from entry 7 on is doubted, and what it admitted
/// ```
struct ControlWords {
    let origin: Origin
    /// The entry that holds a statement, where that is known.
    var entry: (Hash) -> Int? = { _ in nil }

    init(origin: Origin) { self.origin = origin }

    /// For a statement of this ledger. Nil where it names no ledger at all.
    init?(_ statement: Statement, in ledger: Ledger?) {
        guard let origin = Origin(statement.ledger) else { return nil }
        self.origin = origin
        entry = { hash in (try? ledger?.entry(ofStatement: hash)).flatMap(\.self) }
    }

    /// Nil for what is no control statement, or none that is understood here.
    func lines(_ statement: Statement) -> [String]? { lines(statement.type, statement.body) }

    func lines(_ draft: ControlDraft) -> [String] { lines(draft.type, draft.body) ?? [] }

    private func lines(_ type: StatementType, _ body: [UInt8]) -> [String]? {
        guard type.isControl, let json = try? CanonicalJSON.parse(body),
            let control = try? ControlBody(type: type, json, origin: origin)
        else { return nil }
        switch control {
        case .grant(let key, let role): return ["grant  \(key.nameAndID) may sign as \(role.words)"]
        case .revoke(let key, let reason, let since): return revocation(key, reason, since)
        case .withdrawal(let hash, let digests):
            let reason = json["reason"]?.string ?? ""
            return ["withdrawal  \(Words.count(digests.count, "part")) of \(name(hash)) taken out for good: \(reason)"]
        case .release(let hash, let digests):
            return [
                "release  \(Words.count(digests.count, "part")) of \(name(hash)) that \(digests.count == 1 ? "was" : "were") withheld, now published"
            ]
        case .amendment(let amendment): return Self.amendment(amendment)
        case .charter(let charter): return Self.charter(charter)
        }
    }

    private func name(_ hash: Hash) -> String {
        entry(hash).map { "entry \($0)" } ?? "the entry with statement \(hash.base64.middleCut(8, 4))"
    }

    private func revocation(_ key: VerifierKey, _ reason: RevocationReason, _ since: Int?) -> [String] {
        var lines = ["revoke  \(key.nameAndID) may sign no more: \(reason.words)"]
        if let since {
            lines.append("        what it signed from entry \(since) on is doubted, and the keys it admitted there")
        }
        return lines
    }

    private static func amendment(_ amendment: Amendment) -> [String] {
        var lines = texts("title", amendment.title) + texts("description", amendment.description)
        if let languages = amendment.languages { lines.append("languages  \(languages.joined(separator: ", "))") }
        if let licence = amendment.licence { lines.append("licence  \(licence)") }
        if let approvals = amendment.approvals { lines.append(rule(approvals)) }
        return lines.map { "amendment  \($0)" }
    }

    private static func charter(_ charter: Charter) -> [String] {
        texts("title", charter.title) + ["licence  \(charter.licence)", rule(charter.approvals)]
            + charter.keys.map { "\($0.role.rawValue)  \($0.vkey.nameAndID)" }
    }

    private static func texts(_ name: String, _ texts: [String: String]?) -> [String] {
        (texts ?? [:]).sorted { $0.key < $1.key }.map { "\(name) (\($0.key))  \($0.value)" }
    }

    private static func rule(_ approvals: Int) -> String {
        "approvals  \(approvals): \(Words.count(approvals, "editor signs", "editors sign")) a control entry\(approvals > 1 ? " together" : "")"
    }
}

extension Role {
    var words: String { self == .author ? "an author" : "an editor" }
}

extension RevocationReason {
    var words: String {
        switch self {
        case .retired: "it is retired"
        case .superseded: "another key took its place"
        case .compromised: "it was compromised"
        }
    }
}
