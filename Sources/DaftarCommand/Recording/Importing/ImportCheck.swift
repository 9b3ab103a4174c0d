import Daftar
import DaftarExchange
import DaftarStore

/// What can be wrong with good events together, and beside what a ledger has: slugs used twice, relations that lead nowhere.
struct ImportCheck {
    private let items: [Batch.Item]
    /// Names of events with which something else is wrong.
    private let lost: Set<String>
    /// Nil where there is no ledger at hand.
    private let open: OpenLedger?
    private let session: Session
    private var found: [Found] = []

    private struct Found {
        let item: Int
        let code: DiagnosticCode
        let message: String
        var place = (line: 0, column: 1)
        var label: String?
        var hint: String?
    }

    init(_ reading: ImportReading, _ open: OpenLedger?, in session: Session) {
        (items, lost, self.open, self.session) = (reading.items, reading.lost, open, session)
    }

    /// Everything of that kind, in the order of the events.
    mutating func run() throws(Failure) -> [Diagnostic] {
        let slugs = checkTwice()
        try checkTaken()
        try checkRelations(slugs)
        let lines = SourceExcerpts(found.map { (items[$0.item].path, line(of: $0)) }, session)
        return found.map { found in
            let path = items[found.item].path, line = line(of: found)
            return Diagnostic(
                found.code, found.message, path: path, line: line, column: found.place.column,
                sourceLine: lines[path, line], label: found.label, hint: found.hint)
        }
    }

    private func line(of found: Found) -> Int { max(found.place.line, items[found.item].line ?? 1) }

    // MARK: Steps

    private mutating func checkTwice() -> [String: Int] {
        var slugs: [String: Int] = [:]
        for (i, item) in items.enumerated() {
            guard let slug = item.slug else { continue }
            guard let other = slugs[slug] else {
                slugs[slug] = i
                continue
            }
            found.append(
                Found(
                    item: i, code: .slugTwice, message: "the slug \(slug) is also that of \(items[other].name)",
                    hint: "each event has a slug of its own"))
        }
        return slugs
    }

    private mutating func checkTaken() throws(Failure) {
        guard let open else { return }
        let taken = try open.ask { ledger throws(StoreError) in try ledger.entries(ofSlugs: items.compactMap(\.slug)) }
        guard !taken.isEmpty else { return }
        for (i, item) in items.enumerated() {
            guard let slug = item.slug, let entry = taken[slug] else { continue }
            found.append(
                Found(
                    item: i, code: .slugTaken, message: "entry \(entry) already has the slug \(slug)",
                    hint: "daftar correct \(entry), or leave the event out"))
        }
    }

    private mutating func checkRelations(_ slugs: [String: Int]) throws(Failure) {
        let formerly = lost.union(items.compactMap(\.formerly))
        for (i, item) in items.enumerated() {
            for relation in item.relations where slugs[relation.to] == nil && !formerly.contains(relation.to) {
                guard !leadsIntoLedger(relation, item) else { continue }
                found.append(
                    Found(
                        item: i, code: .relationUnknown,
                        message:
                            "`\(relation.relation)` leads to `\(relation.to)`, which is neither imported nor in the ledger",
                        place: (relation.line, relation.column), hint: "write its slug, its number (#12) or its hash"))
            }
        }
    }

    private func leadsIntoLedger(_ relation: RelationDraft, _ item: Batch.Item) -> Bool {
        guard let open else { return true }
        return (try? Links.end(of: relation, in: open.ledger, path: item.path)) != nil
    }
}
