/// Breaks text into lines that fit a terminal.
enum Wrap {
    /// The lines of `text`, none wider than `columns`, broken at spaces; its own line ends are kept.
    ///
    /// A word that is wider than a line (an address, a text without spaces) is broken where the line ends.
    static func lines(_ text: String, _ columns: Int) -> [String] {
        let columns = max(columns, 8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph($0, columns) }
    }

    /// `text` behind `first`, further lines behind as many spaces.
    static func hanging(_ first: String, _ text: String, _ columns: Int) -> String {
        let indent = first.width
        let rows = lines(text, columns - indent)
        let margin = String(repeating: " ", count: indent)
        return rows.enumerated().map { row, line in
            let whole = (row == 0 ? first : margin) + line
            return String(whole.reversed().drop { $0 == " " }.reversed()) + "\n"
        }.joined()
    }

    private static func paragraph(_ text: Substring, _ columns: Int) -> [String] {
        // What fits stays as it is, its columns of spaces too.
        if text.width <= columns { return [String(text)] }
        var lines: [String] = [], line = "", used = 0
        for word in text.split(separator: " ") {
            for piece in pieces(word, columns) {
                let width = piece.width
                if used > 0, used + 1 + width > columns {
                    lines.append(line)
                    (line, used) = ("", 0)
                }
                line += (used > 0 ? " " : "") + piece
                used += (used > 0 ? 1 : 0) + width
            }
        }
        return lines + [line]
    }

    /// The word, cut where it is wider than a whole line.
    private static func pieces(_ word: Substring, _ columns: Int) -> [String] {
        if word.width <= columns { return [String(word)] }
        var pieces: [String] = [], piece = "", used = 0
        for character in word {
            let width = String(character).width
            if used + width > columns {
                pieces.append(piece)
                (piece, used) = ("", 0)
            }
            piece.append(character)
            used += width
        }
        return pieces + [piece]
    }
}
