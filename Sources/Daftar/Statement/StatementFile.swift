/// A statement on its way from its authors to a ledger, in one file: the statement, and where it has content the
/// disclosures that are to be published beside it.
///
/// ```
/// daftar/statement@v1
/// …
/// — daftar.example/central-asia/recorder nywBqg…
///
/// {"disclosures":[["MmG0…","kind","instrument/memorandum"],…]}
/// ```
///
/// The first part is byte for byte what a ledger takes in, so it can be checked by hand. Some of its lines may still be
/// missing. Like every format here it has one spelling.
public struct StatementFile: Sendable {
    public var statement: UnfinishedStatement
    /// Canonical arrays, ascending by digest.
    public let disclosures: [[UInt8]]

    public enum ParseError: Error, Hashable, Sendable {
        case tooLong
        case statement(SigningError)
        /// What follows the statement is no line of disclosures.
        case content
    }

    /// The most bytes of a file.
    public static let limit = Limits.entry + Limits.contentLine + 64
    private static let head = "{\"disclosures\":["

    public init(_ statement: UnfinishedStatement, disclosures: [[UInt8]]) {
        self.statement = statement
        self.disclosures = disclosures.map { (Hash.sha256($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    public init(parsing bytes: [UInt8]) throws(ParseError) {
        guard bytes.count <= Self.limit else { throw .tooLong }
        let end = Self.endOfStatement(bytes)
        do { statement = try UnfinishedStatement(parsing: Array(bytes[..<end])) } catch { throw .statement(error) }
        disclosures = end == bytes.count ? [] : try Self.content(bytes[end...])
        guard encoded == bytes else { throw .content }
    }

    public var encoded: [UInt8] {
        guard !disclosures.isEmpty else { return statement.encoded }
        return statement.encoded + Array("\n\(Self.head)".utf8) + disclosures.joined(separator: [UInt8(ascii: ",")])
            + Array("]}\n".utf8)
    }

    /// The second empty line: the first stands before the signatures.
    private static func endOfStatement(_ bytes: [UInt8]) -> Int {
        var emptyLines = 0
        for i in bytes.indices.dropFirst() where bytes[i] == UInt8(ascii: "\n") && bytes[i - 1] == UInt8(ascii: "\n") {
            emptyLines += 1
            if emptyLines == 2 { return i }
        }
        return bytes.count
    }

    private static func content(_ bytes: ArraySlice<UInt8>) throws(ParseError) -> [[UInt8]] {
        let line = Array(bytes.dropFirst().dropLast())
        guard let value = try? CanonicalJSON.parse(line, levels: Limits.contentLineDepth),
            let elements = value["disclosures"]?.array
        else { throw .content }
        let encoded = elements.map { CanonicalJSON.encode($0) }
        let digests = encoded.map { Hash.sha256($0) }
        guard zip(digests, digests.dropFirst()).allSatisfy({ $0 < $1 }) else { throw .content }
        return encoded
    }
}
