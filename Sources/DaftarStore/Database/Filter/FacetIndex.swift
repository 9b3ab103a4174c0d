import Daftar
import GRDB

/// Facets of events in the order of time: a row's number begins with the day at which the event stands in a timeline, so
/// that whatever is asked for comes by date, and a page of it costs the same however many there are.
///
/// ```
/// day, 22 bits (from year 0)  |  row of `events`, 32 bits
/// ```
/// FTS5 writes rows quickly only where their numbers ascend. So they wait, and go in by the thousand in order.
final class FacetIndex {
    private struct Change {
        let place: Int
        let codes: String
        let isRemoval: Bool
    }

    private let insert, delete: PreparedStatement
    private var waiting: [Change] = []
    private static let most = 4096
    /// What cuts the row of `events` out of a row's number.
    static let mask = 0xFFFF_FFFF

    init(_ db: Database, _ tables: EventTables.Names) throws {
        let name = tables.prefix + "facets"
        insert = try PreparedStatement(db, "INSERT INTO \(name) (rowid, codes) VALUES (?, ?)")
        delete = try PreparedStatement(db, "INSERT INTO \(name) (\(name), rowid, codes) VALUES ('delete', ?, ?)")
    }

    /// - Throws: for a row beyond what 32 bits hold.
    static func place(_ key: Int, day: Int) throws -> Int {
        guard key <= mask else { throw StoreError.database("the index holds no more than \(mask) events") }
        return day << 32 | key
    }

    /// Where a day begins.
    static func start(of day: CivilDate) -> Int { (day.ordinal - CivilDate.first.ordinal) << 32 }

    func add(_ place: Int, _ codes: String) throws { try wait(Change(place: place, codes: codes, isRemoval: false)) }

    /// - Parameter codes: exactly what was added.
    func remove(_ place: Int, _ codes: String) throws {
        try wait(Change(place: place, codes: codes, isRemoval: true))
    }

    private func wait(_ change: Change) throws {
        waiting.append(change)
        if waiting.count >= Self.most { try flush() }
    }

    /// Writes what waits. Nothing is found before.
    func flush() throws {
        // What happens to one row happens in its order: `sort` keeps that only where it is asked to.
        let ordered = waiting.enumerated().sorted {
            ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
        }
        for (_, change) in ordered {
            try (change.isRemoval ? delete : insert).run(.integer(change.place), .text(change.codes))
        }
        waiting.removeAll(keepingCapacity: true)
    }
}
