/// A tree head: whose, how many entries, which root. Three lines, and nothing else (C2SP tlog-checkpoint).
///
/// ```
/// daftar.example/central-asia
/// 13
/// WFVHEwx5Ehq5nBeofBWcXyAx60Iv6xHtOxWY1i13GYw=
/// ```
public struct Checkpoint: Hashable, Sendable {
    public let origin: Origin
    public let size: Int
    public let root: Hash

    public init(origin: Origin, size: Int, root: Hash) {
        (self.origin, self.size, self.root) = (origin, size, root)
    }

    /// The bytes that are signed.
    public var text: [UInt8] { Array("\(origin)\n\(size)\n\(root.base64)\n".utf8) }

    /// Reads exactly three lines; nil for anything else, so for an empty ledger too: a published one has an entry.
    public init?(text: [UInt8]) {
        let bytes = text.span
        var reader = ByteReader(from: 0, to: bytes.count)
        guard let first = reader.line(in: bytes), let origin = Origin(String(utf8: bytes.extracting(first))),
            let size = reader.number(in: bytes), size > 0, reader.skip("\n", in: bytes),
            let last = reader.line(in: bytes), last.count == Hash.base64Count,
            let root = Hash(base64: bytes, at: last.lowerBound), reader.isAtEnd
        else { return nil }
        self.init(origin: origin, size: size, root: root)
    }
}

/// A checkpoint with its signature lines, as it was read: well-formed, and nothing about it is verified.
public struct SignedCheckpoint: Hashable, Sendable {
    public let checkpoint: Checkpoint
    public var note: SignedNote

    public enum ParseError: Error, Hashable, Sendable {
        case note(SignedNote.ParseError)
        case text
    }

    public init(checkpoint: Checkpoint, note: SignedNote) {
        (self.checkpoint, self.note) = (checkpoint, note)
    }

    public init(parsing bytes: [UInt8]) throws(ParseError) {
        let note: SignedNote
        do { note = try SignedNote(parsing: bytes, limit: Limits.checkpoint) } catch { throw .note(error) }
        guard let checkpoint = Checkpoint(text: note.text) else { throw .text }
        self.init(checkpoint: checkpoint, note: note)
    }

    public var encoded: [UInt8] { note.encoded }
}
