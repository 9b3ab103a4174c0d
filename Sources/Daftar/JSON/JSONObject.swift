/// The members of an object, in the one order that they are written in: ascending by key (RFC 8785 §3.2.3).
///
/// An object has few members, and their keys are short ASCII. Sorted in one array they are read, looked up, compared and
/// written faster than from a hash table, and nobody sorts them once more.
public struct JSONObject: Hashable, Sendable {
    private struct Member: Hashable, Sendable {
        let key: String
        var value: JSONValue
    }

    private var members: [Member] = []

    public init() {}

    /// Of a key that comes twice, the last value stays.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        for (key, value) in members { self[key] = value }
    }

    /// Of texts by key, such as text by language.
    public init(_ texts: [String: String]) { self.init(texts.lazy.map { ($0.key, .string($0.value)) }) }

    /// Of numbers by key, such as counts by kind.
    public init(_ counts: [String: Int]) { self.init(counts.lazy.map { ($0.key, .integer($0.value)) }) }

    public var keys: [String] { members.map(\.key) }
    public var values: [JSONValue] { members.map(\.value) }

    /// The value under `key`; setting nil takes the member away.
    public subscript(key: String) -> JSONValue? {
        get {
            let place = place(of: key)
            return isKey(key, at: place) ? members[place].value : nil
        }
        set {
            let place = place(of: key), isThere = isKey(key, at: place)
            switch newValue {
            case let value? where isThere: members[place].value = value
            case let value?: members.insert(Member(key: key, value: value), at: place)
            case nil: if isThere { members.remove(at: place) }
            }
        }
    }

    /// Takes a member away; its value, where it was there.
    @discardableResult
    public mutating func removeValue(forKey key: String) -> JSONValue? {
        let place = place(of: key)
        return isKey(key, at: place) ? members.remove(at: place).value : nil
    }

    /// The same with more members; where both have a key, its own value stays.
    public func adding(_ other: JSONObject) -> JSONObject {
        var object = self
        for member in other.members where object[member.key] == nil { object[member.key] = member.value }
        return object
    }

    public func mapValues(_ transform: (JSONValue) throws -> JSONValue) rethrows -> JSONObject {
        var object = self
        for i in members.indices { object.members[i].value = try transform(members[i].value) }
        return object
    }

    public func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> JSONObject {
        var object = JSONObject()
        object.members = try members.filter { try isIncluded(($0.key, $0.value)) }
        return object
    }

    // MARK: Places

    /// Where `key` is or would be. What is read comes in order: mostly that is behind the last.
    private func place(of key: String) -> Int {
        guard let last = members.last, !(last.key < key) else { return members.count }
        var low = 0, high = members.count - 1
        while low < high {
            let middle = (low + high) / 2
            if members[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func isKey(_ key: String, at place: Int) -> Bool { place < members.count && members[place].key == key }
}

extension JSONObject: RandomAccessCollection {
    public typealias Element = (key: String, value: JSONValue)

    public var startIndex: Int { 0 }
    public var endIndex: Int { members.count }
    public subscript(position: Int) -> Element { (members[position].key, members[position].value) }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}
