/// Step 2: a note of exactly three lines; the policy's origin; the ledger's signature; the quorum of cosignatures.
extension VerificationPass {
    mutating func checkCheckpoints() throws(LedgerReadError) {
        report.asksForWitnesses = request.anchors?.policy.asksForWitnesses ?? false
        let current = try read(.checkpoint)
        if let current {
            report.signedCheckpoint = current
            report.checkpoint = current.checkpoint
            report.origin = current.checkpoint.origin
            let signers = check(current)
            report.ledgerKeys = signers.ledger
            report.witnesses = signers.witnesses
            report.isQuorumMet = signers.isQuorumMet
            heads.append(current.checkpoint)
        }
        if let pending = try read(.pendingCheckpoint) { checkPending(pending, isAlone: current == nil) }
        if heads.isEmpty, report.findings.isEmpty { report.findings.append(Finding(.checkpointMissing)) }
    }

    private mutating func read(_ place: LedgerPlace) throws(LedgerReadError) -> SignedCheckpoint? {
        switch try request.files.read(place, limit: Limits.checkpoint) {
        case .absent: return nil
        case .tooLarge:
            report.findings.append(Finding(.checkpointForm, "\(place.path) is larger than 64 KiB"))
            return nil
        case .bytes(let bytes):
            do { return try SignedCheckpoint(parsing: bytes) } catch {
                report.findings.append(Finding(.checkpointForm, "\(place.path): \(error)"))
                return nil
            }
        }
    }

    /// A pending checkpoint is checked like the other, but for the quorum; it must extend it.
    private mutating func checkPending(_ pending: SignedCheckpoint, isAlone: Bool) {
        let signers = check(pending)
        let head = pending.checkpoint
        report.pending = head
        if isAlone {
            report.origin = head.origin
            report.ledgerKeys = signers.ledger
            report.witnesses = signers.witnesses
        }
        if let current = report.checkpoint, head.size < current.size || head.origin != current.origin {
            report.findings.append(Finding(.pendingDisagrees, "\(head.size) entries"))
        } else if request.anchors == nil || !signers.ledger.isEmpty {
            heads.append(head)
            if head.size > report.checkpoint?.size ?? 0 { report.notes.append(Note(.pending, "\(head.size)")) }
        }
    }

    /// The keys of the policy that signed a checkpoint.
    private mutating func check(
        _ signed: SignedCheckpoint
    ) -> (ledger: [VerifierKey], witnesses: [Policy.Witness], isQuorumMet: Bool) {
        guard let policy = request.anchors?.policy else { return ([], [], false) }
        if signed.checkpoint.origin != policy.origin {
            report.findings.append(Finding(.checkpointOrigin, signed.checkpoint.origin.text))
        }
        var ledger: [VerifierKey] = [], witnesses: Set<Int> = []
        for signature in signed.note.signatures {
            if let key = policy.ledgerKeys.first(where: { signature.claims($0) }) {
                if verifies(signature.bytes, signed.note.text, key) { ledger.append(key) } else { invalid(key.nameAndID) }
            } else if let number = policy.witnesses.firstIndex(where: { signature.claims($0.key) }) {
                let key = policy.witnesses[number].key
                switch cosigns(signature.bytes, signed.note.text, key) {
                case true?: witnesses.insert(number)
                case false?: invalid(key.nameAndID)
                case nil: break
                }
            }
            // Lines by other keys are kept and say nothing to us.
        }
        if ledger.isEmpty { report.findings.append(Finding(.checkpointUnsigned)) }
        return (ledger, witnesses.sorted().map { policy.witnesses[$0] }, policy.quorum.isMet(by: witnesses))
    }

    private mutating func invalid(_ key: String) {
        report.findings.append(Finding(.checkpointSignature, key))
    }

    private func verifies(_ signature: [UInt8], _ message: [UInt8], _ key: VerifierKey) -> Bool {
        Ed25519.Verifier(publicKey: key.material)?.verifies(signature: signature.span, over: message.span) ?? false
    }

    /// Nil for a cosignature without a usable time: it does not count, and is no forgery.
    private func cosigns(_ bytes: [UInt8], _ text: [UInt8], _ key: VerifierKey) -> Bool? {
        guard bytes.count == 8 + Ed25519.signatureCount else { return false }
        guard let cosignature = Cosignature(bytes) else { return nil }
        return verifies(cosignature.signature, Cosignature.message(time: cosignature.time, checkpoint: text), key)
    }
}
