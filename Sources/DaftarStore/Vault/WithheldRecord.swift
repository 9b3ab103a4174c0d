public import Daftar

/// What is kept of one statement: the disclosures of its withheld parts.
///
/// ```
/// {"disclosures":[["MmG0…","summary",{"en":"…"}],…],"statement":"Yt3x…="}
/// ```
public struct WithheldRecord: Hashable, Sendable {
    /// The statement hash.
    public let statement: Hash
    /// Canonical arrays, ascending by digest.
    public let disclosures: [[UInt8]]

    public init(statement: Hash, disclosures: [[UInt8]]) {
        self.statement = statement
        self.disclosures = disclosures.map { (Hash.sha256($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// The disclosure of a digest.
    public func disclosure(of digest: Hash) -> [UInt8]? { disclosures.first { Hash.sha256($0) == digest } }

    /// Filled up with blanks to a multiple of this: the length of a file tells little of what is in it.
    private static let block = 4_096
    static let limit = Limits.contentLine + 2 * block
    private static let head = Array("{\"disclosures\":[".utf8)

    var encoded: [UInt8] {
        var bytes = Self.head + Array(disclosures.joined(separator: [UInt8(ascii: ",")]))
        bytes += Array("],\"statement\":\"\(statement.base64)\"}\n".utf8)
        let rest = (Self.block - bytes.count % Self.block) % Self.block
        return bytes + [UInt8](repeating: UInt8(ascii: " "), count: rest)
    }

    init?(parsing bytes: [UInt8]) {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")),
            let value = try? CanonicalJSON.parse(Array(bytes[..<end]), levels: Limits.jsonDepth + 2),
            let elements = value["disclosures"]?.array,
            let statement = value["statement"]?.string.flatMap({ Hash(base64: $0) })
        else { return nil }
        self.init(statement: statement, disclosures: elements.map { CanonicalJSON.encode($0) })
        guard encoded == bytes else { return nil }
    }
}
