import Daftar

/// Who was involved, as an entity.
struct FTMActor {
    let entity: FTMEntity

    /// Nil for a population: it is nobody who could be linked to.
    init?(_ actor: Actor, _ event: RecordedEvent, _ context: ExportContext) {
        guard actor.type != "population" else { return nil }
        let schema = FTMActor.schema(actor.type)
        // The id is the same in every event; without one an actor is known in its own event only.
        let name = actor.id ?? "\(event.leaf.base64) \(actor.name?.text() ?? "")"
        var entity = FTMEntity(schema, FTMEntity.id(context.originText, "actor", schema, name))
        entity.add("name", actor.name?.ordered ?? [actor.id ?? ""])
        entity.add("alias", actor.also)
        entity.add("country", actor.country.flatMap(FTMCode.country))
        if schema == "Person" { entity.add("position", actor.office?.ordered ?? []) }
        self.entity = entity
    }

    private static func schema(_ type: String?) -> String {
        switch type {
        case "state", "agency", "regulator", "security-service", "legislature", "court": "PublicBody"
        case "company", "operator": "Company"
        case "igo", "ngo", "media": "Organization"
        case Vocabulary.officeHolder: "Person"
        default: "LegalEntity"
        }
    }
}

/// A source, as an entity.
struct FTMSource {
    let entity: FTMEntity

    init(_ source: Source, _ captures: [Capture], _ event: RecordedEvent, _ context: ExportContext) {
        // An address is the same document in every event; without one a source is known in its own event only.
        let name = source.url ?? "\(event.leaf.base64) \(source.id ?? source.title?.text() ?? "")"
        var entity = FTMEntity(FTMSource.schema(source.type), FTMEntity.id(context.originText, "source", name))
        let titles = source.title?.ordered ?? []
        entity.add("name", titles.isEmpty ? [source.publisher ?? source.id ?? ""] : titles)
        entity.add("title", titles)
        entity.add("publisher", source.publisher)
        entity.add("publishedAt", FTMDates(source.published).only)
        entity.add("language", source.language.flatMap(FTMCode.language))
        entity.add("sourceUrl", FTMCode.address(source.url))
        entity.add("summary", source.says?.ordered ?? [])
        entity.add("notes", source.isOriginal ? nil : source.derivation)
        let own = captures.filter { $0.source != nil && $0.source == source.id }
        entity.add("notes", own.compactMap(\.digest))
        self.entity = entity
    }

    private static func schema(_ type: String?) -> String {
        switch type {
        case "news-agency", "news-report", "state-media": "Article"
        default: "Document"
        }
    }
}
