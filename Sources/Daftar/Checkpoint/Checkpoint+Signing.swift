extension SignedCheckpoint {
    /// Signs a checkpoint with the ledger's keys. Ed25519 is deterministic: the same bytes each time.
    public static func sign(_ checkpoint: Checkpoint, _ signers: [NoteSigner]) throws(SigningError) -> SignedCheckpoint
    {
        guard !signers.isEmpty else { throw .noKey }
        var note = SignedNote(text: checkpoint.text, signatures: [])
        for signer in signers {
            guard signer.verifierKey.name == checkpoint.origin.text else {
                throw .keyOfOtherLedger(signer.verifierKey.name)
            }
            do { note.merge(try signer.sign(checkpoint.text)) } catch { throw .openSSL(error) }
        }
        return SignedCheckpoint(checkpoint: checkpoint, note: note)
    }
}
