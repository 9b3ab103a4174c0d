public import Daftar

/// One plain table as CSV (RFC 4180): each row says its entry and leaf, and ends with the ledger that it is of.
public struct TableExporter: EventExporter {
    public let table: PlainTable
    private let isPrivate: Bool
    /// The last cells of every row are the same ones.
    private let end: [UInt8]
    /// Words of no vocabulary, where somebody wants to know them.
    let foreign: ForeignWords?

    public init(_ table: PlainTable, _ context: ExportContext) { self.init(table, context, foreign: nil) }

    init(_ table: PlainTable, _ context: ExportContext, foreign: ForeignWords?) {
        (self.table, isPrivate, self.foreign) = (table, context.isPrivate, foreign)
        var end: [UInt8] = []
        for text in context.values {
            end.append(UInt8(ascii: ","))
            CSVCell.append(text, to: &end)
        }
        self.end = end + Array("\r\n".utf8)
    }

    /// The columns, in their order. With parts that are not public there is one more, the first, that says which they are.
    public var columns: [String] {
        (isPrivate ? ["private"] : []) + table.columns.map(\.name) + ExportContext.columns.map(\.name)
    }

    public var head: [UInt8] { Array((columns.joined(separator: ",") + "\r\n").utf8) }
    public var tail: [UInt8] { [] }

    public func append(_ events: ArraySlice<RecordedEvent>, after previous: RecordedEvent?, to bytes: inout [UInt8]) {
        var rows = PlainRows()
        for event in events {
            rows.removeAll()
            table.append(event, to: &rows)
            foreign?.note(rows)
            for row in 0..<rows.count { append(row, of: rows, event, to: &bytes) }
        }
    }

    private func append(_ row: Int, of rows: borrowing PlainRows, _ event: RecordedEvent, to bytes: inout [UInt8]) {
        let cells = rows.cells(of: row)
        if isPrivate {
            CSVCell.append(event.privateCell(table.list, rows.number(of: row)), to: &bytes)
            bytes.append(UInt8(ascii: ","))
        }
        for cell in cells {
            if cell > cells.lowerBound { bytes.append(UInt8(ascii: ",")) }
            let text = rows.text(of: cell)
            if rows.form(of: cell) == .text {
                CSVCell.append(rows.bytes.span.extracting(text), to: &bytes)
            } else {
                bytes.append(contentsOf: rows.bytes[text])
            }
        }
        bytes.append(contentsOf: end)
    }
}
