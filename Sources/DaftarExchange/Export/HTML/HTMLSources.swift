import Daftar

/// Where an event is known from: numbered, each with what it is and, where it is on the web, a link.
struct HTMLSources {
    let content: EventContent

    func append(to page: inout Markup) {
        let sources = content.sources
        if sources.isEmpty { return }
        page.raw("<ol class=\"sources\" aria-label=\"Sources\">\n")
        for source in sources {
            page.element("li") { append(source, to: &$0) }
            page.raw("\n")
        }
        page.raw("</ol>\n")
    }

    private func append(_ source: Source, to page: inout Markup) {
        page.link(source.url) { page in
            if let title = source.title { return page.localized(title.best()) }
            page.isolated(source.publisher ?? source.id ?? "source")
        }
        if source.title != nil, let publisher = source.publisher {
            page.raw(", ")
            page.isolated(publisher)
        }
        if let published = source.published { page.text(", \(published.words)") }
        appendNature(source, to: &page)
        if let url = source.url, WebAddress.link(url) == nil { page.raw(" "); page.element("code", text: url) }
        if let says = source.says {
            page.raw(": ")
            page.localized(says.best(), as: "bdi", "class=\"note\"")
        }
        appendCaptures(source, to: &page)
    }

    /// `(news report, in ru, reprint of …; reliability B)`
    private func appendNature(_ source: Source, to page: inout Markup) {
        var parts = [source.type?.replacing("-", with: " ")]
        if let language = source.language, language != "en" { parts.append("in \(language)") }
        if !source.isOriginal {
            let of = source.of.map { " of \(content.name(ofHandle: $0) ?? "one not shown")" } ?? ""
            parts.append(source.derivation + of)
        }
        parts.append(source.reliability.map { "reliability \($0)" })
        let shown = parts.compactMap(\.self).joined(separator: ", ")
        if !shown.isEmpty { page.raw(" "); page.element("span", "class=\"note\"", text: "(\(shown))") }
    }

    private func appendCaptures(_ source: Source, to page: inout Markup) {
        for capture in content.captures where capture.source == source.id && source.id != nil {
            page.raw(" <span class=\"note\">Captured as ")
            page.element("code", text: capture.digest ?? "")
            page.raw("</span>")
        }
    }
}
