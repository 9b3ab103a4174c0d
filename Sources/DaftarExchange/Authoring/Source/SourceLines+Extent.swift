extension SourceLines {
    /// `place` as far as what begins there reaches in its line, for the carets below it:
    ///
    /// ```
    /// date: [2023-12-01..2023-12-15]   # a list
    ///       ^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// Yams tells only where a node begins. What goes on in the next line is marked to the end of this one.
    func widened(_ place: SourcePlace) -> SourcePlace {
        let characters = characters(from: place)
        guard let first = characters.first else { return place }
        let length =
            switch first {
            case "\"", "'": quoted(characters, first)
            case "[", "{": bracketed(characters)
            default: place.length
            }
        return SourcePlace(
            line: place.line, column: place.column, length: min(max(1, length), max(1, characters.count)))
    }

    /// Up to and with the closing quote.
    private func quoted(_ characters: [Unicode.Scalar], _ quote: Unicode.Scalar) -> Int {
        var i = 1
        while i < characters.count {
            if characters[i] == "\\", quote == "\"" { i += 1 } else if characters[i] == quote { return i + 1 }
            i += 1
        }
        return characters.count
    }

    /// Up to and with the bracket that closes the first.
    private func bracketed(_ characters: [Unicode.Scalar]) -> Int {
        var (depth, i) = (0, 0)
        while i < characters.count {
            switch characters[i] {
            case "[", "{": depth += 1
            case "]", "}":
                depth -= 1
                if depth == 0 { return i + 1 }
            case "\"": i += quoted(Array(characters[i...]), "\"") - 1
            default: break
            }
            i += 1
        }
        return characters.count
    }
}
