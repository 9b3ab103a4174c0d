/// The tables of events and of what is said about them.
///
/// `events` has a row for each event as it is now. Where a correction, a retraction, a release or a doubt changed what is
/// shown, `past_events` keeps what was shown before, with the sizes of the ledger at which that was so. Most events never
/// change and have no row there, so a view of old costs what the view of today does:
///
/// ```
/// as of n   events        where entry < n, but for those with a past version that ended later
///           past_events   where since <= n and until > n
/// ```
extension Schema {
    static let statements = """
        -- Corrections, retractions and remarks: about which entry, and of which kind a remark is. `since`: the size of the
        -- ledger from which on that is known; a kind that was withheld is known when it is released.
        CREATE TABLE marks (
            entry INTEGER PRIMARY KEY, about INTEGER NOT NULL, type TEXT NOT NULL, kind TEXT,
            other INTEGER,           -- the event that a remark relates it to
            since INTEGER NOT NULL
        );
        CREATE INDEX marks_by_about ON marks (about);
        CREATE INDEX marks_by_other ON marks (other) WHERE other IS NOT NULL;

        -- Entries that are doubted, and from which size of the ledger on.
        CREATE TABLE doubted (entry INTEGER PRIMARY KEY, since INTEGER NOT NULL);

        """

    static let names = """
        -- How actors, and the publishers and hosts of sources, are called: once each, whatever the number of events.
        CREATE TABLE names (
            number INTEGER PRIMARY KEY, list TEXT NOT NULL,
            id TEXT NOT NULL,        -- of an actor
            name TEXT NOT NULL,      -- of an actor every spelling, a line each
            UNIQUE (name, id, list)
        );
        -- Which facets there are, and how many events have each.
        CREATE VIRTUAL TABLE facet_words USING fts5vocab (facets, row);
        CREATE INDEX names_by_id ON names (id) WHERE id <> '';
        CREATE VIRTUAL TABLE names_search USING fts5 (
            name, content = '', columnsize = 0, tokenize = "unicode61 remove_diacritics 2"
        );

        """

    static func events(_ tables: EventTables.Names) -> String {
        (tables == .now ? now : past) + parts(tables)
    }

    private static let now = """
        -- Events as they are now: a correction in force has taken the place of what was written first.
        CREATE TABLE events (
            entry INTEGER PRIMARY KEY,
        \(columns)
        );
        CREATE INDEX events_by_slug ON events (slug) WHERE slug IS NOT NULL;

        """

    private static let past = """
        -- What was shown of events before it changed: while the ledger had `since` entries or more, and fewer than `until`.
        -- What was withdrawn later is not in it.
        CREATE TABLE past_events (
            version INTEGER PRIMARY KEY,
            entry INTEGER NOT NULL,
            since INTEGER NOT NULL,
            until INTEGER NOT NULL,
        \(columns)
        );
        CREATE INDEX past_events_by_entry ON past_events (entry, until, since);
        CREATE INDEX past_events_by_until ON past_events (until);

        """

    private static let columns = """
            shown INTEGER NOT NULL,    -- the entry whose content this is: the event, or the correction in force
            kind TEXT,
            date TEXT,                 -- EDTF, as written
            shape TEXT,                -- date, span, one-of, all-of; null for a date that is not understood
            date_min TEXT,             -- the first and the last day it can mean; null where there is none
            date_max TEXT,
            sort TEXT NOT NULL,        -- where it stands in a timeline, ties by slug or hash
            slug TEXT,
            title TEXT,
            seen INTEGER NOT NULL,     -- how many entries those who signed it had seen
            content TEXT NOT NULL      -- all of it, as JSON: json_extract(content, '$.fields.title.en')
        """

    private static func parts(_ tables: EventTables.Names) -> String {
        let prefix = tables.prefix, key = tables.key
        return """
            CREATE INDEX \(prefix)events_by_sort ON \(prefix)events (sort, entry, date_min, date_max, shape, kind);

            -- Few dates reach from one year into another, or have no bound: what touches a period is found among these, and
            -- among those that begin in the year in which it does.
            CREATE INDEX \(prefix)events_of_years ON \(prefix)events (date_min, date_max, entry, sort, shape)
            WHERE \(EventTables.reachesFar);

            CREATE TABLE \(prefix)places (
                code TEXT NOT NULL, \(key) INTEGER NOT NULL, PRIMARY KEY (code, \(key))
            ) WITHOUT ROWID;

            CREATE TABLE \(prefix)actors (
                \(key) INTEGER NOT NULL, number INTEGER NOT NULL, id TEXT, name TEXT, role TEXT, type TEXT, country TEXT,
                PRIMARY KEY (\(key), number)
            ) WITHOUT ROWID;

            CREATE TABLE \(prefix)sources (
                \(key) INTEGER NOT NULL, number INTEGER NOT NULL, id TEXT, publisher TEXT, title TEXT, url TEXT,
                language TEXT, type TEXT, derivation TEXT, -- null for an original
                PRIMARY KEY (\(key), number)
            ) WITHOUT ROWID;

            CREATE TABLE \(prefix)relations (
                \(key) INTEGER NOT NULL, number INTEGER NOT NULL, relation TEXT, statement BLOB,
                PRIMARY KEY (\(key), number)
            ) WITHOUT ROWID;
            CREATE INDEX \(prefix)relations_by_statement ON \(prefix)relations (statement);

            -- Words, by row; and the facets of an event, as tokens.
            CREATE VIRTUAL TABLE \(prefix)search USING fts5 (
                words, codes, content = '', columnsize = 0, tokenize = "unicode61 remove_diacritics 2"
            );

            -- The same facets by time: a row's number is its day from year 0 (rowid >> 32) and its row (rowid & 0xFFFFFFFF).
            CREATE VIRTUAL TABLE \(prefix)facets USING fts5 (
                codes, content = '', columnsize = 0, detail = none, tokenize = "unicode61 remove_diacritics 0"
            );

            """
    }
}
