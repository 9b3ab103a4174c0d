/// An event as a ledger has it now: what it says, who signed that, and what others signed about it.
public struct RecordedEvent: Sendable {
    public let index: Int
    public let leaf: Hash
    /// The statement hash: what other statements refer to it by.
    public let statement: Hash
    public let recorded: RecordedDay
    /// Who signed what is shown: the event, or the correction in force.
    public let signers: [String]
    /// What they had seen of the ledger.
    public let seen: Seen
    public let content: EventContent
    public let marks: Marks
    /// Parts of the content that are not public, by their paths: somebody opened them from their own vault.
    public private(set) var privateParts: [String] = []

    /// What stands in the ledger about an event.
    public struct Marks: Hashable, Sendable {
        /// The correction whose content is shown.
        public var correctedBy: Int?
        /// All corrections, in force or not, ascending.
        public var corrections: [Int] = []
        /// The retraction in force.
        public var retractedBy: Int?
        /// Remarks in force, by what they are.
        public var disputedBy: [Int] = []
        public var endorsedBy: [Int] = []
        public var relatedBy: [Int] = []
        /// Without the signatures of a stolen key it would lack one.
        public var isDoubted = false
        /// The day of the last entry that changed what is shown of it; nil where none did.
        public var changed: RecordedDay?

        public init() {}
    }

    public init(
        index: Int, leaf: Hash, statement: Hash, recorded: RecordedDay, signers: [String], seen: Seen,
        content: EventContent, marks: Marks
    ) {
        (self.index, self.leaf, self.statement, self.recorded) = (index, leaf, statement, recorded)
        (self.signers, self.seen, self.content, self.marks) = (signers, seen, content, marks)
    }

    /// What a table's column `private` says of a row: the parts in it that are not public, or `no`.
    ///
    /// - Parameters:
    ///   - list: the list that the row is an element of; nil for the event itself.
    ///   - number: its place in that list.
    public func privateCell(_ list: String?, _ number: Int?) -> String {
        var parts = privateParts
        if let list { parts = parts.filter { $0 == list || $0 == "\(list).\(number ?? 0)" } }
        return parts.isEmpty ? "no" : parts.joined(separator: "; ")
    }

    /// The same with parts that are not public.
    public func opened(_ content: EventContent, privateParts: [String]) -> RecordedEvent {
        var event = RecordedEvent(
            index: index, leaf: leaf, statement: statement, recorded: recorded, signers: signers, seen: seen,
            content: content, marks: marks)
        event.privateParts = privateParts
        return event
    }
}
