/// Step 2: a note of exactly three lines; the policy's origin; the ledger's signature; the quorum of cosignatures.
extension VerificationPass {
    mutating func checkCheckpoints() throws(LedgerReadError) {
        report.asksForWitnesses = request.anchors?.policy.asksForWitnesses ?? false
        let current = try read(.checkpoint)
        if let current {
            report.signedCheckpoint = current
            report.checkpoint = current.checkpoint
            let signatures = check(current)
            take(signatures, of: current.checkpoint)
            report.isQuorumMet = signatures?.isQuorumMet ?? false
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
                report.findings.append(Finding(.checkpointForm, "\(place.path): \(error.words)"))
                return nil
            }
        }
    }

    /// A pending checkpoint is checked like the other, but for the quorum; it must extend it.
    private mutating func checkPending(_ pending: SignedCheckpoint, isAlone: Bool) {
        let signatures = check(pending)
        let head = pending.checkpoint
        (report.pending, report.signedPending) = (head, pending)
        if isAlone { take(signatures, of: head) }
        if let current = report.checkpoint, head.size < current.size || head.origin != current.origin {
            report.findings.append(Finding(.pendingDisagrees, "\(head.size) entries"))
        } else if signatures?.ledger.isEmpty != true {
            heads.append(head)
            if head.size > report.checkpoint?.size ?? 0 { report.notes.append(Note(.pending, "\(head.size)")) }
        }
    }

    /// The keys of the policy that signed a checkpoint; nil where there is no policy.
    private mutating func check(_ signed: SignedCheckpoint) -> CheckpointSignatures? {
        guard let policy = request.anchors?.policy else { return nil }
        let signatures = CheckpointSignatures(signed, policy)
        if !signatures.isOriginRight {
            report.findings.append(Finding(.checkpointOrigin, signed.checkpoint.origin.text))
        }
        for key in signatures.invalid { report.findings.append(Finding(.checkpointSignature, key.nameAndID)) }
        if signatures.ledger.isEmpty {
            report.findings.append(Finding(.checkpointUnsigned, signed.strangers(to: policy)))
        }
        return signatures
    }

    private mutating func take(_ signatures: CheckpointSignatures?, of head: Checkpoint) {
        report.origin = head.origin
        report.ledgerKeys = signatures?.ledger ?? []
        report.witnesses = signatures?.witnesses ?? []
    }
}

extension SignedCheckpoint {
    /// Who says to have signed it, in a few words: after a key was rotated, that is how a reader with older anchors
    /// learns why they no longer fit.
    fileprivate func strangers(to policy: Policy) -> String {
        let own = note.signatures.filter { signature in
            signature.name == checkpoint.origin.text && !policy.ledgerKeys.contains(where: signature.claims)
        }.map(\.nameAndID)
        return own.isEmpty ? "" : "signed as \(own.prefix(4).joined(separator: ", ")), which the policy does not list"
    }
}

extension SignedCheckpoint.ParseError {
    fileprivate var words: String {
        switch self {
        case .text: "no origin, size and root"
        case .note(.tooLong): "too large"
        case .note(.utf8): "not UTF-8"
        case .note(.control): "a control character"
        case .note(.noSignature): "no signature"
        case .note(.signatureLine): "a line that is no signature"
        }
    }
}
