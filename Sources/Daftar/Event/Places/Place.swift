/// A place by its ISO 3166 code: a state (`TJ`) or a part of one (`TJ-DU`).
///
/// Codes only, no coordinates: the middle of a country is a false point, and an exact one can lead to a person.
public struct Place: Hashable, Sendable {
    public let code: String
    /// The name in English.
    public let name: String

    /// A place that the table knows; nil for any other code.
    public init?(_ code: String) {
        guard let name = Place.name(of: code) else { return nil }
        (self.code, self.name) = (code, name)
    }

    /// `TJ`: the state itself, or the one that this place is a part of.
    public var country: Substring { Place.country(of: code) }

    /// `TJ` of `TJ-DU`.
    public static func country(of code: String) -> Substring { code.prefix { $0 != "-" } }

    /// True where `code` is `other` or lies in it: `TJ-DU` in `TJ`.
    public static func lies(_ code: String, in other: String) -> Bool {
        code == other || !other.contains("-") && country(of: code) == other
    }

    /// The English name of the place; nil where the table has no such code.
    public static func name(of code: String) -> String? {
        guard isCode(code) else { return nil }
        let wanted = Array(code.utf8)
        let table = placeTable.utf8.span
        guard let line = find(wanted.span, in: table) else { return nil }
        return String(utf8: table.extracting(line.lowerBound + wanted.count + 1..<line.upperBound))
    }

    /// Codes that are like `code`, for a hint: the right code of what was typed in lower case, or the parts of its state.
    public static func nearest(to code: String) -> String? {
        let upper = code.uppercased()
        if upper != code, name(of: upper) != nil { return upper }
        return ["UK": "GB", "SU": "RU", "KAZ": "KZ", "TJK": "TJ", "UZB": "UZ", "KGZ": "KG", "TKM": "TM", "RUS": "RU"][
            upper]
            ?? codes(named: code)
    }

    /// The code of a place that was given by its English name.
    private static func codes(named name: String) -> String? {
        let wanted = name.lowercased()
        return placeTable.split(separator: "\n").first { $0.drop { $0 != " " }.dropFirst().lowercased() == wanted }
            .map { String($0.prefix { $0 != " " }) }
    }

    // MARK: The table

    /// `[A-Z]{2}`, or that, a hyphen and up to three of `A-Z0-9`.
    private static func isCode(_ code: String) -> Bool {
        let bytes = Array(code.utf8)
        guard bytes.count == 2 || (4...6).contains(bytes.count) && bytes[2] == UInt8(ascii: "-") else { return false }
        return bytes.enumerated().allSatisfy { i, byte in
            i == 2 || (65...90).contains(byte) || i > 2 && (48...57).contains(byte)
        }
    }

    /// Binary search over lines that ascend by their first word.
    private static func find(_ code: Span<UInt8>, in table: Span<UInt8>) -> Range<Int>? {
        var (low, high) = (0, table.count)
        while low < high {
            let line = line(around: (low + high) / 2, in: table)
            let order = compare(code, with: table.extracting(line))
            if order == 0 { return line }
            if order < 0 { high = line.lowerBound } else { low = min(line.upperBound + 1, high) }
        }
        return nil
    }

    /// The line that `position` lies in, without its newline.
    private static func line(around position: Int, in table: Span<UInt8>) -> Range<Int> {
        var (start, end) = (position, position)
        while start > 0, table[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        while end < table.count, table[end] != UInt8(ascii: "\n") { end += 1 }
        return start..<end
    }

    /// Orders `code` against the first word of a line.
    private static func compare(_ code: Span<UInt8>, with line: Span<UInt8>) -> Int {
        for i in code.indices {
            guard i < line.count, line[i] != UInt8(ascii: " ") else { return 1 }
            if code[i] != line[i] { return Int(code[i]) - Int(line[i]) }
        }
        return line.count > code.count && line[code.count] == UInt8(ascii: " ") ? 0 : -1
    }
}

extension Place {
    /// The code of a state that is given by its English name, in any case; nil where none is called so.
    public static func code(ofState name: String) -> String? { states[name.lowercased()] }

    private static let states: [String: String] = {
        let lines = placeTable.split(separator: "\n").filter { $0.dropFirst(2).first == " " }
        return Dictionary(
            lines.map { ($0.dropFirst(3).lowercased(), String($0.prefix(2))) }, uniquingKeysWith: { first, _ in first })
    }()
}
