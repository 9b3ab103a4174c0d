public import Daftar

/// Events as a table (RFC 4180): for spreadsheets, R and pandas. Several values in a cell are separated by `; `.
public struct CSVExporter: EventExporter {
    private let context: ExportContext
    /// The last cells of every row are the same ones.
    private let end: [UInt8]

    public init(_ context: ExportContext) {
        self.context = context
        var end: [UInt8] = []
        for text in [
            ExportContext.caveat, context.filter, context.originText, context.sizeText, context.rootText,
            context.licence,
        ] {
            end.append(UInt8(ascii: ","))
            CSVCell.append(text, to: &end)
        }
        self.end = end + Array("\r\n".utf8)
    }

    /// The columns, in their order. The last four make each row citable by itself.
    public static let columns = [
        "entry", "leaf", "statement", "recorded", "slug", "kind", "date", "date_min", "date_max", "date_words",
        "sources_disagree", "title", "title_language", "summary", "places", "stage", "actors", "roles", "persons",
        "technologies", "methods", "targets", "tags", "credibility", "status", "publishers", "originals", "urls",
        "relations", "signed_by", "seen", "corrected_by", "retracted_by", "disputed_by", "endorsed_by", "doubted",
        "not_shown", "withdrawn", "caveat", "filter", "ledger", "size", "root", "licence",
    ]

    /// With parts that are not public there is a column more, the first, that says which they are.
    public var head: [UInt8] {
        let columns = (context.isPrivate ? ["private"] : []) + CSVExporter.columns
        return Array((columns.joined(separator: ",") + "\r\n").utf8)
    }
    public var tail: [UInt8] { [] }

    public func append(_ events: ArraySlice<RecordedEvent>, after previous: RecordedEvent?, to bytes: inout [UInt8]) {
        var row = CSVRow()
        var date: DateCells?
        swap(&row.bytes, &bytes)
        for event in events {
            date = DateCells.of(event.content, after: date)
            row.begin()
            if context.isPrivate {
                row.text(event.privateParts.isEmpty ? "no" : event.privateParts.joined(separator: "; "))
            }
            identity(event, &row)
            show(date, event.content, &row)
            words(event.content, &row)
            things(event.content, &row)
            sources(event.content, &row)
            marks(event, &row)
            row.bytes.append(contentsOf: end)
        }
        swap(&row.bytes, &bytes)
    }

    // MARK: Columns

    private func identity(_ event: RecordedEvent, _ row: inout CSVRow) {
        row.plain(String(event.index))
        row.plain(event.leaf.base64)
        row.plain(event.statement.base64)
        row.plain(event.recorded.description)
        row.text(event.content.slug)
        row.text(event.content.kind?.text)
    }

    private func show(_ date: DateCells?, _ content: EventContent, _ row: inout CSVRow) {
        row.text(date?.text)
        row.plain(date?.min ?? "")
        row.plain(date?.max ?? "")
        row.text(date?.words)
        row.plain(content.sourcesDisagree ? "yes" : "")
    }

    private func words(_ content: EventContent, _ row: inout CSVRow) {
        let title = content.title?.best()
        row.text(title?.text)
        row.text(title?.language)
        row.text(content.summary?.text())
        row.list(content.places)
        row.text(content.stage)
    }

    private func things(_ content: EventContent, _ row: inout CSVRow) {
        let actors = content.actors
        row.list(actors.map { $0.name?.text() ?? $0.id ?? "" })
        row.list(actors.map { $0.roles.joined(separator: "/") })
        row.list(actors.filter(\.isPerson).map { $0.name?.text() ?? $0.id ?? "" })
        row.list(content.technologies)
        row.list(content.methods)
        row.list(content.targets.map(\.name))
        row.list(content.tags)
    }

    private func sources(_ content: EventContent, _ row: inout CSVRow) {
        let sources = content.sources, assessment = content.assessment
        row.text(assessment?.credibility)
        row.text(assessment?.status)
        row.list(sources.map { $0.publisher ?? $0.title?.text() ?? $0.id ?? "" })
        row.plain(String(sources.count { $0.isOriginal }))
        // One for each source, so that they stay beside their publishers.
        let urls = sources.map { $0.url ?? "" }
        row.list(urls.allSatisfy(\.isEmpty) ? [] : urls)
        row.list(content.relations.map { "\($0.relation) \($0.to?.base64 ?? "")" })
    }

    private func marks(_ event: RecordedEvent, _ row: inout CSVRow) {
        let marks = event.marks
        row.list(event.signers)
        row.plain(String(event.seen.size))
        row.plain(marks.correctedBy.map(String.init) ?? "")
        row.plain(marks.retractedBy.map(String.init) ?? "")
        row.list(marks.disputedBy.map(String.init))
        row.list(marks.endorsedBy.map(String.init))
        row.plain(marks.isDoubted ? "yes" : "")
        row.plain(String(event.content.notShownCount))
        row.plain(String(event.content.count(.withdrawn)))
    }
}

/// Rows while they are written.
private struct CSVRow {
    var bytes: [UInt8] = []
    private var isFirst = true

    mutating func begin() { isFirst = true }

    /// Text of ours: nothing in it needs care.
    mutating func plain(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    /// Text that came from a ledger.
    mutating func text(_ text: String?) {
        separate()
        if let text, !text.isEmpty { CSVCell.append(text, to: &bytes) }
    }

    mutating func list(_ texts: [String]) { text(texts.count == 1 ? texts[0] : texts.joined(separator: "; ")) }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }
}
