import Daftar

/// The cells of a row and where they stand.
struct TableRow: Sendable {
    struct Cell: Sendable {
        /// As it stands in the file, quotes included.
        fileprivate let range: Range<Int>
        let place: SourcePlace
        fileprivate let isQuoted: Bool
    }

    let record: CSVRecord
    let cells: [Cell]

    /// More than any sheet has that people read.
    static let limit = 2_000

    /// Takes a row without a fault apart.
    init(_ record: CSVRecord, delimiter: UInt8) {
        self.record = record
        let bytes = record.bytes.span
        var cells: [Cell] = [], position = 0, line = record.line, column = 1
        while cells.count <= Self.limit {
            let start = position, place = (line, column)
            let isQuoted = position < bytes.count && bytes[position] == UInt8(ascii: "\"")
            position = TableRow.end(of: start, isQuoted, bytes, delimiter, &line, &column)
            let length = line == place.0 ? column - place.1 : 1
            cells.append(
                Cell(
                    range: start..<position,
                    place: SourcePlace(line: place.0, column: place.1, length: length, cell: cells.count),
                    isQuoted: isQuoted))
            guard position < bytes.count else { break }
            position += 1
            column += 1
        }
        self.cells = cells
    }

    /// Where the cell ends that begins at `start`, counting lines and characters on the way.
    private static func end(
        of start: Int, _ isQuoted: Bool, _ bytes: Span<UInt8>, _ delimiter: UInt8, _ line: inout Int,
        _ column: inout Int
    ) -> Int {
        var position = start, isInside = isQuoted
        if isQuoted { (position, column) = (start + 1, column + 1) }
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                // A doubled one opens again what it closed.
                if isQuoted { isInside.toggle() }
            } else if byte == delimiter, !isInside {
                return position
            }
            if byte == UInt8(ascii: "\n") { (line, column) = (line + 1, 0) }
            // Only what begins a character counts.
            if byte & 0xC0 != 0x80 { column += 1 }
            position += 1
        }
        return position
    }

    // MARK: Text

    /// True where nothing stands in any cell.
    var isEmpty: Bool { cells.allSatisfy(isEmpty) }

    func isEmpty(_ cell: Cell) -> Bool {
        record.bytes[cell.range].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "\"") }
    }

    /// The text of a cell without its quotes, and without the blanks that pad it.
    ///
    /// - Returns: also how it can be pointed into: character by character only where nothing was taken away before it.
    func text(of cell: Cell) -> (text: String, style: SourceNode.Style) {
        var bytes = record.bytes[cell.range]
        if cell.isQuoted {
            bytes = bytes.dropFirst()
            if bytes.last == UInt8(ascii: "\"") { bytes = bytes.dropLast() }
            if bytes.contains(UInt8(ascii: "\"")) { bytes = TableRow.single(bytes)[...] }
        }
        let text = String(decoding: bytes, as: UTF8.self), trimmed = text.unpadded
        let isWhole = trimmed.utf8.first == text.utf8.first
        return (trimmed, isWhole ? (cell.isQuoted ? .quoted : .plain) : .block)
    }

    /// Doubled quotes as one.
    private static func single(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = [], wasQuote = false
        for byte in bytes {
            wasQuote = byte == UInt8(ascii: "\"") && !wasQuote
            if byte != UInt8(ascii: "\"") || wasQuote { text.append(byte) }
        }
        return text
    }
}

extension String {
    /// Without blanks, no-break spaces too, at both ends.
    var unpadded: String {
        guard let first = utf8.first, let last = utf8.last else { return self }
        if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return self }
        func isPadding(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
        var text = unicodeScalars[...]
        while let first = text.first, isPadding(first) { text.removeFirst() }
        while let last = text.last, isPadding(last) { text.removeLast() }
        return String(text)
    }
}
