import Daftar
import GRDB

/// What of a filter the full-text index answers: words, and facets as tokens.
struct EventTerms {
    /// As FTS5 wants them; nil where no words are asked for.
    private(set) var words: String?
    /// Of each of these lists an event must have one token.
    private(set) var facets: [[String]] = []

    var isEmpty: Bool { words == nil && facets.isEmpty }

    /// - Returns: nil where nothing can match: words without a word in them, a name that nobody has.
    init?(_ db: Database, _ filter: EventFilter, _ moment: EventMoment) throws {
        if let typed = filter.words {
            guard let query = SearchIndex.query(typed) else { return nil }
            words = query
        }
        for (facet, value) in [
            (Facet.kind, filter.kind), (.place, filter.place), (.role, filter.role), (.language, filter.language),
            (.status, filter.status), (.relation, filter.relation),
        ] {
            if let value { facets.append([facet.token(value)].compactMap(\.self)) }
        }
        let search = try NameSearch(db, moment)
        if let actor = filter.actor { facets.append(try search.actors(actor)) }
        if let source = filter.source { facets.append(try search.sources(source)) }
        if let publisher = filter.publisher { facets.append(try search.publishers(publisher)) }
        if let keys = filter.author { facets.append(try EventTerms.signers(keys, db)) }
        if facets.contains(where: \.isEmpty) { return nil }
    }

    private static func signers(_ keys: Set<VerifierKey>, _ db: Database) throws -> [String] {
        let known = try db.rows("SELECT position, vkey FROM keys") { ($0.integer(0), $0.text(1)) }
        let texts = Set(keys.map(\.text))
        return known.filter { texts.contains($0.1) }.map { Facet.signer.token($0.0) }
    }

    // MARK: As FTS5 reads it

    /// For `search`: words in their column, tokens in theirs.
    var query: String {
        let words = words.map { "words : (\($0))" }
        return ([words] + [facets.isEmpty ? nil : "codes : (\(facetQuery))"]).compactMap(\.self)
            .joined(separator: " AND ")
    }

    /// For `facets`, which has nothing but tokens.
    var facetQuery: String {
        facets.map { any in "(" + any.map { "\"\($0)\"" }.joined(separator: " OR ") + ")" }.joined(separator: " AND ")
    }
}
