extension Policy {
    /// The ledger's keys that signed a checkpoint, and whether its cosignatures make the quorum. Lines by other keys, and
    /// lines that do not verify, count for nothing here: telling them apart is the verifier's business.
    public func signatures(on signed: SignedCheckpoint) -> (ledgerKeys: [VerifierKey], isQuorumMet: Bool) {
        let note = signed.note
        let keys = ledgerKeys.filter { key in
            note.signatures.contains { $0.claims(key) && Policy.verifies($0.bytes, note.text, key) }
        }
        let cosigned = witnesses.indices.filter { number in
            note.signatures.contains {
                $0.claims(witnesses[number].key) && Policy.cosigns($0.bytes, note.text, witnesses[number].key)
            }
        }
        return (keys, quorum.isMet(by: Set(cosigned)))
    }

    private static func verifies(_ signature: [UInt8], _ message: [UInt8], _ key: VerifierKey) -> Bool {
        Ed25519.Verifier(publicKey: key.material)?.verifies(signature: signature.span, over: message.span) ?? false
    }

    private static func cosigns(_ bytes: [UInt8], _ text: [UInt8], _ key: VerifierKey) -> Bool {
        guard let cosignature = Cosignature(bytes) else { return false }
        return verifies(cosignature.signature, Cosignature.message(time: cosignature.time, checkpoint: text), key)
    }
}
