/// Looks for the end of one row.
struct CSVScan {
    private let delimiter: UInt8
    private let start: Int
    private var position: Int
    /// The row is `start ..< end`, the next one begins at `next`, and so many line ends lie between the two beginnings.
    private(set) var end = 0
    private(set) var next = 0
    private(set) var breaks = 0
    private(set) var needsMore = false
    private(set) var fault: CSVFault?

    /// Where the open quote stands, and how many line ends came before it in this row.
    private var quote: (at: Int, breaks: Int)?
    private var isAtCellStart = true
    /// A quote was closed: the cell ends here.
    private var mustEnd = false

    init(_ start: Int, _ delimiter: UInt8) { (self.start, position, self.delimiter) = (start, start, delimiter) }

    /// Runs to the end of the row, or sets ``needsMore``.
    mutating func run(_ bytes: Span<UInt8>, isAtEnd: Bool) {
        while position < bytes.count {
            let byte = bytes[position]
            if let quote {
                guard inside(byte, quote, bytes, isAtEnd) else { return }
            } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                guard let length = lineEnd(bytes, isAtEnd) else { return }
                return finish(position, position + length, breaks + 1)
            } else if byte == UInt8(ascii: "\""), isAtCellStart {
                quote = (position, breaks)
                isAtCellStart = false
                position += 1
            } else {
                guard outside(byte, bytes) else { return }
            }
        }
        guard isAtEnd else { needsMore = true; return }
        guard quote == nil else { return stray(.unclosed, bytes) }
        finish(bytes.count, bytes.count, breaks)
    }

    /// Nothing ends a row of so many bytes.
    mutating func stopTooLong(_ bytes: Span<UInt8>) {
        needsMore = false
        if quote != nil { return stray(.unclosed, bytes) }
        fault = CSVFault(reason: .tooLong, offset: start)
        finish(min(start + 200, bytes.count), bytes.count, breaks)
    }

    // MARK: Steps

    /// False where more of the file is needed.
    private mutating func inside(
        _ byte: UInt8, _ quote: (at: Int, breaks: Int), _ bytes: Span<UInt8>, _ isAtEnd: Bool
    ) -> Bool {
        switch byte {
        case UInt8(ascii: "\""):
            guard position + 1 < bytes.count || isAtEnd else { needsMore = true; return false }
            if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") {
                position += 2
                return true
            }
            self.quote = nil
            (mustEnd, closed) = (true, quote)
            position += 1
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            guard let length = lineEnd(bytes, isAtEnd) else { return false }
            breaks += 1
            position += length
        default: position += 1
        }
        return true
    }

    /// The quote that was closed last.
    private var closed: (at: Int, breaks: Int)?

    /// False where the row ends here with a fault.
    private mutating func outside(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
        if byte == delimiter {
            (isAtCellStart, mustEnd) = (true, false)
        } else {
            isAtCellStart = false
            if mustEnd, let closed {
                if breaks > closed.breaks {
                    quote = closed
                    stray(.closesInside(line: breaks), bytes)
                    return false
                }
                fault = fault ?? CSVFault(reason: .textBehind, offset: position)
                mustEnd = false
            }
        }
        position += 1
        return true
    }

    /// The open quote is none: the row ends where the line does that it stands in.
    private mutating func stray(_ reason: CSVFault.Reason, _ bytes: Span<UInt8>) {
        guard let quote else { return }
        fault = CSVFault(reason: reason, offset: quote.at)
        position = quote.at
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n"), bytes[position] != UInt8(ascii: "\r") {
            position += 1
        }
        guard position < bytes.count else { return finish(position, position, quote.breaks) }
        finish(position, position + (lineEnd(bytes, true) ?? 1), quote.breaks + 1)
    }

    /// One for LF and CR, two for CRLF; nil where the next byte decides and is not there yet.
    private mutating func lineEnd(_ bytes: Span<UInt8>, _ isAtEnd: Bool) -> Int? {
        guard bytes[position] == UInt8(ascii: "\r") else { return 1 }
        guard position + 1 < bytes.count else {
            if !isAtEnd { needsMore = true }
            return isAtEnd ? 1 : nil
        }
        return bytes[position + 1] == UInt8(ascii: "\n") ? 2 : 1
    }

    private mutating func finish(_ end: Int, _ next: Int, _ breaks: Int) {
        (self.end, self.next, self.breaks) = (end, next, breaks)
    }
}
