/// Withheld parts of one entry, handed to one reader: their disclosures, and the proof of the entry that signed them.
///
/// ```
/// daftar/parts@v1
/// {"disclosures":[["MmG0…","summary",{"en":"…"}],…],"entry":12}
///
/// c2sp.org/tlog-proof@v1
/// extra …
/// ```
/// It holds what is not public: it goes to that reader, by a way that both trust.
public struct HandedParts: Hashable, Sendable {
    public let proof: TlogProof
    /// Canonical arrays, ascending by digest; one at least.
    public let disclosures: [[UInt8]]

    public enum ParseError: Error, Hashable, Sendable {
        case tooLong, firstLine, disclosures
        case proof(TlogProof.ParseError)
    }

    private static let firstLine = "daftar/parts@v1\n"
    /// The most bytes of a file.
    public static let limit = firstLine.utf8.count + Limits.contentLine + 2 + TlogProof.limit

    public init(_ disclosures: [[UInt8]], _ proof: TlogProof) {
        self.disclosures = disclosures.map { (Hash.sha256($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        self.proof = proof
    }

    /// True for what begins like one.
    public static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: firstLine.utf8) }

    public var encoded: [UInt8] {
        Array("\(Self.firstLine){\"disclosures\":[".utf8) + disclosures.joined(separator: [UInt8(ascii: ",")])
            + Array("],\"entry\":\(proof.inclusion.index)}\n\n".utf8) + proof.encoded
    }

    /// Reads a file; what it accepts is exactly what `encoded` writes.
    public init(parsing bytes: [UInt8]) throws(ParseError) {
        guard bytes.count <= Self.limit else { throw .tooLong }
        guard Self.isOne(bytes) else { throw .firstLine }
        let start = Self.firstLine.utf8.count
        guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")), end - start <= Limits.contentLine,
            bytes[(end + 1)...].first == UInt8(ascii: "\n")
        else { throw .disclosures }
        var layouts: [DisclosureLayout] = []
        guard let line = try? ContentLine.scan(start..<end, bytes.span, &layouts), !layouts.isEmpty else {
            throw .disclosures
        }
        do { proof = try TlogProof(parsing: Array(bytes[(end + 2)...])) } catch { throw .proof(error) }
        disclosures = layouts.map { Array(bytes[$0.range]) }
        let isAscending = zip(layouts, layouts.dropFirst()).allSatisfy { $0.digest < $1.digest }
        guard isAscending, line.entry == proof.inclusion.index, encoded == bytes else { throw .disclosures }
    }
}
