/// Finds the row that names the columns, and, where none was given, the map that fits them.
struct HeaderSearch {
    /// A header and the map for it.
    struct Found {
        let header: TableHeader
        /// Nil where none fits.
        let map: ColumnMap?
        /// Rows before it: a title, a note of whoever made the sheet.
        let above: Int
    }

    private let given: ColumnMap?
    private let delimiter: UInt8

    init(_ given: ColumnMap?, _ delimiter: UInt8) { (self.given, self.delimiter) = (given, delimiter) }

    /// The header among the first `limit` rows, and what follows it; nil where all are empty.
    func find(_ records: [CSVRecord], limit: Int) -> (found: Found?, rest: [CSVRecord]) {
        var best: (score: Int, at: Int, header: TableHeader, map: ColumnMap?)?
        for (i, record) in records.prefix(limit).enumerated() where record.fault == nil {
            let row = TableRow(record, delimiter: delimiter)
            if row.isEmpty { continue }
            let header = TableHeader(row)
            let (score, map) = judge(header)
            if best.map({ score > $0.score }) ?? true { best = (score, i, header, map) }
        }
        guard let best else { return (nil, []) }
        let found = Found(header: best.header, map: best.map, above: best.at)
        return (found, Array(records.dropFirst(best.at + 1)))
    }

    /// How many of a map's columns a row names, and the map that most are named of.
    private func judge(_ header: TableHeader) -> (score: Int, map: ColumnMap?) {
        if let given { return (given.columnNames.count { header.index(of: $0) != nil }, given) }
        var best: (score: Int, map: ColumnMap?) = (0, nil)
        for map in ColumnMap.builtIn {
            let known = map.signature.count { header.index(of: $0) != nil }
            // Two thirds of what such a sheet has.
            guard known * 3 >= map.signature.count * 2, known > best.score else { continue }
            best = (known, map)
        }
        return best
    }
}

extension ColumnMap {
    /// All columns that it names.
    var columnNames: Set<String> {
        var names: Set<String> = []
        for (_, plan) in plans {
            var plan = plan
            plan.forEachColumn { names.insert($0.name) }
        }
        return names
    }
}
