/// A witness's private key under the name that it cosigns with (C2SP tlog-cosignature, type 0x04).
public struct WitnessSigner: Sendable {
    public let key: SigningKey
    public let verifierKey: VerifierKey

    public init(_ key: SigningKey, name: String) throws(VerifierKey.ParseError) {
        self.key = key
        verifierKey = try VerifierKey(
            name: name, type: VerifierKey.SignatureType.cosignature, publicKey: key.publicKey)
    }

    /// The line that says: at `time`, this was the largest tree of its ledger that this witness had seen, and it grew
    /// from all that it had seen before. Whether that is so is for the caller to know.
    ///
    /// `time`: seconds since 1970, at least 1.
    public func cosign(_ checkpoint: Checkpoint, at time: Int64) throws(OpenSSLError) -> SignedNote.Signature {
        precondition(time >= 1, "a cosignature has a time")
        let stamp = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: time >> Int64($0)) }
        let signature = try key.sign(Cosignature.message(time: time, checkpoint: checkpoint.text))
        return SignedNote.Signature(name: verifierKey.name, id: verifierKey.id, bytes: stamp + signature)
    }
}
