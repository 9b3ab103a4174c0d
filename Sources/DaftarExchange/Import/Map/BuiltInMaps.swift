/// The column maps that come with the program.
///
/// They are written as a user's are. `verified` are those whose columns were read in the software that writes them;
/// `unverified` those that were made from descriptions and never held against a sheet.
extension ColumnMap {
    /// By name, in the order in which a table is held against them.
    public static let builtIn: [ColumnMap] = texts.compactMap { text in
        var map = MapReader.read(Array(text.utf8), path: "built-in map").map
        map?.isBuiltIn = true
        return map
    }

    /// Their names and what they are for, known without reading them: help and completion are asked for at every start.
    public static let names: KeyValuePairs<String, String> = [
        "daftar": "what daftar export --format csv writes",
        "event": "columns that are called as the fields of an event file",
        "timelinejs": "the sheet of TimelineJS (Knight Lab)",
        "stop": "Access Now's sheet of shutdowns (STOP); unverified",
        "auto-archiver": "the sheet of Bellingcat's auto-archiver; unverified",
    ]

    /// The built-in maps as they are written, for whoever begins one of their own.
    public static let texts = [daftar, event, timelineJS, stop, autoArchiver]

    /// The map of this name.
    public static func named(_ name: String) -> ColumnMap? { builtIn.first { $0.name == name } }

    private static let daftar = """
        map: daftar
        about: what daftar export --format csv writes
        note: >-
          a flat table holds less than the ledger: no quotes, dates of sources or relations, and every actor's type
          is unknown; daftar export --format jsonl holds all
        status: verified
        recognise: [entry, leaf, statement, slug, kind, date_words, title_language]
        columns:
          slug: {column: slug, as: guarded}
          language: {column: title_language, otherwise: [und]}
          kind: {column: kind, as: guarded}
          title: {column: title, as: guarded}
          date: {column: date, as: guarded}
          places: {column: places, separator: ";"}
          stage: stage
          sensitivity: {column: sensitivity, otherwise: TLP:CLEAR}
          summary: {column: summary, as: guarded}
          actors:
            each: ";"
            name: {column: actors, as: guarded}
            type: {column: actor_types, otherwise: unknown}
            role: {column: roles, separator: "/"}
          technologies: {column: technologies, separator: ";"}
          methods: {column: methods, separator: ";"}
          targets:
            each: ";"
            service: {column: targets, as: guarded}
          tags: {column: tags, separator: ";"}
          assessment: {credibility: credibility, status: status}
          sources:
            each: ";"
            type: {column: source_types, otherwise: news-report}
            publisher: {column: publishers, as: guarded}
            url: urls
        refuse:
          private: parts of this export are not public, and must not become so; leave --include-private out
          persons: a person is named in office, and the table does not say which; take the export as jsonl
        ignore: [entry, leaf, statement, recorded, date_min, date_max, date_words, sources_disagree, originals,
          signed_by, seen, corrected_by, retracted_by, disputed_by, endorsed_by, doubted, not_shown, withdrawn, caveat,
          filter, ledger, size, root, licence]
        """

    private static let event = """
        map: event
        about: columns that are called as the fields of an event file
        status: verified
        recognise: [slug, kind, title, date, places, sensitivity]
        columns:
          slug: {column: slug, otherwise: {join: [date, title]}}
          language: language
          kind: kind
          title: title
          date: {column: date, otherwise: {from: start-date, to: end-date, ongoing: [ongoing]}}
          places: {column: places, separator: ";", as: place, otherwise: [{column: place, as: place}, {column: country, as: place}]}
          stage: stage
          sensitivity: sensitivity
          summary: summary
          actors:
            each: ";"
            id: actor-id
            name: actor
            type: actor-type
            role: {column: role, separator: "/"}
            country: actor-country
          technologies: {column: technologies, separator: ";"}
          methods: {column: methods, separator: ";"}
          tags: {column: tags, separator: ";"}
          assessment: {credibility: credibility, status: status, note: assessment-note}
          sources:
            each: ";"
            id: source-id
            type: source-type
            title: source-title
            publisher: {column: publisher, otherwise: {column: source}}
            language: source-language
            published: published
            url: {column: url, otherwise: {column: source-url}}
            reliability: reliability
            says: says
        """

    private static let timelineJS = """
        map: timelinejs
        about: the sheet of TimelineJS (Knight Lab)
        status: verified
        recognise: [Year, Month, Day, Headline, Text, Media]
        columns:
          slug: {column: Slug, otherwise: {join: [Year, Month, Day, Headline]}}
          language: Language
          kind: Kind
          title: {column: Headline, as: html}
          date: {year: Year, month: Month, day: Day, end-year: End Year, end-month: End Month, end-day: End Day}
          places: {column: Places, separator: ";", as: place}
          sensitivity: Sensitivity
          summary: {column: Text, as: html}
          tags: {column: Group, as: handle}
          sources:
            - type: {column: Source Type, otherwise: news-report}
              url: Media
              publisher: {column: Media Credit, as: html, otherwise: {host-of: Media}}
              title: {column: Media Caption, as: html}
          x-time: Time
          x-end-time: End Time
          x-display-date: Display Date
        skip:
          Type: [title, era]
        ignore: [Media Thumbnail, Alt Text, Background]
        """

    private static let stop = """
        map: stop
        about: Access Now's sheet of shutdowns (STOP)
        status: unverified
        recognise: [start_date, country, geo_scope, area_name, shutdown_type, info_source_link]
        columns:
          slug: {join: [country, area_name, start_date, shutdown_type]}
          language: {column: language, otherwise: en}
          kind: {column: kind, otherwise: disruption/shutdown}
          title: {column: title, otherwise: {join: [shutdown_type, area_name, country], by: ", "}}
          date: {from: start_date, to: end_date, ongoing: [ongoing]}
          places: {column: country, as: place}
          sensitivity: sensitivity
          summary: event
          justification: {text: gov_justification}
          cause: {text: {column: actual_cause_details, otherwise: {column: actual_cause}}}
          targets:
            - {service: affected_network}
          sources:
            - type: {column: source_type, otherwise: news-report}
              publisher: {host-of: info_source_link}
              url: info_source_link
            - type: {value: ngo-report}
              publisher: {value: Access Now}
              url: an_link
          x-stop-start-date-type: start_date_type
          x-stop-scope: geo_scope
          x-stop-area: area_name
          x-stop-type: shutdown_type
          x-stop-extent: shutdown_extent
          x-stop-status: shutdown_status
          x-stop-duration: duration
          x-stop-ordered-by: ordered_by
          x-stop-decision-maker: decision_maker
          x-stop-acknowledged: gov_ack
          x-stop-telcos: telcos_involved
          x-stop-info-source: info_source
          x-stop-election: election
          x-stop-violence: violence
          x-stop-legal-method: legal_method
        """

    private static let autoArchiver = """
        map: auto-archiver
        about: the sheet of Bellingcat's auto-archiver
        status: unverified
        recognise: [Link, Archive status, Archive location, Archive date, Upload timestamp, Upload title]
        columns:
          slug: {column: Slug, otherwise: {join: [Upload timestamp, Link]}}
          language: Language
          kind: Kind
          title: {column: Title, otherwise: {column: Upload title}}
          date: {column: Date, otherwise: {column: Upload timestamp, form: ["Y-M-D *", "Y-M-DT*", Y-M-D]}}
          places: {column: Places, separator: ";", as: place}
          sensitivity: Sensitivity
          summary: Summary
          sources:
            - type: {column: Source type, otherwise: social-post}
              url: Link
              publisher: {column: Publisher, otherwise: {host-of: Link}}
              title: Upload title
          x-archive-location: Archive location
          x-archive-date: Archive date
          x-archive-hash: Hash
          x-archive-wacz: WACZ
        ignore: [Archive status, Destination folder, Thumbnail, Screenshot, Perceptual hashes, ReplayWebpage]
        """
}
