public import Daftar

/// What differs between the anchors that were accepted and new ones, so that a rotation of keys does not look like an
/// attack, nor the reverse.
public enum TrustChange: Hashable, Sendable {
    case ledgerKeyAdded(VerifierKey)
    case ledgerKeyRemoved(VerifierKey)
    case witnessAdded(VerifierKey)
    case witnessRemoved(VerifierKey)
    /// Another rule over the witnesses, maybe the same witnesses.
    case quorum
    /// Another entry 0: another ledger under the same name.
    case charter(old: Hash, new: Hash)
    case timestampAuthorities

    /// All that changes from `old` to `new`, the gravest first; none where they are the same.
    public static func between(_ old: TrustAnchors, _ new: TrustAnchors) -> [TrustChange] {
        var changes: [TrustChange] = []
        if old.charter != new.charter { changes.append(.charter(old: old.charter, new: new.charter)) }
        changes += difference(old.policy.ledgerKeys, new.policy.ledgerKeys, ledgerKeyRemoved, ledgerKeyAdded)
        changes += difference(
            old.policy.witnesses.map(\.key), new.policy.witnesses.map(\.key), witnessRemoved, witnessAdded)
        if rule(old.policy) != rule(new.policy) { changes.append(.quorum) }
        if old.timestampAuthorities != new.timestampAuthorities { changes.append(.timestampAuthorities) }
        return changes
    }

    private static func difference(
        _ old: [VerifierKey], _ new: [VerifierKey], _ removed: (VerifierKey) -> TrustChange,
        _ added: (VerifierKey) -> TrustChange
    ) -> [TrustChange] {
        old.filter { !new.contains($0) }.map(removed) + new.filter { !old.contains($0) }.map(added)
    }

    /// A quorum that names its witnesses by key: their order in the file and their names there mean nothing.
    private indirect enum Rule: Hashable {
        case none
        case key(VerifierKey)
        case group(Int, Set<Rule>)
    }

    private static func rule(_ policy: Policy) -> Rule {
        func rule(_ quorum: Policy.Quorum) -> Rule {
            switch quorum {
            case .none: .none
            case .witness(let index): .key(policy.witnesses[index].key)
            case .group(let threshold, let members): .group(threshold, Set(members.map(rule)))
            }
        }
        return rule(policy.quorum)
    }
}
