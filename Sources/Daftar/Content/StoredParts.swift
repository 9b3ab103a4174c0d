/// The parts of an event as `StoredContent` wrote it, and where each stands in these bytes.
///
/// ```
/// {"fields":{"kind":"law/adopt","title":{"en":"…"}},"lists":{"sources":[{"id":"s1",…}]}}
/// ```
struct StoredParts {
    struct Part {
        let value: JSONValue
        let range: Range<Int>
    }

    private(set) var fields: [(name: String, part: Part)] = []
    private(set) var lists: [(name: String, elements: [Part])] = []

    /// How many disclosures they make.
    var count: Int { lists.reduce(fields.count) { $0 + $1.elements.count } }

    /// What a verifier would refuse in a disclosure is refused here.
    init(_ bytes: [UInt8]) throws(Commitments.Failure) {
        do throws(JSONError) { try read(bytes.span) } catch { throw .value("event", error) }
    }

    private mutating func read(_ bytes: Span<UInt8>) throws(JSONError) {
        var scanner = JSONScanner(from: 0, to: bytes.count, levels: Limits.jsonDepth)
        var previous: Range<Int>?
        try scanner.enter(UInt8(ascii: "{"), bytes)
        repeat {
            let key = try scanner.key(after: previous, bytes)
            try readMembers(String(utf8: bytes.extracting(key)), &scanner, bytes)
            previous = key
        } while scanner.take(UInt8(ascii: ","), bytes)
        try scanner.close(UInt8(ascii: "}"), bytes)
        guard scanner.isAtEnd else { throw JSONError(reason: .trailing, offset: scanner.position) }
    }

    private mutating func readMembers(
        _ group: String, _ scanner: inout JSONScanner, _ bytes: Span<UInt8>
    ) throws(JSONError) {
        try scanner.enter(UInt8(ascii: "{"), bytes)
        if scanner.leave(UInt8(ascii: "}"), bytes) { return }
        var previous: Range<Int>?
        repeat {
            let key = try scanner.key(after: previous, bytes), name = String(utf8: bytes.extracting(key))
            switch group {
            case "fields": fields.append((name, try StoredParts.part(&scanner, bytes)))
            case "lists": lists.append((name, try StoredParts.elements(&scanner, bytes)))
            default: throw JSONError(reason: .key, offset: key.lowerBound)
            }
            previous = key
        } while scanner.take(UInt8(ascii: ","), bytes)
        try scanner.close(UInt8(ascii: "}"), bytes)
    }

    private static func elements(_ scanner: inout JSONScanner, _ bytes: Span<UInt8>) throws(JSONError) -> [Part] {
        var elements: [Part] = []
        try scanner.enter(UInt8(ascii: "["), bytes)
        repeat { elements.append(try part(&scanner, bytes)) } while scanner.take(UInt8(ascii: ","), bytes)
        try scanner.close(UInt8(ascii: "]"), bytes)
        return elements
    }

    /// A value as deep as the array of its disclosure allows, with no key that means something there.
    private static func part(_ scanner: inout JSONScanner, _ bytes: Span<UInt8>) throws(JSONError) -> Part {
        let start = scanner.position
        var inner = JSONScanner(from: start, to: bytes.count, levels: Limits.jsonDepth - 1)
        let value = try CanonicalJSON.build(&inner, bytes)
        guard !inner.sawReservedKey else { throw JSONError(reason: .key, offset: start) }
        scanner.move(to: inner.position, opened: 0)
        return Part(value: value, range: start..<inner.position)
    }
}
