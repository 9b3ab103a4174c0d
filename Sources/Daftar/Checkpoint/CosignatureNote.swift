/// A witness's answer on its way back to the ledger: the text of the checkpoint that it saw, and its line below it.
///
/// ```
/// daftar.example/central-asia
/// 15
/// WFVHEwx5Ehq5nBeofBWcXyAx60Iv6xHtOxWY1i13GYw=
///
/// — daftar.example/witness sJu3sQAAAABqHj…
/// ```
/// It comes from outside, so each line is checked: a witness of the policy, at a time, over this text, and once.
public struct CosignatureNote: Hashable, Sendable {
    /// One witness's line, which verifies.
    public struct Line: Hashable, Sendable {
        public let witness: Policy.Witness
        /// Seconds since 1970.
        public let time: Int64
        public let signature: SignedNote.Signature
    }

    public enum Fault: Error, Hashable, Sendable {
        case form
        /// It is over the checkpoint of another ledger.
        case otherLedger(Origin)
        /// The ledger's own key can't be its own witness.
        case ledgersOwn(String)
        /// A key that is no witness of the policy.
        case stranger(String)
        /// Without a time that counts, from 1 on: it says nothing about what else its witness saw.
        case noTime(VerifierKey)
        case invalid(VerifierKey)
        /// Two lines by one witness, which is still one witness.
        case twice(VerifierKey)
    }

    public let checkpoint: Checkpoint
    public let lines: [Line]

    public init(parsing bytes: [UInt8], _ policy: Policy) throws(Fault) {
        guard let signed = try? SignedCheckpoint(parsing: bytes) else { throw .form }
        guard signed.checkpoint.origin == policy.origin else { throw .otherLedger(signed.checkpoint.origin) }
        var lines: [Line] = []
        for signature in signed.note.signatures {
            // A witness may hand back the whole checkpoint: the ledger's signature is no news.
            if policy.ledgerKeys.contains(where: { signature.claims($0) }) { continue }
            let line = try CosignatureNote.line(signature, signed.note.text, policy)
            if lines.contains(where: { $0.witness == line.witness }) { throw .twice(line.witness.key) }
            lines.append(line)
        }
        guard !lines.isEmpty else { throw .ledgersOwn(policy.origin.text) }
        (checkpoint, self.lines) = (signed.checkpoint, lines)
    }

    private static func line(
        _ signature: SignedNote.Signature, _ text: [UInt8], _ policy: Policy
    ) throws(Fault) -> Line {
        guard let witness = policy.witnesses.first(where: { signature.claims($0.key) }) else {
            let isLedgers = signature.name.utf8.elementsEqual(policy.origin.text.utf8)
            throw isLedgers ? .ledgersOwn(signature.name) : .stranger(signature.name)
        }
        guard let cosignature = Cosignature(signature.bytes) else {
            throw signature.bytes.count == Cosignature.byteCount ? .noTime(witness.key) : .invalid(witness.key)
        }
        guard cosignature.verifies(text, witness.key) else { throw .invalid(witness.key) }
        return Line(witness: witness, time: cosignature.time, signature: signature)
    }
}
