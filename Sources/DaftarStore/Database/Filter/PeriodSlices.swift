import Daftar
import GRDB

/// Events that stand next to each other in a timeline, or few that stand anywhere, of which some lie in a period.
///
/// A date stands where it begins. So what lies in a period stands there too, but for what reaches beyond its end; what
/// only touches it may stand earlier, but seldom in another year:
///
/// ```
///        January 1        from               to
///  ────────┼───────────────┼──────────────────┼───────▶  where dates begin
///          └── reachesIn ──┘     inside       │          in one year: few to look at
///                          └──── reachesOut ──┘          as few
///  far: dates of several years, or without a bound, wherever they stand: an index has them alone
/// ```
struct PeriodSlice {
    typealias SQL = MarkCondition.SQL

    /// The first and the last day at which they stand; nil for no limit.
    var from: CivilDate?
    var to: CivilDate?
    /// They are among those dates that reach far.
    var isFar = false
    /// True of the rows of `events` that are meant.
    var condition: SQL = ("TRUE", [])
    /// Nearly all rows are meant: those that are not.
    var exceptions: [PeriodSlice] = []
    /// `condition` has to be asked of each row: `exceptions` do not say it all.
    var isChosen = false

    /// ` FROM events WHERE …`: the rows that are meant.
    func rows(_ tables: EventTables.Names) -> SQL {
        let index = isFar ? " INDEXED BY \(tables.prefix)events_of_years" : ""
        var conditions = [condition.sql], values = condition.values
        if isFar { conditions.append(EventTables.reachesFar) }
        if let from {
            conditions.append("sort >= ?")
            values.append(.text(from.text))
        }
        if let to {
            conditions.append("sort < ?")
            values.append(.text(to.text + "~"))
        }
        return (" FROM \(tables.prefix)events\(index) WHERE " + conditions.joined(separator: " AND "), values)
    }

    /// What must be true of a row of `facets` beside its days.
    ///
    /// - Parameter key: what the SQL calls the row of `events`.
    func keys(_ tables: EventTables.Names, _ key: String) -> SQL? {
        func list(_ slice: PeriodSlice) -> SQL {
            let rows = slice.rows(tables)
            return ("(SELECT \(tables.key)\(rows.sql))", rows.values)
        }
        let excluded = exceptions.map(list).map { ("\(key) NOT IN \($0.sql)", $0.values) }
        let chosen = isChosen ? [list(self)].map { ("\(key) IN \($0.sql)", $0.values) } : []
        let all = excluded + chosen
        return all.isEmpty ? nil : (all.map(\.0).joined(separator: " AND "), all.flatMap(\.1))
    }
}

extension EDTF.Period {
    /// Everything in it; with `touching` also what only touches it.
    func slices(touching: Bool) -> [PeriodSlice] {
        let understood: PeriodSlice.SQL = ("shape IS NOT NULL", [])
        var inside = PeriodSlice(from: from, to: to, condition: touching ? understood : condition(false))
        guard touching else {
            let (outside, values) = condition(false)
            inside.exceptions = reachesOut(from).map { [$0] } ?? []
            inside.exceptions.append(PeriodSlice(isFar: true, condition: ("NOT ifnull(\(outside), 0)", values)))
            return [inside]
        }
        inside.exceptions = to == nil ? [PeriodSlice(isFar: true, condition: ("shape IS NULL", []))] : []
        let range = PeriodSlice.range(from, to)
        let far = condition(true)
        let elsewhere = PeriodSlice(
            isFar: true, condition: ("\(far.sql) AND NOT (\(range.sql))", far.values + range.values), isChosen: true)
        return [inside, elsewhere] + [reachesIn].compactMap(\.self)
    }

    /// What touches it and does not lie in it.
    var touchingOnly: [PeriodSlice] {
        let inside = condition(false), touching = condition(true)
        let only = ("\(touching.sql) AND NOT ifnull(\(inside.sql), 0)", touching.values + inside.values)
        let far = PeriodSlice(isFar: true, condition: only, isChosen: true)
        return [far] + [reachesIn, reachesOut(from)].compactMap(\.self)
    }

    /// `relation(to:)`, as a table knows it: a bound that is missing may be anywhere, so it is never inside. Without a date
    /// that is understood there is nothing that could lie in a period.
    func condition(_ touching: Bool) -> PeriodSlice.SQL {
        var conditions = ["shape IS NOT NULL"], values: [PreparedStatement.Value] = []
        if let from {
            conditions.append(touching ? "(date_max IS NULL OR date_max >= ?)" : "date_min >= ?")
            values.append(.text(from.text))
        }
        if let to {
            conditions.append(touching ? "(date_min IS NULL OR date_min <= ?)" : "date_max <= ?")
            values.append(.text(to.text))
        }
        return ("(\(conditions.joined(separator: " AND ")))", values)
    }

    /// Those that begin before it, in the year of its first day, and end in it or later in that year.
    private var reachesIn: PeriodSlice? {
        guard let from, let first = CivilDate(year: from.year, month: 1, day: 1), let before = from.adding(days: -1),
            before >= first
        else { return nil }
        return PeriodSlice(
            from: first, to: before,
            condition: ("date_max >= ? AND NOT \(EventTables.reachesFar)", [.text(from.text)]), isChosen: true)
    }

    /// Those that begin in it, in the year of its last day, and end later in that year.
    private func reachesOut(_ start: CivilDate?) -> PeriodSlice? {
        guard let to, let first = CivilDate(year: to.year, month: 1, day: 1) else { return nil }
        return PeriodSlice(
            from: max(start ?? first, first), to: to,
            condition: ("date_max > ? AND NOT \(EventTables.reachesFar)", [.text(to.text)]), isChosen: true)
    }
}

extension PeriodSlice {
    /// Where rows stand from one day to another.
    static func range(_ from: CivilDate?, _ to: CivilDate?) -> SQL {
        let parts = [from.map { ("sort >= ?", $0.text) }, to.map { ("sort < ?", $0.text + "~") }].compactMap(\.self)
        return (parts.map(\.0).joined(separator: " AND "), parts.map { .text($0.1) })
    }
}
