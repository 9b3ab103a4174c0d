public import Daftar

/// Events as an Atom feed (RFC 4287), for feed readers and for those who follow a ledger.
///
/// An entry of the feed is an entry of the ledger: its `id` is made of the ledger's origin and the leaf hash, `published` is
/// the day on which it was recorded, `updated` the day of the last entry that changed what is shown of it, such as a
/// correction, a retraction or a withdrawal. So a reader that holds an older version takes the newer one. When the event
/// happened is said in the text: Atom has no field for it.
public struct AtomExporter: EventExporter {
    private let context: ExportContext
    private let names: LedgerNames

    public init(_ context: ExportContext) { (self.context, names) = (context, LedgerNames(context)) }

    public var head: [UInt8] {
        var xml = XMLWriter()
        xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
        xml.line("id", feedName)
        xml.line("title", context.title)
        xml.line("subtitle", about)
        xml.line("updated", AtomExporter.time(context.day))
        xml.line("rights", context.licence)
        // RFC 4946.
        if let page = context.licencePage { xml.empty("link", [("rel", "license"), ("href", page)]) }
        xml.raw("<author>")
        xml.element("name", context.originText)
        xml.raw("</author>\n")
        xml.line("generator", "Daftar")
        return xml.bytes
    }

    public var tail: [UInt8] { Array("</feed>\n".utf8) }

    public func append(_ events: ArraySlice<RecordedEvent>, after previous: RecordedEvent?, to bytes: inout [UInt8]) {
        var xml = XMLWriter()
        swap(&xml.bytes, &bytes)
        for event in events { append(event, to: &xml) }
        swap(&xml.bytes, &bytes)
    }

    // MARK: An entry

    private func append(_ event: RecordedEvent, to xml: inout XMLWriter) {
        xml.raw("<entry>\n")
        xml.line("id", names.entry(event.leaf))
        title(event, &xml)
        xml.line("published", AtomExporter.time(event.recorded))
        xml.line("updated", AtomExporter.time(event.marks.changed ?? event.recorded))
        for signer in event.signers {
            xml.raw("<author>")
            xml.element("name", signer)
            xml.raw("</author>\n")
        }
        xml.line("rights", context.licence)
        categories(event.content, &xml)
        links(event.content, &xml)
        AtomContent(event, context).append(to: &xml)
        xml.raw("</entry>\n")
    }

    private func title(_ event: RecordedEvent, _ xml: inout XMLWriter) {
        let title = event.content.title?.best()
        var text = title?.text ?? "(not shown)"
        if event.marks.isDoubted { text = "DOUBTED: " + text }
        if event.marks.retractedBy != nil { text = "RETRACTED: " + text }
        if !event.privateParts.isEmpty { text = "PRIVATE: " + text }
        xml.line("title", text, [("xml:lang", AtomExporter.tag(title?.language))])
    }

    private func categories(_ content: EventContent, _ xml: inout XMLWriter) {
        if let kind = content.kind?.text, !kind.isEmpty {
            let label = Kind.vocabulary.meaning(of: kind)
            xml.empty("category", [("scheme", names.part("kind")), ("term", kind), ("label", label)])
        }
        for place in content.places where !place.isEmpty {
            let label = Place.name(of: place)
            xml.empty("category", [("scheme", "urn:iso:std:iso:3166"), ("term", place), ("label", label)])
        }
    }

    /// The sources: Atom calls `via` where something is known from.
    private func links(_ content: EventContent, _ xml: inout XMLWriter) {
        for source in content.sources {
            guard let url = WebAddress.iri(source.url) else { continue }
            let title = source.publisher ?? source.title?.text()
            xml.empty(
                "link",
                [("rel", "via"), ("href", url), ("hreflang", AtomExporter.tag(source.language)), ("title", title)])
        }
    }

    // MARK: The feed

    /// A feed of a part of the ledger is another feed than that of all of it.
    private var feedName: String {
        if context.filter == "all" { return names.ledger }
        return names.part("feed/" + Hash.sha256(Array(context.filter.utf8)).base64)
    }

    private var about: String {
        """
        Ledger \(context.originText), checkpoint \(context.sizeText), root \(context.rootText). Events: \(context.filter). \
        \(ExportContext.caveat)
        """
    }

    /// The beginning of a day: a ledger keeps no times.
    private static func time(_ day: RecordedDay?) -> String { "\(day?.description ?? "0001-01-01")T00:00:00Z" }

    /// A language tag as XML takes it; nil for one that is not known or not well-formed.
    static func tag(_ language: String?) -> String? {
        language.flatMap { $0 != LanguageTag.undetermined && LanguageTag.isWellFormed($0) ? $0 : nil }
    }
}
