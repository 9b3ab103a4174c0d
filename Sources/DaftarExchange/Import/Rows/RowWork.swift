import Daftar

/// What is done with one row, on whatever core is free.
struct RowWork {
    private let reader: RowReader
    private let delimiter: UInt8

    init(_ reader: RowReader, _ delimiter: UInt8) { (self.reader, self.delimiter) = (reader, delimiter) }

    enum Outcome<Result: Sendable>: Sendable {
        case empty, skipped
        case row(TableImport.Row<Result>)
    }

    func run<Result: Sendable>(
        _ record: CSVRecord, _ body: @Sendable (EventDraft, Int) -> Result
    ) -> (outcome: Outcome<Result>, leftOut: [Int]) {
        if let found = refused(record) {
            let reading = EventReader.Reading(
                draft: nil, diagnostics: found.inOrder, errorCount: found.errorCount, warningCount: 0)
            return (.row(row(reading, record, nil)), [])
        }
        let row = TableRow(record, delimiter: delimiter)
        if row.isEmpty { return (.empty, []) }
        if reader.isSkipped(row) { return (.skipped, []) }
        let leftOut = reader.columns.unmapped.filter { $0 < row.cells.count && !row.isEmpty(row.cells[$0]) }
        let reading = reader.read(row)
        return (.row(self.row(reading, record, reading.draft.map { body($0, record.line) })), leftOut)
    }

    private func row<Result: Sendable>(
        _ reading: EventReader.Reading, _ record: CSVRecord, _ result: Result?
    ) -> TableImport.Row<Result> {
        let names = reader.columns.header.names
        return TableImport.Row(
            reading: reading, result: result, line: record.line, number: record.number,
            columns: reading.diagnostics.map { $0.cell.flatMap { $0 < names.count ? names[$0] : nil } })
    }

    // MARK: Rows that can't be read

    /// What is wrong with the quotes, the length or the encoding of a row; nil where nothing is.
    private func refused(_ record: CSVRecord) -> Findings? {
        var findings = Findings(
            SourceFile(path: reader.path, bytes: record.bytes, firstLine: record.line, isJSON: true))
        if let fault = record.fault {
            let (message, hint) = RowWork.words(fault.reason)
            findings.add(.csvQuote, message, at: place(of: fault.offset, in: record), exact: true, hint: hint)
        } else if let offset = RowWork.notUTF8(record.bytes.span) {
            findings.add(
                .fileEncoding, "byte 0x\(TextGuard.hex(UInt32(record.bytes[offset]))) is not UTF-8 here",
                at: place(of: offset, in: record), exact: true,
                hint: "save it as UTF-8: in Excel \"CSV UTF-8\", in LibreOffice the character set \"Unicode (UTF-8)\"")
        }
        return findings.isSound ? nil : findings
    }

    private static func words(_ reason: CSVFault.Reason) -> (String, String?) {
        switch reason {
        case .unclosed: ("this quote is never closed", "close it; a quote within quotes is written twice: \"\"")
        case .closesInside(let line):
            (
                "this quote closes only in line \(line), in the middle of a cell",
                "close it where its cell ends; a quote within quotes is written twice: \"\""
            )
        case .textBehind:
            ("something follows the closing quote", "a quote within quotes is written twice: \"\"")
        case .tooLong: ("a row of more than 4 MiB", "is this a table, and does a line end where a row does?")
        }
    }

    private static func notUTF8(_ bytes: Span<UInt8>) -> Int? {
        var i = 0
        while i < bytes.count {
            if bytes[i] < 0x80 { i += 1; continue }
            guard let (_, length) = UTF8Scalar.decode(bytes, at: i, end: bytes.count) else { return i }
            i += length
        }
        return nil
    }

    private func place(of offset: Int, in record: CSVRecord) -> SourcePlace {
        var line = record.line, column = 1
        for byte in record.bytes.prefix(offset) {
            if byte == UInt8(ascii: "\n") { (line, column) = (line + 1, 1) } else if byte & 0xC0 != 0x80 { column += 1 }
        }
        return SourcePlace(line: line, column: column)
    }
}
