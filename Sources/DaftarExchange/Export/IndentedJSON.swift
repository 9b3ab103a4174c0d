import Daftar

/// JSON to be read by people too: two spaces a level, members in the order of their names.
enum IndentedJSON {
    static func encode(_ value: JSONValue) -> [UInt8] {
        var bytes: [UInt8] = []
        append(value, "\n", to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// - Parameter line: what begins a line at this level.
    private static func append(_ value: JSONValue, _ line: String, to bytes: inout [UInt8]) {
        switch value {
        case .object(let members) where !members.isEmpty:
            append(Array(members), "{", "}", line, to: &bytes) { member, bytes in
                CanonicalJSON.append(member.key, to: &bytes)
                bytes.append(contentsOf: ": ".utf8)
                append(member.value, line + "  ", to: &bytes)
            }
        case .array(let elements) where !elements.isEmpty:
            append(elements, "[", "]", line, to: &bytes) { append($0, line + "  ", to: &$1) }
        default: CanonicalJSON.append(value, to: &bytes)
        }
    }

    private static func append<T>(
        _ items: [T], _ open: String, _ close: String, _ line: String, to bytes: inout [UInt8],
        item: (T, inout [UInt8]) -> Void
    ) {
        bytes.append(contentsOf: open.utf8)
        for (i, one) in items.enumerated() {
            bytes.append(contentsOf: ((i > 0 ? "," : "") + line + "  ").utf8)
            item(one, &bytes)
        }
        bytes.append(contentsOf: (line + close).utf8)
    }
}
