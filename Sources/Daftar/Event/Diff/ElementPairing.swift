/// Which element of a list became which of another: the same ones first, then those of the same handle, in order.
struct ElementPairing {
    /// Positions in the old list and in the new one, ascending in the old.
    private(set) var pairs: [(old: Int, new: Int)] = []
    private(set) var onlyOld: [Int] = []
    private(set) var onlyNew: [Int] = []

    init(_ old: [EventContent.Part], _ new: [EventContent.Part]) {
        (onlyOld, onlyNew) = (Array(old.indices), Array(new.indices))
        pair(old.map(Optional.init), new.map(Optional.init))
        pair(old.map { $0.value.flatMap(ElementPairing.handle) }, new.map { $0.value.flatMap(ElementPairing.handle) })
        pairs.sort { $0.old < $1.old }
    }

    /// True where elements that both lists have stand in another order.
    var isReordered: Bool { zip(pairs, pairs.dropFirst()).contains { $0.new > $1.new } }

    /// Pairs what is left and has the same key; what has none stays alone.
    private mutating func pair<Key: Hashable>(_ old: [Key?], _ new: [Key?]) {
        var waiting: [Key: [Int]] = [:]
        for position in onlyNew.reversed() { if let key = new[position] { waiting[key, default: []].append(position) } }
        var taken: Set<Int> = []
        onlyOld = onlyOld.filter { position in
            guard let key = old[position], let partner = waiting[key]?.popLast() else { return true }
            pairs.append((position, partner))
            taken.insert(partner)
            return false
        }
        onlyNew.removeAll(where: taken.contains)
    }

    /// What a person would know an element by: its id, else the one member that says which it is.
    static func handle(_ value: JSONValue) -> String? {
        guard let object = value.object else { return nil }
        return handles.lazy.compactMap { object[$0]?.string }.first
    }

    /// Of actors, instruments and sources; dates; locations; quotes; targets; relations; captures; quantities.
    private static let handles = ["id", "edtf", "code", "text", "domain", "service", "to", "digest", "unit"]
}
