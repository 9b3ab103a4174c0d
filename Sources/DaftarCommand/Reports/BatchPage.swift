import Daftar
import DaftarExchange
import DaftarStore

/// What is about to be appended, for a last look: afterwards it can't be taken back.
struct BatchPage {
    let batch: Batch
    let links: Links
    let session: Session
    /// More than a person looks through; the rest is counted.
    private static let limit = 12
    private var err: Output { session.err }

    func show() {
        session.out.flush()
        for position in links.order.prefix(Self.limit) { show(position) }
        let more = links.order.count - Self.limit
        if more > 0 { err.line("… and \(Words.count(more, "more entry", "more entries"))") }
        err.flush()
    }

    private func show(_ position: Int) {
        let item = batch.items[position]
        switch item.body {
        case .event(let event):
            guard let content = event.content else { return }
            show(content, relations(position, item))
        case .proposal(let proposal):
            for line in proposal.lines { err.paragraph(line.cleaned) }
        case .statement(let file, let statement):
            let content = EventContent(statement, disclosures: file.disclosures)
            err.paragraph("\(item.name.cleaned): \(statement.typeName) signed by \(Words.list(statement.by).cleaned)")
            if content.title != nil { show(content, nil) }
        }
    }

    private func show(_ content: EventContent, _ relations: String?) {
        let places = content.places.map { Place.name(of: $0) ?? $0 }.joined(separator: ", ")
        let head = [content.kind?.text, content.date.map { $0.edtf?.phrase ?? $0.text }, places].compactMap(\.self)
        err.paragraph(head.joined(separator: "  ").cleaned)
        err.paragraph((content.title?.text() ?? "(no title)").cleaned, indent: "  ")
        err.paragraph(BatchPage.facts(content).cleaned, indent: "  ")
        if let relations { err.paragraph("relations: \(relations)".cleaned, indent: "  ") }
    }

    /// `4 actors (1 person: Beg Sabur), 4 sources (1 original), all public`
    private static func facts(_ content: EventContent) -> String {
        let actors = content.actors, sources = content.sources
        let persons = actors.filter(\.isPerson).map { $0.name?.text() ?? $0.id ?? "?" }
        let named =
            persons.isEmpty
            ? "" : " (\(Words.count(persons.count, "person", "people")): \(persons.joined(separator: ", ")))"
        let originals = sources.count { $0.isOriginal }
        return
            "\(Words.count(actors.count, "actor"))\(named), \(Words.count(sources.count, "source")) (\(Words.count(originals, "original"))), all public"
    }

    private func relations(_ position: Int, _ item: Batch.Item) -> String? {
        guard let ends = links.ends[position] else { return nil }
        return zip(item.relations, ends).map { "\($0.relation) \(links.name($1, in: batch))" }.joined(separator: ", ")
    }
}

extension Statement {
    /// The type as it is written.
    var typeName: String { (try? CanonicalJSON.parse(body))?["type"]?.string ?? "statement" }
}
