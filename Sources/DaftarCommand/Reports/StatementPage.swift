import Daftar
import DaftarStore

/// What a signed statement says, for a last look: before it is appended, or before a second person signs it.
struct StatementPage {
    let statement: Statement
    let disclosures: [[UInt8]]
    /// Nil where it is not at hand.
    let ledger: Ledger?

    func show(_ err: Output) {
        let words = ControlWords(statement, in: ledger)
        if let lines = words?.lines(statement) {
            for line in lines { err.paragraph(line.cleaned, indent: "  ") }
            return
        }
        let content = EventContent(statement, disclosures: disclosures)
        showAbout(err)
        let withholds = (try? CanonicalJSON.parse(statement.body))?["withheld"] != nil
        if content.title != nil {
            Self.show(content, withholds ? "some of it withheld" : "all public", err)
        } else if withholds {
            err.paragraph("withheld: signed, and not published", indent: "  ")
        }
        for text in [content.reason, content.text].compactMap({ $0?.text() }) {
            err.paragraph("“\(text)”".cleaned, indent: "  ")
        }
    }

    /// What a correction, a retraction or a remark is about.
    private func showAbout(_ err: Output) {
        guard let of = (try? CanonicalJSON.parse(statement.body))?["of"]?.string.flatMap({ Hash(base64: $0) }) else {
            return
        }
        let entry = (try? ledger?.entry(ofStatement: of)).flatMap(\.self)
        err.paragraph(
            entry.map { "about entry \($0)" } ?? "about the statement \(of.base64.middleCut(8, 4))", indent: "  ")
    }

    /// An event in three lines.
    ///
    /// - Parameter publicity: what of it is published.
    static func show(_ content: EventContent, _ publicity: String, _ err: Output) {
        let places = content.places.map { Place.name(of: $0) ?? $0 }.joined(separator: ", ")
        let head = [content.kind?.text, content.date.map { $0.edtf?.phrase ?? $0.text }, places].compactMap(\.self)
        err.paragraph(head.joined(separator: "  ").cleaned)
        err.paragraph((content.title?.text() ?? "(no title)").cleaned, indent: "  ")
        err.paragraph("\(facts(content)), \(publicity)".cleaned, indent: "  ")
    }

    /// `4 actors (1 person: Beg Sabur), 4 sources (1 original)`
    private static func facts(_ content: EventContent) -> String {
        let actors = content.actors, sources = content.sources
        let persons = actors.filter(\.isPerson).map { $0.name?.text() ?? $0.id ?? "?" }
        let named =
            persons.isEmpty
            ? "" : " (\(Words.count(persons.count, "person", "people")): \(persons.joined(separator: ", ")))"
        let originals = sources.count { $0.isOriginal }
        return
            "\(Words.count(actors.count, "actor"))\(named), \(Words.count(sources.count, "source")) (\(Words.count(originals, "original")))"
    }
}
