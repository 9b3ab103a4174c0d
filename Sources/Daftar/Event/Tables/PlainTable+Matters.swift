// Who acts, where, upon what, and how events bear on each other.
extension PlainTable {
    static let actors = PlainTable(
        "actors", "Who acts: bodies, and persons in office",
        [
            PlainColumn("id", "The same for the same actor in every event"),
            PlainColumn("name", "The name"), PlainColumn("name_language", "The language of that name (BCP 47)"),
            PlainColumn("other_names", "The name in other languages and spellings", .list),
            PlainColumn("type", "What the actor is", of: .actorTypes),
            PlainColumn("office", "Of a person: the office"), PlainColumn("country", "As an ISO 3166 code"),
            PlainColumn("parent", "The id of what it belongs to"),
            PlainColumn("roles", "What the actor does in the event", .list),
            PlainColumn("sources", "The handles of the sources", .list), PlainColumn("note", "The author's note"),
        ]
    ) { (actor: Actor, rows) in
        rows.text(actor.id)
        rows.localized(actor.name)
        rows.list(otherNames(actor))
        rows.text(actor.type)
        rows.text(actor.office?.text())
        rows.text(actor.country)
        rows.text(actor.parent)
        rows.list(actor.roles)
        rows.list(actor.sources)
        rows.text(actor.note?.text())
    }

    private static func otherNames(_ actor: Actor) -> [String] {
        guard let name = actor.name, name.texts.count > 1 else { return actor.also }
        let shown = name.best().language
        return name.texts.filter { $0.key != shown }.sorted { $0.key < $1.key }.map(\.value) + actor.also
    }

    static let instruments = PlainTable(
        "instruments", "Agreements, laws, contracts",
        [
            PlainColumn("id", "The handle by which other parts name it"),
            PlainColumn("type", "What it is", of: .instrumentTypes), PlainColumn("title", "Its title"),
            PlainColumn("title_language", "The language of that title (BCP 47)"),
            PlainColumn("force", "Whether it binds", of: .forces),
            PlainColumn("parties", "The handles of its parties", .list), PlainColumn("official_number", "Its number"),
            PlainColumn("period", "When it is in force, as EDTF"),
            PlainColumn("availability", "Whether its text is published", of: .availabilities),
        ]
    ) { (instrument: Instrument, rows) in
        rows.text(instrument.id)
        rows.text(instrument.type)
        rows.localized(instrument.title)
        rows.text(instrument.force)
        rows.list(instrument.parties)
        rows.text(instrument.number)
        rows.text(instrument.period?.text)
        rows.text(instrument.availability)
    }

    static let locations = PlainTable(
        "locations", "Where it happened, more exactly than the places",
        [
            PlainColumn("code", "As an ISO 3166 code"), PlainColumn("name", "The name"),
            PlainColumn("role", "What the place has to do with the event", of: .locationRoles),
            PlainColumn("sources", "The handles of the sources", .list),
        ]
    ) { (location: Location, rows) in
        rows.text(location.code)
        rows.text(location.name?.text())
        rows.text(location.role)
        rows.list(location.sources)
    }

    static let targets = PlainTable(
        "targets", "What is blocked, slowed down or removed",
        [
            PlainColumn("domain", "A site"), PlainColumn("service", "A service"),
            PlainColumn("category", "What it is about (Citizen Lab test lists)", of: .targetCategories),
        ]
    ) { (target: Target, rows) in
        rows.text(target.domain)
        rows.text(target.service)
        rows.text(target.category)
    }

    static let relations = PlainTable(
        "relations", "How events bear on each other",
        [
            PlainColumn("relation", "What this event does to the other", of: .relations),
            PlainColumn("to", "The other event's statement hash: `statement` in events"),
            PlainColumn("basis", "How that is known", of: .bases),
        ]
    ) { (relation: Relation, rows) in
        rows.text(relation.relation)
        rows.hash(relation.to)
        rows.text(relation.basis)
    }

    /// The one list that is signed as a whole: its elements are no parts by themselves.
    static let places = PlainTable(
        name: "places", meaning: "Where events happened",
        columns: head + [
            PlainColumn("code", "As an ISO 3166 code"), PlainColumn("name", "The name in English"),
            PlainColumn("marks", tail[1].meaning),
        ], key: ["entry", "number"], list: "places"
    ) { event, rows in
        for (number, code) in event.content.places.enumerated() {
            begin(event, number, &rows)
            rows.text(code)
            rows.text(Place.name(of: code))
            rows.plain(event.marks.words)
        }
    }
}
