public import Daftar

/// What is new in a ledger, checked by itself. Everything older was taken from this machine's verified store, and not
/// read again (DESIGN §5).
public struct NewEntries: Sendable {
    /// The newest head: the checkpoint's, or that of one which waits for its quorum.
    public let head: Checkpoint
    /// The first entry that was read: as many as the store had.
    public let first: Int
    /// How many entries have the witnesses that the policy asks for.
    public internal(set) var witnessedSize: Int
    public internal(set) var witnesses: [Policy.Witness]
    public internal(set) var isQuorumMet: Bool
    public internal(set) var signatureCount = 0
    public internal(set) var notes: [Note] = []
    /// Entries of the whole ledger that are doubted by now.
    public internal(set) var doubted: [Int] = []
    public internal(set) var lastDay: RecordedDay?
}

/// What a check of what is new came to.
public enum NewCheck: Sendable {
    case good(NewEntries)
    /// Only a check of everything can say.
    case takesAll(Reason)

    /// Why what is new can't be judged by itself.
    public enum Reason: Hashable, Sendable {
        /// There is no verified store to go on from.
        case nothingVerified
        /// The files have fewer entries than this machine has seen.
        case smaller(Int)
        /// They are of another history than this machine has seen.
        case otherHistory
        /// The checkpoint is not there, or not as it should be.
        case checkpoint
        /// A new entry is not good by itself.
        case entry(Int)
        /// A new entry takes out or shows content of older ones.
        case olderContent(Int)
        /// A new entry names captures that are published.
        case captures(Int)
        /// A published file is not what the entries lead to.
        case file(String)
    }
}
