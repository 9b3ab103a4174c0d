import Daftar
import DaftarExchange
import DaftarStore

/// Reads all that is to be imported: the events, ready to be signed, and everything that is wrong with them.
struct ImportReading {
    private let session: Session
    private let map: ColumnMap?
    private let settings: [(field: String, value: String)]
    /// Parts of each event that are withheld, said on the command line.
    private let paths: [String]
    private var readers = EventFiles()

    private(set) var items: [Batch.Item] = []
    /// What others may call events by that are not among the items, because something is wrong with them.
    private(set) var lost: Set<String> = []
    var report = ImportReport()
    /// The maps that were used, each once.
    private(set) var maps: [ColumnMap] = []
    /// Rows that a map passes over.
    private(set) var skipped = 0

    /// Lines that are read before what came of them is looked at, and how many of them by one core at a time.
    private static let piece = 64

    init(
        map: ColumnMap?, set settings: [(field: String, value: String)], withholding paths: [String],
        in session: Session
    ) {
        (self.map, self.settings, self.paths, self.session) = (map, settings, paths, session)
    }

    mutating func read(_ inputs: [ImportInput]) throws(Failure) {
        let progress = Progress("Reading", on: session.err)
        defer { progress.finish() }
        for (number, input) in inputs.enumerated() {
            switch input.form {
            case .csv: try readTable(input, progress)
            case .jsonl: try readLines(input, progress)
            case .yaml, .auto:
                try readEvent(input)
                progress.show(number + 1, of: inputs.count)
            }
        }
        let shared = readers.diagnostics
        for diagnostic in shared { report.add(diagnostic) }
    }

    // MARK: Forms

    private mutating func readTable(_ input: ImportInput, _ progress: Progress) throws(Failure) {
        let name = input.file.name, paths = paths
        var table = TableImport(path: name, map: map, set: settings)
        try eachPiece(of: input, progress) { reading, bytes, isLast in
            let rows = table.read(bytes, isLast: isLast) { draft, line in
                ImportReading.item(draft, EventReader(), draft.isReady(paths) ? [] : draft.json, name, line, paths)
            }
            for row in rows {
                reading.report.add(row, path: name)
                reading.take(row.result, row.reading)
            }
        }
        report.add(table.findings, path: name)
        skipped += table.skipped
        if let used = table.map, !maps.contains(where: { $0.name == used.name }) { maps.append(used) }
    }

    private mutating func readLines(_ input: ImportInput, _ progress: Progress) throws(Failure) {
        let name = input.file.name, paths = paths, reader = try readers.reader(for: input.file)
        var splitter = LineSplitter()
        try eachPiece(of: input, progress) { reading, bytes, isLast in
            let lines = splitter.add(bytes, isLast: isLast)
            let count = (lines.count + Self.piece - 1) / Self.piece
            let read = Lanes.map(count) { number in
                lines[number * Self.piece..<min((number + 1) * Self.piece, lines.count)].map { line in
                    let read = reader.readJSON(line.bytes, path: name, line: line.number)
                    return (
                        read.draft.map { ImportReading.item($0, reader, line.bytes, name, line.number, paths) }, read
                    )
                }
            }
            for (item, read) in read.joined() {
                reading.report.add(read, path: name)
                reading.take(item, read)
            }
        }
    }

    private mutating func readEvent(_ input: ImportInput) throws(Failure) {
        let reader = try readers.reader(for: input.file), name = input.file.name, bytes = try input.file.read()
        let read = reader.read(bytes, path: name)
        report.add(read, path: name)
        let item = read.draft.map {
            Batch.Item($0, WrittenEvent(reader, bytes, $0, path: name, line: nil, withholding: paths))
        }
        take(item, read)
    }

    private mutating func take(_ item: Batch.Item?, _ reading: EventReader.Reading) {
        if let item { items.append(item) } else { lost.formUnion(reading.names) }
    }

    // MARK: Steps

    private static func item(
        _ draft: EventDraft, _ reader: EventReader, _ text: [UInt8], _ name: String, _ line: Int, _ paths: [String]
    ) -> Batch.Item {
        Batch.Item(draft, WrittenEvent(reader, text, draft, path: name, line: line, withholding: paths))
    }

    private mutating func eachPiece(
        of input: ImportInput, _ progress: Progress, _ body: (inout ImportReading, [UInt8], Bool) -> Void
    ) throws(Failure) {
        do throws(SystemError) {
            var pieces = try FilePieces(input.file.path, limit: InputFile.limit), isLast = false
            while !isLast {
                let piece = try pieces.next()
                isLast = piece.isLast
                body(&self, piece.bytes, isLast)
                progress.show(pieces.position, of: pieces.size)
            }
        } catch { throw Failure(error) }
    }
}

extension EventDraft {
    /// True where it can be made ready for its signature at once.
    fileprivate func isReady(_ paths: [String]) -> Bool { relations.isEmpty && !withholds && paths.isEmpty }
}
