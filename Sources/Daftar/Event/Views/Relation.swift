/// How this event bears on another.
public struct Relation: Hashable, Sendable, EventPart {
    public let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    public var relation: String { value.text("relation") ?? "" }
    /// The other event's statement hash; nil for what is none.
    public var to: Hash? { value["to"]?.string.flatMap(Hash.init(base64:)) }
    public var basis: String? { value.text("basis") }

    /// The relation as the other event has it: what approves it, it is approved by.
    public static func inverse(of relation: String) -> String {
        switch relation {
        case "approves": "approved by"
        case "ratifies": "ratified by"
        case "implements": "implemented by"
        case "terminates": "terminated by"
        case "part-of": "has part"
        case "follows": "followed by"
        case "continues": "continued by"
        case "reverses": "reversed by"
        case "responds-to": "answered by"
        case "enables": "enabled by"
        case "same-as": "same as"
        default: "\(relation) from"
        }
    }
}

/// Why something was done: as it was justified, or as it is assessed.
public struct Reason: Hashable, Sendable, EventPart {
    public let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    public var text: LocalizedText? { value.object == nil ? LocalizedText(value) : value.localized("text") }
    public var saidBy: String? { value.text("said-by") }
    public var sources: [String] { value.texts("sources") }
    public var basis: String? { value.text("basis") }
}

/// What the author makes of it.
public struct Assessment: Hashable, Sendable, EventPart {
    public let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    /// `1` to `6`
    public var credibility: String? { value.text("credibility") }
    public var status: String? { value.text("status") }
    public var note: LocalizedText? { value.localized("note") }
}
