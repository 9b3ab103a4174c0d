import Daftar
import GRDB

/// By what events are counted.
public enum EventGroups: String, Hashable, Sendable, CaseIterable {
    case kind, place, month, actor
}

/// How many of the events that match have what in common. An event with two places counts for each of them.
public struct EventTally: Hashable, Sendable {
    public struct Group: Hashable, Sendable {
        /// A kind, a place's code, a month, an actor's id; of an actor without one its name.
        public let key: String
        /// Of an actor: what it is called.
        public let name: String?
        /// How many events.
        public let count: Int
        /// Of a month: how many more may have happened in it. One that may be of several months counts in each.
        public let perhaps: Int
    }

    /// The largest first; months as they follow each other.
    public let groups: [Group]
    /// Events in no group: without a kind, a place or an actor that is shown; of months those without a first or a last
    /// day, or of more than ten years.
    public let ungrouped: Int
    /// All events that match.
    public let events: Int
}

extension Ledger {
    /// Counts the events that match, in groups.
    public func tally(_ filter: EventFilter, by groups: EventGroups, at size: Int? = nil) throws(StoreError)
        -> EventTally
    {
        try database.read { db in
            let moment = try EventMoment(db, at: size)
            guard let query = try EventQuery(db, filter, moment) else {
                return EventTally(groups: [], ungrouped: 0, events: 0)
            }
            let counting = TallyQuery(db, query)
            return switch groups {
            case .kind: try counting.kinds()
            case .place: try counting.parts("code, NULL", of: "places")
            case .actor:
                try counting.parts("ifnull(nullif(id, ''), name), min(name)", of: "actors")
            case .month: try counting.months()
            }
        }
    }
}
