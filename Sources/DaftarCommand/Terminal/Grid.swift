/// Rows of cells in columns, behind a label; the last cell takes what room is left and wraps there.
///
/// ```
/// Dates      19 June 2023   stated     UrduPoint / Sputnik, 20 June 2023
///            June 2023      reported   Eurasianet
/// ```
struct Grid {
    let label: String
    private(set) var rows: [[String]] = []
    private static let labelWidth = 11
    /// A cell that is wider makes no column wider: its row goes on below.
    private static let widest = 42
    /// With less room than this for the last cell, it goes on the next line.
    private static let narrowest = 18

    init(_ label: String) { self.label = label }

    mutating func add(_ cells: String?...) { rows.append(cells.map { ($0 ?? "").cleaned }) }

    func show(on out: Output) {
        let widths = columnWidths()
        for (number, row) in rows.enumerated() {
            let start = (number == 0 ? label : "").padded(to: Self.labelWidth)
            out.write(line(row, widths, start, out.screen.columns))
        }
    }

    private func columnWidths() -> [Int] {
        let count = rows.map(\.count).max() ?? 0
        return (0..<count).map { column in
            rows.map { column < $0.count ? $0[column].width : 0 }.filter { $0 <= Self.widest }.max() ?? 0
        }
    }

    private func line(_ row: [String], _ widths: [Int], _ start: String, _ columns: Int) -> String {
        var front = start
        for (cell, width) in zip(row.dropLast(), widths) where width > 0 { front += cell.padded(to: width) + "  " }
        let last = row.last ?? ""
        if columns - front.width >= Self.narrowest || last.width <= columns - front.width {
            return Wrap.hanging(front, last, columns)
        }
        let indent = String(repeating: " ", count: Self.labelWidth + 2)
        return Wrap.hanging("", front.trimmed, columns) + (last.isEmpty ? "" : Wrap.hanging(indent, last, columns))
    }
}
