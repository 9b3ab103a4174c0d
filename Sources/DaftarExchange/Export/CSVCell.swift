/// One cell of a CSV file (RFC 4180), safe to open in a spreadsheet.
enum CSVCell {
    /// Appends `text` as a cell.
    ///
    /// A spreadsheet runs what begins with one of `= + - @` as a formula. Such text gets an apostrophe in front, and so
    /// does text that begins with one: whoever reads the file takes one leading apostrophe away and has the text back.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        var needsQuotes = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
                UInt8(ascii: "\t"):
                needsQuotes = true
            default: break
            }
        }
        needsQuotes = needsQuotes || text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ")
        let isGuarded = needsGuard(text)
        guard needsQuotes else {
            if isGuarded { bytes.append(UInt8(ascii: "'")) }
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        if isGuarded { bytes.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// True for the beginnings of formulas, their full-width forms too, and for the apostrophe itself.
    private static func needsGuard(_ text: String) -> Bool {
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "'", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
        default: false
        }
    }

    /// The text that a cell without its quotes stands for.
    static func text(of cell: String) -> String { cell.hasPrefix("'") ? String(cell.dropFirst()) : cell }
}
