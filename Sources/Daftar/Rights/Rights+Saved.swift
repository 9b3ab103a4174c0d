/// How rights are kept between runs, so that a writer need not read a million entries to append one more.
extension Rights {
    /// One signer, as plain values.
    public struct SavedSigner: Hashable, Sendable {
        public var key: VerifierKey
        public var role: Role
        public var granted: Int
        public var revoked: Int?
        public var reason: RevocationReason?
        public var revocations: Int
        public var since: Int?
        public var lastSeen: Int

        public init(
            key: VerifierKey, role: Role, granted: Int, revoked: Int?, reason: RevocationReason?, revocations: Int,
            since: Int?, lastSeen: Int
        ) {
            (self.key, self.role, self.granted, self.revoked) = (key, role, granted, revoked)
            (self.reason, self.revocations, self.since, self.lastSeen) = (reason, revocations, since, lastSeen)
        }
    }

    /// The signers, in the order of their grants.
    public var saved: [SavedSigner] {
        signers.map {
            SavedSigner(
                key: $0.key, role: $0.role, granted: $0.granted, revoked: $0.revoked, reason: $0.reason,
                revocations: $0.revocations, since: $0.since, lastSeen: $0.lastSeen)
        }
    }

    /// The rights that `saved` and `approvals` were taken from.
    public init(origin: Origin, policy: Policy?, restoring saved: [SavedSigner], approvals: Int) {
        self.init(origin: origin, policy: policy)
        for (position, signer) in saved.enumerated() {
            admit(signer.key, signer.role, at: signer.granted)
            restore(position, signer)
        }
        setApprovals(approvals)
    }
}

extension Requirement {
    /// A few words, for a table: `any`, `one of 1 4`, `editors 2`, `all or editors 2`, `itself`, `charter`.
    public var text: String {
        switch self {
        case .anySigner: "any"
        case .oneOf(let positions): (["one of"] + positions.map(String.init)).joined(separator: " ")
        case .editors(let count): "editors \(count)"
        case .allOrEditors(let count): "all or editors \(count)"
        case .itself: "itself"
        case .charter: "charter"
        }
    }

    /// Reads what `text` writes.
    public init?(_ text: String) {
        let words = text.split(separator: " ").map(String.init), numbers = words.compactMap { Int($0) }
        switch (words.first, words.count - numbers.count, numbers.count) {
        case ("any", 1, 0): self = .anySigner
        case ("one", 2, _): self = .oneOf(numbers)
        case ("editors", 1, 1): self = .editors(numbers[0])
        case ("all", 3, 1): self = .allOrEditors(numbers[0])
        case ("itself", 1, 0): self = .itself
        case ("charter", 1, 0): self = .charter
        default: return nil
        }
    }
}
