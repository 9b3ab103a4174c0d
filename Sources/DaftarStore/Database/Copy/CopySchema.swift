import Daftar

/// The tables, indexes and views of a copy, made from the plain tables: the same columns, with what each means beside it.
struct CopySchema: Sendable {
    let all: [PlainTable]
    let isPrivate: Bool

    /// Rows of one table, and what is private in each where the copy may hold such.
    struct Made: Sendable {
        var rows = PlainRows()
        var isPrivate: [String] = []
    }

    init(_ tables: [PlainTable], isPrivate: Bool) { (all, self.isPrivate) = (tables, isPrivate) }

    /// Nobody reads it before it is whole, so it needs no journal; an error leaves no file.
    static let settings = """
        PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE; PRAGMA foreign_keys = ON;
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536
        """

    // MARK: Rows

    /// The rows of events in each of the tables.
    func rows(_ events: ArraySlice<RecordedEvent>) -> [Made] {
        all.map { table in
            var made = Made()
            for event in events {
                table.append(event, to: &made.rows)
                guard isPrivate else { continue }
                while made.isPrivate.count < made.rows.count {
                    made.isPrivate.append(event.privateCell(table.list, made.rows.number(of: made.isPrivate.count)))
                }
            }
            return made
        }
    }

    func insert(_ table: PlainTable) -> String {
        let count = table.columns.count + (isPrivate ? 1 : 0)
        return "INSERT INTO \(table.name) VALUES (\([String](repeating: "?", count: count).joined(separator: ", ")))"
    }

    // MARK: Tables

    var tables: String { CopySchema.ledger + all.map(table).joined() }

    /// One row: which ledger this is of.
    private static let ledger = """
        -- What this database is of. One row.
        CREATE TABLE ledger (
            ledger TEXT NOT NULL,   -- the origin of the ledger
            size INTEGER NOT NULL,  -- how many entries it had
            root TEXT NOT NULL,     -- the root of the tree at that size
            last_day TEXT,          -- the day of the last of these entries
            title TEXT,
            licence TEXT,           -- under what the content may be used
            filter TEXT NOT NULL,   -- which events were asked for
            caveat TEXT NOT NULL
        );

        """

    private func table(_ table: PlainTable) -> String {
        var lines: [String] = isPrivate ? ["private TEXT NOT NULL, -- which parts are not public; or no"] : []
        lines += table.columns.map { column in
            let key = table.key == [column.name] ? " PRIMARY KEY" : ""
            let needed = column.isRequired && key.isEmpty ? " NOT NULL" : ""
            let belongs = table.list != nil && column.name == "entry" ? " REFERENCES events (entry)" : ""
            return "\"\(column.name)\" \(CopySchema.type(column))\(key)\(needed)\(belongs), -- \(column.meaning)"
        }
        let key = table.key.count > 1 ? "PRIMARY KEY (\(table.key.joined(separator: ", ")))" : "CHECK (entry >= 0)"
        let form = table.key.count > 1 ? " WITHOUT ROWID" : ""
        return """
            -- \(table.meaning).
            CREATE TABLE \(table.name) (
                \((lines + [key]).joined(separator: "\n    "))
            )\(form);

            """
    }

    private static func type(_ column: PlainColumn) -> String {
        switch column.form {
        case .number, .flag: "INTEGER"
        case .text, .day, .list: "TEXT"
        }
    }
}
