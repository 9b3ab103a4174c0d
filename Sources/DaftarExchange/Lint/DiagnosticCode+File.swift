// Files as such: their encoding, YAML and JSON.
extension DiagnosticCode {
    var fileExplanation: String? {
        switch self {
        case .fileTooLarge:
            """
            A file, and a line of JSON Lines, has at most 4 MiB. One file holds one event; many events go \
            into JSON Lines, one a line.
            """
        case .fileEncoding:
            """
            Files are UTF-8. Save it again in that encoding; a byte order mark at its beginning does no \
            harm.
            """
        case .fileCharacter:
            """
            Control characters, line separators, and characters that turn the direction of text may not be \
            in an event: they can make a line look like another one than was signed. Take it out.
            """
        case .fileEmpty: "The file holds nothing. `daftar new KIND FILE` writes a template."
        case .yamlSyntax:
            """
            The file can't be read as YAML from here on. Mostly a text holds `: ` or ` #` and wants quotes, \
            or a line is indented differently from its neighbours.
            """
        case .yamlAnchor:
            """
            Anchors and aliases make one place of a file depend on another, and a small file expand to a \
            huge one. They are refused; write the value out. A text that begins with & or * is quoted.
            """
        case .yamlTag:
            """
            A tag tells a YAML reader to take a value for something else than its characters. In an event \
            every value is its characters. Leave it out; a text that begins with ! is quoted.
            """
        case .yamlMergeKey:
            """
            `<<` merges another map into this one, out of sight of whoever reads the file. Write the keys \
            out.
            """
        case .yamlDocuments:
            """
            A file holds one document, one event. A `---` before it is fine; what follows another one, a \
            `...` or a % line is refused.
            """
        case .yamlTab:
            """
            YAML and editors disagree about how wide a tab is. Indent with blanks; inside of a text in \
            double quotes write \\t.
            """
        case .yamlIndentation:
            """
            Block text (| or >) stands behind its key, and finds its indentation by its first line. A text \
            that begins with blanks is written in double quotes.
            """
        case .tooDeep:
            """
            A file has at most 16 levels, and a value that is signed at most 7. No field of an event needs \
            more.
            """
        case .tooMany: "A list has at most 200 elements, an object of JSON 500 keys, and a file 100,000 values."
        case .jsonSyntax:
            """
            This line can't be read as JSON (RFC 8259): one object a line, keys in double quotes, no comma \
            at the end.
            """
        case .jsonLiteral: "No field takes true, false or null. A key that has no value is left out."
        default: nil
        }
    }
}
