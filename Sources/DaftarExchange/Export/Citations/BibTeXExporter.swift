import Daftar

/// The sources of events as a bibliography for biblatex (UTF-8, to be read by biber; Zotero and JabRef read it too).
///
/// Biblatex, because it has `@online`, and because its `date` is EDTF: a doubtful date stays doubtful. Dates that it doesn't
/// know, such as one of several, are said in `annotation`, which no bibliography prints.
public struct BibTeXExporter: SourceExporter {
    private let context: ExportContext
    let written = WrittenSources()

    public init(_ context: ExportContext) { self.context = context }

    static let separator: [UInt8] = []

    public var head: [UInt8] {
        let lines = [
            "Sources of \(context.title), for biblatex", "Ledger: \(context.originText)",
            "Checkpoint: \(context.sizeText)", "Root: \(context.rootText)", "Events: \(context.filter)",
            "Licence of the record: \(context.licence)", ExportContext.caveat,
        ]
        return Array(lines.map { "% \(BibTeXText.comment($0))\n" }.joined().utf8)
    }
    public var tail: [UInt8] { [] }

    func append(_ cited: CitedSource, to bytes: inout [UInt8]) {
        let source = cited.source, form = BibTeXForm(source), content = cited.event.content
        bytes.append(contentsOf: "\n@\(form.type){\(cited.key),\n".utf8)
        func field(_ name: StaticString, _ text: String?) {
            guard let text, !text.isEmpty else { return }
            bytes.append(contentsOf: "  \(name) = {\(text)},\n".utf8)
        }
        // Braces of their own, so that no style changes the case of a name, and no `and` in it makes two of one.
        field("title", cited.title.map { "{\(BibTeXText.escaped($0))}" })
        field(form.publisher, source.publisher.map { "{\(BibTeXText.escaped($0))}" })
        field("type", form.kind)
        let date = BibTeXText.date(source.published)
        field("date", date)
        field("url", WebAddress.link(source.url).map(BibTeXText.address))
        field("urldate", cited.accessed?.text)
        field("language", source.language.map(BibTeXText.escaped))
        field("abstract", source.says.map { BibTeXText.escaped($0.text()) })
        field("keywords", ([content.kind?.text ?? ""] + content.places).map(BibTeXText.escaped).joined(separator: ", "))
        let dated = date == nil ? source.published.map { " Published: \($0.words)." } ?? "" : ""
        field("annotation", BibTeXText.escaped(cited.note(context) + dated))
        bytes.append(contentsOf: "}\n".utf8)
    }
}
