/// Which entries are doubted: those that would lack a signature without the keys that were stolen (DESIGN §4.7).
///
/// Doubt never takes effect away from a control entry, so one pass over the keys in the order of their grants finds it.
struct Doubt: Sendable {
    /// Who signed an entry, and what it needed. Few different ones occur, so entries hold a number.
    struct Signing: Hashable, Sendable {
        let signers: [Int]
        let requirement: Requirement

        /// True where an entry of this signing would lack a signature without those that are doubted from `since` on.
        func isDoubted(_ entry: Int, _ since: [Int?], _ rights: Rights) -> Bool {
            let trusted = signers.filter { entry < since[$0] ?? .max && rights.signers[$0].isUnderstood }
            return !requirement.isMet(by: trusted, of: signers, rights)
        }
    }

    private var signings: [Signing] = []
    private var numbers: [Signing: UInt32] = [:]
    /// By entry: a number of a signing; `.max` for one that had a finding, which has no effect to doubt.
    private var entries = PagedArray<UInt32>()

    mutating func add(_ judgement: Judgement?) {
        guard let judgement, judgement.isGood else { return entries.append(.max) }
        let signing = Signing(signers: judgement.signers, requirement: judgement.requirement)
        if let number = numbers[signing] { return entries.append(number) }
        let number = UInt32(truncatingIfNeeded: signings.count)
        numbers[signing] = number
        signings.append(signing)
        entries.append(number)
    }

    /// The doubted entries, ascending.
    func doubted(_ rights: Rights) -> [Int] {
        guard rights.signers.contains(where: { $0.since != nil }) else { return [] }
        let since = rights.doubtedSince { grant in signing(of: grant).map { ($0.signers, $0.requirement) } }
        return (1..<max(1, entries.count)).filter { signing(of: $0)?.isDoubted($0, since, rights) ?? false }
    }

    private func signing(of entry: Int) -> Signing? {
        guard entry < entries.count, entries[entry] != .max else { return nil }
        return signings[Int(entries[entry])]
    }
}
