/// The identity of a ledger: the first line of its checkpoints and the name of its key.
///
/// 1–255 of ASCII 0x21–0x7E without `+`, not beginning `daftar/` or `cosignature/` (those begin other notes of ours, and
/// a checkpoint must never read as one of them).
public struct Origin: Hashable, Sendable, CustomStringConvertible {
    public let text: String
    public var description: String { text }

    /// Nil where `text` is no origin.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard (1...Limits.origin).contains(bytes.count),
            bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "+") }),
            !text.hasPrefix("daftar/"), !text.hasPrefix("cosignature/")
        else { return nil }
        self.text = text
    }

    /// True where `name` is an author's key name in this ledger: the origin, `/`, and 1–32 of `a-z 0-9 -`.
    public func isAuthorName(_ name: String) -> Bool {
        guard name.hasPrefix(text + "/") else { return false }
        return Origin.isKeyLabel(String(name.dropFirst(text.count + 1)))
    }

    /// True for what may follow the origin and `/` in an author's key name.
    public static func isKeyLabel(_ label: String) -> Bool {
        (1...Limits.keyLabel).contains(label.utf8.count)
            && label.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
            }
    }
}

/// The name of any key in a signed note: not empty, no Unicode space, no `+`, no control character (C2SP signed-note).
enum KeyName {
    static func isValid(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                !$0.properties.isWhitespace && $0 != "+" && UTF8Scalar.isAllowedInText($0.value)
            }
    }
}
