/// Step 10: each capture that is shown and said to be public is in `evidence/`, with the digest that was signed.
extension VerificationPass {
    mutating func checkEvidence() throws(LedgerReadError) {
        var seen: Set<Hash> = []
        for capture in report.captures where seen.insert(capture.digest).inserted {
            let place = LedgerPlace.evidence(capture.digest)
            guard let found = try digest(of: place) else {
                report.findings.append(Finding(.evidenceMissing, entry: capture.entry, place.path))
                continue
            }
            report.evidenceFiles += 1
            if found != capture.digest {
                report.findings.append(Finding(.evidenceAltered, entry: capture.entry, place.path))
            }
        }
    }

    /// SHA-256 of a file of any size, read in pieces.
    private func digest(of place: LedgerPlace) throws(LedgerReadError) -> Hash? {
        var sha = SHA256()
        var offset = 0
        while let piece = try request.files.read(place, from: offset, count: 1 << 20) {
            if piece.isEmpty { return sha.finish() }
            sha.update(piece.span)
            offset += piece.count
        }
        return nil
    }
}
