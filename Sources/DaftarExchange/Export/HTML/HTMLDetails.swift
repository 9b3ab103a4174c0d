import Daftar

/// The rest of an event, folded away on a screen and open in print: dates by source, who, what, words, judgement.
struct HTMLDetails {
    let event: RecordedEvent
    let survey: HTMLSurvey
    var content: EventContent { event.content }

    func append(to page: inout Markup) {
        var rows = DetailRows()
        rows.each("Dates", content.dates.count > 1 || content.sourcesDisagree ? content.dates : [], append)
        rows.each("Who", content.actors, append)
        rows.each("Under", content.instruments, append)
        rows.each("What was hit", content.targets) { $1.isolated($0.name) }
        rows.line("How", content.methods.map { Vocabulary.methods.meaning(of: $0) ?? $0 })
        rows.line("With", content.technologies)
        rows.each("How many", content.quantities, append)
        rows.each("In words", content.quotes, append)
        rows.each("Justified", [content.justification].compactMap(\.self), append)
        rows.each("Cause", [content.cause].compactMap(\.self), append)
        rows.each("Related", relations, append)
        rows.each("Judged", [content.assessment].compactMap(\.self), append)
        if rows.page.bytes.isEmpty { return }
        page.raw("<details><summary aria-label=\"Details of entry \(event.index)\">Details</summary>\n<dl>\n")
        page.bytes.append(contentsOf: rows.page.bytes)
        page.raw("</dl>\n</details>\n")
    }

    // MARK: Relations

    /// How this event bears on another, or the other on it.
    private struct Related {
        let words: String
        /// Of this page.
        let entry: Int?
        let statement: Hash?
    }

    private var relations: [Related] {
        content.relations.map { relation in
            Related(words: relation.relation, entry: relation.to.flatMap(survey.entry), statement: relation.to)
        } + survey.related(to: event.statement).map { Related(words: $0.relation, entry: $0.entry, statement: nil) }
    }

    private func append(_ related: Related, to page: inout Markup) {
        page.text(related.words + " ")
        if let entry = related.entry {
            page.raw("<a href=\"#e\(entry)\">entry \(entry)</a>")
        } else if let statement = related.statement {
            page.raw("the event of statement ")
            page.element("code", text: statement.base64)
        } else {
            page.raw("one not shown")
        }
    }
}

/// Rows of a list of names and values.
struct DetailRows {
    var page = Markup()

    /// A name, and one line for each thing; nothing where there are none.
    mutating func each<T>(_ name: String, _ things: [T], _ body: (T, inout Markup) -> Void) {
        if things.isEmpty { return }
        page.raw("<dt>\(name)</dt>")
        for thing in things { page.element("dd") { body(thing, &$0) } }
        page.raw("\n")
    }

    mutating func line(_ name: String, _ words: [String]) {
        each(name, words.isEmpty ? [] : [words.joined(separator: ", ")]) { $1.isolated($0) }
    }
}
