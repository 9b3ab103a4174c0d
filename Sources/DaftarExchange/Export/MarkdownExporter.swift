public import Daftar

/// Events as a timeline to read: a heading for each year, a paragraph for each event, a footer that says what it is of.
public struct MarkdownExporter: EventExporter {
    private let context: ExportContext

    public init(_ context: ExportContext) { self.context = context }

    public var head: [UInt8] { Array("# \(MarkdownText.escaped(context.title))\n".utf8) }

    public var tail: [UInt8] {
        Array(
            """

            ---

            Ledger \(MarkdownText.escaped(context.originText)), checkpoint \(context.sizeText), root `\(context.rootText)`. \
            Events: \(MarkdownText.escaped(context.filter)). Licence: \(MarkdownText.escaped(context.licence)). \
            \(ExportContext.caveat)

            """.utf8)
    }

    public func append(_ events: ArraySlice<RecordedEvent>, after previous: RecordedEvent?, to bytes: inout [UInt8]) {
        var previous = previous
        for event in events {
            append(event, previous, to: &bytes)
            previous = event
        }
    }

    private func append(_ event: RecordedEvent, _ previous: RecordedEvent?, to bytes: inout [UInt8]) {
        let year = event.timelineYear
        if previous.map({ $0.timelineYear != year }) ?? true {
            bytes.append(contentsOf: "\n## \(year.map { String($0) } ?? "Undated")\n".utf8)
        }
        bytes.append(contentsOf: "\n\(paragraph(event))\n".utf8)
    }

    /// `**1–15 December 2023, one day** · Tajikistan · *instrument/memorandum*`, the title, the summary, the sources.
    private func paragraph(_ event: RecordedEvent) -> String {
        let content = event.content
        let places = content.places.map { Place.name(of: $0) ?? $0 }.joined(separator: ", ")
        var head = [MarkdownExporter.date(content)]
        if !places.isEmpty { head.append(MarkdownText.escaped(places)) }
        if let kind = content.kind?.text { head.append("*\(MarkdownText.escaped(kind))*") }
        var parts = [
            head.joined(separator: " · "), "**\(MarkdownText.escaped(content.title?.text() ?? "(not shown)"))**",
        ]
        if !event.privateParts.isEmpty {
            parts.append(
                "**PRIVATE, not published: \(MarkdownText.escaped(event.privateParts.joined(separator: ", ")))**")
        }
        if let marks = MarkWords.line(event) { parts.append("*\(marks)*") }
        if let summary = content.summary?.text() { parts.append(MarkdownText.escaped(summary)) }
        if let sources = MarkdownExporter.sources(content) { parts.append(sources) }
        let signers = MarkdownText.escaped(event.signers.joined(separator: ", "))
        parts.append(
            "Entry \(event.index), signed by \(signers); leaf `\(event.leaf.base64)`; check it: `daftar prove \(event.index)`"
        )
        return parts.joined(separator: "  \n")
    }

    /// In words; its EDTF where that says more.
    private static func date(_ content: EventContent) -> String {
        guard let date = content.date else { return "**undated**" }
        let exact = date.edtf?.plainDay == nil ? " `\(MarkdownText.code(date.text))`" : ""
        return "**\(MarkdownText.escaped(date.words))**\(exact)\(content.sourcesDisagree ? " (sources disagree)" : "")"
    }

    private static func sources(_ content: EventContent) -> String? {
        let sources = content.sources.map { source in
            let name = MarkdownText.escaped(source.publisher ?? source.title?.text() ?? source.id ?? "source")
            let link = WebAddress.link(source.url).map { "[\(name)](<\($0)>)" } ?? name
            return source.isOriginal ? link : "\(link) (\(MarkdownText.escaped(source.derivation)))"
        }
        return sources.isEmpty ? nil : "Sources: " + sources.joined(separator: ", ")
    }
}
