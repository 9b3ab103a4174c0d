/// A file that somebody keeps of a source, as a disclosure names it.
///
/// ```
/// ["f3Jx…",{"bytes":5358,"digest":"sha256:1812…","digest-of":"extracted-text","source":"oilprice","stored":"private"}]
/// ```
public struct CapturedFile: Hashable, Sendable {
    /// SHA-256 of the file.
    public let digest: Hash
    /// It belongs into `evidence/`.
    public let isPublic: Bool
    /// The id of its source.
    public let source: String?
    public let byteCount: Int?

    /// Nil for a value without a digest.
    public init?(_ value: JSONValue) {
        guard let text = value["digest"]?.string, text.hasPrefix("sha256:"),
            let digest = Hash(hex: String(text.dropFirst(7))),
            let stored = value["stored"]?.string
        else { return nil }
        (self.digest, isPublic) = (digest, stored == "public")
        (source, byteCount) = (value["source"]?.string, value["bytes"]?.integer)
    }

    /// What a disclosure names: as an element of a list, or as the list of an event that was withheld whole.
    public static func all(inDisclosure bytes: [UInt8]) -> [CapturedFile] {
        guard mayName("\"digest\":\"sha256:", bytes), let part = Disclosure(parsing: bytes) else { return [] }
        if part.name == nil { return [CapturedFile(part.value)].compactMap(\.self) }
        return part.name == "captures" ? (part.value.array ?? []).compactMap(CapturedFile.init) : []
    }

    /// The files that have to be in `evidence/` once a disclosure is shown.
    public static func published(inDisclosure bytes: [UInt8]) -> [Hash] {
        mayName("\"stored\":\"public\"", bytes) ? all(inDisclosure: bytes).filter(\.isPublic).map(\.digest) : []
    }

    /// False where this is nowhere in canonical bytes: it has the one spelling.
    private static func mayName(_ member: StaticString, _ bytes: [UInt8]) -> Bool {
        // Most disclosures are too short to hold a salt, a digest and where it is stored.
        guard bytes.count > 110 else { return false }
        var reader = ByteReader(from: 0, to: bytes.count)
        let span = bytes.span
        while let range = reader.upTo(UInt8(ascii: "\""), in: span) {
            var here = ByteReader(from: range.upperBound, to: bytes.count)
            if here.skip(member, in: span) { return true }
        }
        return false
    }
}
