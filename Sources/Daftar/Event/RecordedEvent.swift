import Synchronization

/// An event as a ledger has it now: what it says, who signed that, and what others signed about it.
///
/// It never changes. What it says is taken apart when somebody first asks: an export that passes on the stored bytes never
/// does.
public final class RecordedEvent: Sendable {
    public let index: Int
    public let leaf: Hash
    /// The statement hash: what other statements refer to it by.
    public let statement: Hash
    public let recorded: RecordedDay
    /// Who signed what is shown: the event, or the correction in force.
    public let signers: [String]
    /// What they had seen of the ledger.
    public let seen: Seen
    public let marks: Marks
    /// Parts of the content that are not public, by their paths: somebody opened them from their own vault.
    public let privateParts: [String]
    /// The content as it is stored; nil where it is not stored so.
    public let stored: StoredMembers?
    private let opened: Mutex<EventContent?>

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

    /// An event with `stored`, what it says, as it is stored.
    public init(
        index: Int, leaf: Hash, statement: Hash, recorded: RecordedDay, signers: [String], seen: Seen,
        stored: StoredMembers, marks: Marks
    ) {
        (self.index, self.leaf, self.statement, self.recorded) = (index, leaf, statement, recorded)
        (self.signers, self.seen, self.marks) = (signers, seen, marks)
        (self.stored, privateParts) = (stored, [])
        opened = Mutex(nil)
    }

    private init(_ event: RecordedEvent, _ content: EventContent, privateParts: [String]) {
        (index, leaf, statement, recorded) = (event.index, event.leaf, event.statement, event.recorded)
        (signers, seen, marks) = (event.signers, event.seen, event.marks)
        (stored, self.privateParts) = (nil, privateParts)
        opened = Mutex(content)
    }

    /// What it says.
    public var content: EventContent {
        opened.withLock { opened in
            if let opened { return opened }
            // What could be looked through can be taken apart.
            let content = (stored?.bytes).flatMap(StoredContent.decode) ?? EventContent()
            opened = content
            return content
        }
    }

    /// How many parts of it are not shown for this reason.
    public func count(_ reason: EventContent.NotShown) -> Int { stored?.count(reason) ?? content.count(reason) }

    /// How many parts of it are not shown.
    public var notShownCount: Int { EventContent.NotShown.allCases.reduce(0) { $0 + count($1) } }

    /// The text of its date.
    public var dateText: String? { stored.map { $0.text("date") } ?? content.fields["date"]?.string }

    /// True where what its sources say of the date can't all be true.
    public var sourcesDisagree: Bool { stored?.has("dates") == false ? false : content.sourcesDisagree }

    /// Appends all that is shown of the content, fields and lists together, as one canonical object.
    public func appendContent(to bytes: inout [UInt8]) {
        if let stored { return stored.append(to: &bytes) }
        var members = content.fields
        for list in content.lists { members[list.name] = .array(list.parts.compactMap(\.value)) }
        CanonicalJSON.append(.object(members), to: &bytes)
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
        RecordedEvent(self, content, privateParts: privateParts)
    }
}
