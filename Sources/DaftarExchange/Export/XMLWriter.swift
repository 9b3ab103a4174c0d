/// XML while it is written. Names are ours; every text and every attribute's value is escaped.
struct XMLWriter {
    var bytes: [UInt8] = []

    /// Markup of ours.
    mutating func raw(_ markup: StaticString) { markup.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) } }

    mutating func text(_ text: String) { XMLText.append(text, to: &bytes) }

    mutating func element(_ name: StaticString, _ text: String, _ attributes: [(String, String?)] = []) {
        open(name, attributes)
        raw(">")
        self.text(text)
        raw("</")
        raw(name)
        raw(">")
    }

    /// An element on a line of its own.
    mutating func line(_ name: StaticString, _ text: String, _ attributes: [(String, String?)] = []) {
        element(name, text, attributes)
        raw("\n")
    }

    /// An element without content.
    mutating func empty(_ name: StaticString, _ attributes: [(String, String?)]) {
        open(name, attributes)
        raw("/>\n")
    }

    mutating func paragraph(_ body: (inout XMLWriter) -> Void) {
        raw("<p>")
        body(&self)
        raw("</p>\n")
    }

    /// Attributes without a value are left out.
    private mutating func open(_ name: StaticString, _ attributes: [(String, String?)]) {
        raw("<")
        raw(name)
        for case (let name, let value?) in attributes where !value.isEmpty {
            bytes.append(contentsOf: " \(name)=\"".utf8)
            XMLText.append(value, to: &bytes)
            raw("\"")
        }
    }
}
