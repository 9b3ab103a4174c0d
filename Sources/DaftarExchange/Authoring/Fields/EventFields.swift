import Daftar

/// The event file (AUTHORING), in the order in which it is written.
enum EventFields {
    /// Longest title.
    static let title = 300
    /// Longest other text, in bytes.
    static let text = 64 << 10
    /// Most elements of a list.
    static let elements = 200
    /// Most levels in a value.
    static let levels = 7

    /// A handle inside of a file.
    static let id = Shape.slug(1...80)
    static let note = Field("note", .text(limit: text), "what a reader should know about this")
    static let sourceIDs = Field("sources", .handles(.source), .wanted, "which sources say so", example: "[s1]")

    static let all: [Field] = [
        Field("slug", .slug(3...80), .required, "how your other files refer to this event"),
        Field("language", .language, .required, "plain text below is in this language", example: "en"),
        Field("kind", .kind, .required, "what happened"),
        Field("title", .text(limit: title), .required, "one sentence, what is known"),
        Field("date", .date, .required, "EDTF: 2023-12-15, 2023-12, \"[2023-12-01..2023-12-15]\" for one day of these"),
        Field("places", .places, .required, "ISO 3166: [TJ], [TJ-DU]"),
        Field("stage", .word(.stages), .wanted, "how far it has come"),
        Field(
            "sensitivity", .word(.sensitivities), .required, "anything above TLP:CLEAR is appended withheld",
            example: "TLP:CLEAR"),
        Field("summary", .text(limit: text), .wanted, "what the sources say, in your own words"),
        Field("dates", .list(dates), .wanted, "what each source says; `date` is your reading of them"),
        Field("locations", .list(locations), "where, more exactly than `places`"),
        Field("actors", .list(actors), .wanted, "who; the same id is the same actor in every event"),
        Field("instruments", .list(instruments), "agreements, laws, contracts"),
        Field("quantities", .list(quantities), "numbers, with who said them"),
        Field("quotes", .list(quotes), "the words themselves"),
        Field("targets", .list(targets), "what is blocked, slowed down or removed"),
        Field("justification", .map(reasons), "the reason that was given"),
        Field("cause", .map(reasons), "the reason as it is assessed"),
        Field("relations", .list(relations), "other events: by slug, entry number (#12) or statement hash"),
        Field("technologies", .freeWords, "words such as mobile-5g, dpi, facial-recognition"),
        Field("methods", .words(.methods), "how blocking is done, in OONI's words"),
        Field("tags", .freeWords, "words of your own"),
        Field("assessment", .map(assessment), .wanted, "what you make of it"),
        Field("sources", .list(sources), .required, "one at least, with a publisher and an address or a capture"),
        Field("captures", .list(captures), "files that somebody keeps of a source"),
        Field("withhold", .paths, "parts that are signed and not published, such as actors.beg-sabur"),
    ]

    static let dates: [Field] = [
        Field("edtf", .date, .required, "EDTF"),
        Field("basis", .word(.bases), .wanted, "how it is known", example: "reported"),
        Field("words", .verbatim, "the words of the source"),
        sourceIDs,
        note,
    ]

    static let locations: [Field] = [
        Field("code", .place, .required, "ISO 3166"),
        Field("name", .text(limit: title), "a city or district in it; never an address"),
        Field("role", .word(.locationRoles), .wanted, "what happened there", example: "occurred-in"),
        Field("sources", .handles(.source), "which sources say so"),
    ]

    static let actors: [Field] = [
        Field("id", id, .required, "a handle"),
        Field("name", .text(limit: title), .required, "the name to show"),
        Field("also", .lines, "other names and spellings: searched, never shown as the name"),
        Field("type", .word(.actorTypes), .required, "what it is"),
        Field("office", .text(limit: title), "the office of an office-holder"),
        Field("country", .place, "ISO 3166"),
        Field("parent", .handle(.anything), "what it belongs to"),
        Field("role", .words(.roles), .wanted, "what it does here"),
        sourceIDs,
        note,
    ]

    static let instruments: [Field] = [
        Field("id", id, .wanted, "a handle"),
        Field("type", .word(.instrumentTypes), .wanted, "what it is, where the list has it"),
        Field("title", .text(limit: title), .wanted, "its title"),
        Field("force", .word(.forces), .wanted, "whether it binds", example: "unknown"),
        Field("parties", .handles(.actor), "actors of this event"),
        Field("number", .line, "its official number"),
        Field("period", .date, "when it is in force"),
        Field("availability", .word(.availabilities), .wanted, "of its text", example: "unknown"),
    ]

    static let quantities: [Field] = [
        Field("value", .decimal, .required, "the number as the source has it"),
        Field("unit", .line, .required, "percent, base-station, USD"),
        Field("what", .text(limit: title), .wanted, "what is counted"),
        Field("of", .line, "the whole of which it is a part: territory, population"),
        Field("precision", .word(.precisions), .wanted, "how exact it is", example: "as-stated"),
        Field("said-by", .handle(.speaker), .wanted, "an actor or a source"),
        Field("as-of", .date, "when it was so"),
        sourceIDs,
    ]

    static let quotes: [Field] = [
        Field("text", .verbatim, .required, "letter by letter"),
        Field("language", .language, .required, "of these words"),
        Field("mode", .word(.quoteModes), .wanted, "whose words they are", example: "verbatim"),
        Field("said-by", .handle(.speaker), .wanted, "an actor or a source"),
        sourceIDs,
        Field("before", .context, "the words before it, to find it again"),
        Field("after", .context, "the words after it"),
        Field("translations", .list(translations), "the same in other languages"),
    ]

    static let translations: [Field] = [
        Field("language", .language, .required, "of the translation"),
        Field("text", .line, .required, "the translation"),
        Field("by", .word(.translators), .required, "who made it"),
    ]

    static let targets: [Field] = [
        Field("domain", .domain, "a host name"),
        Field("service", .line, "a service or an app"),
        Field("category", .word(.targetCategories), "as in the Citizen Lab test lists"),
    ]

    static let reasons: [Field] = [
        Field("text", .text(limit: text), .required, "the reason"),
        Field("said-by", .handle(.speaker), "an actor or a source"),
        sourceIDs,
        Field("basis", .word(.bases), "how it is known"),
    ]

    static let relations: [Field] = [
        Field("relation", .word(.relations), .required, "what this event is to the other"),
        Field("to", .entry, .required, "slug, #12 or statement hash"),
        Field("basis", .word(.bases), "stated, or inferred by us"),
    ]

    static let assessment: [Field] = [
        Field("credibility", .word(.credibilities), .wanted, "1 to 6; 1 needs two independent originals", example: "3"),
        Field("status", .word(.statuses), .wanted, "where it stands", example: "reported"),
        note,
    ]

    static let sources: [Field] = [
        Field("id", id, .required, "a handle"),
        Field("type", .word(.sourceTypes), .required, "what it is", example: "news-report"),
        Field("derivation", .word(.derivations), "original where left out"),
        Field("of", .handle(.source), "the source that it derives from"),
        Field("title", .text(limit: 1000), .wanted, "as it stands there"),
        Field("publisher", .line, .wanted, "who published it"),
        Field("language", .language, .wanted, "of the source", example: "en"),
        Field("published", .date, "when, as far as is known"),
        Field("url", .url, .wanted, "its address, without tracking"),
        Field("reliability", .word(.reliabilities), "A to F, of the source"),
        Field("says", .text(limit: text), .wanted, "what it says about this, in your words"),
    ]

    static let captures: [Field] = [
        Field("source", .handle(.source), .required, "of which source"),
        Field("digest", .digest, .required, "sha256: and what sha256sum prints"),
        Field("digest-of", .word(.digestSubjects), .required, "what was hashed"),
        Field("bytes", .integer(0...Limits.integer), "its size"),
        Field("media-type", .mediaType, "as it was served"),
        Field("stored", .word(.storages), .required, "where it is kept", example: "private"),
        Field("accessed", .day, "the day, UTC"),
        Field("final-url", .url, "after redirects"),
        Field("status", .integer(100...599), "of the HTTP answer"),
        Field("tool", .line, "what made it"),
        Field("archives", .list(archives), "copies that others keep"),
    ]

    static let archives: [Field] = [
        Field("service", .line, .required, "archive.org"),
        Field("url", .url, .required, "its address there"),
        Field("captured", .day, "the day"),
        Field("digest", .digest, "of that copy"),
        Field("match", .word(.archiveMatches), "compared with ours"),
    ]
}
