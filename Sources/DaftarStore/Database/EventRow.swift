import Daftar

/// What the index keeps of an event. It follows from the content alone, so it can be made on any core.
///
/// A class, as it goes from hand to hand: it holds a dozen texts.
final class EventRow: Sendable {
    struct Actor: Sendable { let id, name, role, type, country: String? }
    struct Source: Sendable { let id, publisher, title, url, language, type, derivation: String? }
    struct Relation: Sendable {
        let relation: String
        let statement: Hash?
    }

    let kind: String?
    let date: String?
    /// Nil where the date is not understood: then nothing is known of its bounds either.
    let shape: String?
    let dateMin: String?
    let dateMax: String?
    let sort: String
    let slug: String?
    let title: String?
    let words: String
    let seen: Int
    /// As `StoredContent` writes it.
    let content: [UInt8]
    let places: [String]
    let actors: [Actor]
    let sources: [Source]
    let relations: [Relation]
    /// Tokens of what it is found by, but for names and those who signed it.
    let codes: String
    let names: [Name]
    /// The day at which it stands in a timeline, counted from year 0.
    let day: Int

    /// - Parameters:
    ///   - statement: breaks ties of the date where there is no slug; never the order of the ledger, which is not the order
    ///     of events.
    ///   - seen: how many entries those who signed the content had seen.
    ///   - stored: the content as `StoredContent` writes it, where that is at hand.
    init(_ content: EventContent, statement: Hash, seen: Int, stored: [UInt8]? = nil) {
        kind = content.fields["kind"]?.string
        slug = content.fields["slug"]?.string
        title = content.title?.text()
        date = content.fields["date"]?.string
        let edtf = date.flatMap { try? EDTF(parsing: $0, years: 0...9999) }, bounds = edtf?.bounds
        shape = edtf?.shape.rawValue
        (dateMin, dateMax) = (bounds?.min?.text, bounds?.max?.text)
        let key = EDTF.SortKey(min: bounds?.min, max: bounds?.max)
        day = key.first.ordinal - CivilDate.first.ordinal
        sort = "\(key.text) \(slug ?? statement.base64)"
        var known: Set<String> = []
        places = content.places.filter { known.insert($0).inserted }
        actors = content.parts("actors").compactMap(\.value).map(EventRow.actor)
        sources = content.parts("sources").compactMap(\.value).map(EventRow.source)
        relations = content.parts("relations").compactMap(\.value).map {
            Relation(relation: $0["relation"]?.string ?? "", statement: $0["to"]?.string.flatMap { Hash(base64: $0) })
        }
        words = SearchText.of(content)
        codes = Facet.tokens(of: content).joined(separator: " ")
        names = Name.names(of: content)
        self.seen = seen
        self.content = stored ?? StoredContent.encode(content)
    }

    private static func actor(_ value: JSONValue) -> Actor {
        let roles = value["role"]?.strings?.joined(separator: " ") ?? value["role"]?.string
        return Actor(
            id: value["id"]?.string, name: LocalizedText(value["name"])?.text(), role: roles,
            type: value["type"]?.string,
            country: value["country"]?.string)
    }

    private static func source(_ value: JSONValue) -> Source {
        Source(
            id: value["id"]?.string, publisher: value["publisher"]?.string,
            title: LocalizedText(value["title"])?.text(),
            url: value["url"]?.string, language: value["language"]?.string, type: value["type"]?.string,
            derivation: value["derivation"]?.string)
    }
}
