/// What a verifier chose to trust before it looked at a ledger: whose keys, and which charter (DESIGN §4.6).
public struct TrustAnchors: Hashable, Sendable {
    public let policy: Policy
    /// The leaf hash of entry 0: pins who may speak.
    public let charter: Hash
    /// Certificates of timestamp authorities, PEM; empty where there are none.
    public let timestampAuthorities: [UInt8]

    public init(policy: Policy, charter: Hash, timestampAuthorities: [UInt8] = []) {
        (self.policy, self.charter, self.timestampAuthorities) = (policy, charter, timestampAuthorities)
    }

    /// Reads `Keys/charter`: 44 characters and a newline.
    public static func charterPin(_ bytes: [UInt8]) -> Hash? {
        guard bytes.count == Hash.base64Count + 1, bytes.last == UInt8(ascii: "\n") else { return nil }
        return Hash(base64: bytes.span)
    }

    /// Names the pair under which a verifier remembers what it saw: SHA-256 of origin, newline, charter pin.
    public var memoryKey: Hash { Hash.sha256(Array("\(policy.origin)\n\(charter.base64)".utf8)) }
}
