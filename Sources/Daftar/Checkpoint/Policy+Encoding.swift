extension Policy {
    /// The one spelling in which we write a policy: the ledger's keys, the witnesses, the groups, the quorum.
    ///
    /// ```
    /// log daftar.example/central-asia+2f0c11aa+AZmgfefXbl7z/o80tQClSctiTNDQdZ8t9NSdUJ9qVWPI
    /// witness w1 daftar.example/witness+b09bb7b1+BCf5HA74bxWp6LN6lH0EnRu4ENLlnuQPPkNd8eT40+fp
    /// quorum w1
    /// ```
    ///
    /// Comments, addresses and groups that no quorum needs are not kept; what it asks for is the same.
    public var text: String {
        var groups = GroupWriter(self)
        let name = groups.write(quorum, named: quorumName)
        return ledgerKeys.map { "log \($0.text)\n" }.joined()
            + witnesses.map { "witness \($0.name) \($0.key.text)\n" }.joined() + groups.lines.joined()
            + "quorum \(name)\n"
    }
}

/// Writes groups before those that they are members of: a name is defined on a line before it is used.
private struct GroupWriter {
    private let policy: Policy
    private var names: Set<String>
    private(set) var lines: [String] = []

    init(_ policy: Policy) {
        self.policy = policy
        names = Set(policy.witnesses.map(\.name) + [policy.quorumName, "none"])
    }

    /// Returns the name of the rule. `named`: what the outermost group is called.
    mutating func write(_ rule: Policy.Quorum, named: String?) -> String {
        switch rule {
        case .none: return "none"
        case .witness(let index): return policy.witnesses[index].name
        case .group(let threshold, let members):
            let words = members.map { write($0, named: nil) }
            let name = named ?? freeName()
            lines.append("group \(name) \(threshold) \(words.joined(separator: " "))\n")
            return name
        }
    }

    private mutating func freeName() -> String {
        var number = 1
        while !names.insert("group-\(number)").inserted { number += 1 }
        return "group-\(number)"
    }
}
