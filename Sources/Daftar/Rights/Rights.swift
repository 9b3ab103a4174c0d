/// Who may sign what, at one point of a ledger: it follows from the entries before that point and from nothing else
/// (DESIGN §4.7). Entries are applied in order, and only those without a finding.
public struct Rights: Sendable {
    /// A key that the ledger admitted, and what became of it.
    public struct Signer: Sendable {
        public let key: VerifierKey
        public let role: Role
        /// The entry that admitted it.
        public let granted: Int
        /// Where it was revoked first; it may not sign from there on.
        public internal(set) var revoked: Int?
        public internal(set) var reason: RevocationReason?
        /// How often it was revoked: twice at most, the second time as compromised.
        public internal(set) var revocations = 0
        /// Signatures from this index on are doubted: the lowest that a revocation named.
        public internal(set) var since: Int?
        /// The `seen` of its latest good entry.
        public internal(set) var lastSeen = 0
        /// Nil for a signature type that this program does not know.
        let verifier: Ed25519.Verifier?

        public var isActive: Bool { revoked == nil }
        public var isUnderstood: Bool { verifier != nil }
    }

    public let origin: Origin
    /// Keys that may never be admitted: the ledger's and the witnesses'.
    private let foreign: Set<[UInt8]>
    public private(set) var signers: [Signer] = []
    private var index = SignerIndex()
    private var materials: Set<[UInt8]> = []
    /// So many editors sign a control statement; 0 before there is a charter.
    public private(set) var approvals = 0

    /// `policy`: whose keys are kept out. Nil where there are no anchors.
    public init(origin: Origin, policy: Policy?) {
        self.origin = origin
        foreign = Set((policy?.ledgerKeys ?? []).map(\.material) + (policy?.witnesses ?? []).map(\.key.material))
    }

    /// The position in `signers` of the key with this `name+id`.
    @inline(__always)
    func position(of nameAndID: Span<UInt8>) -> Int? { index.first(nameAndID) }

    /// The position in `signers` of a key.
    public func position(of key: VerifierKey) -> Int? {
        let name = Array(key.nameAndID.utf8)
        guard let position = index.first(name.span), signers[position].key == key else { return nil }
        return position
    }

    public var activeEditors: Int { signers.count { $0.isActive && $0.role == .editor } }

    /// True where `key` may be admitted: neither it nor its name was, ever, and it is nobody else's.
    public func mayAdmit(_ key: VerifierKey) -> Bool {
        let name = Array(key.nameAndID.utf8)
        return !materials.contains(key.material) && index.first(name.span) == nil && !foreign.contains(key.material)
    }

    // MARK: Changes

    mutating func admit(_ key: VerifierKey, _ role: Role, at entry: Int) {
        materials.insert(key.material)
        index.append(key.nameAndID)
        let verifier = key.isUnderstood ? Ed25519.Verifier(publicKey: key.material) : nil
        signers.append(Signer(key: key, role: role, granted: entry, verifier: verifier))
    }

    mutating func revoke(_ position: Int, _ reason: RevocationReason, since: Int?, at entry: Int) {
        signers[position].revocations += 1
        if signers[position].revoked == nil { signers[position].revoked = entry }
        signers[position].reason = reason
        if let since { signers[position].since = min(since, signers[position].since ?? since) }
    }

    /// Puts back what became of a signer.
    mutating func restore(_ position: Int, _ saved: SavedSigner) {
        signers[position].revoked = saved.revoked
        signers[position].reason = saved.reason
        signers[position].revocations = saved.revocations
        signers[position].since = saved.since
        signers[position].lastSeen = saved.lastSeen
    }

    mutating func setApprovals(_ number: Int) { approvals = number }

    /// Notes the `seen` of a good entry for a key. Public for the store, which keeps it between runs.
    public mutating func noteSeen(_ size: Int, by position: Int) { signers[position].lastSeen = size }
}
