public import Daftar

/// Something that is wrong with what is to be imported, as often as it is: one finding for a whole column.
public struct ImportFinding: Sendable {
    /// The first of them.
    public let diagnostic: Diagnostic
    /// The column that it is about; nil outside of tables.
    public let column: String?
    /// How many there are.
    public internal(set) var count = 1
    /// Where the first of them are: their lines, and their rows as a spreadsheet numbers them (none outside of tables).
    public internal(set) var lines: [Int]
    public internal(set) var rows: [Int]
    /// Other ways in which the same is wrong, each with how often; a finding about a whole column has some.
    public internal(set) var others: [(message: String, count: Int)] = []
    /// More of these than are named.
    public internal(set) var unnamed = 0

    /// So many lines are named.
    static let shown = 10

    /// ```
    /// sheet.csv:4:12: error[word-unknown] no kind `Shutdown`
    ///   4 | 2023-01-02,TJ,Shutdown,…
    ///     |               ^^^^^^^^ did you mean `disruption/shutdown`?
    ///     = column Type: 3,204 times, first in rows 4, 5, 6, 7, 8
    /// ```
    public var text: String {
        var diagnostic = diagnostic
        diagnostic.notes = notes
        return diagnostic.text
    }

    private var notes: [String] {
        var notes: [String] = []
        let place = column.map { "column \($0)" }
        if count == 1 {
            if let row = rows.first { notes.append([place, "row \(row)"].compactMap(\.self).joined(separator: ", ")) }
        } else {
            let numbers = rows.isEmpty ? ("lines", lines) : ("rows", rows)
            let first = numbers.1.map(String.init).joined(separator: ", ")
            let all = numbers.1.count == count ? "in \(numbers.0) \(first)" : "first in \(numbers.0) \(first)"
            notes.append(
                [place, "\(ImportReport.grouped(count)) times, \(all)"].compactMap(\.self).joined(separator: ": "))
        }
        notes += others.map {
            "also: \($0.message)" + ($0.count > 1 ? " (\(ImportReport.grouped($0.count)) times)" : "")
        }
        if unnamed > 0 { notes.append("and \(ImportReport.grouped(unnamed)) more that differ") }
        return notes
    }

    /// As `lint` says it, and how often and where.
    public var json: JSONValue {
        guard var object = diagnostic.json.object else { return diagnostic.json }
        object["count"] = .integer(count)
        object["lines"] = .array(lines.map { .integer($0) })
        if !rows.isEmpty { object["rows"] = .array(rows.map { .integer($0) }) }
        object["column-name"] = column.map { .string(Harmless.line($0)) }
        if !others.isEmpty {
            object["others"] = .array(
                others.map { ["count": .integer($0.count), "message": .string(Harmless.line($0.message))] })
            object["unnamed"] = .integer(unnamed)
        }
        return .object(object)
    }
}
