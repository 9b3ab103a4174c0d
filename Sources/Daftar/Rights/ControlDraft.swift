/// Why content is taken out of a ledger.
public enum WithdrawalReason: String, Hashable, Sendable, CaseIterable {
    case safety, privacy, legal, error
}

/// A control statement that is about to be signed: exactly the fields of its type, all in the clear (DESIGN §4.2).
///
/// ```
/// {"role":"author","type":"grant","vkey":"daftar.example/central-asia/a1+9f2c01aa+AQ…"}
/// ```
public enum ControlDraft: Hashable, Sendable {
    case grant(VerifierKey, Role)
    /// `since`: an index, and only where editors say `compromised`.
    case revoke(VerifierKey, RevocationReason, since: Int?)
    /// `of`: the statement hash of the entry that holds the content; `digests`: in whatever order.
    case withdrawal(of: Hash, digests: Set<Hash>, WithdrawalReason)
    case release(of: Hash, digests: Set<Hash>)
    case amendment(Amendment)

    public var type: StatementType {
        switch self {
        case .grant: .grant
        case .revoke: .revoke
        case .withdrawal: .withdrawal
        case .release: .release
        case .amendment: .amendment
        }
    }

    /// The body as it is signed: one line of canonical JSON.
    public var body: [UInt8] { CanonicalJSON.encode(.object(members)) }

    private var members: JSONObject {
        switch self {
        case .grant(let key, let role):
            return ["type": "grant", "vkey": .string(key.text), "role": .string(role.rawValue)]
        case .revoke(let key, let reason, let since):
            var members: JSONObject = [
                "type": "revoke", "vkey": .string(key.text), "reason": .string(reason.rawValue),
            ]
            members["since"] = since.map { .integer($0) }
            return members
        case .withdrawal(let hash, let digests, let reason):
            return [
                "type": "withdrawal", "of": .string(hash.base64), "digests": Self.list(digests),
                "reason": .string(reason.rawValue),
            ]
        case .release(let hash, let digests):
            return ["type": "release", "of": .string(hash.base64), "digests": Self.list(digests)]
        case .amendment(let amendment): return amendment.members
        }
    }

    /// Ascending by their text, as a reader asks for.
    private static func list(_ digests: Set<Hash>) -> JSONValue {
        .array(digests.map(\.base64).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { .string($0) })
    }
}

extension Amendment {
    fileprivate var members: JSONObject {
        var members: JSONObject = ["type": "amendment"]
        members["title"] = title.map { .object(JSONObject($0)) }
        members["description"] = description.map { .object(JSONObject($0)) }
        members["languages"] = languages.map { .array($0.map { .string($0) }) }
        members["licence"] = licence.map { .string($0) }
        members["approvals"] = approvals.map { .integer($0) }
        return members
    }
}
