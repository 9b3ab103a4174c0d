/// What one version of an event says otherwise than another: field by field, lists element by element.
///
/// ```
/// title.en               "Regulator blocks …" → "Regulator throttles …"
/// actors.beg-sabur.role  ["signatory"] → ["witness"]
/// sources.reuters        added
/// ```
///
/// It is empty exactly where both say the same, and read backwards it is the way back.
public struct EventDiff: Hashable, Sendable {
    /// One thing that is otherwise.
    public struct Change: Hashable, Sendable {
        /// Where: the field or list, then the element by its handle, then the member. Empty for fields that are not shown
        /// and so have no name.
        public let place: [String]
        public let what: What

        public init(place: [String], what: What) { (self.place, self.what) = (place, what) }
    }

    public enum What: Hashable, Sendable {
        case added(JSONValue)
        case removed(JSONValue)
        case changed(from: JSONValue, to: JSONValue)
        /// The elements that both have stand in another order.
        case reordered
        /// Other parts are not shown: so many of each reason, before and after.
        case notShown(from: [EventContent.NotShown: Int], to: [EventContent.NotShown: Int])
    }

    /// Fields by name, then lists by name.
    public private(set) var changes: [Change] = []

    public var isEmpty: Bool { changes.isEmpty }

    /// True where all that is otherwise is which parts are shown: nobody said anything new.
    public var isOnlyNotShown: Bool { changes.allSatisfy { if case .notShown = $0.what { true } else { false } } }

    /// `ignoring`: fields that are no part of what happened, such as a correction's `reason`.
    public init(from old: EventContent, to new: EventContent, ignoring: Set<String> = ["reason"]) {
        let lists = Set(old.lists.map(\.name) + new.lists.map(\.name))
        let fields = Set(old.fields.keys).union(new.fields.keys).subtracting(lists).subtracting(ignoring)
        for name in EventDiff.ordered(fields) { compare(old.fields[name], new.fields[name], at: [name]) }
        if old.fieldsNotShown != new.fieldsNotShown {
            add([], .notShown(from: old.fieldsNotShown, to: new.fieldsNotShown))
        }
        for name in EventDiff.ordered(lists) { compareList(old.parts(name), new.parts(name), name) }
    }

    static func ordered(_ names: some Sequence<String>) -> [String] {
        names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private mutating func add(_ place: [String], _ what: What) { changes.append(Change(place: place, what: what)) }

    // MARK: Values

    /// Maps are compared member by member, so that a text in one language is not said to have changed in all.
    private mutating func compare(_ old: JSONValue?, _ new: JSONValue?, at place: [String]) {
        switch (old, new) {
        case _ where old == new: break
        case (.object(let before), .object(let after)) where !before.isEmpty && !after.isEmpty:
            for name in EventDiff.ordered(Set(before.keys).union(after.keys)) {
                compare(before[name], after[name], at: place + [name])
            }
        case (let before?, let after?): add(place, .changed(from: before, to: after))
        case (nil, let after?): add(place, .added(after))
        case (let before?, nil): add(place, .removed(before))
        case (nil, nil): break
        }
    }

    // MARK: Lists

    private mutating func compareList(_ old: [EventContent.Part], _ new: [EventContent.Part], _ name: String) {
        let pairing = ElementPairing(old, new)
        for (before, after) in pairing.pairs where old[before] != new[after] {
            compare(old[before].value, new[after].value, at: EventDiff.place(name, old[before]))
        }
        for part in pairing.onlyOld.map({ old[$0] }) {
            if let value = part.value { add(EventDiff.place(name, part), .removed(value)) }
        }
        for part in pairing.onlyNew.map({ new[$0] }) {
            if let value = part.value { add(EventDiff.place(name, part), .added(value)) }
        }
        let closed = EventDiff.counts(pairing.onlyOld.map { old[$0] })
        let opened = EventDiff.counts(pairing.onlyNew.map { new[$0] })
        if closed != opened { add([name], .notShown(from: closed, to: opened)) }
        if pairing.isReordered { add([name], .reordered) }
    }

    private static func place(_ list: String, _ part: EventContent.Part) -> [String] {
        [list] + (part.value.flatMap(ElementPairing.handle).map { [$0] } ?? [])
    }

    private static func counts(_ parts: [EventContent.Part]) -> [EventContent.NotShown: Int] {
        parts.reduce(into: [:]) { counts, part in
            if case .notShown(let reason) = part { counts[reason, default: 0] += 1 }
        }
    }
}
