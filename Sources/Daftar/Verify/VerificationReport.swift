/// What a verification found, whole: a result, never an error. Words and colours are other people's work.
public struct VerificationReport: Sendable {
    public enum Verdict: Hashable, Sendable {
        case intact
        case notIntact
        /// Consistent, but nobody vouches for it: no chosen anchors, or the quorum is short.
        case unvouched
        /// The same as intact, of a bundle that says which entries' content it leaves out: that part nobody could check.
        case selection
        /// Entries from here on need a newer verifier.
        case needsNewer(from: Int)

        /// DESIGN §7.
        public var exitCode: Int32 {
            switch self {
            case .intact, .selection: 0
            case .notIntact: 3
            case .unvouched: 4
            case .needsNewer: 5
            }
        }
    }

    /// How the ledger compares with what this machine verified before.
    public enum Memory: Hashable, Sendable {
        case nothing
        case same
        case grew(from: Int)
        /// Another history or an older state: there is a finding too.
        case contradicts(Checkpoint)

        public var isContradicted: Bool { if case .contradicts = self { true } else { false } }
    }

    public internal(set) var origin: Origin?
    public internal(set) var checkpoint: Checkpoint?
    public internal(set) var pending: Checkpoint?
    /// As read: its signature lines are needed for proofs.
    public internal(set) var signedCheckpoint: SignedCheckpoint?
    public internal(set) var signedPending: SignedCheckpoint?
    /// The newest that the ledger's key signed, whether its quorum is there or not.
    public var newest: SignedCheckpoint? {
        guard let signedPending, signedPending.checkpoint.size > signedCheckpoint?.checkpoint.size ?? 0 else {
            return signedCheckpoint
        }
        return signedPending
    }
    /// How many entries were looked at: those of the pending checkpoint too.
    public internal(set) var size = 0
    public internal(set) var charter: Hash?
    /// What the charter, as amended, says: for a person to recognise the ledger by.
    public internal(set) var lastDay: RecordedDay?

    public internal(set) var isChosen = false
    public internal(set) var ledgerKeys: [VerifierKey] = []
    public internal(set) var witnesses: [Policy.Witness] = []
    public internal(set) var isQuorumMet = false
    public internal(set) var asksForWitnesses = false

    public internal(set) var findings: [Finding] = []
    public internal(set) var notes: [Note] = []
    public internal(set) var signatureCount = 0
    public internal(set) var shownParts = 0
    /// Parts by entry.
    public internal(set) var withdrawn: [Int: Int] = [:]
    public internal(set) var withheld: [Int: Int] = [:]
    public internal(set) var doubted: [Int] = []
    /// What was looked at is a bundle of a selection, and no whole ledger.
    public internal(set) var isSelection = false
    /// Parts by entry that the selection leaves out: neither checked nor called missing.
    public internal(set) var leftOut: [Int: Int] = [:]
    /// Captures that are shown and said to be public.
    var captures: [PublicCapture] = []
    /// The same, by the entry that shows it and the digest that it signed.
    public var publicCaptures: [(entry: Int, digest: Hash)] { captures.map { ($0.entry, $0.digest) } }
    public internal(set) var evidenceFiles = 0
    public internal(set) var timestamps: [TimestampVerdict] = []
    public internal(set) var needsNewerFrom: Int?
    public internal(set) var memory = Memory.nothing

    public init() {}

    public var verdict: Verdict {
        if !findings.isEmpty { return .notIntact }
        if let needsNewerFrom { return .needsNewer(from: needsNewerFrom) }
        guard isChosen && isQuorumMet else { return .unvouched }
        return isSelection ? .selection : .intact
    }
}

/// What one timestamp response says, once it was checked.
public struct TimestampVerdict: Hashable, Sendable {
    /// Everything up to this many entries existed then.
    public let size: Int
    /// As the authority wrote it, `2026-11-24T10:00:00Z`.
    public let time: String
    public let authority: String

    public init(size: Int, time: String, authority: String) {
        (self.size, self.time, self.authority) = (size, time, authority)
    }
}
