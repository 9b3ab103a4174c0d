import Daftar

/// An event, and what it brings with it, as entities of FollowTheMoney.
struct FTMEvent {
    private let event: RecordedEvent
    private let context: ExportContext
    private let id: String
    private var content: EventContent { event.content }

    init(_ event: RecordedEvent, _ context: ExportContext) {
        (self.event, self.context) = (event, context)
        id = FTMEvent.id(event.statement, context)
    }

    /// By its statement hash: so others refer to it.
    private static func id(_ statement: Hash, _ context: ExportContext) -> String {
        FTMEntity.id(context.originText, "event", statement.base64)
    }

    /// The event first, what it refers to after it.
    var entities: [FTMEntity] {
        let actors = content.actors.compactMap { actor in FTMActor(actor, event, context).map { (actor, $0.entity) } }
        let captures = content.captures
        let sources = content.sources.map { FTMSource($0, captures, event, context).entity }
        let links = actors.map { link($0.1.id, $0.0.roles, to: id) }
        let relations = content.relations.compactMap { relation in
            relation.to.map { link(id, [relation.relation], to: FTMEvent.id($0, context)) }
        }
        return [entity(actors.map(\.1.id), sources.map(\.id))] + actors.map(\.1) + sources + links + relations
    }

    private func entity(_ actors: [String], _ sources: [String]) -> FTMEntity {
        var entity = FTMEntity("Event", id)
        entity.add("name", content.title.map { Array($0.ordered) } ?? [])
        entity.add("summary", content.summary.map { Array($0.ordered) } ?? [])
        let dates = FTMDates(content.date)
        entity.add("date", dates.date)
        entity.add("startDate", dates.start)
        entity.add("endDate", dates.end)
        entity.add("description", description)
        entity.add("country", content.places.compactMap(FTMCode.country).uniqued)
        entity.add("location", content.places.map { Place.name(of: $0) ?? $0 })
        entity.add("involved", actors.uniqued)
        entity.add("proof", sources.uniqued)
        entity.add("sourceUrl", content.sources.compactMap { FTMCode.address($0.url) }.uniqued)
        entity.add("keywords", [content.kind?.text ?? ""] + content.technologies + content.methods + content.tags)
        entity.add("recordId", event.leaf.base64)
        entity.add("publisher", context.originText)
        entity.add("createdAt", event.recorded.description)
        entity.add("modifiedAt", (event.marks.changed ?? event.recorded).description)
        entity.add("notes", notes)
        return entity
    }

    /// What the properties have no place for: the date as it was signed, and those who are nobody's entity.
    private var description: [String] {
        var lines: [String] = []
        if let date = content.date {
            lines.append(
                "Date: \(date.words) (EDTF \(date.text))\(content.sourcesDisagree ? "; sources disagree" : "")")
        }
        for actor in content.actors where FTMActor(actor, event, context) == nil {
            lines.append("\(actor.roles.joined(separator: ", ")): \(actor.name?.text() ?? actor.id ?? "")")
        }
        for quote in content.quotes {
            let said = quote.saidBy.flatMap { content.name(ofHandle: $0) }.map { " (\($0))" } ?? ""
            lines.append("“\(quote.text)”\(said)")
        }
        return lines
    }

    private var notes: [String] {
        let secret =
            event.privateParts.isEmpty ? nil : "PRIVATE, not published: \(event.privateParts.joined(separator: ", "))"
        let entry =
            "Entry \(event.index), signed by \(event.signers.joined(separator: ", ")), statement \(event.statement.base64)"
        return [secret, entry].compactMap(\.self) + MarkWords.sentences(event).map(\.text)
    }

    private func link(_ subject: String, _ roles: [String], to object: String) -> FTMEntity {
        var link = FTMEntity("UnknownLink", FTMEntity.id(subject, roles.joined(separator: " "), object))
        link.add("subject", subject)
        link.add("object", object)
        link.add("role", roles)
        link.add("recordId", event.leaf.base64)
        return link
    }
}

extension LocalizedText {
    /// The texts in the order of their languages, English first.
    var ordered: [String] {
        let first = best()
        let others = texts.filter { $0.key != first.language }.sorted {
            $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
        }
        return [first.text] + others.map(\.value)
    }
}

extension Array where Element: Hashable {
    /// Each element once, where it came first.
    var uniqued: [Element] {
        if count < 2 { return self }
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
