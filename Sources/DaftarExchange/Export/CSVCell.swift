import Daftar

/// One cell of a CSV file (RFC 4180), safe to open in a spreadsheet.
enum CSVCell {
    static func append(_ text: String, to bytes: inout [UInt8]) { append(Array(text.utf8).span, to: &bytes) }

    /// Appends UTF-8 as a cell.
    ///
    /// A spreadsheet runs what begins with one of `= + - @` as a formula. Such text gets an apostrophe in front, and so
    /// does text that begins with one: whoever reads the file takes one leading apostrophe away and has the text back.
    static func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
        guard !text.isEmpty else { return }
        let isGuarded = needsGuard(text)
        guard needsQuotes(text) else {
            if isGuarded { bytes.append(UInt8(ascii: "'")) }
            unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
            return
        }
        bytes.append(UInt8(ascii: "\""))
        if isGuarded { bytes.append(UInt8(ascii: "'")) }
        for i in text.indices {
            if text[i] == UInt8(ascii: "\"") { bytes.append(text[i]) }
            bytes.append(text[i])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The text as whoever reads the file has it: with the apostrophe, where it got one.
    static func guarded(_ text: Span<UInt8>) -> String {
        (!text.isEmpty && needsGuard(text) ? "'" : "") + String(utf8: text)
    }

    private static func needsQuotes(_ text: Span<UInt8>) -> Bool {
        if text[0] == UInt8(ascii: " ") || text[text.count - 1] == UInt8(ascii: " ") { return true }
        for i in text.indices {
            switch text[i] {
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
                UInt8(ascii: "\t"):
                return true
            default: break
            }
        }
        return false
    }

    /// True for the beginnings of formulas, their full-width forms too (`＝ ＋ － ＠`), and for the apostrophe itself.
    private static func needsGuard(_ text: Span<UInt8>) -> Bool {
        switch text[0] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "'"),
            UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            return true
        case 0xEF where text.count > 2 && text[1] == 0xBC:
            return [0x9D, 0x8B, 0x8D, 0xA0].contains(text[2])
        default: return false
        }
    }

    /// The text that a cell without its quotes stands for.
    static func text(of cell: String) -> String { cell.hasPrefix("'") ? String(cell.dropFirst()) : cell }
}
