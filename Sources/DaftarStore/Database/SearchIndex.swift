import Daftar
import GRDB

/// Full text over events (FTS5, contentless: the text itself is kept in `events.content` only).
struct SearchIndex {
    private let insert: PreparedStatement
    private let delete: PreparedStatement

    init(_ db: Database, _ tables: EventTables.Names) throws {
        let name = tables.prefix + "search"
        insert = try PreparedStatement(db, "INSERT INTO \(name) (rowid, words, codes) VALUES (?, ?, ?)")
        delete = try PreparedStatement(
            db, "INSERT INTO \(name) (\(name), rowid, words, codes) VALUES ('delete', ?, ?, ?)")
    }

    /// - Parameter key: the number of the row that has these words and facets.
    func add(_ key: Int, _ words: String, _ codes: String) throws {
        try insert.run(.integer(key), .text(words), .text(codes))
    }

    /// Takes out exactly what was added; FTS5 can't find out by itself.
    func remove(_ key: Int, _ words: String, _ codes: String) throws {
        try delete.run(.integer(key), .text(words), .text(codes))
    }

    /// Leaves no trace of text that was taken out: what is deleted stays in old segments until all are merged into one.
    ///
    /// A single segment is taken for merged already, whatever was deleted in it; so a row comes and goes in two more.
    static func rebuild(_ db: Database) throws {
        for (name, column) in [
            ("search", "words"), ("past_search", "words"), ("facets", "codes"), ("past_facets", "codes"),
            ("names_search", "name"),
        ] {
            try db.run("INSERT INTO \(name) (rowid, \(column)) VALUES (-1, 'x')")
            try db.run("INSERT INTO \(name) (\(name), rowid, \(column)) VALUES ('delete', -1, 'x')")
            try db.run("INSERT INTO \(name) (\(name)) VALUES ('optimize')")
        }
    }

    /// What a person typed, as FTS5 wants it: every word must occur; `base*` stands for what begins so; a quote holds
    /// words together. Nil where there is no word in it.
    static func query(_ typed: String) -> String? {
        var terms: [String] = []
        for (i, piece) in FoldedText.of(typed).split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            if i % 2 == 1 {
                terms.append("\"\(piece)\"")
                continue
            }
            for word in piece.split(whereSeparator: \.isWhitespace) {
                let isPrefix = word.hasSuffix("*")
                terms.append("\"\(isPrefix ? word.dropLast() : word)\"\(isPrefix ? "*" : "")")
            }
        }
        let hasWord = terms.contains { $0.contains { $0.isLetter || $0.isNumber } }
        return hasWord ? terms.joined(separator: " ") : nil
    }
}
