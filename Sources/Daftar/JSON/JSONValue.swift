/// A JSON value of the kinds that the formats know: no floats, no null.
public enum JSONValue: Hashable, Sendable {
    case string(String)
    case integer(Int)
    case bool(Bool)
    case array([JSONValue])
    case object(JSONObject)

    /// The text of a string.
    public var string: String? { if case .string(let value) = self { value } else { nil } }
    /// The number of an integer.
    public var integer: Int? { if case .integer(let value) = self { value } else { nil } }
    /// The elements of an array.
    public var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
    /// The members of an object.
    public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }

    /// The member of an object under `key`.
    public subscript(key: String) -> JSONValue? { object?[key] }

    /// The elements of an array of strings; nil for anything else.
    public var strings: [String]? {
        guard let array else { return nil }
        let strings = array.compactMap(\.string)
        return strings.count == array.count ? strings : nil
    }

    /// The members of an object of strings, such as text by language; nil for anything else.
    public var stringsByKey: [String: String]? {
        guard let object else { return nil }
        var strings: [String: String] = [:]
        for (key, value) in object { strings[key] = value.string }
        return strings.count == object.count ? strings : nil
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(JSONObject(elements)) }
}
