// One row an event: all that is often asked for at a glance. What it has several of is in the other tables too, in full.
extension PlainTable {
    public static let events = PlainTable(
        name: "events", meaning: "Events, by date: each as the ledger has it at this size", columns: eventColumns,
        key: ["entry"], list: nil
    ) { event, rows in
        let content = event.content
        rows.begin()
        identity(event, content, &rows)
        words(content, &rows)
        people(content, &rows)
        circumstances(content, &rows)
        knowledge(content, &rows)
        marks(event, &rows)
    }

    private static let eventColumns = [
        PlainColumn("entry", "Its entry in the ledger, from 0", .number, isRequired: true),
        PlainColumn("leaf", "The leaf hash of that entry: what its proof of inclusion is of", isRequired: true),
        PlainColumn("statement", "The statement hash: what other entries refer to it by", isRequired: true),
        PlainColumn("recorded", "The day of the ledger on which it was appended", .day, isRequired: true),
        PlainColumn("slug", "The name by which its author refers to it"),
        PlainColumn("kind", "What kind of event it is", of: Kind.vocabulary),
        PlainColumn("date", "When it happened, as EDTF, in the author's characters"),
        PlainColumn("date_min", "The first day that the date can mean; empty where that is open or not known", .day),
        PlainColumn("date_max", "The last day that the date can mean", .day),
        PlainColumn("date_words", "The date in words that claim no more than it does"),
        PlainColumn("sources_disagree", "Whether what the sources say of the date can't all be true", .flag),
        PlainColumn("title", "What happened, in a line"),
        PlainColumn("title_language", "The language of that line (BCP 47)"),
        PlainColumn("summary", "What happened, in a paragraph"),
        PlainColumn("places", "Where, as ISO 3166 codes", .list),
        PlainColumn("stage", "How far what was agreed has come", of: .stages),
        PlainColumn("actors", "Who acted, by name", .list),
        PlainColumn("roles", "In which roles, in the same order; several of one actor with / between them", .list),
        PlainColumn("persons", "Those of the actors who are persons in office", .list),
        PlainColumn("technologies", "What technology it is about", .list),
        PlainColumn("methods", "How blocking or slowing down is done, in OONI's words", .list),
        PlainColumn("targets", "What is blocked, slowed down or removed", .list),
        PlainColumn("tags", "The author's own words for finding it", .list),
        PlainColumn("credibility", "How credible the information is (Admiralty scale)", of: .credibilities),
        PlainColumn("status", "What stands of the information", of: .statuses),
        PlainColumn("publishers", "Who published the sources", .list),
        PlainColumn("originals", "How many of the sources are originals; reprints corroborate nothing", .number),
        PlainColumn("urls", "Where the sources are", .list),
        PlainColumn("relations", "How it bears on other events: the relation and their statement hash", .list),
        PlainColumn("signed_by", "The keys that signed what is shown", .list, isRequired: true),
        PlainColumn("seen", "How many entries of the ledger they had seen", .number, isRequired: true),
        PlainColumn(
            "corrected_by", "The entry of the correction that is shown instead of what was written first", .number),
        PlainColumn("retracted_by", "The entry that retracts it", .number),
        PlainColumn("disputed_by", "Entries that dispute it", .list),
        PlainColumn("endorsed_by", "Entries that stand behind it", .list),
        PlainColumn(
            "doubted", "Whether a key that signed it is said to have been stolen by then", .flag, isRequired: true),
        PlainColumn("not_shown", "How many parts of it are not shown", .number, isRequired: true),
        PlainColumn("withdrawn", "How many of these a signed entry took out", .number, isRequired: true),
    ]

    private static func identity(_ event: RecordedEvent, _ content: EventContent, _ rows: inout PlainRows) {
        rows.number(event.index)
        rows.hash(event.leaf)
        rows.hash(event.statement)
        rows.plain(event.recorded.description)
        rows.text(content.slug)
        rows.text(content.kind?.text)
        rows.date(content.fields["date"])
        rows.flag(event.sourcesDisagree)
    }

    private static func words(_ content: EventContent, _ rows: inout PlainRows) {
        rows.localized(content.title)
        rows.text(content.summary?.text())
        rows.list(content.places)
        rows.text(content.stage)
    }

    private static func people(_ content: EventContent, _ rows: inout PlainRows) {
        let actors = content.actors
        rows.list(actors.map { $0.name?.text() ?? $0.id ?? "" })
        rows.list(actors.map { $0.roles.joined(separator: "/") })
        rows.list(actors.filter(\.isPerson).map { $0.name?.text() ?? $0.id ?? "" })
    }

    private static func circumstances(_ content: EventContent, _ rows: inout PlainRows) {
        rows.list(content.technologies)
        rows.list(content.methods)
        rows.list(content.targets.map(\.name))
        rows.list(content.tags)
    }

    private static func knowledge(_ content: EventContent, _ rows: inout PlainRows) {
        let sources = content.sources, assessment = content.assessment
        rows.text(assessment?.credibility)
        rows.text(assessment?.status)
        rows.list(sources.map { $0.publisher ?? $0.title?.text() ?? $0.id ?? "" })
        rows.number(sources.count { $0.isOriginal })
        // One for each source, so that they stay beside their publishers.
        let urls = sources.map { $0.url ?? "" }
        rows.list(urls.allSatisfy(\.isEmpty) ? [] : urls)
        rows.list(content.relations.map { "\($0.relation) \($0.to?.base64 ?? "")" })
    }

    private static func marks(_ event: RecordedEvent, _ rows: inout PlainRows) {
        let marks = event.marks
        rows.list(event.signers)
        rows.number(event.seen.size)
        rows.number(marks.correctedBy)
        rows.number(marks.retractedBy)
        rows.list(marks.disputedBy)
        rows.list(marks.endorsedBy)
        rows.flag(marks.isDoubted)
        rows.number(event.notShownCount)
        rows.number(event.count(.withdrawn))
    }
}
