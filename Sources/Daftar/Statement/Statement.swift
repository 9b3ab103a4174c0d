/// Size and root of a ledger as somebody saw it: a statement's signature covers the whole history before it.
public struct Seen: Hashable, Sendable {
    public let size: Int
    public let root: Hash

    public init(size: Int, root: Hash) {
        (self.size, self.root) = (size, root)
    }

    /// Before there is anything to see: only a charter says this.
    public static let nothing = Seen(size: 0, root: Hash.emptyTree)
}

/// A whole statement: strictly parsed, all its signature lines in place, none of them verified.
public struct Statement: Sendable {
    public let bytes: [UInt8]
    public let layout: StatementLayout
    /// What the statement signs of its content, ascending by hash.
    public let digests: [SignedDigest]
    /// SHA-256 of the five lines: how statements refer to each other.
    public let hash: Hash

    public init(parsing bytes: [UInt8]) throws(StatementLayout.ParseError) {
        var digests: [SignedDigest] = []
        var reader = ByteReader(from: 0, to: bytes.count)
        layout = try StatementLayout.scan(&reader, bytes.span, digests: &digests)
        hash = Hash.sha256(bytes.span.extracting(layout.text))
        (self.bytes, self.digests) = (bytes, digests)
    }

    /// The statement that an entry carries, and the day it was recorded; nil where the bytes are no entry.
    public static func inEntry(_ entry: [UInt8]) -> (recorded: RecordedDay, statement: Statement)? {
        var reader = ByteReader(from: 0, to: entry.count)
        guard let header = try? EntryHeader.scan(&reader, entry.span),
            let statement = try? Statement(parsing: Array(entry[reader.position...]))
        else { return nil }
        return (header.recorded, statement)
    }

    /// The type as it is written.
    public var typeName: String { String(utf8: bytes.span.extracting(layout.body.typeName)) }
    public var type: StatementType { layout.body.type }
    public var seen: Seen { Seen(size: layout.seenSize, root: layout.seenRoot) }
    public var ledger: String { String(utf8: bytes.span.extracting(layout.ledger)) }
    /// The keys that signed, `name+id` each.
    public var by: [String] { String(utf8: bytes.span.extracting(layout.by)).split(separator: " ").map(String.init) }
    /// The canonical JSON of the body.
    public var body: [UInt8] { Array(copying: bytes.span.extracting(layout.body.range)) }

    /// The bytes of the entry that carries this statement (DESIGN §4.4).
    public func entry(_ header: EntryHeader) -> [UInt8] { header.encoded + bytes }
}

extension Statement {
    /// The statement that it is about: its `of`. Nil where it has none.
    public var about: Hash? { reference("of") }
    /// The other event that a remark relates it to: its `to`. Nil where it has none.
    public var other: Hash? { reference("to") }

    private func reference(_ name: String) -> Hash? {
        (try? CanonicalJSON.parse(body))?[name]?.string.flatMap { Hash(base64: $0) }
    }
}
