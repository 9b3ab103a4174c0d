/// Takes a table apart into rows while its file is read piece by piece (RFC 4180, and what spreadsheets make of it).
///
/// A row ends with LF, CRLF or CR, but not within quotes. A quote opens at the beginning of a cell only; elsewhere it is a
/// character like others. It is strict where Python's `csv` is with `strict=True`: nothing follows a closing quote, and each
/// is closed. After a quote that isn't, reading goes on in the line after the one where it opens, so that one slip doesn't
/// hide what is wrong in the rest.
struct CSVSplitter {
    private let delimiter: UInt8
    private var buffer: [UInt8] = []
    /// Where the next row begins in the buffer.
    private var start = 0
    private var line = 1
    private var number = 0
    private var isAtEnd = false
    private var faults = 0

    /// The most bytes of a row.
    static let limit = 4 << 20
    /// Each fault may have cost a look at `limit` bytes: after so many the rest is not worth it.
    private static let patience = 200

    /// - Parameter firstLine: the number of the line in which the table begins.
    init(delimiter: UInt8, firstLine: Int = 1) { (self.delimiter, line) = (delimiter, firstLine) }

    /// True where so many rows can't be read that the rest was left.
    private(set) var hasGivenUp = false

    /// Hands in the next piece of the file.
    mutating func add(_ bytes: some Collection<UInt8>, isLast: Bool) {
        buffer.removeSubrange(..<start)
        start = 0
        buffer.append(contentsOf: bytes)
        isAtEnd = isLast
    }

    /// The next row; nil where more of the file is needed, or nothing is left.
    mutating func next() -> CSVRecord? {
        guard start < buffer.count, !hasGivenUp else { return nil }
        var scan = CSVScan(start, delimiter)
        scan.run(buffer.span, isAtEnd: isAtEnd)
        if scan.needsMore, buffer.count - start <= Self.limit { return nil }
        if scan.needsMore || scan.end - start > Self.limit { scan.stopTooLong(buffer.span) }
        return take(scan)
    }

    private mutating func take(_ scan: CSVScan) -> CSVRecord {
        number += 1
        var record = CSVRecord(
            bytes: Self.lineEnds(buffer[start..<scan.end]), line: line, number: number, fault: nil)
        if var fault = scan.fault {
            // Counted in what is kept, where CRLF is one character.
            fault = CSVFault(
                reason: fault.reason.from(line), offset: Self.lineEnds(buffer[start..<fault.offset]).count)
            record.fault = fault
            faults += 1
            hasGivenUp = faults >= Self.patience || fault.reason == .tooLong
        }
        line += scan.breaks
        start = scan.next
        return record
    }

    /// CRLF and CR become LF.
    private static func lineEnds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "\r")) else { return Array(bytes) }
        var text: [UInt8] = [], wasReturn = false
        text.reserveCapacity(bytes.count)
        for byte in bytes {
            if byte == UInt8(ascii: "\r") {
                text.append(UInt8(ascii: "\n"))
            } else if byte != UInt8(ascii: "\n") || !wasReturn {
                text.append(byte)
            }
            wasReturn = byte == UInt8(ascii: "\r")
        }
        return text
    }
}

extension CSVFault.Reason {
    /// The same, with lines counted from the beginning of the file.
    fileprivate func from(_ first: Int) -> CSVFault.Reason {
        if case .closesInside(let line) = self { .closesInside(line: first + line) } else { self }
    }
}
