import Daftar
import DaftarExchange
import DaftarStore

/// What is about to be appended, for a last look: afterwards it can't be taken back.
struct BatchPage {
    let batch: Batch
    let links: Links
    /// Nil where only a checkpoint is at hand.
    let ledger: Ledger?
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
            StatementPage.show(content, event.publicity, err)
            if let relations = relations(position, item) {
                err.paragraph("relations: \(relations)".cleaned, indent: "  ")
            }
        case .proposal(let proposal):
            for line in proposal.lines { err.paragraph(line.cleaned) }
        case .statement(let file, let statement):
            err.paragraph("\(item.name.cleaned): \(statement.typeName) signed by \(Words.list(statement.by).cleaned)")
            show(statement, file.disclosures)
        }
    }

    /// What a signed statement says.
    private func show(_ statement: Statement, _ disclosures: [[UInt8]]) {
        StatementPage(statement: statement, disclosures: disclosures, ledger: ledger).show(err)
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
