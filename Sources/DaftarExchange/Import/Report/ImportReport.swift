public import Daftar

/// Everything that is wrong with what is to be imported, at once: what recurs is counted, and nothing is left out unsaid.
public struct ImportReport: Sendable {
    private struct Key: Hashable {
        let path: String
        let code: DiagnosticCode
        let column: String?
        let message: String
    }

    private var findings: [ImportFinding] = []
    private var known: [Key: Int] = [:]
    private var rowsOf: [String: Int] = [:]
    public private(set) var errorCount = 0, warningCount = 0
    /// How many events were read.
    public private(set) var eventCount = 0
    public private(set) var paths: [String] = []
    /// Findings that are counted alone: so many different ones nobody reads, and memory is not for them.
    public private(set) var unlisted = 0

    /// Different findings that are kept.
    private static let limit = 10_000
    /// From so many on, and in half of the rows, something is wrong with a column rather than with its cells.
    private static let systematic = 6
    private static let examples = 5

    public init() {}

    public var isGood: Bool { errorCount == 0 }

    // MARK: Taking in

    /// What came of reading a file, or a line of JSON.
    public mutating func add(_ reading: EventReader.Reading, path: String) {
        note(path)
        eventCount += 1
        rowsOf[path, default: 0] += 1
        count(reading)
        for diagnostic in reading.diagnostics { add(diagnostic, column: nil, row: nil) }
    }

    /// What came of a row of a table.
    public mutating func add<Result>(_ row: TableImport.Row<Result>, path: String) {
        note(path)
        eventCount += 1
        rowsOf[path, default: 0] += 1
        count(row.reading)
        for (diagnostic, column) in zip(row.reading.diagnostics, row.columns) {
            add(diagnostic, column: column, row: row.number)
        }
    }

    /// What is wrong with a file as a whole.
    public mutating func add(_ diagnostics: [Diagnostic], path: String) {
        note(path)
        for diagnostic in diagnostics { add(diagnostic) }
    }

    /// Something that was found of an event that is good by itself.
    public mutating func add(_ diagnostic: Diagnostic) {
        switch diagnostic.severity {
        case .error: errorCount += 1
        case .warning: warningCount += 1
        }
        add(diagnostic, column: nil, row: nil)
    }

    private mutating func note(_ path: String) {
        if paths.last != path, rowsOf[path] == nil, !paths.contains(path) { paths.append(path) }
    }

    private mutating func count(_ reading: EventReader.Reading) {
        errorCount += reading.errorCount
        warningCount += reading.warningCount
        unlisted += reading.errorCount + reading.warningCount - reading.diagnostics.count
    }

    private mutating func add(_ diagnostic: Diagnostic, column: String?, row: Int?) {
        let key = Key(path: diagnostic.path, code: diagnostic.code, column: column, message: diagnostic.message)
        if let i = known[key] {
            findings[i].count += 1
            if findings[i].lines.count < ImportFinding.shown {
                findings[i].lines.append(diagnostic.line)
                if let row { findings[i].rows.append(row) }
            }
        } else if findings.count < Self.limit {
            known[key] = findings.count
            findings.append(
                ImportFinding(
                    diagnostic: diagnostic, column: column, lines: [diagnostic.line], rows: row.map { [$0] } ?? []))
        } else {
            unlisted += 1
        }
    }

    // MARK: Giving out

    /// What was found, in the order of the files; what is wrong with a whole column is one finding.
    public var listed: [ImportFinding] {
        var groups: [Key: [ImportFinding]] = [:]
        for finding in findings { groups[key(of: finding), default: []].append(finding) }
        return groups.values.flatMap(merged).sorted { Diagnostic.isBefore($0.diagnostic, $1.diagnostic) }
    }

    private func key(of finding: ImportFinding) -> Key {
        Key(path: finding.diagnostic.path, code: finding.diagnostic.code, column: finding.column, message: "")
    }

    private func merged(_ group: [ImportFinding]) -> [ImportFinding] {
        let total = group.reduce(0) { $0 + $1.count }, rows = group.first.flatMap { rowsOf[$0.diagnostic.path] } ?? 0
        guard group.count > 1, total >= Self.systematic, total * 2 >= rows, var first = group.first,
            first.column != nil
        else { return group }
        first.others = group.dropFirst().prefix(Self.examples - 1).map { ($0.diagnostic.message, $0.count) }
        first.unnamed = group.dropFirst(Self.examples).reduce(0) { $0 + $1.count }
        let places = group.flatMap { zip($0.lines, $0.rows) }.sorted { $0.0 < $1.0 }.prefix(ImportFinding.shown)
        (first.count, first.lines, first.rows) = (total, places.map(\.0), places.map(\.1))
        return [first]
    }

    /// `3 errors, 1 warning in 1 file`
    public var summary: String {
        let counts = [
            errorCount > 0 ? Self.count(errorCount, "error") : nil,
            warningCount > 0 ? Self.count(warningCount, "warning") : nil,
        ].compactMap(\.self).joined(separator: ", ")
        let files = paths.count == 1 ? Harmless.line(paths[0]) : "\(Self.grouped(paths.count)) files"
        return "\(counts.isEmpty ? "nothing wrong" : counts) in \(Self.count(eventCount, "event")) of \(files)"
    }

    /// Every finding, as `lint` shows it, and a line on what is not listed.
    public var text: String {
        var text = listed.map(\.text).joined()
        if unlisted > 0 {
            text += "and \(Self.grouped(unlisted)) more findings, too many different ones to list\n"
        }
        return text
    }

    /// One object: the findings, and how many of each severity.
    public var json: JSONValue {
        [
            "diagnostics": .array(listed.map(\.json)), "errors": .integer(errorCount), "events": .integer(eventCount),
            "files": .array(paths.map { .string(Harmless.line($0)) }), "unlisted": .integer(unlisted),
            "warnings": .integer(warningCount),
        ]
    }

    private static func count(_ number: Int, _ thing: String) -> String {
        "\(grouped(number)) \(thing)\(number == 1 ? "" : "s")"
    }

    /// `3,204`
    static func grouped(_ number: Int) -> String {
        var text = "", digits = String(number)[...]
        while digits.count > 3 {
            text = "," + digits.suffix(3) + text
            digits = digits.dropLast(3)
        }
        return digits + text
    }
}
