import GRDB

/// The tables of the working state. Whoever opens them with `sqlite3` finds hashes as blobs (`hex(leaf)`), days as text.
enum Schema {
    /// Kept in `PRAGMA user_version`. A store of another version is a cache of something else: it is built anew.
    static let version = 4

    static func create(_ db: Database) throws {
        try db.execute(sql: entries + content + keys + statements + names + events(.now) + events(.past))
        try db.execute(sql: "PRAGMA user_version = \(version)")
    }

    private static let entries = """
        -- One row: which ledger this is, and what the rights are beside the keys.
        CREATE TABLE ledger (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            origin TEXT NOT NULL,
            charter BLOB NOT NULL,
            approvals INTEGER NOT NULL,
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
            events INTEGER NOT NULL,  -- how many events there are up to and with it: counting a million takes too long
            bytes BLOB NOT NULL
        );
        CREATE UNIQUE INDEX entries_by_statement ON entries (statement);
        -- Few entries say something of the ledger itself: they are found without a look at the others.
        CREATE INDEX entries_of_rights ON entries (entry) WHERE type IN ('charter', 'grant', 'revoke', 'amendment');

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
}
