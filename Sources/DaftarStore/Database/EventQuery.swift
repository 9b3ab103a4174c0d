import Daftar
import GRDB

/// A filter as SQL: conditions over `events`, and the values for them.
struct EventQuery {
    private var conditions: [String] = []
    private(set) var values: [PreparedStatement.Value] = []

    /// Nil for words to search that have no word in them: nothing can match.
    init?(_ filter: EventFilter, includesTouching: Bool) {
        if let words = filter.words {
            guard let query = SearchIndex.query(words) else { return nil }
            add("entry IN (SELECT rowid FROM search WHERE search MATCH ?)", .text(query))
        }
        if let period = filter.period { add(period, includesTouching) }
        if let kind = filter.kind {
            // '0' is the character after '/': the range is all that begins with the kind and a slash.
            add("(kind = ? OR (kind >= ? AND kind < ?))", .text(kind), .text(kind + "/"), .text(kind + "0"))
        }
        if let place = filter.place {
            // '.' is the character after '-'.
            add(
                "entry IN (SELECT entry FROM places WHERE code = ? OR (code >= ? AND code < ?))", .text(place),
                .text(place + "-"), .text(place + "."))
        }
        if let actor = filter.actor {
            add("entry IN (SELECT entry FROM actors WHERE id = ? OR instr(lower(name), lower(?)))", .text(actor), .text(actor))
        }
        if let source = filter.source {
            add(
                "entry IN (SELECT entry FROM sources WHERE id = ? OR instr(lower(publisher), lower(?)) OR instr(lower(url), lower(?)))",
                .text(source), .text(source), .text(source))
        }
    }

    var isEverything: Bool { conditions.isEmpty }

    /// ` WHERE …`, or nothing.
    var clause: String { conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ") }

    /// `EDTF.Period.relation`, as a table knows it: a bound that is missing may be anywhere, so it is never inside.
    private mutating func add(_ period: EDTF.Period, _ includesTouching: Bool) {
        if let from = period.from?.text {
            add(includesTouching ? "(date_max IS NULL OR date_max >= ?)" : "date_min >= ?", .text(from))
        }
        if let to = period.to?.text {
            add(includesTouching ? "(date_min IS NULL OR date_min <= ?)" : "date_max <= ?", .text(to))
        }
        // Without a date that is understood there is nothing that could lie in a period.
        add("shape IS NOT NULL")
    }

    private mutating func add(_ condition: String, _ new: PreparedStatement.Value...) {
        conditions.append(condition)
        values += new
    }
}
