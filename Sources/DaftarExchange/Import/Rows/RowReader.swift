import Daftar

/// Makes an event of each row of a table, by the same rules as an event file.
struct RowReader: Sendable {
    let path: String
    let columns: BoundMap
    private let reader = EventReader()

    init(path: String, columns: BoundMap) { (self.path, self.columns) = (path, columns) }

    func read(_ row: TableRow) -> EventReader.Reading {
        let file = SourceFile(path: path, bytes: row.record.bytes, firstLine: row.record.line, isJSON: true)
        var findings = Findings(file)
        checkLength(row, &findings)
        var maker = RowMaker(row, columns, findings)
        let root = maker.event()
        return reader.read(root, maker.findings, excusing: columns.missing.union(maker.refused))
    }

    /// A row that is longer than the header has cells that nobody knows the meaning of; a shorter one may be Excel's, which
    /// leaves empty ones out.
    private func checkLength(_ row: TableRow, _ findings: inout Findings) {
        let names = columns.header.row.cells.count
        if let extra = row.cells.dropFirst(names).first(where: { !row.isEmpty($0) }) {
            findings.add(
                .rowLong, "this row has more cells than the header has names", at: extra.place,
                label: "\(row.cells.count) of \(names)", hint: "a cell that holds the separator stands in quotes")
        } else if row.cells.count < names {
            findings.add(
                .rowShort, "this row has fewer cells than the header has names",
                at: row.cells.last?.place ?? columns.header.place,
                label: "\(row.cells.count) of \(names): the rest counts as empty")
        }
    }

    /// True where the map says that such rows are no events.
    func isSkipped(_ row: TableRow) -> Bool {
        columns.skips.contains { skip in
            skip.index < row.cells.count && skip.words.contains(row.text(of: row.cells[skip.index]).text.lowercased())
        }
    }
}
