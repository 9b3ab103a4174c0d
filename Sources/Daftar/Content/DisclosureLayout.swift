/// Where the parts of a disclosure stand: one strict pass, nothing copied.
public struct DisclosureLayout: Sendable {
    public enum Fault: Error, Hashable, Sendable {
        case json(JSONError)
        case form, salt, name, reservedKey
    }

    /// The whole array: the bytes that the digest is over.
    public let range: Range<Int>
    public let digest: Hash
    /// Without quotes, as `name`.
    public let salt: Range<Int>
    /// Nil for an element of a list.
    public let name: Range<Int>?
    public let value: Range<Int>

    /// Reads bytes that are one disclosure and nothing else.
    public static func scan(whole bytes: [UInt8]) throws(Fault) -> DisclosureLayout {
        var scanner = JSONScanner(from: 0, to: bytes.count, levels: Limits.jsonDepth)
        let layout = try scan(&scanner, bytes.span)
        guard scanner.isAtEnd else { throw .form }
        return layout
    }

    /// Reads one disclosure.
    static func scan(_ scanner: inout JSONScanner, _ bytes: Span<UInt8>) throws(Fault) -> DisclosureLayout {
        let start = scanner.position
        scanner.allowReservedKey()
        var salt = 0..<0, first = 0..<0, second: Range<Int>?
        var firstIsString = false
        do throws(JSONError) {
            try scanner.enter(UInt8(ascii: "["), bytes)
            salt = try scanner.string(bytes)
            try scanner.expect(UInt8(ascii: ","), bytes)
            firstIsString = scanner.peek(bytes) == UInt8(ascii: "\"")
            first = try scanner.value(bytes)
            if scanner.take(UInt8(ascii: ","), bytes) { second = try scanner.value(bytes) }
            try scanner.close(UInt8(ascii: "]"), bytes)
        } catch {
            throw .json(error)
        }
        guard isSalt(bytes.extracting(salt)) else { throw .salt }
        var name: Range<Int>?
        if second != nil {
            guard firstIsString else { throw .name }
            name = first.lowerBound + 1..<first.upperBound - 1
        }
        if let name, !isName(bytes.extracting(name)) { throw .name }
        let value = second ?? first
        guard !scanner.sawReservedKey else { throw .reservedKey }
        let range = start..<scanner.position
        return DisclosureLayout(
            range: range, digest: Hash.sha256(bytes.extracting(range)), salt: salt, name: name, value: value)
    }

    /// 24 characters of base64: 18 bytes without padding, so each spelling is canonical.
    private static func isSalt(_ text: Span<UInt8>) -> Bool {
        text.count == Disclosure.saltCount / 3 * 4 && Base64.isAlphabet(text)
    }

    /// A key as JSON objects have them, and no structural one.
    static func isName(_ name: Span<UInt8>) -> Bool {
        guard (1...Limits.jsonKey).contains(name.count) else { return false }
        for i in name.indices {
            switch name[i] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"):
                break
            default: return false
            }
        }
        return !FieldName.isStructural(name)
    }
}
