import Daftar

/// What a table's file is before it is read: its encoding, and what separates its cells.
struct TableForm: Sendable {
    let delimiter: UInt8
    /// What comes before the table: a byte order mark, a line `sep=;`.
    let skipped: Int
    /// Lines among that.
    let skippedLines: Int

    private static let delimiters: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
    ]

    /// - Parameters:
    ///   - bytes: the beginning of the file.
    ///   - given: what a map says separates the cells.
    init(_ bytes: [UInt8], delimiter given: UInt8? = nil) {
        var skipped = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, lines = 0, told = given
        // Excel writes, and reads, a first line that says what separates.
        let first = bytes[skipped...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        if first.count == 5, first.starts(with: "sep=".utf8), let byte = first.last {
            told = given ?? byte
            skipped = first.endIndex
            if bytes[skipped...].starts(with: "\r\n".utf8) { skipped += 2 } else { skipped += 1 }
            lines = 1
        }
        (self.skipped, skippedLines) = (min(skipped, bytes.count), lines)
        delimiter = told ?? TableForm.guess(bytes[min(skipped, bytes.count)...])
    }

    /// What stands most often outside of quotes in the first lines that hold any of them.
    private static func guess(_ bytes: ArraySlice<UInt8>) -> UInt8 {
        var counts = [Int](repeating: 0, count: delimiters.count), isInside = false, lines = 0
        for byte in bytes.prefix(64 << 10) {
            if byte == UInt8(ascii: "\"") { isInside.toggle() }
            if isInside { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                if counts.contains(where: { $0 > 0 }) { lines += 1 }
                if lines == 3 { break }
            }
            if let i = delimiters.firstIndex(of: byte) { counts[i] += 1 }
        }
        let most = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
        return delimiters[most]
    }

    /// What a file is that is no table of ours, by its first bytes; nil where it may be one.
    static func foreign(_ bytes: [UInt8]) -> (message: String, hint: String)? {
        let asCSV = "save it as CSV: in Excel \"CSV UTF-8\", in LibreOffice the character set \"Unicode (UTF-8)\""
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return ("this is a workbook or a zip file, no CSV", asCSV) }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return ("this is an old Excel workbook, no CSV", asCSV) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return ("this file is UTF-16, not UTF-8", asCSV)
        }
        if bytes.prefix(4096).contains(0) { return ("this file is no text: it holds zero bytes", asCSV) }
        return nil
    }
}
