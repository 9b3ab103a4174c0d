/// The four lines that the ledger puts before a statement (DESIGN §4.4).
///
/// ```
/// daftar/entry@v1
/// index 12
/// previous 8fGq…=
/// recorded 2026-11-24
///
/// ```
public struct EntryHeader: Hashable, Sendable {
    public let index: Int
    /// The leaf hash of the entry before; for entry 0 the root of the empty tree.
    public let previous: Hash
    public let recorded: RecordedDay

    public enum ParseError: Error, Hashable, Sendable {
        /// `daftar/entry@v2` and up: written for a newer verifier.
        case newerVersion
        case form
        /// A day that the calendar does not have.
        case day
    }

    public init(index: Int, previous: Hash, recorded: RecordedDay) {
        (self.index, self.previous, self.recorded) = (index, previous, recorded)
    }

    /// The bytes of the header, the empty line included.
    public var encoded: [UInt8] {
        Array("daftar/entry@v1\nindex \(index)\nprevious \(previous.base64)\nrecorded \(recorded)\n\n".utf8)
    }

    /// Reads the header at `reader`, which is left at the statement.
    @inline(__always)
    static func scan(_ reader: inout ByteReader, _ bytes: Span<UInt8>) throws(ParseError) -> EntryHeader {
        switch FormatVersion.scan("daftar/entry@v", &reader, bytes) {
        case .one: break
        case .higher: throw .newerVersion
        case nil: throw .form
        }
        guard reader.skip("index ", in: bytes), let index = reader.number(in: bytes),
            reader.skip("\nprevious ", in: bytes),
            let previous = reader.line(in: bytes), previous.count == Hash.base64Count,
            let hash = Hash(base64: bytes, at: previous.lowerBound),
            reader.skip("recorded ", in: bytes), let day = reader.line(in: bytes), reader.skip("\n", in: bytes)
        else { throw .form }
        guard let recorded = RecordedDay(bytes.extracting(day)) else { throw .day }
        return EntryHeader(index: index, previous: hash, recorded: recorded)
    }
}

/// The number in a first line such as `daftar/statement@v1`.
enum FormatVersion {
    case one
    /// What this program can't judge: it needs a newer one.
    case higher

    /// Reads the line; nil where it is not `name` and a number of 1 or more without leading zeroes.
    @inline(__always)
    static func scan(_ name: StaticString, _ reader: inout ByteReader, _ bytes: Span<UInt8>) -> FormatVersion? {
        guard reader.skip(name, in: bytes), let digits = reader.line(in: bytes) else { return nil }
        if digits.count == 1, bytes[digits.lowerBound] == UInt8(ascii: "1") { return .one }
        guard !digits.isEmpty, bytes[digits.lowerBound] != UInt8(ascii: "0") else { return nil }
        for i in digits where bytes[i] < 48 || bytes[i] > 57 { return nil }
        return .higher
    }
}
