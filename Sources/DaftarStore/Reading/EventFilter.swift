public import Daftar

/// Which events are asked for. What is not given filters nothing.
public struct EventFilter: Hashable, Sendable {
    /// Days that the event's date must lie in.
    public var period: EDTF.Period?
    /// Also those whose date only may lie there, or lies there in part.
    public var includesTouching = false
    /// A kind, or the beginning of its path: `disruption` for `disruption/shutdown` too.
    public var kind: String?
    /// An ISO 3166 code; a state for its parts too.
    public var place: String?
    /// An actor's id, or a part of the name.
    public var actor: String?
    /// A source's id, or a part of its publisher or address.
    public var source: String?
    /// Words that must occur; `base*` for what begins so, quotes for words that stand together.
    public var words: String?

    public init() {}

    /// True where nothing is asked for.
    var isEmpty: Bool {
        words == nil && period == nil && kind == nil && place == nil && actor == nil && source == nil
    }

    /// True where words are all that is asked for.
    var isWordsAlone: Bool {
        words != nil && period == nil && kind == nil && place == nil && actor == nil && source == nil
    }
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
}
