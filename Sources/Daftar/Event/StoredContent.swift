/// What an event says, as one line of JSON: how its row in the working state keeps it, for a researcher's `json_extract`
/// and for reading a million events without opening their disclosures again, and how a batch keeps it until it is signed.
///
/// ```
/// {"fields":{"kind":"law/adopt","title":{"en":"…"}},"lists":{"actors":[{"id":"a"},{"...":"withdrawn"}]},"not-shown":{"withheld":2}}
/// ```
/// `...` can't stand in what an author wrote (DESIGN §4.3), so a part that is not shown can't be mistaken.
public enum StoredContent {
    private static let hidden = "..."

    /// The one spelling of `content`.
    public static func encode(_ content: EventContent) -> [UInt8] {
        var members: JSONObject = ["fields": .object(content.fields)]
        if !content.lists.isEmpty {
            members["lists"] = .object(JSONObject(content.lists.map { ($0.name, .array($0.parts.map(value))) }))
        }
        if !content.fieldsNotShown.isEmpty {
            let counts = content.fieldsNotShown.map { ($0.key.rawValue, JSONValue.integer($0.value)) }
            members["not-shown"] = .object(JSONObject(counts))
        }
        return CanonicalJSON.encode(.object(members))
    }

    /// Nil for what `encode` did not write.
    public static func decode(_ bytes: [UInt8]) -> EventContent? {
        // Three levels more than a value has.
        guard let stored = try? CanonicalJSON.parse(bytes, levels: Limits.jsonDepth + 3),
            let fields = stored["fields"]?.object
        else { return nil }
        var content = EventContent(fields: fields)
        for (name, list) in stored["lists"]?.object ?? [:] { content[list: name] = (list.array ?? []).map(part) }
        for (reason, count) in stored["not-shown"]?.object ?? [:] {
            guard let reason = EventContent.NotShown(rawValue: reason) else { return nil }
            content.fieldsNotShown[reason] = count.integer
        }
        return content
    }

    private static func value(_ part: EventContent.Part) -> JSONValue {
        switch part {
        case .shown(let value): value
        case .notShown(let reason): [hidden: .string(reason.rawValue)]
        }
    }

    private static func part(_ value: JSONValue) -> EventContent.Part {
        guard let word = value[hidden]?.string, let reason = EventContent.NotShown(rawValue: word) else {
            return .shown(value)
        }
        return .notShown(reason)
    }
}
