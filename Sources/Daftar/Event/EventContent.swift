/// What an event, a correction, a retraction or a remark says, apart from who signed it and how it is salted.
///
/// Each of ``fields`` becomes one disclosure `[salt, name, value]` in `_sd`, each element of ``lists`` one
/// `[salt, value]` in the list of its name (DESIGN §4.3):
///
/// ```
/// fields   kind: "instrument/memorandum", places: ["TJ"], title: {"en": "…"}, …
/// lists    actors: [{"id": "beg-sabur", …}, …]   sources: [{"id": "oilprice", …}, …]
/// ```
///
/// Read back from a ledger, parts may be missing: a list then still has their place, and a field not even its name,
/// for that is inside the disclosure. Such fields are only counted, in ``fieldsNotShown``.
public struct EventContent: Hashable, Sendable {
    /// The fields that are shown, by name.
    public var fields: JSONObject
    /// How many fields are not shown, and why.
    public var fieldsNotShown: [NotShown: Int]
    /// The lists, ascending by name, none empty.
    public private(set) var lists: [List]

    /// Why a part of an entry's content can't be read.
    public enum NotShown: String, Hashable, Sendable, CaseIterable {
        /// Its author never published it.
        case withheld
        /// A signed entry took it out.
        case withdrawn
        /// It should be here and is not: a finding of `verify`.
        case missing
    }

    /// An element of a list.
    public enum Part: Hashable, Sendable {
        case shown(JSONValue)
        case notShown(NotShown)

        /// The value, where it is shown.
        public var value: JSONValue? { if case .shown(let value) = self { value } else { nil } }
    }

    /// Elements that are disclosed one by one.
    public struct List: Hashable, Sendable {
        public let name: String
        public fileprivate(set) var parts: [Part]
    }

    public init(fields: JSONObject = [:], lists: [String: [JSONValue]] = [:]) {
        (self.fields, self.fieldsNotShown, self.lists) = (fields, [:], [])
        for (name, elements) in lists { self[list: name] = elements.map(Part.shown) }
    }

    /// The elements of the list `name`; none where there is no such list. Setting none takes the list away.
    public subscript(list name: String) -> [Part] {
        get { lists.first { $0.name == name }?.parts ?? [] }
        set {
            let place = lists.firstIndex { !$0.name.utf8.lexicographicallyPrecedes(name.utf8) } ?? lists.endIndex
            let isThere = place < lists.endIndex && lists[place].name == name
            switch (isThere, newValue.isEmpty) {
            case (true, true): lists.remove(at: place)
            case (true, false): lists[place].parts = newValue
            case (false, true): break
            case (false, false): lists.insert(List(name: name, parts: newValue), at: place)
            }
        }
    }

    /// Adds one element at the end of the list `name`.
    public mutating func append(_ part: Part, to name: String) {
        self[list: name].append(part)
    }

    /// The parts under `name`, whether they were signed one by one or, as in an event that was withheld whole, the
    /// list as one field.
    public func parts(_ name: String) -> [Part] {
        let parts = self[list: name]
        return parts.isEmpty ? (fields[name]?.array ?? []).map(Part.shown) : parts
    }

    /// How many digests signing takes: one for each field and element.
    public var digestCount: Int { lists.reduce(fields.count) { $0 + $1.parts.count } }

    /// How many parts are not shown for this reason.
    public func count(_ reason: NotShown) -> Int {
        lists.reduce(fieldsNotShown[reason] ?? 0) { count, list in
            count + list.parts.count { $0 == .notShown(reason) }
        }
    }

    /// True where nothing is shown and all of it was withheld: how many parts that is tells nothing.
    public var isWithheldWhole: Bool {
        fields.isEmpty && lists.isEmpty && fieldsNotShown.filter { $0.value > 0 }.keys.elementsEqual([.withheld])
    }

    /// How many parts are not shown.
    public var notShownCount: Int {
        lists.reduce(fieldsNotShown.values.reduce(0, +)) { count, list in
            count + list.parts.count { $0.value == nil }
        }
    }
}
