import Daftar
import GRDB

/// Events with a mark, as `MarksReader` reads it of one, for many at once.
struct MarkCondition {
    typealias SQL = (sql: String, values: [PreparedStatement.Value])

    private let mark: EventFilter.Mark
    private let size: PreparedStatement.Value
    /// From so many on they are no longer gone through one by one.
    private static let few = 4000

    init(_ mark: EventFilter.Mark, _ moment: EventMoment) {
        (self.mark, size) = (mark, .integer(moment.size ?? .max))
    }

    /// True of a row of `events`.
    ///
    /// - Parameter entry: what the SQL calls the row's entry.
    func condition(_ entry: String) -> SQL {
        switch mark {
        case .corrected:
            let (some, none) = (about(entry, "type = 'correction'"), about(entry, "type = 'retraction'"))
            return ("\(some) AND NOT \(none)", [size, size, size, size])
        case .retracted: return (about(entry, "type = 'retraction'"), [size, size])
        case .disputed: return (remark(entry), [size, size, .text("dispute"), size, size])
        case .endorsed: return (remark(entry), [size, size, .text("endorsement"), size, size])
        case .doubted: return ("EXISTS (SELECT 1 FROM doubted WHERE entry = \(entry) AND since <= ?)", [size])
        case .withdrawn:
            return ("shown IN (SELECT entry FROM parts_changed WHERE withdrawn_by IS NOT NULL)", [])
        }
    }

    /// All entries that may have it, where they are few: to look at each is quicker then than to go through all events.
    func candidates(_ db: Database) throws -> String? {
        let sql =
            switch mark {
            case .doubted: "SELECT entry FROM doubted"
            case .withdrawn:
                """
                SELECT ifnull(about, parts_changed.entry) FROM parts_changed LEFT JOIN marks USING (entry)
                WHERE withdrawn_by IS NOT NULL
                """
            default: "SELECT about FROM marks"
            }
        // Only a row of `events` says whether it shows such a part: so these are always gone through one by one.
        if mark == .withdrawn { return sql }
        let count = try db.rows("SELECT count(*) FROM (\(sql) LIMIT \(Self.few + 1))") { $0.integer(0) }.first ?? 0
        return count <= Self.few ? sql : nil
    }

    /// A remark of a kind that nobody took back.
    private func remark(_ entry: String) -> String {
        """
        EXISTS (SELECT 1 FROM marks AS mark WHERE mark.about = \(entry) AND mark.type = 'remark'
        AND \(Self.inForce("mark")) AND mark.kind = ? AND NOT \(about("mark.entry", "type = 'retraction'", as: "back")))
        """
    }

    /// Something about the entry that is known and not doubted.
    private func about(_ entry: String, _ what: String, as name: String = "mark") -> String {
        "EXISTS (SELECT 1 FROM marks AS \(name) WHERE \(name).about = \(entry) AND \(name).\(what) AND \(Self.inForce(name)))"
    }

    private static func inForce(_ mark: String) -> String {
        """
        \(mark).since <= ? AND NOT EXISTS
        (SELECT 1 FROM doubted WHERE doubted.entry = \(mark).entry AND doubted.since <= ?)
        """
    }
}
