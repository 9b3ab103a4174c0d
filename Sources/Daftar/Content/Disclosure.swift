/// One part of an entry's content with the salt that hides it: `[salt, name, value]`, or `[salt, value]` for an element
/// of a list. Its digest is what was signed (after RFC 9901, SD-JWT).
///
/// ```
/// ["MmG0qPvlS0fAEJscxxqctbqk","kind","instrument/memorandum"]
/// ```
public struct Disclosure: Hashable, Sendable {
    /// The number of random bytes in a salt; 24 characters of base64.
    public static let saltCount = 18

    public let salt: String
    /// The field's name; nil for an element of a list.
    public let name: String?
    public let value: JSONValue

    /// `salt`: 18 bytes that nobody can guess, fresh for each disclosure.
    public init(salt: [UInt8], name: String?, value: JSONValue) {
        precondition(salt.count == Disclosure.saltCount, "a salt has 18 bytes")
        (self.salt, self.name, self.value) = (Base64.encode(salt), name, value)
    }

    /// The canonical bytes.
    public var encoded: [UInt8] {
        CanonicalJSON.encode(.array([.string(salt)] + (name.map { [.string($0)] } ?? []) + [value]))
    }

    /// What is signed in its place.
    public var digest: Hash { Hash.sha256(encoded) }

    /// True for what a disclosure or a list may be called.
    static func isName(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        return DisclosureLayout.isName(bytes.span)
    }

    /// Reads canonical bytes; nil for what is no disclosure.
    public init?(parsing bytes: [UInt8]) {
        var scanner = JSONScanner(from: 0, to: bytes.count, levels: Limits.jsonDepth)
        guard let layout = try? DisclosureLayout.scan(&scanner, bytes.span), scanner.isAtEnd else { return nil }
        self.init(layout, bytes.span)
    }

    /// The disclosure that was found in place.
    public init?(_ layout: DisclosureLayout, _ bytes: Span<UInt8>) {
        guard let value = try? CanonicalJSON.parse(bytes.extracting(layout.value)) else { return nil }
        salt = String(utf8: bytes.extracting(layout.salt))
        name = layout.name.map { String(utf8: bytes.extracting($0)) }
        self.value = value
    }
}
