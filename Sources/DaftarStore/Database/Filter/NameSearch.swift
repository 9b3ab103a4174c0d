import Daftar
import GRDB

/// Finds actors and sources by how they are named.
struct NameSearch {
    private let db: Database
    private let moment: EventMoment

    private struct Found: Hashable {
        let number: Int
        let id: String
    }

    init(_ db: Database, _ moment: EventMoment) throws { (self.db, self.moment) = (db, moment) }

    /// Tokens of the actors that have this id, or a spelling with these words; with each all that its id is called.
    func actors(_ typed: String) throws -> [String] {
        let named = try found("list = 'actor' AND id = ?", [.text(typed)])
        let spelled = try spelled(typed, .actor)
        var numbers = Set((named + spelled).map(\.number))
        for (id, found) in Dictionary(grouping: spelled.filter { !$0.id.isEmpty && $0.id != typed }, by: \.id) {
            let others = try self.found("list = 'actor' AND id = ?", [.text(id)]).map(\.number)
            // A spelling that nobody could read at that moment found nothing then.
            guard !numbers.isSuperset(of: others), try found.contains(where: { try isShown($0.number) }) else {
                continue
            }
            numbers.formUnion(others)
        }
        return numbers.sorted().map { Facet.actor.token($0) }
    }

    /// Tokens of publishers.
    func publishers(_ typed: String) throws -> [String] { try tokens(typed, .publisher) }

    /// Tokens of sources by their id, publisher or host; of an address with a path those of its host.
    func sources(_ typed: String) throws -> [String] {
        if EventFilter.isAddress(typed) { return try tokens(EventRow.Name.host(of: typed), .host) }
        return [Facet.source.token(typed)].compactMap(\.self) + (try tokens(typed, .publisher) + tokens(typed, .host))
    }

    private func tokens(_ typed: String, _ list: EventRow.Name.List) throws -> [String] {
        let facet: Facet = list == .host ? .host : .publisher
        return try spelled(typed, list).map(\.number).sorted().map { facet.token($0) }
    }

    // MARK: Looking up

    /// Those in which the words stand together, the last maybe only begun.
    private func spelled(_ typed: String, _ list: EventRow.Name.List) throws -> [Found] {
        let words = FoldedText.of(typed).replacing("\"", with: " ")
        guard words.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil })
        else { return [] }
        return try found(
            "list = ? AND number IN (SELECT rowid FROM names_search WHERE names_search MATCH ?)",
            [.text(list.rawValue), .text("\"\(words)\" *")])
    }

    private func found(_ condition: String, _ values: [PreparedStatement.Value]) throws -> [Found] {
        try PreparedStatement(db, "SELECT number, id FROM names WHERE \(condition)").all(values) {
            Found(number: $0.integer(0), id: $0.text(1))
        }
    }

    /// True where an event is called so at that moment.
    private func isShown(_ actor: Int) throws -> Bool {
        try moment.tables.contains { tables in
            let shown = moment.condition(tables), name = tables.prefix + "search", events = tables.prefix + "events"
            let sql = """
                SELECT 1 FROM \(name) JOIN \(events) ON \(events).\(tables.key) = \(name).rowid
                WHERE \(name) MATCH ? AND \(shown?.sql ?? "TRUE") LIMIT 1
                """
            let values = [.text("codes : \"\(Facet.actor.token(actor))\"")] + (shown?.values ?? [])
            return try !PreparedStatement(db, sql).all(values, read: { _ in }).isEmpty
        }
    }
}

extension EventFilter {
    /// True for what is typed of a source's address beyond the host.
    static func isAddress(_ typed: String) -> Bool { typed.contains("/") }

    /// In lower case, without `https://` and `www.`.
    static func bareAddress(_ typed: String) -> String {
        var rest = typed.lowercased()[...]
        if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
        return String(rest.hasPrefix("www.") ? rest.dropFirst(4) : rest)
    }
}
