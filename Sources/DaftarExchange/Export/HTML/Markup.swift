import Daftar

/// Elements while they are written. What goes in as text or attribute is escaped; tags and attributes' names are ours.
struct Markup {
    var bytes: [UInt8] = []

    /// Markup of ours, as it is.
    mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    mutating func text(_ text: String) { HTMLText.append(text, to: &bytes) }

    /// `<tag attributes>…</tag>`.
    ///
    /// - Parameter attributes: markup of ours, such as `class="when"`.
    mutating func element(_ tag: String, _ attributes: String = "", _ body: (inout Markup) -> Void) {
        raw(attributes.isEmpty ? "<\(tag)>" : "<\(tag) \(attributes)>")
        body(&self)
        raw("</\(tag)>")
    }

    mutating func element(_ tag: String, _ attributes: String = "", text: String) {
        element(tag, attributes) { $0.text(text) }
    }

    /// Text in its language and its own direction. Within a line (`bdi`) it keeps what stands around it in place.
    mutating func localized(
        _ text: (language: String, text: String), as tag: String = "bdi", _ attributes: String = ""
    ) {
        var attributes = attributes.isEmpty ? "" : attributes + " "
        attributes += "lang=\"\(Markup.language(text.language))\""
        if tag != "bdi" { attributes += " dir=\"auto\"" }
        element(tag, attributes, text: text.text)
    }

    /// Text in all its languages, the one that an English reader knows first.
    mutating func allLanguages(_ text: LocalizedText) {
        let best = text.best()
        localized(best)
        for (language, other) in text.others { raw(" / "); localized((language, other), as: "bdi", "class=\"also\"") }
    }

    /// Text whose language is not known.
    mutating func isolated(_ text: String) { element("bdi", text: text) }

    /// A link to the web, which learns nothing of this page; text where it is no such address.
    mutating func link(_ url: String?, _ body: (inout Markup) -> Void) {
        guard let url = WebAddress.link(url) else { return body(&self) }
        raw("<a href=\"")
        text(url)
        raw("\" rel=\"noreferrer noopener\">")
        body(&self)
        raw("</a>")
    }

    /// The value of `lang`: the tag, or nothing, which says that the language is not known.
    static func language(_ tag: String?) -> String {
        guard let tag, tag != LanguageTag.undetermined, LanguageTag.isWellFormed(tag) else { return "" }
        return tag
    }
}

extension LocalizedText {
    /// The texts but the one for an English reader, by language tag.
    var others: [(language: String, text: String)] {
        let best = best().language
        return texts.filter { $0.key != best }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
