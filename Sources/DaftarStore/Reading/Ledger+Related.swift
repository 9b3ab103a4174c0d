import Daftar
import GRDB

// Which events have to do with one, and which words the ledger holds.
extension Ledger {
    /// The events that are related to this one: it says so, they do, or a remark in force does.
    ///
    /// - Parameter relation: only by this one, whichever of the two stands in it; nil for any.
    public func related(to event: Int, by relation: String?, at size: Int? = nil) throws(StoreError) -> Set<Int> {
        guard let shown = try self.event(event, at: size) else { return [] }
        func isMeant(_ word: String?) -> Bool {
            relation.map { word == $0 || word == Relation.inverse(of: $0) } ?? true
        }
        var found: Set<Int> = []
        for own in shown.content.relations where isMeant(own.relation) {
            guard let to = own.to, let entry = try entry(ofStatement: to) else { continue }
            found.insert(entry)
        }
        for other in try relations(to: shown.statement, at: size) where isMeant(other.relation) {
            found.insert(other.entry)
        }
        for remarked in try remarkedRelations(of: event, at: size) where isMeant(remarked.relation) {
            found.insert(remarked.other)
        }
        return found
    }

    /// The tags of the languages that sources are in, as the index knows them: in lower case.
    public func languages() throws(StoreError) -> [String] {
        try database.read { db in
            // All tokens of one facet begin with its letter, and are made of nothing beyond private characters.
            let letter = String(Facet.language.rawValue), end = letter + "\u{F8FF}"
            return try db.rows("SELECT term FROM facet_words WHERE term BETWEEN ? AND ?", .text(letter), .text(end)) {
                Facet.language.value(of: $0.text(0))
            }.compactMap(\.self)
        }
    }
}
