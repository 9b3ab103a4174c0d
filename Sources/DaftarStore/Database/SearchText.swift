import Daftar

/// The text of an event that is searched: what people wrote, in every language, and no codes, addresses or digests.
enum SearchText {
    /// Keys under which people write.
    private static func isText(_ key: String) -> Bool {
        switch key {
        case "title", "summary", "text", "reason", "name", "also", "office", "says", "publisher", "what", "note",
            "words",
            "before", "after", "tags", "justification", "cause", "translations", "slug":
            true
        default: false
        }
    }

    static func of(_ content: EventContent) -> String {
        var words = ""
        words.reserveCapacity(512)
        for (name, value) in content.fields { add(value, isText(name), to: &words) }
        for list in content.lists {
            for part in list.parts { if let value = part.value { add(value, isText(list.name), to: &words) } }
        }
        return FoldedText.of(words)
    }

    /// A map by language has no key that we know: below a key of text all strings are text.
    private static func add(_ value: JSONValue, _ isText: Bool, to words: inout String) {
        switch value {
        case .string(let text):
            guard isText else { return }
            if !words.isEmpty { words += "\n" }
            words += text
        case .array(let elements):
            for element in elements { add(element, isText, to: &words) }
        case .object(let members):
            for (key, value) in members where key != "language" && key != "by" {
                add(value, isText || self.isText(key), to: &words)
            }
        case .integer, .bool: return
        }
    }
}
