import Daftar
import DaftarStore

/// By what the parts that are taken out could be known again elsewhere: their very values, and the names and texts in
/// them. Roles, languages, offices and other words that anybody may have are no trace.
struct Traces {
    private struct Place: Hashable {
        let place: String?
        let value: JSONValue
    }

    private var values: Set<Place> = []
    /// Handles of actors, which others refer to them by.
    private var handles: Set<String> = []
    /// As `plain` has them.
    private(set) var texts: Set<String> = []

    /// Fields and keys that hold names, or what people wrote.
    private static let telling: Set<String> = [
        "title", "summary", "slug", "reason", "name", "also", "text", "words", "before", "after", "says", "note",
        "what",
        "translations", "url", "final-url",
    ]
    /// A shorter one must stand there as a word of its own.
    private static let shortest = 4

    init(_ parts: [SignedPart]) {
        for part in parts {
            guard let value = part.content.value else { continue }
            values.insert(Place(place: part.place, value: value))
            if part.list == "actors", let id = value["id"]?.string { handles.insert(id) }
            collect(value, isText: part.list == nil && Traces.telling.contains(part.name ?? ""))
        }
    }

    /// Of one value that is not to be published: a field of this name, or an element of this list.
    mutating func add(_ value: JSONValue, list: String?, field: String?) {
        if list == "actors", let id = value["id"]?.string { handles.insert(id) }
        collect(value, isText: field.map(Traces.telling.contains) ?? false)
    }

    init() {}

    /// True where a part still says the same.
    func isIn(_ part: SignedPart) -> Bool {
        guard let value = part.content.value else { return false }
        return values.contains(Place(place: part.place, value: value)) || isIn(value)
    }

    // MARK: Steps

    private mutating func collect(_ value: JSONValue, isText: Bool) {
        switch value {
        case .string(let text):
            let plain = Traces.plain(text)
            if isText, plain.utf8.count > 3 { texts.insert(plain) }
        case .array(let elements): for element in elements { collect(element, isText: isText) }
        case .object(let members):
            for (key, inner) in members where key != "language" && key != "by" {
                collect(inner, isText: isText || Traces.telling.contains(key))
            }
        case .integer, .bool: return
        }
    }

    func isIn(_ value: JSONValue) -> Bool {
        switch value {
        case .string(let text): handles.contains(text) || isIn(Traces.plain(text))
        case .array(let elements): elements.contains(where: isIn)
        case .object(let members): members.values.contains(where: isIn)
        case .integer, .bool: false
        }
    }

    private func isIn(_ plain: String) -> Bool {
        texts.contains { trace in
            let isLong = trace.count >= Traces.shortest + 2
            return plain.firstRange(of: isLong ? trace.dropFirst().dropLast() : trace[...]) != nil
        }
    }

    /// Lower case, and one space before, between and behind the words: so a name is found in a slug, in a handle and in
    /// an address as well.
    private static func plain(_ text: String) -> String {
        var plain = " "
        for character in text.lowercased() {
            if character.isLetter || character.isNumber {
                plain.append(character)
            } else if plain.last != " " {
                plain += " "
            }
        }
        return plain.last == " " ? plain : plain + " "
    }
}
