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
        let year = MarkdownExporter.year(event)
        if previous.map({ MarkdownExporter.year($0) != year }) ?? true {
            bytes.append(contentsOf: "\n## \(year.map { String($0) } ?? "Undated")\n".utf8)
        }
        bytes.append(contentsOf: "\n\(paragraph(event))\n".utf8)
    }

    private static func year(_ event: RecordedEvent) -> Int? {
        let bounds = event.content.date?.edtf?.bounds
        return (bounds?.min ?? bounds?.max)?.year
    }

    /// `**1–15 December 2023, one day** · Tajikistan · *instrument/memorandum*`, the title, the summary, the sources.
    private func paragraph(_ event: RecordedEvent) -> String {
        let content = event.content
        let places = content.places.map { Place.name(of: $0) ?? $0 }.joined(separator: ", ")
        let disagree = content.sourcesDisagree ? " †" : ""
        var head = ["**\(MarkdownText.escaped(content.date?.words ?? "undated"))\(disagree)**"]
        if !places.isEmpty { head.append(MarkdownText.escaped(places)) }
        if let kind = content.kind?.text { head.append("*\(MarkdownText.escaped(kind))*") }
        var parts = [
            head.joined(separator: " · "), "**\(MarkdownText.escaped(content.title?.text() ?? "(not shown)"))**",
        ]
        if !event.privateParts.isEmpty {
            parts.append(
                "**PRIVATE, not published: \(MarkdownText.escaped(event.privateParts.joined(separator: ", ")))**")
        }
        let marks = MarkdownExporter.marks(event)
        if !marks.isEmpty { parts.append("*\(marks.joined(separator: " "))*") }
        if let summary = content.summary?.text() { parts.append(MarkdownText.escaped(summary)) }
        if let sources = MarkdownExporter.sources(content) { parts.append(sources) }
        parts.append("Entry \(event.index), `\(event.leaf.base64)`")
        return parts.joined(separator: "  \n")
    }

    /// A sentence for each thing that was said about the event since it was recorded.
    private static func marks(_ event: RecordedEvent) -> [String] {
        let marks = event.marks, withdrawn = event.content.count(.withdrawn)
        var sentences: [String] = []
        if let entry = marks.retractedBy { sentences.append("Retracted by entry \(entry).") }
        if marks.isDoubted {
            sentences.append("Doubted: signed with a key that is said to have been stolen by then.")
        }
        if let entry = marks.correctedBy { sentences.append("As corrected by entry \(entry).") }
        if !marks.disputedBy.isEmpty { sentences.append("Disputed by \(entries(marks.disputedBy)).") }
        if !marks.endorsedBy.isEmpty { sentences.append("Endorsed by \(entries(marks.endorsedBy)).") }
        if withdrawn > 0 { sentences.append("\(withdrawn) \(withdrawn == 1 ? "part" : "parts") withdrawn.") }
        return sentences
    }

    private static func entries(_ numbers: [Int]) -> String {
        (numbers.count == 1 ? "entry " : "entries ") + numbers.map(String.init).joined(separator: ", ")
    }

    private static func sources(_ content: EventContent) -> String? {
        let sources = content.sources.map { source in
            let name = MarkdownText.escaped(source.publisher ?? source.title?.text() ?? source.id ?? "source")
            return MarkdownText.address(source.url).map { "[\(name)](<\($0)>)" } ?? name
        }
        return sources.isEmpty ? nil : "Sources: " + sources.joined(separator: ", ")
    }
}

/// Text from a ledger within Markdown: it stays text.
enum MarkdownText {
    /// On one line, with each character that means something to Markdown or HTML escaped.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\t": escaped.append(" ")
            case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "&", "!":
                escaped.append("\\")
                escaped.unicodeScalars.append(scalar)
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// An address that can be linked to; nothing but the web is.
    static func address(_ url: String?) -> String? {
        guard let url, url.hasPrefix("https://") || url.hasPrefix("http://") else { return nil }
        let isPlain = url.utf8.allSatisfy {
            $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "\\")
        }
        return isPlain ? url : nil
    }
}
