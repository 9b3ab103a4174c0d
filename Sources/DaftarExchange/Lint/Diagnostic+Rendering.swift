extension Diagnostic {
    /// The diagnostic as a person reads it, three or four lines, each with its end:
    ///
    /// ```
    /// huawei.yaml:7:7: error[date-needs-quotes] `date` is a YAML list here
    ///   7 | date: [2023-12-01..2023-12-15]
    ///     |       ^^^^^^^^^^^^^^^^^^^^^^^^
    ///     = hint: quote it: date: "[2023-12-01..2023-12-15]"
    /// ```
    public var text: String {
        let number = String(line)
        let margin = String(repeating: " ", count: max(3, number.count))
        let excerpt = Excerpt(sourceLine, column: column, length: length)
        var text = Harmless.line("\(path):\(line):\(column): \(severity.rawValue)[\(code.rawValue)] \(message)") + "\n"
        text += margin.dropLast(number.count) + "\(number) | \(excerpt.line)\n"
        text += "\(margin) | \(excerpt.carets)" + (label.map { " " + Harmless.line($0) } ?? "") + "\n"
        for note in notes { text += "\(margin) = " + Harmless.line(note) + "\n" }
        if let hint { text += "\(margin) = hint: " + Harmless.line(hint) + "\n" }
        return text
    }
}

/// A line of a file and the carets below a part of it, both counted in columns of a terminal.
private struct Excerpt {
    let line: String
    let carets: String

    /// What is shown of a line that is longer than a terminal is wide, such as one of JSON Lines.
    private static let width = 100

    init(_ source: String, column: Int, length: Int) {
        let characters = Array(source.unicodeScalars.map(Harmless.shown))
        let start = min(max(0, column - 1), characters.count)
        let end = min(characters.count, start + max(1, length))
        let from = characters.count <= Excerpt.width ? 0 : max(0, min(start - 30, characters.count - Excerpt.width))
        let to = characters.count <= Excerpt.width ? characters.count : min(characters.count, from + Excerpt.width)
        let lead = from > 0 ? "…" : ""
        line = lead + Excerpt.string(characters[from..<to]) + (to < characters.count ? "…" : "")
        let before = lead.count + Excerpt.width(characters[from..<start])
        let under = max(1, Excerpt.width(characters[start..<min(max(start, to), end)]))
        carets = String(repeating: " ", count: before) + String(repeating: "^", count: under)
    }

    private static func string(_ characters: ArraySlice<Unicode.Scalar>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: characters)
        return text
    }

    private static func width(_ characters: ArraySlice<Unicode.Scalar>) -> Int {
        characters.reduce(0) { $0 + Harmless.width($1) }
    }
}
