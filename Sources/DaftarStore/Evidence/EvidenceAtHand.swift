import Daftar

/// Where a capture may be that has to be published: in `evidence/` already, or waiting. An event whose public capture is
/// nowhere is refused, for every verifier would miss it.
struct EvidenceAtHand: Sendable {
    let published: LedgerDirectory?
    let staged: StagedEvidence

    func missing(_ digests: [Hash]) -> [Hash] {
        digests.filter { digest in
            let isPublished = ((try? published?.byteCount(of: .evidence(digest))) ?? nil) != nil
            return !isPublished && !staged.holds(digest)
        }
    }
}
