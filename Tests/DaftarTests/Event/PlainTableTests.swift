import Daftar
import Foundation
import Testing

@Suite struct PlainTableTests {
    /// The page on exports tells of every table and every column, in the words of the tables themselves.
    @Test func thePageTellsOfEveryColumn() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(
            contentsOf: root.appending(path: "Sources/Daftar/Daftar.docc/Exports.md"), encoding: .utf8)
        for table in PlainTable.all {
            let section = page.split(separator: "### \(table.name)\n")
            #expect(section.count == 2, "\(table.name)")
            let text = section.last?.split(separator: "\n### ").first ?? ""
            #expect(text.contains("\(table.meaning)."))
            let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
            #expect(rows.count == table.columns.count, "\(table.name)")
            for (row, column) in zip(rows, table.columns) {
                #expect(row.hasPrefix("| `\(column.name)` | \(column.meaning)"), "\(table.name)")
            }
        }
    }

    /// Each row has a cell for each column, whatever is shown of an event.
    @Test func rowsAreAsWideAsTheirTable() throws {
        var content = EventContent(
            fields: ["places": ["TJ", ""], "date": "2023-12"],
            lists: Dictionary(
                uniqueKeysWithValues: PlainTable.all.compactMap(\.list).filter { $0 != "places" }.map {
                    ($0, [["bytes": -1], "text", [:]] as [JSONValue])
                }))
        for list in content.lists { content.append(.notShown(.withdrawn), to: list.name) }
        let stored = try #require(StoredMembers(StoredContent.encode(content)))
        let event = RecordedEvent(
            index: 7, leaf: .emptyTree, statement: .emptyTree, recorded: try #require(RecordedDay("2026-11-24")),
            signers: ["a", "b"], seen: .nothing, stored: stored, marks: .init())
        for table in PlainTable.all {
            var rows = PlainRows()
            table.append(event, to: &rows)
            #expect(rows.count == (table.list == nil ? 1 : (table.list == "places" ? 2 : 4)), "\(table.name)")
            for row in 0..<rows.count {
                #expect(rows.cells(of: row).count == table.columns.count, "\(table.name)")
                for (cell, column) in zip(rows.cells(of: row), table.columns) where column.isRequired {
                    #expect(rows.form(of: cell) != .none, "\(table.name).\(column.name)")
                }
            }
        }
    }
}
