import Daftar
import GRDB

/// A filter, as SQL over the tables of events.
struct EventQuery {
    typealias SQL = MarkCondition.SQL

    let filter: EventFilter
    let terms: EventTerms
    let moment: EventMoment
    /// All entries that can match, where they are few.
    private let few: SQL?
    private let mark: MarkCondition?

    /// Nil where nothing can match.
    init?(_ db: Database, _ filter: EventFilter, _ moment: EventMoment) throws {
        guard let terms = try EventTerms(db, filter, moment) else { return nil }
        (self.filter, self.terms, self.moment) = (filter, terms, moment)
        mark = filter.mark.map { MarkCondition($0, moment) }
        few = try filter.entries.map(EventQuery.list) ?? mark?.candidates(db).map { ($0, []) }
    }

    /// True where a look at each of a few entries is the quickest way.
    var isFew: Bool { few != nil }

    private static func list(_ entries: Set<Int>) -> SQL {
        let list = CanonicalJSON.encode(.array(entries.sorted().map { .integer($0) }))
        return ("SELECT value FROM json_each(?)", [.utf8(list)])
    }

    // MARK: Rows

    /// ` FROM … WHERE …`: the rows of `events` that match.
    func rows(_ tables: EventTables.Names, _ period: SQL? = nil) -> SQL {
        let name = tables.prefix + "events", search = tables.prefix + "search"
        var parts = [moment.condition(tables), period ?? self.period, mark?.condition(name + ".entry")].compactMap(
            \.self)
        parts += address(tables, "\(name).\(tables.key)")
        var from = " FROM \(name)"
        if let few {
            // CROSS JOIN keeps the order: the few first.
            from = """
                 FROM (WITH few (entry) AS (\(few.sql)) SELECT DISTINCT entry FROM few) AS few
                CROSS JOIN \(name) ON \(name).entry = few.entry
                """
            let hit = "EXISTS (SELECT 1 FROM \(search) WHERE \(search) MATCH ? AND rowid = \(name).\(tables.key))"
            if !terms.isEmpty { parts.append((hit, [.text(terms.query)])) }
        } else if !terms.isEmpty {
            parts.append(
                ("\(name).\(tables.key) IN (SELECT rowid FROM \(search) WHERE \(search) MATCH ?)", [.text(terms.query)])
            )
        }
        let clause = parts.isEmpty ? "" : " WHERE " + parts.map(\.sql).joined(separator: " AND ")
        return (from + clause, (few?.values ?? []) + parts.flatMap(\.values))
    }

    /// The same, found by words: ` FROM search …`, and by their rows where more has to be known.
    func hits(_ tables: EventTables.Names, _ period: SQL? = nil) -> SQL {
        let name = tables.prefix + "events", search = tables.prefix + "search"
        let asked = [period ?? self.period, mark?.condition(name + ".entry")].compactMap(\.self)
        let isByRow = !asked.isEmpty || tables == .past
        let shown = isByRow ? moment.condition(tables) : moment.condition(tables, EventMoment.hit)
        let join = isByRow ? " CROSS JOIN \(name) ON \(name).\(tables.key) = \(search).rowid" : ""
        let parts =
            [("\(search) MATCH ?", [.text(terms.query)])] + [shown].compactMap(\.self) + asked
            + address(tables, "\(search).rowid")
        return (" FROM \(search)\(join) WHERE " + parts.map(\.0).joined(separator: " AND "), parts.flatMap(\.1))
    }

    /// Rows of `facets` that stand in a slice, in the order of their days.
    func facets(_ tables: EventTables.Names, _ slice: PeriodSlice) -> SQL {
        let name = tables.prefix + "facets", key = "(\(name).rowid & \(FacetIndex.mask))"
        let isPast = tables == .past, entry = isPast ? "past_events.entry" : key
        let join = isPast ? " CROSS JOIN past_events ON past_events.version = \(key)" : ""
        var parts: [SQL] = [("\(name) MATCH ?", [.text(terms.facetQuery)])]
        if let from = slice.from { parts.append(("\(name).rowid >= ?", [.integer(FacetIndex.start(of: from))])) }
        if let to = slice.to { parts.append(("\(name).rowid < ?", [.integer(FacetIndex.start(of: to) + 1 << 32)])) }
        parts += [moment.condition(tables, entry), slice.keys(tables, key), mark?.condition(entry)].compactMap(\.self)
        parts += address(tables, key)
        return (" FROM \(name)\(join) WHERE " + parts.map(\.sql).joined(separator: " AND "), parts.flatMap(\.values))
    }

    /// Rows of `events` that stand in a slice, where nothing is asked of the index.
    func rows(_ tables: EventTables.Names, in slice: PeriodSlice) -> SQL {
        let name = tables.prefix + "events"
        let parts = [moment.condition(tables), mark?.condition(name + ".entry")].compactMap(\.self)
        let rows = slice.rows(tables)
        return (([rows.sql] + parts.map(\.sql)).joined(separator: " AND "), rows.values + parts.flatMap(\.values))
    }

    // MARK: Conditions

    /// What is listed, slice by slice; all where there is no period.
    var slices: [PeriodSlice] { filter.period?.slices(touching: filter.includesTouching) ?? [PeriodSlice()] }

    private var period: SQL? { filter.period?.condition(filter.includesTouching) }

    /// What was typed with a slash is the beginning of an address, but for `https://` and `www.`: the index knows hosts only.
    private func address(_ tables: EventTables.Names, _ key: String) -> [SQL] {
        guard let source = filter.source, EventFilter.isAddress(source) else { return [] }
        let address = EventFilter.bareAddress(source)
        let sql = """
            EXISTS (SELECT 1 FROM \(tables.prefix)sources AS source WHERE source.\(tables.key) = \(key)
            AND (instr(lower(url), ?) OR instr(lower(url), ?)))
            """
        return [(sql, [.text("//" + address), .text("//www." + address)])]
    }
}
