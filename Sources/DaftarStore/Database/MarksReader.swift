import Daftar
import GRDB

/// What stands in the ledger about an event, and which of it is in force.
struct MarksReader {
    private struct Mark {
        let entry: Int
        let type: String
        let kind: String?
        let isDoubted: Bool
    }

    /// What the ledger said with so many entries.
    private let size: Int
    private let about: PreparedStatement
    private let other: PreparedStatement
    private let doubt: PreparedStatement
    private let changes: ChangeReader

    init(_ db: Database, at size: Int? = nil) throws {
        self.size = size ?? .max
        about = try PreparedStatement(
            db,
            """
            SELECT entry, type, kind,
            EXISTS (SELECT 1 FROM doubted WHERE doubted.entry = marks.entry AND doubted.since <= ?2)
            FROM marks WHERE about = ?1 AND since <= ?2 ORDER BY entry
            """)
        other = try PreparedStatement(
            db,
            """
            SELECT entry, about,
            EXISTS (SELECT 1 FROM doubted WHERE doubted.entry = marks.entry AND doubted.since <= ?2)
            FROM marks WHERE other = ?1 AND kind = 'relation' AND since <= ?2 ORDER BY entry
            """)
        doubt = try PreparedStatement(db, "SELECT 1 FROM doubted WHERE entry = ? AND since <= ?")
        changes = try ChangeReader(db, at: self.size)
    }

    func marks(of event: Int) throws -> RecordedEvent.Marks {
        var marks = RecordedEvent.Marks()
        marks.isDoubted = try doubt.integer(.integer(event), .integer(size)) != nil
        let all = try all(about: event)
        if marks.isDoubted || !all.isEmpty { marks.changed = try lastChange(of: event) }
        for mark in all {
            switch (mark.type, mark.kind) {
            case ("correction", _):
                marks.corrections.append(mark.entry)
                if !mark.isDoubted { marks.correctedBy = mark.entry }
            case ("retraction", _): if !mark.isDoubted, marks.retractedBy == nil { marks.retractedBy = mark.entry }
            case ("remark", "dispute"): if try isInForce(mark) { marks.disputedBy.append(mark.entry) }
            case ("remark", "endorsement"): if try isInForce(mark) { marks.endorsedBy.append(mark.entry) }
            case ("remark", "relation"): if try isInForce(mark) { marks.relatedBy.append(mark.entry) }
            default: break
            }
        }
        // A retraction is final: no correction has an effect while it is in force.
        if marks.retractedBy != nil { marks.correctedBy = nil }
        return marks
    }

    /// The day on which what is shown of it last changed; nil for what nothing changed.
    func lastChange(of event: Int) throws -> RecordedDay? { try changes.lastChange(of: event) }

    /// The remarks in force that relate another event to this one, and that event.
    func remarks(to event: Int) throws -> [(remark: Int, about: Int)] {
        let found = try other.all([.integer(event), .integer(size)]) { row in
            (Mark(entry: row.integer(0), type: "remark", kind: nil, isDoubted: row.integer(2) != 0), row.integer(1))
        }
        return try found.filter { try isInForce($0.0) }.map { (remark: $0.0.entry, about: $0.1) }
    }

    /// A remark can be retracted itself.
    private func isInForce(_ remark: Mark) throws -> Bool {
        if remark.isDoubted { return false }
        return try all(about: remark.entry).allSatisfy { $0.type != "retraction" || $0.isDoubted }
    }

    private func all(about entry: Int) throws -> [Mark] {
        try about.all([.integer(entry), .integer(size)]) { row in
            Mark(entry: row.integer(0), type: row.text(1), kind: row.optionalText(2), isDoubted: row.integer(3) != 0)
        }
    }
}

/// Reads statements back out of the entries that carry them.
struct StatementReader {
    private let bytes: PreparedStatement

    init(_ db: Database) throws { bytes = try PreparedStatement(db, "SELECT bytes FROM entries WHERE entry = ?") }

    func statement(of entry: Int) throws -> Daftar.Statement? {
        guard let bytes = try bytes.bytes(.integer(entry)) else { return nil }
        return Daftar.Statement.inEntry(bytes)?.statement
    }
}
