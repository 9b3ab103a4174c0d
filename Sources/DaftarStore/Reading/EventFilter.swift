public import Daftar

/// Which events are asked for. What is not given filters nothing; what is given must all be true of an event as it is shown
/// at the moment that is looked at.
public struct EventFilter: Hashable, Sendable {
    /// Days that the event's date must lie in.
    public var period: EDTF.Period?
    /// Also those whose date only may lie there, or lies there in part.
    public var includesTouching = false
    /// A kind, or the beginning of its path: `disruption` for `disruption/shutdown` too.
    public var kind: String?
    /// An ISO 3166 code; a state for its parts too.
    public var place: String?
    /// An actor's id, or words that stand together in a name or another spelling of it, the last maybe only begun. What
    /// finds one spelling of an actor finds its id, however an event names it.
    public var actor: String?
    /// What an actor does.
    public var role: String?
    /// A source's id; words of its publisher or host, the last maybe only begun; or the beginning of its
    /// address up to a slash or further, with or without `https://` and `www.`.
    public var source: String?
    /// Words of a source's publisher, the last maybe only begun.
    public var publisher: String?
    /// A language tag of a source; `tg` for `tg-Cyrl` too.
    public var language: String?
    /// Keys of which one signed what is shown.
    public var author: Set<VerifierKey>?
    /// The status of its assessment.
    public var status: String?
    /// What was said about it since.
    public var mark: Mark?
    /// A relation that it states.
    public var relation: String?
    /// The only entries that are asked for.
    public var entries: Set<Int>?
    /// Words that must occur; `base*` for what begins so, quotes for words that stand together.
    public var words: String?

    /// What a reader is told beside an event. Remarks and corrections count where they are in force.
    public enum Mark: String, Hashable, Sendable, CaseIterable {
        case corrected, retracted, disputed, endorsed, doubted, withdrawn
    }

    public init() {}

    /// True where nothing is asked for.
    var isEmpty: Bool { self == EventFilter() || self == EventFilter(includesTouching: true) }

    private init(includesTouching: Bool) { self.includesTouching = includesTouching }
}

/// Where in the order to read.
public struct EventWindow: Hashable, Sendable {
    /// Nil for all.
    public var limit: Int?
    public var offset = 0
    /// The latest first.
    public var isReversed = false
    public var order = Order.date

    /// By what events are ordered.
    public enum Order: Hashable, Sendable {
        /// By their dates, then by slug or hash: the order of a timeline.
        case date
        /// By entry: how a table keeps them. It says nothing of when they happened.
        case entry
    }

    public init(limit: Int? = nil, offset: Int = 0, isReversed: Bool = false, order: Order = .date) {
        (self.limit, self.offset, self.isReversed, self.order) = (limit, offset, isReversed, order)
    }
}

/// How many events a filter lets through.
public struct EventCount: Hashable, Sendable {
    /// Those that are listed, window or not.
    public let matching: Int
    /// Those that the period touches only, and that are not listed.
    public let touchingOnly: Int
    /// All events of the ledger.
    public let all: Int
    /// There are more than `matching` and `touchingOnly` say: nobody counted on.
    public var isOpen = false
}

/// A page of events, and what is not on it.
public struct FoundEvents: Sendable {
    public let events: [RecordedEvent]
    /// Open where there are more than ``Ledger/countedEvents``.
    public let count: EventCount
    /// Too many had the words to be put in the order of their dates: they come by entry.
    public let isInEntryOrder: Bool
}
