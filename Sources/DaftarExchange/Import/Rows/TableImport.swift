import Daftar

/// Reads a table into events while its file comes in piece by piece; memory does not grow with the file.
///
/// ```swift
/// var table = TableImport(path: "sheet.csv", map: nil, set: [:])
/// for piece in pieces { for row in table.read(piece, isLast: …) { row in … } { … } }
/// ```
public struct TableImport {
    private let path: String
    private let given: ColumnMap?
    private let settings: [(field: String, value: String)]
    private var splitter: CSVSplitter?
    private var delimiter = UInt8(ascii: ",")
    private var waiting: [CSVRecord] = []
    private var reader: RowReader?
    private var hasFailed = false
    /// Bytes that came before enough is known to begin.
    private var beginning: [UInt8] = []

    /// How the columns were read; nil before the header was found.
    public private(set) var map: ColumnMap?
    /// What is wrong with the file or its header.
    public private(set) var findings: [Diagnostic] = []
    /// Rows that the map passes over, and rows in all, the header and empty ones not counted.
    public private(set) var skipped = 0, rows = 0
    /// Columns that nothing is made of, and in how many rows they hold something.
    public private(set) var unmapped: [(column: String, rows: Int)] = []
    private var leftOut: [Int: Int] = [:]

    /// So much of a file is looked at before its form is settled.
    private static let sample = 256 << 10
    /// The header is among the first rows.
    private static let headerRows = 20
    private static let piece = 64

    /// - Parameters:
    ///   - map: nil where the table itself is to tell which of the built-in ones it is.
    ///   - set: what is the same in every row, by field.
    public init(path: String, map: ColumnMap?, set: [(field: String, value: String)] = []) {
        (self.path, given, settings) = (path, map, set)
    }

    /// What came of one row.
    public struct Row<Result: Sendable>: Sendable {
        public let reading: EventReader.Reading
        /// What the caller made of its event.
        public let result: Result?
        public let line: Int
        /// As a spreadsheet numbers it.
        public let number: Int
        /// For each diagnostic the column that it is about.
        public let columns: [String?]
    }

    /// Takes in the next piece of the file and gives the rows that are whole, in order; `body` runs on all cores.
    public mutating func read<Result: Sendable>(
        _ bytes: [UInt8], isLast: Bool, _ body: @Sendable (EventDraft, Int) -> Result
    ) -> [Row<Result>] {
        if splitter == nil, !hasFailed {
            beginning += bytes
            guard beginning.count >= Self.sample || isLast else { return [] }
            begin(isLast: isLast)
        } else {
            splitter?.add(bytes, isLast: isLast)
        }
        let records = hasFailed ? [] : nextRecords(isLast: isLast)
        let read = make(records, body)
        if isLast { finish() }
        return read
    }

    // MARK: Steps

    private mutating func begin(isLast: Bool) {
        if let (message, hint) = TableForm.foreign(beginning) {
            return fail(.fileEncoding, message, hint)
        }
        let form = TableForm(beginning, delimiter: given?.delimiter)
        delimiter = form.delimiter
        var splitter = CSVSplitter(delimiter: delimiter, firstLine: 1 + form.skippedLines)
        splitter.add(beginning[form.skipped...], isLast: isLast)
        self.splitter = splitter
        beginning = []
    }

    private mutating func fail(_ code: DiagnosticCode, _ message: String, _ hint: String?) {
        var found = Findings(SourceFile(path: path, bytes: Array(beginning.prefix(80)), isJSON: true))
        found.add(code, message, at: SourcePlace(line: 1, column: 1), exact: true, hint: hint)
        findings += found.inOrder
        hasFailed = true
        beginning = []
    }

    /// Whole rows; those before the header wait for it.
    private mutating func nextRecords(isLast: Bool) -> [CSVRecord] {
        var records = waiting
        waiting = []
        while let record = splitter?.next() { records.append(record) }
        guard reader == nil else { return records }
        guard isLast || records.count >= Self.headerRows else {
            waiting = records
            return []
        }
        let (header, rest) = HeaderSearch(given, delimiter).find(records, limit: Self.headerRows)
        guard let header else {
            beginning = records.first?.bytes ?? []
            fail(.fileEmpty, "there is no row in this table", "the first row names its columns")
            return []
        }
        return bind(header) ? rest : []
    }

    /// Lays the map upon the header; false where no map fits.
    private mutating func bind(_ found: HeaderSearch.Found) -> Bool {
        var report = Findings(
            SourceFile(
                path: path, bytes: found.header.row.record.bytes, firstLine: found.header.row.record.line, isJSON: true)
        )
        defer { findings += report.inOrder }
        guard var map = found.map else {
            let names = found.header.names.prefix(12).map { "`\($0.shortened)`" }.joined(separator: " ")
            report.add(
                .columnsUnknown, "no map fits these columns: \(names)", at: found.header.place,
                hint: "say with --map FILE which column is which field; daftar import --print-map timelinejs shows one")
            hasFailed = true
            return false
        }
        settings.forEach { MapSetting.apply($0, to: &map, &report) }
        let bound = BoundMap(map, found.header, &report)
        reader = RowReader(path: path, columns: bound)
        self.map = map
        return true
    }

    private mutating func make<Result: Sendable>(
        _ records: [CSVRecord], _ body: @Sendable (EventDraft, Int) -> Result
    ) -> [Row<Result>] {
        guard let reader, !records.isEmpty else { return [] }
        let pieces = stride(from: 0, to: records.count, by: Self.piece).map {
            records[$0..<min($0 + Self.piece, records.count)]
        }
        let delimiter = delimiter
        let made = Lanes.map(pieces.count) { i in
            pieces[i].map { RowWork(reader, delimiter).run($0, body) }
        }
        var read: [Row<Result>] = []
        for work in made.joined() {
            for column in work.leftOut { leftOut[column, default: 0] += 1 }
            switch work.outcome {
            case .empty: break
            case .skipped: skipped += 1; rows += 1
            case .row(let row): read.append(row); rows += 1
            }
        }
        return read
    }

    private mutating func finish() {
        if splitter?.hasGivenUp == true {
            beginning = []
            fail(.tooMany, "so many rows can't be told apart that the rest was not read", "is the separator right?")
        }
        guard let reader else { return }
        let header = reader.columns.header
        unmapped = reader.columns.unmapped.compactMap { index in
            leftOut[index].map { (column: header.names[index].nonEmpty ?? "column \(index + 1)", rows: $0) }
        }
        var report = Findings(
            SourceFile(path: path, bytes: header.row.record.bytes, firstLine: header.row.record.line, isJSON: true))
        for index in reader.columns.unmapped {
            guard let count = leftOut[index] else { continue }
            let name = header.names[index].nonEmpty.map { "column `\($0.shortened)`" } ?? "column \(index + 1)"
            report.add(
                .columnUnmapped,
                "nothing is made of \(name), which holds something in \(count) row\(count == 1 ? "" : "s")",
                at: header.row.cells[index].place, hint: "name it in a map, be it under ignore:")
        }
        findings += report.inOrder
    }
}
