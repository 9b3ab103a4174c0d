/// That a ledger's key signed two histories: a file that proves it to a third party, who needs nothing else but the
/// ledger's public key.
///
/// ```
/// daftar/misbehaviour@v1
/// smaller base64 of a checkpoint, whole
/// larger base64 of a checkpoint, whole
/// root CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
/// gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
/// ```
/// `root` is what the larger tree itself has at the smaller size, and the lines below it prove so (RFC 6962 §2.1.2):
/// it is not the root that was signed for that size. Checkpoints of one size need no proof.
public struct Misbehaviour: Hashable, Sendable {
    public let smaller: SignedCheckpoint
    public let larger: SignedCheckpoint
    /// The larger tree's root at the smaller size.
    public let root: Hash
    public let proof: ConsistencyProof

    /// Who signed what, where the two really contradict each other.
    public struct Verdict: Hashable, Sendable {
        /// Keys that signed the smaller one, and those that signed the larger one.
        public let smallerSigners: [VerifierKey]
        public let largerSigners: [VerifierKey]
    }

    public init(smaller: SignedCheckpoint, larger: SignedCheckpoint, root: Hash, path: [Hash]) {
        (self.smaller, self.larger, self.root) = (smaller, larger, root)
        proof = ConsistencyProof(oldSize: smaller.checkpoint.size, newSize: larger.checkpoint.size, path: path)
    }

    /// Made of a checkpoint that was seen before, and of the larger or equal tree that is shown now.
    public static func make(seen old: SignedCheckpoint, shown new: SignedCheckpoint, _ tree: TileTree) throws
        -> Misbehaviour
    {
        let oldSize = old.checkpoint.size
        if oldSize == new.checkpoint.size {
            return Misbehaviour(smaller: old, larger: new, root: new.checkpoint.root, path: [])
        }
        let root = try TreeRange.root(start: 0, count: oldSize, tree.subtree)
        return Misbehaviour(smaller: old, larger: new, root: root, path: try tree.consistency(from: oldSize).path)
    }

    /// Checks it under the ledger's keys; nil where it proves nothing.
    public func check(_ policy: Policy) -> Verdict? {
        let old = CheckpointSignatures(smaller, policy), new = CheckpointSignatures(larger, policy)
        guard old.isOriginRight, new.isOriginRight, !old.ledger.isEmpty, !new.ledger.isEmpty,
            root != smaller.checkpoint.root, proof.proves(oldRoot: root, newRoot: larger.checkpoint.root)
        else { return nil }
        return Verdict(smallerSigners: old.ledger, largerSigners: new.ledger)
    }

    // MARK: The file

    public enum ParseError: Error, Hashable, Sendable {
        case tooLong, firstLine, checkpoint, root, hash
    }

    static let limit = 2 * Limits.checkpoint * 4 / 3 + 64 * 45 + 1024

    private static let firstLine: StaticString = "daftar/misbehaviour@v1\n"

    /// True for bytes that say that they are such a file.
    public static func isOne(_ bytes: [UInt8]) -> Bool {
        var reader = ByteReader(from: 0, to: bytes.count)
        return reader.skip(firstLine, in: bytes.span)
    }

    public var encoded: [UInt8] {
        let head =
            "\(Self.firstLine)smaller \(Base64.encode(smaller.encoded))\nlarger \(Base64.encode(larger.encoded))\n"
        return Array((head + "root \(root.base64)\n" + proof.path.map { $0.base64 + "\n" }.joined()).utf8)
    }

    public init(parsing bytes: [UInt8]) throws(ParseError) {
        guard bytes.count <= Self.limit else { throw .tooLong }
        let span = bytes.span
        var reader = ByteReader(from: 0, to: span.count)
        guard reader.skip(Self.firstLine, in: span) else { throw .firstLine }
        guard reader.skip("smaller ", in: span), let first = Self.checkpoint(&reader, span),
            reader.skip("larger ", in: span), let second = Self.checkpoint(&reader, span),
            first.checkpoint.size <= second.checkpoint.size
        else { throw .checkpoint }
        guard reader.skip("root ", in: span), let root = Self.hash(&reader, span) else { throw .root }
        var path: [Hash] = []
        while !reader.isAtEnd {
            guard path.count < 64, let hash = Self.hash(&reader, span) else { throw .hash }
            path.append(hash)
        }
        self.init(smaller: first, larger: second, root: root, path: path)
    }

    private static func checkpoint(_ reader: inout ByteReader, _ span: Span<UInt8>) -> SignedCheckpoint? {
        guard let line = reader.line(in: span), let bytes = Base64.decode(span.extracting(line)) else { return nil }
        return try? SignedCheckpoint(parsing: bytes)
    }

    private static func hash(_ reader: inout ByteReader, _ span: Span<UInt8>) -> Hash? {
        guard let line = reader.line(in: span), line.count == Hash.base64Count else { return nil }
        return Hash(base64: span, at: line.lowerBound)
    }
}
