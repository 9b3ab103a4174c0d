/// Whose signatures stand under a checkpoint, by a policy (C2SP tlog-policy).
///
/// Lines by keys that the policy does not name say nothing. A line by a key that it names must verify.
public struct CheckpointSignatures: Sendable {
    /// The ledger's keys that signed.
    public private(set) var ledger: [VerifierKey] = []
    /// The witnesses that cosigned, at a time of 1 or later.
    public private(set) var witnesses: [Policy.Witness] = []
    /// Known keys whose line does not verify: somebody altered it.
    public private(set) var invalid: [VerifierKey] = []
    public let isOriginRight: Bool
    public private(set) var isQuorumMet = false

    public init(_ signed: SignedCheckpoint, _ policy: Policy) {
        isOriginRight = signed.checkpoint.origin == policy.origin
        var cosigners: Set<Int> = []
        for signature in signed.note.signatures {
            if let key = policy.ledgerKeys.first(where: { signature.claims($0) }) {
                // Ed25519 has one signature for a text: a second line by the same key was put there by somebody else.
                let isValid = Self.verifies(signature.bytes, signed.note.text, key) && !ledger.contains(key)
                if isValid { ledger.append(key) } else { invalid.append(key) }
            } else if let number = policy.witnesses.firstIndex(where: { signature.claims($0.key) }) {
                let key = policy.witnesses[number].key
                switch Self.cosigns(signature.bytes, signed.note.text, key) {
                case true?: cosigners.insert(number)
                case false?: invalid.append(key)
                case nil: break
                }
            }
        }
        witnesses = cosigners.sorted().map { policy.witnesses[$0] }
        isQuorumMet = policy.quorum.isMet(by: cosigners)
    }

    private static func verifies(_ signature: [UInt8], _ message: [UInt8], _ key: VerifierKey) -> Bool {
        Ed25519.Verifier(publicKey: key.material)?.verifies(signature: signature.span, over: message.span) ?? false
    }

    /// Nil for a cosignature without a usable time: it does not count, and is no forgery.
    private static func cosigns(_ bytes: [UInt8], _ text: [UInt8], _ key: VerifierKey) -> Bool? {
        guard bytes.count == Cosignature.byteCount else { return false }
        return Cosignature(bytes).map { $0.verifies(text, key) }
    }
}
