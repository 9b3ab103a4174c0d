/// Whose signatures make a checkpoint good: the ledger's keys, witnesses and their quorum (C2SP tlog-policy).
///
/// ```
/// log daftar.example/central-asia+2f0c11aa+AZmgfefXbl7z/o80tQClSctiTNDQdZ8t9NSdUJ9qVWPI
/// witness w1 daftar.example/witness+b09bb7b1+BCf5HA74bxWp6LN6lH0EnRu4ENLlnuQPPkNd8eT40+fp
/// quorum w1
/// ```
public struct Policy: Hashable, Sendable {
    public struct Witness: Hashable, Sendable {
        /// What the policy's own groups call it.
        public let name: String
        public let key: VerifierKey
    }

    /// A rule over witnesses: at least `threshold` of the members.
    public indirect enum Quorum: Hashable, Sendable {
        case none
        case witness(Int)
        case group(threshold: Int, members: [Quorum])

        /// True where the witnesses at these positions suffice.
        public func isMet(by witnesses: Set<Int>) -> Bool {
            switch self {
            case .none: true
            case .witness(let index): witnesses.contains(index)
            case .group(let threshold, let members): members.count { $0.isMet(by: witnesses) } >= threshold
            }
        }
    }

    public struct ParseError: Error, Hashable, Sendable {
        /// From 1; 0 for what is wrong with the file as a whole.
        public let line: Int
        public let problem: String
    }

    public let origin: Origin
    public let ledgerKeys: [VerifierKey]
    public let witnesses: [Witness]
    public let quorum: Quorum
    /// The quorum's own name in the file, `none` without one.
    public let quorumName: String

    /// True where some witness must have cosigned.
    public var asksForWitnesses: Bool { quorum != .none }

    /// A policy of one ledger key and no witness.
    public init(origin: Origin, ledgerKeys: [VerifierKey]) {
        (self.origin, self.ledgerKeys) = (origin, ledgerKeys)
        (self.witnesses, self.quorum, self.quorumName) = ([], .none, "none")
    }

    /// Reads a policy file. Others write these, so white space, comments and addresses are taken as tlog-policy has them.
    public init(parsing bytes: [UInt8]) throws(ParseError) {
        var parser = PolicyParser()
        try parser.read(bytes)
        self = try parser.finish()
    }

    init(origin: Origin, ledgerKeys: [VerifierKey], witnesses: [Witness], quorum: Quorum, quorumName: String) {
        (self.origin, self.ledgerKeys, self.witnesses) = (origin, ledgerKeys, witnesses)
        (self.quorum, self.quorumName) = (quorum, quorumName)
    }
}
