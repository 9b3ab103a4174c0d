import GRDB

/// The tables of the working state. Whoever opens them with `sqlite3` finds hashes as blobs (`hex(leaf)`), days as text.
enum Schema {
    /// Kept in `PRAGMA user_version`. A store of another version is a cache of something else: it is built anew.
    static let version = 2

    static func create(_ db: Database) throws {
        try db.execute(sql: entries + content + keys + events)
        try db.execute(sql: "PRAGMA user_version = \(version)")
    }

    private static let entries = """
        -- One row: which ledger this is, and what the rights are beside the keys.
        CREATE TABLE ledger (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            origin TEXT NOT NULL,
            charter BLOB NOT NULL,
            approvals INTEGER NOT NULL,
            events INTEGER NOT NULL DEFAULT 0, -- how many rows `events` has: counting a million takes too long
            directory TEXT,           -- where it was published last
            checkpoint BLOB,          -- over all entries, signed: whoever comes next can publish it without a key
            -- 1: content was withdrawn, and old pages, the log and the search index may still hold it.
            forgets INTEGER NOT NULL DEFAULT 0
        );

        -- Every entry, byte for byte. `root` is that of the tree up to and with the entry.
        CREATE TABLE entries (
            entry INTEGER PRIMARY KEY,
            recorded TEXT NOT NULL,
            type TEXT NOT NULL,
            signing INTEGER NOT NULL, -- who signed, and what that had to meet
            leaf BLOB NOT NULL,
            root BLOB NOT NULL,
            statement BLOB NOT NULL,  -- the statement hash
            bytes BLOB NOT NULL
        );
        CREATE UNIQUE INDEX entries_by_statement ON entries (statement);
        -- Few entries say something of the ledger itself: they are found without a look at the others.
        CREATE INDEX entries_of_amendments ON entries (entry) WHERE type = 'amendment';

        -- Hashes of the levels of tiles above the leaves: one for each full tile below.
        CREATE TABLE tile_hashes (
            level INTEGER NOT NULL,
            number INTEGER NOT NULL,
            hash BLOB NOT NULL,
            PRIMARY KEY (level, number)
        ) WITHOUT ROWID;

        """

    private static let content = """
        -- The published disclosures of an entry, as the line of its content file.
        CREATE TABLE content (
            entry INTEGER PRIMARY KEY,
            line BLOB NOT NULL
        );

        -- Parts that a signed entry withdrew or released.
        CREATE TABLE parts_changed (
            entry INTEGER NOT NULL,
            digest BLOB NOT NULL,
            withdrawn_by INTEGER,
            released_by INTEGER,
            PRIMARY KEY (entry, digest)
        ) WITHOUT ROWID;

        -- Content files that an older entry changed and that are not written yet.
        CREATE TABLE content_due (file INTEGER PRIMARY KEY);

        -- Captures that no shown disclosure names any more, and that are not removed yet.
        CREATE TABLE evidence_due (hash BLOB PRIMARY KEY) WITHOUT ROWID;

        """

    private static let keys = """
        -- Every key that was ever admitted, in the order of the grants.
        CREATE TABLE keys (
            position INTEGER PRIMARY KEY,
            vkey TEXT NOT NULL,
            role TEXT NOT NULL,
            granted INTEGER NOT NULL,
            revoked INTEGER,
            reason TEXT,
            revocations INTEGER NOT NULL,
            since INTEGER,
            last_seen INTEGER NOT NULL
        );

        -- Who signs together, and what that had to meet: few rows, which entries name by number.
        CREATE TABLE signings (
            signing INTEGER PRIMARY KEY,
            signers TEXT NOT NULL,     -- positions in keys
            requirement TEXT NOT NULL,
            UNIQUE (signers, requirement)
        );

        """

    private static let events = """
        -- Events as they are now: a correction in force has taken the place of what was written first.
        CREATE TABLE events (
            entry INTEGER PRIMARY KEY,
            shown INTEGER NOT NULL,    -- the entry whose content this is: the event, or the correction in force
            retracted_by INTEGER,
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
        );
        CREATE INDEX events_by_sort ON events (sort, date_min, date_max, shape, kind);
        CREATE INDEX events_by_slug ON events (slug) WHERE slug IS NOT NULL;

        CREATE TABLE places (code TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (code, entry)) WITHOUT ROWID;

        CREATE TABLE actors (
            entry INTEGER NOT NULL, number INTEGER NOT NULL, id TEXT, name TEXT, role TEXT, type TEXT, country TEXT,
            PRIMARY KEY (entry, number)
        ) WITHOUT ROWID;

        CREATE TABLE sources (
            entry INTEGER NOT NULL, number INTEGER NOT NULL, id TEXT, publisher TEXT, title TEXT, url TEXT,
            PRIMARY KEY (entry, number)
        ) WITHOUT ROWID;

        CREATE TABLE relations (
            entry INTEGER NOT NULL, number INTEGER NOT NULL, relation TEXT, statement BLOB,
            PRIMARY KEY (entry, number)
        ) WITHOUT ROWID;
        CREATE INDEX relations_by_statement ON relations (statement);

        -- Corrections, retractions and remarks: about which entry, and of which kind a remark is. `other`: the event that
        -- a remark relates it to.
        CREATE TABLE marks (
            entry INTEGER PRIMARY KEY, about INTEGER NOT NULL, type TEXT NOT NULL, kind TEXT, other INTEGER
        );
        CREATE INDEX marks_by_about ON marks (about);
        CREATE INDEX marks_by_other ON marks (other) WHERE other IS NOT NULL;

        CREATE TABLE doubted (entry INTEGER PRIMARY KEY);

        CREATE VIRTUAL TABLE search USING fts5 (
            words, content = '', tokenize = "unicode61 remove_diacritics 2"
        );

        """
}
