/// That one entry is in a ledger, in one file that stands alone (C2SP tlog-proof).
///
/// ```
/// c2sp.org/tlog-proof@v1
/// extra base64 of: length of the entry as uint16, the entry, its content line
/// index 9
/// gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
///
/// …the checkpoint, whole
/// ```
public struct TlogProof: Hashable, Sendable {
    public let inclusion: InclusionProof
    public let checkpoint: SignedCheckpoint
    /// The entry itself; nil where the proof does not carry it.
    public let entry: [UInt8]?
    /// The entry's content line with its newline; empty where nothing is shown.
    public let content: [UInt8]

    public enum ParseError: Error, Hashable, Sendable {
        case tooLong, firstLine, extra, index, hash
        case checkpoint(SignedCheckpoint.ParseError)
        /// The path is not as long as index and size ask for, or the index is beyond the size.
        case length
    }

    /// The most bytes of a proof file: an entry and a content line in base64, a path and a checkpoint.
    public static let limit =
        (2 + Limits.entry + Limits.contentLine + 1) * 4 / 3 + 8 + 64 * 45 + Limits.checkpoint + 1024
    private static let firstLine = "c2sp.org/tlog-proof@v1\n"

    public init(inclusion: InclusionProof, checkpoint: SignedCheckpoint, entry: [UInt8]?, content: [UInt8] = []) {
        (self.inclusion, self.checkpoint) = (inclusion, checkpoint)
        (self.entry, self.content) = (entry, content)
    }

    public var encoded: [UInt8] {
        var text = Self.firstLine
        if let entry {
            let extra = [UInt8(entry.count >> 8), UInt8(entry.count & 255)] + entry + content
            text += "extra \(Base64.encode(extra))\n"
        }
        text += "index \(inclusion.index)\n"
        for hash in inclusion.path { text += hash.base64 + "\n" }
        return Array((text + "\n").utf8) + checkpoint.encoded
    }

    /// Reads a proof; what it accepts is exactly what `encoded` writes.
    public init(parsing bytes: [UInt8]) throws(ParseError) {
        guard bytes.count <= Self.limit else { throw .tooLong }
        let span = bytes.span
        var reader = ByteReader(from: 0, to: span.count)
        guard reader.skip("c2sp.org/tlog-proof@v1\n", in: span) else { throw .firstLine }
        (entry, content) = try Self.readExtra(&reader, span)
        guard reader.skip("index ", in: span), let index = reader.number(in: span), reader.skip("\n", in: span) else {
            throw .index
        }
        var path: [Hash] = []
        while let line = reader.line(in: span), !line.isEmpty {
            guard line.count == Hash.base64Count, let hash = Hash(base64: span, at: line.lowerBound), path.count < 64
            else {
                throw .hash
            }
            path.append(hash)
        }
        do { checkpoint = try SignedCheckpoint(parsing: Array(bytes[reader.position...])) } catch {
            throw .checkpoint(error)
        }
        inclusion = InclusionProof(index: index, size: checkpoint.checkpoint.size, path: path)
        guard inclusion.root(leaf: Hash.emptyTree) != nil else { throw .length }
    }

    private static func readExtra(
        _ reader: inout ByteReader, _ span: Span<UInt8>
    ) throws(ParseError) -> (entry: [UInt8]?, content: [UInt8]) {
        guard reader.skip("extra ", in: span) else { return (nil, []) }
        guard let line = reader.line(in: span), let extra = Base64.decode(span.extracting(line)), extra.count >= 2
        else {
            throw .extra
        }
        let count = Int(extra[0]) << 8 | Int(extra[1])
        guard extra.count >= 2 + count else { throw .extra }
        let content = Array(extra[(2 + count)...])
        guard content.isEmpty || content.last == UInt8(ascii: "\n") else { throw .extra }
        return (Array(extra[2..<2 + count]), content)
    }
}
