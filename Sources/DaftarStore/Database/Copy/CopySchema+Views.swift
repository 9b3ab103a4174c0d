/// What makes the tables quick to ask and pleasant to look through, in `sqlite3` as in Datasette: it shows views beside
/// tables, follows the foreign keys, and gives a table with an index of its words a box to search in.
extension CopySchema {
    /// What is made once all rows are there.
    var afterwards: String { indexes + search + views }

    /// The order of a timeline, as a timeline is sorted everywhere here: never by entry.
    private static let order = """
        coalesce(date_min, date_max, '9999-12-31'), coalesce(date_max, '9999-12-31'), coalesce(slug, statement)
        """

    private var indexes: String {
        """
        CREATE INDEX events_in_order ON events (\(CopySchema.order));
        CREATE INDEX events_kind ON events (kind);
        CREATE UNIQUE INDEX events_statement ON events (statement);
        CREATE INDEX places_code ON places (code);
        CREATE INDEX actors_id ON actors (id);
        CREATE INDEX sources_publisher ON sources (publisher);
        CREATE INDEX targets_domain ON targets (domain);
        CREATE INDEX relations_to ON relations ("to");

        """
    }

    /// The words of events. Datasette looks for the index of a table by the very spelling of `content="events"`.
    private var search: String {
        """
        CREATE VIRTUAL TABLE events_fts USING fts5 (
            title, summary, actors, targets, tags, publishers,
            content="events", content_rowid="entry", tokenize = "unicode61 remove_diacritics 2"
        );
        INSERT INTO events_fts (events_fts) VALUES ('rebuild');

        """
    }

    private static let marks = """
        trim(
            iif(retracted_by IS NULL, '', 'retracted by ' || retracted_by || '; ')
            || iif(doubted, 'doubted; ', '')
            || iif(corrected_by IS NULL, '', 'corrected by ' || corrected_by || '; ')
            || iif(disputed_by IS NULL, '', 'disputed by ' || disputed_by || '; ')
            || iif(endorsed_by IS NULL, '', 'endorsed by ' || endorsed_by || '; ')
            || iif(withdrawn = 0, '', withdrawn || ' withdrawn; '),
        '; ')
        """

    private var views: String {
        """
        -- The timeline.
        CREATE VIEW events_by_date AS
        SELECT entry, date_words AS "when", date, title, places, kind, actors, credibility, status,
            \(CopySchema.marks) AS marks, leaf
        FROM events ORDER BY \(CopySchema.order);

        CREATE VIEW events_by_place AS
        SELECT places.code, places.name AS place, entry, date_words AS "when", title, kind, places.marks
        FROM places JOIN events USING (entry) ORDER BY places.code, \(CopySchema.order);

        CREATE VIEW events_by_actor AS
        SELECT actors.id AS actor, actors.name, actors.roles, entry, date_words AS "when", title, kind, actors.marks
        FROM actors JOIN events USING (entry) WHERE actors.not_shown IS NULL
        ORDER BY actors.id, \(CopySchema.order);

        CREATE VIEW sources_by_publisher AS
        SELECT sources.publisher, sources.title AS source, sources.url, sources.derivation, sources.reliability, entry,
            events.title, sources.marks
        FROM sources JOIN events USING (entry) WHERE sources.not_shown IS NULL ORDER BY sources.publisher, entry;

        -- Which event does what to which, where both are in this export.
        CREATE VIEW related_events AS
        SELECT one.entry, one.title, relations.relation, other.entry AS other_entry, other.title AS other_title,
            relations.basis, relations.marks
        FROM relations JOIN events AS one USING (entry) JOIN events AS other ON other.statement = relations."to"
        ORDER BY one.entry, relations.number;

        -- Events with all that it takes to cite one of them.
        CREATE VIEW citable_events AS
        SELECT entry, leaf, statement, date, events.title, \(CopySchema.marks) AS marks,
            ledger, size, root, licence, filter, caveat
        FROM events JOIN ledger ORDER BY entry;
        """
    }
}
