/// HTML of a cell as the text that a reader sees: tags go, paragraphs and line breaks become lines.
enum PlainMarkup {
    private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " "]
    private static let breaks: Set<String> = ["p", "br", "div", "li", "tr", "h1", "h2", "h3"]

    static func text(_ html: String) -> String {
        guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return html }
        var text = "", rest = html[...]
        while let first = rest.first {
            if first == "<", let tag = tag(rest) {
                if breaks.contains(tag.name), !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
                rest = rest[tag.end...]
            } else if first == "&", let entity = entity(rest) {
                text += entity.text
                rest = rest[entity.end...]
            } else {
                text.append(first)
                rest = rest.dropFirst()
            }
        }
        return text.unpadded
    }

    /// `<a href="…">` or `</p>`; nil for a `<` that stands for itself.
    private static func tag(_ text: Substring) -> (name: String, end: Substring.Index)? {
        let inside = text.dropFirst().drop { $0 == "/" }
        guard inside.first?.isLetter == true, let end = inside.firstIndex(of: ">") else { return nil }
        let name = inside.prefix { $0.isLetter || $0.isNumber }.lowercased()
        return (name, text.index(after: end))
    }

    private static func entity(_ text: Substring) -> (text: String, end: Substring.Index)? {
        guard let end = text.prefix(10).firstIndex(of: ";") else { return nil }
        let name = text[text.index(after: text.startIndex)..<end], next = text.index(after: end)
        if let known = entities[String(name)] { return (known, next) }
        let digits = name.hasPrefix("#x") ? name.dropFirst(2) : name.dropFirst()
        guard name.hasPrefix("#"), let code = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10),
            let scalar = Unicode.Scalar(code)
        else { return nil }
        return (String(Character(scalar)), next)
    }
}
