import Daftar

/// The first look at a file: its size, its encoding, and characters that no text may hold.
///
/// It comes before YAML and JSON are read, so that their readers only ever see text that is harmless as such: libyaml takes
/// U+2028 for the end of a line, and a bidirectional control can make a line look like another one.
enum TextGuard {
    /// The text with `\n` line ends and without a byte order mark; nil, and diagnostics, where it can't be read.
    static func text(of bytes: [UInt8], _ findings: inout Findings) -> [UInt8]? {
        guard bytes.count <= SourceFile.limit else {
            findings.add(
                .fileTooLarge, "this file has \(bytes.count) bytes, the limit is 4 MiB",
                at: SourcePlace(line: 1, column: 1),
                hint: "one file holds one event; many events go into JSON Lines")
            return nil
        }
        let text = normalised(bytes)
        check(text.span, &findings)
        return findings.isSound ? text : nil
    }

    /// CRLF becomes `\n`; a byte order mark at the beginning is dropped: editors add both unasked.
    static func normalised(_ bytes: [UInt8]) -> [UInt8] {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard start > 0 || bytes.contains(UInt8(ascii: "\r")) else { return bytes }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for i in start..<bytes.count {
            let isLineEnd = bytes[i] == UInt8(ascii: "\r") && i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: "\n")
            if !isLineEnd { text.append(bytes[i]) }
        }
        return text
    }

    /// Reports the first character of each line that may not be there.
    private static func check(_ bytes: Span<UInt8>, _ findings: inout Findings) {
        var (i, line, column, reported) = (0, findings.file.firstLine, 1, 0)
        while i < bytes.count {
            guard let (scalar, length) = UTF8Scalar.decode(bytes, at: i, end: bytes.count) else {
                findings.add(
                    .fileEncoding, "byte 0x\(hex(UInt32(bytes[i]))) is not UTF-8 here",
                    at: SourcePlace(line: line, column: column), hint: "save the file as UTF-8")
                return
            }
            if !UTF8Scalar.isAllowedInText(scalar), reported != line {
                findings.add(
                    .fileCharacter, "U+\(hex(scalar, digits: 4)) may not be in a text: \(reason(scalar))",
                    at: SourcePlace(line: line, column: column))
                reported = line
            }
            i += length
            (line, column) = scalar == 0x0A ? (line + 1, 1) : (line, column + 1)
        }
    }

    static func hex(_ number: UInt32, digits: Int = 2) -> String {
        let text = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// Why a character is refused, in a few words.
    static func reason(_ scalar: UInt32) -> String {
        switch scalar {
        case 0x0D: "lines end with \\n"
        case 0x202A...0x202E, 0x2066...0x2069: "it can make a line look like another one"
        case 0x2028, 0x2029: "a line ends with \\n"
        case 0xFEFF, 0xE0000...0xE007F: "it can't be seen"
        default: "it is a control character"
        }
    }
}
