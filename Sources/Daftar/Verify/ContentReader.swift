/// Reads a content file in pieces of whole lines, so that memory does not grow with what a hostile file holds.
struct ContentReader {
    /// Some bytes of a file, and the lines in them.
    struct Piece: Sendable {
        let bundle: Int
        let bytes: [UInt8]
        let lines: [Range<Int>]
        /// The last bytes of the file are no whole line, or a line is over its limit.
        let isCutShort: Bool
    }

    let files: any LedgerFiles
    let bundle: Int
    private var offset = 0
    private var rest: [UInt8] = []
    private(set) var isAtEnd = false
    private static let pieceSize = 4 << 20

    init(files: any LedgerFiles, bundle: Int) {
        (self.files, self.bundle) = (files, bundle)
    }

    /// The next piece; nil at the end, and where there is no such file.
    mutating func next() throws(LedgerReadError) -> Piece? {
        guard !isAtEnd else { return nil }
        guard let new = try files.read(.content(index: bundle), from: offset, count: Self.pieceSize) else {
            isAtEnd = true
            return nil
        }
        offset += new.count
        let bytes = rest.isEmpty ? new : rest + new
        isAtEnd = new.count < Self.pieceSize
        let (lines, end) = ContentReader.lines(bytes)
        rest = Array(bytes[end...])
        let isCutShort = isAtEnd ? !rest.isEmpty : rest.count > Limits.contentLine
        if isCutShort { isAtEnd = true }
        return lines.isEmpty && !isCutShort && isAtEnd
            ? nil : Piece(bundle: bundle, bytes: bytes, lines: lines, isCutShort: isCutShort)
    }

    private static func lines(_ bytes: [UInt8]) -> ([Range<Int>], end: Int) {
        let span = bytes.span
        var reader = ByteReader(from: 0, to: span.count)
        var lines: [Range<Int>] = []
        while let line = reader.line(in: span) { lines.append(line) }
        return (lines, reader.position)
    }
}
