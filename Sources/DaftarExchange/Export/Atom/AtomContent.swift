import Daftar

/// What a feed shows of an event: some paragraphs of XHTML.
struct AtomContent {
    private let event: RecordedEvent
    private let context: ExportContext
    private var content: EventContent { event.content }

    init(_ event: RecordedEvent, _ context: ExportContext) { (self.event, self.context) = (event, context) }

    func append(to xml: inout XMLWriter) {
        xml.raw("<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">\n")
        xml.paragraph { $0.text(facts) }
        if !event.privateParts.isEmpty {
            xml.paragraph {
                $0.element("strong", "PRIVATE, not published: \(event.privateParts.joined(separator: ", "))")
            }
        }
        if let marks = MarkWords.line(event) { xml.paragraph { $0.element("em", marks) } }
        if let summary = content.summary?.best() { xml.line("p", summary.text, AtomContent.language(summary.language)) }
        for quote in content.quotes { append(quote, to: &xml) }
        sources(&xml)
        xml.paragraph { paragraph in
            paragraph.text("Entry \(event.index), ")
            paragraph.element("code", event.leaf.base64)
            paragraph.text(". \(place)")
        }
        xml.raw("</div></content>\n")
    }

    /// `1–15 December 2023, one day (EDTF [2023-12-01..2023-12-15]) · Tajikistan · instrument/memorandum`
    private var facts: String {
        var facts = ["undated"]
        if let date = content.date {
            facts = [date.words == date.text ? date.words : "\(date.words) (EDTF \(date.text))"]
            if content.sourcesDisagree { facts[0] += ", sources disagree" }
        }
        let places = content.places.map { Place.name(of: $0) ?? $0 }.joined(separator: ", ")
        return (facts + [places, content.kind?.text ?? ""]).filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private func append(_ quote: Quote, to xml: inout XMLWriter) {
        let said = quote.saidBy.flatMap { content.name(ofHandle: $0) }
        xml.raw("<blockquote>")
        xml.line("p", quote.text, AtomContent.language(quote.language))
        let facts = [said, quote.mode].compactMap(\.self).joined(separator: ", ")
        if !facts.isEmpty { xml.line("p", "— \(facts)") }
        xml.raw("</blockquote>\n")
    }

    private func sources(_ xml: inout XMLWriter) {
        let sources = content.sources
        if sources.isEmpty { return }
        xml.raw("<ul>\n")
        for source in sources {
            xml.raw("<li>")
            let name = source.title?.text() ?? source.publisher ?? source.id ?? "source"
            if let url = WebAddress.iri(source.url) {
                xml.element("a", name, [("href", url)])
            } else {
                xml.text(name)
            }
            if source.title != nil, let publisher = source.publisher { xml.text(", \(publisher)") }
            if let published = source.published { xml.text(", \(published.words)") }
            if !source.isOriginal { xml.text(" (\(source.derivation))") }
            xml.raw("</li>\n")
        }
        xml.raw("</ul>\n")
    }

    /// Said with each entry: an entry that is copied out of the feed stays citable.
    private var place: String {
        """
        Ledger \(context.originText), checkpoint \(context.sizeText), root \(context.rootText). \
        Licence: \(context.licence). \(ExportContext.caveat)
        """
    }

    /// The direction is left to the text: a reader sees it by its first letters.
    private static func language(_ language: String?) -> [(String, String?)] {
        [("xml:lang", AtomExporter.tag(language)), ("dir", "auto")]
    }
}
