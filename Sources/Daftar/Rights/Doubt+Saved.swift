/// The rule of doubt, for whoever can say who signed a grant: the verifier from what it has read, the store from its tables.
extension Rights {
    /// From which entry on each key is doubted: by a revocation that says since when, or because the entry that granted
    /// it is doubted.
    ///
    /// - Parameter grant: who signed an entry, and what that had to meet; nil where it is not known.
    public func doubtedSince(grant: (Int) throws -> ([Int], Requirement)?) rethrows -> [Int?] {
        var since = signers.map(\.since)
        guard since.contains(where: { $0 != nil }) else { return since }
        for (position, signer) in signers.enumerated() where signer.granted > 0 {
            guard let (by, requirement) = try grant(signer.granted) else { continue }
            if Doubt.Signing(signers: by, requirement: requirement).isDoubted(signer.granted, since, self) {
                since[position] = min(signer.granted, since[position] ?? .max)
            }
        }
        return since
    }

    /// The first entry from which on everything of one signing is doubted; nil for never. As entries go on, more of its
    /// keys are doubted and never fewer, so there is one such point.
    public func doubtBegins(signers: [Int], _ requirement: Requirement, since: [Int?]) -> Int? {
        let signing = Doubt.Signing(signers: signers, requirement: requirement)
        return signers.compactMap { since[$0] }.sorted().first { signing.isDoubted($0, since, self) }
    }
}
