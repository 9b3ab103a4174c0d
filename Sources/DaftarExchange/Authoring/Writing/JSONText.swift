import Daftar

/// JSON for a person to read: indented, keys ascending.
enum JSONText {
    static func indented(_ value: JSONValue) -> String { text(value, 0) + "\n" }

    private static func text(_ value: JSONValue, _ level: Int) -> String {
        switch value {
        case .object(let members) where !members.isEmpty:
            let lines = members.map { quoted($0.key) + ": " + text($0.value, level + 1) }
            return block("{", lines, "}", level)
        case .array(let elements) where !elements.isEmpty:
            // Words stay on one line.
            if elements.allSatisfy({ $0.object == nil && $0.array == nil }) {
                return "[" + elements.map { text($0, 0) }.joined(separator: ", ") + "]"
            }
            return block("[", elements.map { text($0, level + 1) }, "]", level)
        default: return String(decoding: CanonicalJSON.encode(value), as: UTF8.self)
        }
    }

    private static func block(_ open: String, _ lines: [String], _ close: String, _ level: Int) -> String {
        let margin = String(repeating: "  ", count: level)
        return open + "\n" + lines.map { margin + "  " + $0 }.joined(separator: ",\n") + "\n" + margin + close
    }

    private static func quoted(_ key: String) -> String {
        String(decoding: CanonicalJSON.encode(.string(key)), as: UTF8.self)
    }
}
