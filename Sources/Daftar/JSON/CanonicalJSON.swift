/// Canonical JSON (RFC 8785) within the limits of DESIGN §4: one spelling for each value.
public enum CanonicalJSON {
    /// Reads bytes that hold one canonical value and nothing else.
    ///
    /// `levels`: how many levels of objects and arrays may be nested.
    /// - Throws: `JSONError` with the offset of the first byte that is wrong.
    public static func parse(_ bytes: Span<UInt8>, levels: Int = Limits.jsonDepth) throws(JSONError) -> JSONValue {
        var scanner = JSONScanner(from: 0, to: bytes.count, levels: levels)
        let value = try build(&scanner, bytes)
        guard scanner.isAtEnd else { throw JSONError(reason: .trailing, offset: scanner.position) }
        return value
    }

    /// Reads bytes that hold one canonical value and nothing else.
    public static func parse(_ bytes: [UInt8], levels: Int = Limits.jsonDepth) throws(JSONError) -> JSONValue {
        try parse(bytes.span, levels: levels)
    }

    /// Reads the value at which the scanner stands.
    static func build(_ scanner: inout JSONScanner, _ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
        switch scanner.peek(bytes) {
        case UInt8(ascii: "\""):
            return .string(text(bytes.extracting(try scanner.string(bytes))))
        case UInt8(ascii: "{"):
            return try buildObject(&scanner, bytes)
        case UInt8(ascii: "["):
            return try buildArray(&scanner, bytes)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return .integer(try scanner.integer(bytes))
        default:
            return .bool(bytes[try scanner.value(bytes).lowerBound] == UInt8(ascii: "t"))
        }
    }

    private static func buildObject(_ scanner: inout JSONScanner, _ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
        try scanner.enter(UInt8(ascii: "{"), bytes)
        var members = JSONObject()
        if scanner.leave(UInt8(ascii: "}"), bytes) { return .object(members) }
        var previous: Range<Int>?
        repeat {
            let key = try scanner.key(after: previous, bytes)
            members[String(utf8: bytes.extracting(key))] = try build(&scanner, bytes)
            previous = key
        } while scanner.take(UInt8(ascii: ","), bytes)
        try scanner.close(UInt8(ascii: "}"), bytes)
        return .object(members)
    }

    private static func buildArray(_ scanner: inout JSONScanner, _ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
        try scanner.enter(UInt8(ascii: "["), bytes)
        var elements: [JSONValue] = []
        if scanner.leave(UInt8(ascii: "]"), bytes) { return .array(elements) }
        repeat { elements.append(try build(&scanner, bytes)) } while scanner.take(UInt8(ascii: ","), bytes)
        try scanner.close(UInt8(ascii: "]"), bytes)
        return .array(elements)
    }

    /// The text of a string as it stands between its quotes.
    public static func text(_ raw: Span<UInt8>) -> String {
        var hasEscape = false
        for i in raw.indices where raw[i] == UInt8(ascii: "\\") { hasEscape = true }
        guard hasEscape else { return String(utf8: raw) }
        var plain: [UInt8] = []
        plain.reserveCapacity(raw.count)
        var i = 0
        while i < raw.count {
            if raw[i] == UInt8(ascii: "\\"), i + 1 < raw.count {
                i += 1
                switch raw[i] {
                case UInt8(ascii: "n"): plain.append(UInt8(ascii: "\n"))
                case UInt8(ascii: "t"): plain.append(UInt8(ascii: "\t"))
                default: plain.append(raw[i])
                }
            } else {
                plain.append(raw[i])
            }
            i += 1
        }
        return String(utf8: plain.span)
    }

    // MARK: Writing

    /// The one spelling of `value`.
    public static func encode(_ value: JSONValue) -> [UInt8] {
        var bytes: [UInt8] = []
        append(value, to: &bytes)
        return bytes
    }

    /// Appends the one spelling of `value`.
    ///
    /// Members stand in the order of their keys' bytes: our keys are ASCII, for which that is the order of UTF-16 code
    /// units which RFC 8785 §3.2.3 asks for.
    public static func append(_ value: JSONValue, to bytes: inout [UInt8]) {
        switch value {
        case .string(let text): append(text, to: &bytes)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (i, element) in elements.enumerated() {
                if i > 0 { bytes.append(UInt8(ascii: ",")) }
                append(element, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (i, member) in members.enumerated() {
                if i > 0 { bytes.append(UInt8(ascii: ",")) }
                append(member.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                append(member.value, to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// Appends a string with its quotes. What no text may hold is still written so that a reader refuses it.
    public static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        // Nearly every text is taken as it stands, at once.
        if text.utf8.contains(where: mustEscape) {
            appendEscaped(text, to: &bytes)
        } else {
            bytes.append(contentsOf: text.utf8)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    @inline(__always)
    private static func mustEscape(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\t")
    }

    private static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case UInt8(ascii: "\n"): bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
            case UInt8(ascii: "\t"): bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
            default: bytes.append(byte)
            }
        }
    }
}
