public import Daftar

/// Everything that stands in a ledger about one event, in its order.
public struct EventHistory: Sendable {
    public let event: SignedContent
    /// Corrections, retractions and remarks of it, remarks that relate another event to it, and retractions of remarks.
    public let later: [SignedContent]
    /// Parts of any of these that were taken out or shown later.
    public let parts: [PartsChange]

    /// A withdrawal or a release: how many parts of which entry.
    public struct PartsChange: Hashable, Sendable {
        public enum What: String, Hashable, Sendable { case withdrawal, release }

        public let entry: Int
        public let recorded: RecordedDay
        public let what: What
        public let of: Int
        public let count: Int
        /// Stolen keys signed it; it stays in force.
        public let isDoubted: Bool
    }

    /// What an entry has for an effect.
    public enum State: Hashable, Sendable {
        case inForce
        /// A stolen key signed it.
        case doubted
        /// A later correction took its place.
        case superseded(by: Int)
        /// It, or the event that it corrects, was retracted.
        case retracted(by: Int)
    }

    public func state(of entry: SignedContent) -> State {
        if entry.isDoubted { return .doubted }
        switch entry.type {
        case .event: return retraction(of: entry.entry).map { .retracted(by: $0) } ?? .inForce
        case .correction:
            if let retractedBy { return .retracted(by: retractedBy) }
            guard let shown = correctedBy, shown != entry.entry else { return .inForce }
            return .superseded(by: shown)
        case .remark: return retraction(of: entry.entry).map { .retracted(by: $0) } ?? .inForce
        default:
            let first = entry.about.flatMap(retraction)
            return first == nil || first == entry.entry ? .inForce : .retracted(by: first ?? entry.entry)
        }
    }

    /// The retraction in force; it is final.
    public var retractedBy: Int? { retraction(of: event.entry) }

    /// The correction in force: of those that are not doubted the last one, while no retraction is in force.
    public var correctedBy: Int? {
        retractedBy == nil ? later.last { $0.type == .correction && !$0.isDoubted }?.entry : nil
    }

    /// The version that is shown: the correction in force, or the event itself.
    public var shown: SignedContent {
        correctedBy.flatMap { number in later.first { $0.entry == number } } ?? event
    }

    /// The first retraction in force of the event or of a remark.
    public func retraction(of entry: Int) -> Int? {
        later.first { $0.type == .retraction && $0.about == entry && !$0.isDoubted }?.entry
    }

    /// What was shown before a correction: the last correction before it that is not doubted, or the event itself.
    public func version(before correction: SignedContent) -> SignedContent {
        later.last { $0.type == .correction && $0.entry < correction.entry && !$0.isDoubted } ?? event
    }

    /// What a correction says otherwise than the version before it.
    public func diff(of correction: SignedContent) -> EventDiff {
        EventDiff(from: version(before: correction).content, to: correction.content)
    }
}
