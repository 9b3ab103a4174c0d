/// What a key may do in a ledger.
public enum Role: String, Hashable, Sendable, CaseIterable {
    /// Signs events and remarks, and corrects what it signed itself.
    case author
    /// Signs everything; several together where the ledger's `approvals` ask for it.
    case editor
}

/// Why a key was revoked.
public enum RevocationReason: String, Hashable, Sendable, CaseIterable {
    case retired, superseded, compromised
}

/// A control statement's body, with exactly the fields of its type (DESIGN §4.2).
public enum ControlBody: Hashable, Sendable {
    case charter(Charter)
    case grant(VerifierKey, Role)
    /// `since` is an index: signatures by the key from there on are doubted.
    case revoke(VerifierKey, RevocationReason, since: Int?)
    case withdrawal(of: Hash, digests: [Hash])
    case release(of: Hash, digests: [Hash])
    case amendment(Amendment)

    /// What is wrong with a control statement's fields.
    public enum Fault: Error, Hashable, Sendable {
        case missing(String)
        case surplus(String)
        case value(String)
    }

    /// Reads the body of a control statement.
    public init(type: StatementType, _ body: JSONValue, origin: Origin) throws(Fault) {
        var fields = ControlFields(body, origin: origin)
        switch type {
        case .charter: self = .charter(try Charter(&fields))
        case .amendment: self = .amendment(try Amendment(&fields))
        case .grant: self = .grant(try fields.verifierKey(), try fields.role("role"))
        case .revoke: self = try ControlBody.revocation(&fields)
        case .withdrawal:
            self = .withdrawal(of: try fields.hash("of"), digests: try fields.digests())
            _ = try fields.word("reason", of: WithdrawalReason.allCases.map(\.rawValue))
        case .release: self = .release(of: try fields.hash("of"), digests: try fields.digests())
        default: throw .value("type")
        }
        try fields.finish()
    }

    /// The keys that it admits where it has its effect.
    var admitted: [VerifierKey] {
        switch self {
        case .charter(let charter): charter.keys.map(\.vkey)
        case .grant(let key, _): [key]
        default: []
        }
    }

    private static func revocation(_ fields: inout ControlFields) throws(Fault) -> ControlBody {
        let key = try fields.verifierKey()
        let word = try fields.word("reason", of: RevocationReason.allCases.map(\.rawValue))
        guard let reason = RevocationReason(rawValue: word) else { throw .value("reason") }
        return .revoke(key, reason, since: try fields.optional("since") { $0.integer.flatMap { $0 >= 0 ? $0 : nil } })
    }
}

/// What a ledger says of itself; each part may be amended.
public struct Amendment: Hashable, Sendable {
    public let title: [String: String]?
    public let description: [String: String]?
    public let languages: [String]?
    public let licence: String?
    public let approvals: Int?

    /// What is nil stays as it is; one part at least has to change.
    public init(
        title: [String: String]? = nil, description: [String: String]? = nil, languages: [String]? = nil,
        licence: String? = nil, approvals: Int? = nil
    ) {
        (self.title, self.description, self.languages) = (title, description, languages)
        (self.licence, self.approvals) = (licence, approvals)
    }

    init(_ fields: inout ControlFields) throws(ControlBody.Fault) {
        title = try fields.optional("title", ControlFields.textByLanguage)
        description = try fields.optional("description", ControlFields.textByLanguage)
        languages = try fields.optional("languages") { $0.strings.flatMap { $0.isEmpty ? nil : $0 } }
        licence = try fields.optional("licence", \.string)
        approvals = try fields.optional("approvals") { $0.integer.flatMap { $0 >= 1 ? $0 : nil } }
        guard title != nil || description != nil || languages != nil || licence != nil || approvals != nil else {
            throw .missing("title")
        }
    }
}

/// Entry 0: what the ledger is, and who may speak first.
public struct Charter: Hashable, Sendable {
    public struct Key: Hashable, Sendable {
        public let vkey: VerifierKey
        public let role: Role
    }

    /// Another ledger that this one continues.
    public struct Continuation: Hashable, Sendable {
        public let ledger: Origin
        public let size: Int
        public let root: Hash
    }

    public let title: [String: String]
    public let description: [String: String]
    public let languages: [String]
    public let licence: String
    public let approvals: Int
    public let keys: [Key]
    public let continues: Continuation?

    init(_ fields: inout ControlFields) throws(ControlBody.Fault) {
        title = try fields.required("title", ControlFields.textByLanguage)
        description = try fields.required("description", ControlFields.textByLanguage)
        languages = try fields.required("languages") { $0.strings.flatMap { $0.isEmpty ? nil : $0 } }
        licence = try fields.required("licence", \.string)
        approvals = try fields.required("approvals") { $0.integer.flatMap { $0 >= 1 ? $0 : nil } }
        keys = try Charter.keys(&fields)
        continues = try fields.optional("continues", Charter.continuation)
        guard approvals <= keys.count(where: { $0.role == .editor }) else { throw .value("approvals") }
    }

    private static func keys(_ fields: inout ControlFields) throws(ControlBody.Fault) -> [Key] {
        let elements = try fields.required("keys") { $0.array.flatMap { $0.isEmpty ? nil : $0 } }
        var keys: [Key] = []
        for element in elements {
            var inner = ControlFields(element, origin: fields.origin)
            guard element.object?.count == 2, let key = try? inner.verifierKey(), let role = try? inner.role("role"),
                !keys.contains(where: { $0.vkey.material == key.material || $0.vkey.nameAndID == key.nameAndID })
            else { throw .value("keys") }
            keys.append(Key(vkey: key, role: role))
        }
        return keys
    }

    private static func continuation(_ value: JSONValue) -> Continuation? {
        guard value.object?.count == 3, let ledger = value["ledger"]?.string.flatMap(Origin.init),
            let root = value["root"]?.string.flatMap({ Hash(base64: $0) }), let size = value["size"]?.integer, size >= 1
        else { return nil }
        return Continuation(ledger: ledger, size: size, root: root)
    }
}
