import Daftar

/// An event as a slide of TimelineJS3, for its JSON and its sheet: headline and text are HTML there, so text is escaped.
///
/// No slide has media: TimelineJS would load it from elsewhere, and tell those who run that place who reads. Sources are
/// links in the text.
struct TimelineJSSlide {
    let event: RecordedEvent
    let context: ExportContext
    private var content: EventContent { event.content }

    var date: TimelineJSDate? { content.date?.edtf.flatMap(TimelineJSDate.init) }

    /// The date in words. TimelineJS takes markup out of it and shows the rest as markup again: nothing that could be any
    /// is let through.
    var displayDate: String {
        guard let date = content.date else { return "undated" }
        if let edtf = date.edtf { return edtf.words }
        return String(date.text.map { "<>&\"'".contains($0) ? "\u{FFFD}" : $0 })
    }

    var headline: String { HTMLText.escaped(content.title?.text() ?? "(title not shown)") }

    var text: String {
        var text = Markup()
        if !event.privateParts.isEmpty {
            text.element("p", text: "PRIVATE, not published: \(event.privateParts.joined(separator: ", "))")
        }
        if let marks = MarkWords.line(event) { text.element("p") { $0.element("strong", text: marks) } }
        if let summary = content.summary { text.localized(summary.best(), as: "p") }
        if content.sourcesDisagree { text.element("p", text: "Sources disagree on the date.") }
        appendSources(to: &text)
        appendOrigin(to: &text)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    /// What TimelineJS passes over, so that the row leads back to its entry.
    var trace: JSONValue {
        var members: JSONObject = [
            "entry": .integer(event.index), "leaf": .string(event.leaf.base64),
            "signed-by": .array(event.signers.map { .string($0) }),
        ]
        let bounds = content.date?.edtf?.bounds
        members["edtf"] = content.date.map { .string($0.text) }
        members["min"] = bounds?.min.map { .string($0.text) }
        members["max"] = bounds?.max.map { .string($0.text) }
        return .object(members)
    }

    private func appendSources(to text: inout Markup) {
        let sources = content.sources
        if sources.isEmpty { return }
        text.element("p") { text in
            text.raw("Sources: ")
            for (i, source) in sources.enumerated() {
                if i > 0 { text.raw(", ") }
                text.link(source.url) { $0.isolated(source.publisher ?? source.title?.text() ?? source.id ?? "source") }
            }
        }
    }

    private func appendOrigin(to text: inout Markup) {
        text.element("p") { text in
            text.text(
                "Entry \(event.index) of \(context.originText), signed by \(event.signers.joined(separator: ", "))")
            text.raw("; leaf <code>\(event.leaf.base64)</code>; check it: <code>daftar prove \(event.index)</code>. ")
            text.text("Licence: \(context.licence).")
        }
    }
}

/// The slide that comes first: of what the timeline is.
struct TimelineJSTitle {
    let context: ExportContext

    var headline: String { HTMLText.escaped(context.title) }

    var text: String {
        var text = Markup()
        if context.isPrivate { text.raw("<p>NOT TO BE PUBLISHED: holds parts that are not public.</p>") }
        text.element("p") { text in
            text.text("Ledger \(context.originText), \(context.sizeText) entries, root ")
            text.element("code", text: context.rootText)
            text.text(". Events: \(context.filter). Licence: \(context.licence). \(ExportContext.caveat)")
        }
        return String(decoding: text.bytes, as: UTF8.self)
    }
}
