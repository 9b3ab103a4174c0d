public import Daftar

/// An event as a paper cites it: what it is, where it stands, and what proves that it stood there.
///
/// ```
/// daftar.example/central-asia/recorder. Tajik government and Huawei … sign base-station memorandum [one day between 1 and
/// 15 December 2023]. Entry 12, recorded 24 November 2026, in: Internet freedom in Central Asia (daftar.example/central-asia).
/// Leaf 0urM…=; checkpoint of 115 entries, root WFVH…=. CC BY 4.0.
/// ```
public struct Citation: Sendable {
    private let event: RecordedEvent
    private let context: ExportContext

    public init(_ event: RecordedEvent, _ context: ExportContext) { (self.event, self.context) = (event, context) }

    private var title: String { event.content.title?.text() ?? "(title not shown)" }
    private var when: String { event.content.date.map { $0.edtf?.phrase ?? $0.text } ?? "undated" }
    private var signers: String { event.signers.joined(separator: ", ") }

    /// What a reader must know before relying on it; each a sentence.
    private var cautions: [String] {
        let marks = event.marks
        var cautions: [String] = []
        func add(_ entries: [Int], _ what: String) {
            guard !entries.isEmpty else { return }
            cautions.append(
                "\(what) \(entries.count == 1 ? "entry" : "entries") \(entries.map(String.init).joined(separator: ", "))"
            )
        }
        add(marks.retractedBy.map { [$0] } ?? [], "Retracted by")
        add(marks.correctedBy.map { [$0] } ?? [], "As corrected by")
        add(marks.disputedBy, "Disputed by")
        if marks.isDoubted { cautions.append("Doubted: a key that signed it was stolen") }
        let withdrawn = event.content.count(.withdrawn)
        if withdrawn > 0 { cautions.append("Withdrawn parts: \(withdrawn)") }
        return cautions
    }

    private var place: String {
        "Leaf \(event.leaf.base64); checkpoint of \(context.size) entries, root \(context.root.base64)"
    }

    // MARK: Formats

    public var text: String {
        let sentences =
            ["\(signers). \(title) [\(when)]"] + cautions + [
                "Entry \(event.index), recorded \(day), in: \(context.title) (\(context.origin.text))", place,
                context.licence,
            ]
        return sentences.joined(separator: ". ") + "."
    }

    private var day: String { (try? EDTF(parsing: event.recorded.description))?.words ?? event.recorded.description }

    /// `@misc`, which every style knows; the day is that on which it was recorded.
    public var bibtex: String {
        let note = (["Entry \(event.index)", "of \(when)"] + cautions + [place]).joined(separator: ". ")
        let fields = [
            ("author", "{" + Citation.escaped(signers) + "}"), ("title", "{" + Citation.escaped(title) + "}"),
            ("year", String(event.recorded.year)), ("date", event.recorded.description),
            ("howpublished", Citation.escaped("\(context.title) (\(context.origin.text))")),
            ("note", Citation.escaped(note)), ("copyright", Citation.escaped(context.licence)),
        ]
        let lines = fields.map { "  \($0.0) = {\($0.1)}" }.joined(separator: ",\n")
        return "@misc{\(key),\n\(lines)\n}\n"
    }

    /// The same name for the same event in every ledger's bibliography: its slug, or the beginning of its leaf.
    private var key: String {
        event.content.slug.map { $0.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } }
            .flatMap { $0.isEmpty ? nil : $0 } ?? "daftar-" + event.leaf.hex.prefix(12)
    }

    /// What TeX would read otherwise.
    private static func escaped(_ text: String) -> String {
        text.map { character in
            switch character {
            case "\\": "\\textbackslash{}"
            case "{", "}", "&", "%", "$", "#", "_": "\\\(character)"
            case "~": "\\textasciitilde{}"
            case "^": "\\textasciicircum{}"
            case "\n": " "
            default: String(character)
            }
        }.joined()
    }

    /// One item of CSL-JSON.
    public var csl: JSONValue {
        let recorded = event.recorded
        let parts: JSONValue = .array([.integer(recorded.year), .integer(recorded.month), .integer(recorded.day)])
        let note = (["of \(when)"] + cautions + [place, context.licence, ExportContext.caveat]).joined(separator: ". ")
        return [
            [
                "id": .string(key), "type": "dataset", "title": .string(title),
                "author": .array(event.signers.map { ["literal": .string($0)] }),
                "issued": ["date-parts": [parts]], "container-title": .string(context.title),
                "archive": .string(context.origin.text), "archive_location": .string("entry \(event.index)"),
                "note": .string(note),
            ]
        ]
    }
}
