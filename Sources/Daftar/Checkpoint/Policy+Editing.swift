/// Changes to a policy: how a ledger's key is rotated, and how witnesses come and go (DESIGN §4.6).
///
/// A rotation takes two changes. First the new key is listed beside the old one and both sign; once the readers have taken
/// the new anchors, the old key is taken out.
extension Policy {
    public enum EditError: Error, Hashable, Sendable {
        /// The key's name is not the ledger's origin.
        case otherOrigin(String)
        /// Type 0x01 for the ledger's keys, 0x04 for witnesses.
        case otherType(String)
        /// The raw key is listed already, under whatever name.
        case listed(String)
        case notListed(String)
        /// A ledger without a key of its own.
        case lastLedgerKey
        /// The quorum needs this witness: another quorum has to be named with the change.
        case quorumNeeds(String)
        /// So many of so many witnesses.
        case quorum(Int, of: Int)
    }

    public mutating func add(ledgerKey key: VerifierKey) throws(EditError) {
        guard key.name == origin.text else { throw .otherOrigin(key.nameAndID) }
        guard key.type == VerifierKey.SignatureType.ed25519 else { throw .otherType(key.nameAndID) }
        try checkIsNew(key)
        self = with(ledgerKeys: ledgerKeys + [key])
    }

    public mutating func remove(ledgerKey key: VerifierKey) throws(EditError) {
        guard ledgerKeys.contains(key) else { throw .notListed(key.nameAndID) }
        guard ledgerKeys.count > 1 else { throw .lastLedgerKey }
        self = with(ledgerKeys: ledgerKeys.filter { $0 != key })
    }

    /// Adds a witness that may cosign; the quorum stays what it is.
    public mutating func add(witness key: VerifierKey) throws(EditError) {
        guard key.type == VerifierKey.SignatureType.cosignature else { throw .otherType(key.nameAndID) }
        try checkIsNew(key)
        let names = Set(witnesses.map(\.name) + [quorumName, "none"])
        // A name is there for the groups only; theirs are `group-…` and the quorum's own.
        let name = (1...).lazy.map { "w\($0)" }.first { !names.contains($0) } ?? "w"
        self = with(witnesses: witnesses + [Witness(name: name, key: key)])
    }

    /// Takes a witness out. Where the quorum needs it, the quorum is set anew first.
    public mutating func remove(witness key: VerifierKey) throws(EditError) {
        guard let index = witnesses.firstIndex(where: { $0.key == key }) else { throw .notListed(key.nameAndID) }
        guard let rest = Policy.without(index, quorum) else { throw .quorumNeeds(key.nameAndID) }
        var left = witnesses
        left.remove(at: index)
        self = with(witnesses: left, quorum: rest)
    }

    /// Asks for so many of these witnesses; for none with 0.
    public mutating func ask(for threshold: Int, of keys: [VerifierKey]) throws(EditError) {
        guard (0...keys.count).contains(threshold) else { throw .quorum(threshold, of: keys.count) }
        var members: [Quorum] = []
        for key in keys {
            guard let index = witnesses.firstIndex(where: { $0.key == key }) else { throw .notListed(key.nameAndID) }
            members.append(.witness(index))
        }
        if threshold == 0 { return self = with(quorum: Quorum.none, quorumName: "none") }
        if members.count == 1, let only = witnesses.first(where: { $0.key == keys[0] }) {
            return self = with(quorum: members[0], quorumName: only.name)
        }
        let names = Set(witnesses.map(\.name))
        let name = ["quorum", "the-quorum"].first { !names.contains($0) } ?? "witnesses"
        self = with(quorum: .group(threshold: threshold, members: members), quorumName: name)
    }

    // MARK: Steps

    private func checkIsNew(_ key: VerifierKey) throws(EditError) {
        let listed = ledgerKeys + witnesses.map(\.key)
        if listed.contains(where: { $0.material == key.material }) { throw .listed(key.nameAndID) }
    }

    private func with(
        ledgerKeys: [VerifierKey]? = nil, witnesses: [Witness]? = nil, quorum: Quorum? = nil, quorumName: String? = nil
    ) -> Policy {
        Policy(
            origin: origin, ledgerKeys: ledgerKeys ?? self.ledgerKeys, witnesses: witnesses ?? self.witnesses,
            quorum: quorum ?? self.quorum, quorumName: quorumName ?? self.quorumName)
    }

    /// The rule as it reads once the witness at `index` is gone; nil where it names that witness.
    private static func without(_ index: Int, _ rule: Quorum) -> Quorum? {
        switch rule {
        case .none: return Quorum.none
        case .witness(let other): return other == index ? nil : .witness(other > index ? other - 1 : other)
        case .group(let threshold, let members):
            let rest = members.compactMap { without(index, $0) }
            return rest.count == members.count ? .group(threshold: threshold, members: rest) : nil
        }
    }
}
