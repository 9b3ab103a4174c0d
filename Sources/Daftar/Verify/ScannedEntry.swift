/// An entry as the strict pass over its bytes left it: nothing is judged yet. It can be made on any core.
public struct ScannedEntry: Sendable {
    /// What the pass found.
    public enum Form: Sendable {
        case good(EntryHeader, StatementLayout, statementHash: Hash)
        case badStatement(EntryHeader, StatementLayout.ParseError)
        case badHeader(EntryHeader.ParseError)
    }

    /// Its place in the ledger, from 0.
    public let index: Int
    /// Where it lies in the bytes that were scanned.
    public let range: Range<Int>
    public let leaf: Hash
    public let form: Form

    /// Scans the entry at `range`. Its digests are appended to `digests`.
    public init(index: Int, _ range: Range<Int>, _ bytes: Span<UInt8>, digests: inout [SignedDigest]) {
        self.index = index
        self.range = range
        leaf = Hash.leaf(bytes.extracting(range))
        form = ScannedEntry.scan(range, bytes, &digests)
    }

    /// The entry that carries a statement, which was scanned before it had its place: nothing is scanned twice.
    ///
    /// - Returns: the entry's bytes, and its digests with their positions in these.
    public init(_ header: EntryHeader, _ statement: Statement, bytes: inout [UInt8], digests: inout [SignedDigest]) {
        bytes = header.encoded
        let shift = bytes.count
        bytes.append(contentsOf: statement.bytes)
        digests = statement.digests.map { $0.moved(by: shift) }
        index = header.index
        range = 0..<bytes.count
        leaf = Hash.leaf(bytes.span)
        form = .good(header, statement.layout.moved(by: shift), statementHash: statement.hash)
    }

    private static func scan(_ range: Range<Int>, _ bytes: Span<UInt8>, _ digests: inout [SignedDigest]) -> Form {
        var reader = ByteReader(from: range.lowerBound, to: range.upperBound)
        let header: EntryHeader
        do { header = try EntryHeader.scan(&reader, bytes) } catch { return .badHeader(error) }
        let start = digests.count
        do {
            let statement = try StatementLayout.scan(&reader, bytes, digests: &digests)
            return .good(header, statement, statementHash: Hash.sha256(bytes.extracting(statement.text)))
        } catch {
            digests.removeLast(digests.count - start)
            return .badStatement(header, error)
        }
    }

    public var statement: StatementLayout? { if case .good(_, let statement, _) = form { statement } else { nil } }
    public var statementHash: Hash? { if case .good(_, _, let hash) = form { hash } else { nil } }
    public var header: EntryHeader? {
        switch form {
        case .good(let header, _, _), .badStatement(let header, _): header
        case .badHeader: nil
        }
    }

    /// What a withdrawal or a release would do, were it good.
    func contentEffect(_ bytes: Span<UInt8>, _ history: some LedgerHistory) -> Judgement.ContentEffect? {
        guard let statement, let origin = Origin(String(utf8: bytes.extracting(statement.ledger))),
            statement.body.type == .withdrawal || statement.body.type == .release,
            let body = try? CanonicalJSON.parse(bytes.extracting(statement.body.range))
        else { return nil }
        switch try? ControlBody(type: statement.body.type, body, origin: origin) {
        case .withdrawal(let of, let digests):
            return history.entry(ofStatement: of).map { .withdrawal(of: $0, digests) }
        case .release(let of, let digests): return history.entry(ofStatement: of).map { .release(of: $0, digests) }
        default: return nil
        }
    }
}
