public import Daftar

/// The event file as JSON Schema (2020-12), made from the table of fields: for editors, and for those who write JSON Lines.
///
/// It says the form of each field. What belongs together (that a handle names something, that a date is one) only
/// `daftar lint` can tell.
public enum JSONSchema {
    /// The schema of one event.
    public static var event: JSONValue {
        var schema = object(EventFields.all).object ?? [:]
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        schema["title"] = "Daftar event"
        schema["description"] =
            "One development, as its recorder writes it. Text is a string in `language`, or a map by language."
        schema["$defs"] = ["text": text]
        return .object(schema)
    }

    /// The schema as indented text, keys ascending.
    public static var eventText: String { JSONText.indented(event) }

    private static let text: JSONValue = [
        "anyOf": [
            ["type": "string", "minLength": 1],
            [
                "type": "object", "minProperties": 1,
                "patternProperties": ["^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$": ["type": "string", "minLength": 1]],
                "additionalProperties": .bool(false),
            ],
        ]
    ]

    // MARK: Shapes

    private static func object(_ fields: [Field]) -> JSONValue {
        var properties: JSONObject = [:]
        for field in fields {
            var schema = shape(field.shape).object ?? [:]
            schema["description"] = .string(field.about)
            properties[field.name] = .object(schema)
        }
        let required = fields.filter { $0.need == .required }.map { JSONValue.string($0.name) }
        var schema: JSONObject = [
            "type": "object", "properties": .object(properties), "patternProperties": ["^x-": .object([:])],
            "additionalProperties": .bool(false),
        ]
        if !required.isEmpty { schema["required"] = .array(required) }
        return .object(schema)
    }

    private static func shape(_ shape: Shape) -> JSONValue {
        switch shape {
        case .text: ["$ref": "#/$defs/text"]
        case .list(let fields): list(of: object(fields))
        case .map(let fields): object(fields)
        case .words(let words): oneOrMore(word(words))
        case .freeWords: oneOrMore(pattern("^[a-z0-9-]{1,64}$"))
        case .handles: oneOrMore(handle)
        case .lines, .paths: oneOrMore(string)
        case .places: oneOrMore(place)
        case .languages: oneOrMore(language)
        default: scalar(shape)
        }
    }

    private static func scalar(_ shape: Shape) -> JSONValue {
        switch shape {
        case .word(let words): word(words)
        case .kind: pattern("^(" + Kind.vocabulary.words.joined(separator: "|") + ")(/[a-z0-9-]+)?$")
        case .slug(let length): pattern("^[a-z0-9-]{\(length.lowerBound),\(length.upperBound)}$")
        case .handle: handle
        case .place: place
        case .language: language
        case .date: ["type": ["string", "integer"]]
        case .day: pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
        case .url: pattern("^https?://")
        case .digest: pattern("^sha256:[0-9a-f]{64}$")
        case .decimal: ["type": ["string", "number"], "pattern": "^-?[0-9]+(\\.[0-9]+)?$"]
        case .integer: ["type": ["string", "integer"], "pattern": "^[0-9]+$"]
        case .mediaType: pattern("^[^/ ]+/[^/ ]+$")
        default: string
        }
    }

    private static let string: JSONValue = ["type": "string", "minLength": 1]
    private static let handle = pattern("^[a-z0-9-]{1,80}$")
    private static let place = pattern("^[A-Z]{2}(-[A-Z0-9]{1,3})?$")
    private static let language = pattern("^[A-Za-z]{1,3}(-[A-Za-z0-9]{1,8})*$")

    private static func pattern(_ pattern: String) -> JSONValue { ["type": "string", "pattern": .string(pattern)] }

    private static func list(of element: JSONValue) -> JSONValue {
        ["type": "array", "items": element, "maxItems": .integer(EventFields.elements)]
    }

    /// A list, or one alone.
    private static func oneOrMore(_ element: JSONValue) -> JSONValue { ["anyOf": [element, list(of: element)]] }

    /// Words; those that are digits may come as numbers, as YAML readers make of `credibility: 3`.
    private static func word(_ words: Vocabulary) -> JSONValue {
        ["enum": .array(words.words.map(JSONValue.string) + words.words.compactMap { Int($0).map(JSONValue.integer) })]
    }
}
