import Daftar
import DaftarExchange
import DaftarStore

/// What is to be appended, in the order in which it was given.
///
/// Of an event only what will be signed is kept, in about as many bytes as it was written in: a batch may have a million.
struct Batch: Sendable {
    struct Item: Sendable {
        enum Body: Sendable {
            case event(WrittenEvent)
            case statement(StatementFile, Statement)
            /// Made by a verb, and signed when it is appended.
            case proposal(Proposal)
        }

        let path: String
        /// Nil where it is all of its file.
        let line: Int?
        let body: Body
        let slug: String?
        let relations: [RelationDraft]
        /// The statement that it was in the ledger from which it was exported.
        var formerly: String?
        /// Something of it is not published, and is kept in the vault of whoever signs it here.
        var withholds: Bool { event?.withholds ?? !(proposal?.withheld ?? []).isEmpty }

        /// How the person knows it: `huawei.yaml`, `all.jsonl:12`, `this grant`.
        var name: String { line.map { "\(path):\($0)" } ?? path }
        var event: WrittenEvent? { if case .event(let event) = body { event } else { nil } }
        var proposal: Proposal? { if case .proposal(let proposal) = body { proposal } else { nil } }
        var statement: Statement? { if case .statement(_, let statement) = body { statement } else { nil } }
    }

    private(set) var items: [Item] = []
    /// Errors and warnings, by file and line.
    private(set) var report = LintReport(keeping: Batch.shown)
    private(set) var sharedDiagnostics: [Diagnostic] = []

    /// So many diagnostics anybody reads before `daftar lint`, which shows all.
    static let shown = 200

    var eventCount: Int { items.count { $0.event != nil } }
    var withholds: Bool { items.contains(where: \.withholds) }
    /// True where something in it is signed by the person who appends it.
    var signsHere: Bool { items.contains { $0.statement == nil } }
    var isGood: Bool { report.isGood && !sharedDiagnostics.contains { $0.severity == .error } }

    /// Reads all files; what is wrong with any of them is in the report.
    ///
    /// - Parameter paths: parts of each event that are withheld besides those that its file names.
    static func read(_ files: [InputFile], withholding paths: [String] = []) throws(Failure) -> Batch {
        var batch = Batch(withholding: paths), readers = EventFiles(), statements = try StatementCopies(files)
        for file in files {
            switch file.kind {
            case .statement: if let copies = statements.take(file) { batch.items.append(try statement(file, copies)) }
            case .event: batch.add(file, whole: try file.read(), try readers.reader(for: file))
            case .jsonLines: batch.add(file, linesOf: try file.read(), try readers.reader(for: file))
            }
        }
        batch.sharedDiagnostics = readers.diagnostics
        return batch
    }

    /// Parts of each event that are withheld, said on the command line.
    private let paths: [String]

    private init(withholding paths: [String]) { self.paths = paths }

    /// Statements that a verb made, in the order in which they take effect.
    init(_ proposals: [Proposal]) {
        paths = []
        items = proposals.map { Item(path: $0.name, line: nil, body: .proposal($0), slug: nil, relations: []) }
    }

    /// Events that were read and judged already.
    init(imported items: [Item]) { (paths, self.items) = ([], items) }

    // MARK: Reading

    private mutating func add(_ file: InputFile, whole bytes: [UInt8], _ reader: EventReader) {
        let reading = reader.read(bytes, path: file.name)
        report.add(reading, path: file.name)
        guard let draft = reading.draft else { return }
        items.append(
            Item(draft, WrittenEvent(reader, bytes, draft, path: file.name, line: nil, withholding: paths)))
    }

    /// Lines are read on all cores, so many at a time that little waits to be put in order; once enough is wrong, the
    /// rest is only counted.
    private mutating func add(_ file: InputFile, linesOf bytes: [UInt8], _ reader: EventReader) {
        let lines = EventReader.lines(of: bytes.span)
        for start in stride(from: 0, to: lines.count, by: Self.round) {
            let end = min(start + Self.round, lines.count), kept = report.room, paths = paths
            let read = Lanes.map((end - start + Self.piece - 1) / Self.piece) { number in
                let first = start + number * Self.piece
                return lines[first..<min(first + Self.piece, end)].map { line -> (Item?, EventReader.Reading) in
                    let text = Array(bytes[line.range])
                    let reading = reader.readJSON(text, path: file.name, line: line.number, keeping: kept)
                    let item = reading.draft.map {
                        Item(
                            $0,
                            WrittenEvent(reader, text, $0, path: file.name, line: line.number, withholding: paths))
                    }
                    return (item, reading)
                }
            }
            for (item, reading) in read.joined() {
                if let item { items.append(item) }
                report.add(reading, path: file.name)
            }
        }
    }

    /// Lines that are read before what came of them is looked at, and how many of them by one core at a time.
    private static let round = 4096, piece = 64

    private static func statement(_ file: InputFile, _ parsed: StatementFile) throws(Failure) -> Item {
        let statement = try Failure.signing { () throws(SigningError) in try parsed.statement.finish() }
        let content = EventContent(statement, disclosures: parsed.disclosures)
        return Item(
            path: file.name, line: nil, body: .statement(parsed, statement),
            slug: statement.type == .event ? content.slug : nil,
            relations: [])
    }
}

extension Batch.Item {
    init(_ draft: EventDraft, _ event: WrittenEvent) {
        self.init(
            path: event.path, line: event.line, body: .event(event), slug: draft.slug, relations: draft.relations,
            formerly: draft.formerly?.base64)
    }
}

extension StatementFile {
    static func read(_ file: InputFile) throws(Failure) -> StatementFile {
        do { return try StatementFile(parsing: try file.read()) } catch let error as ParseError {
            throw Failure(
                "\(file.name): is no statement as daftar sign makes it\(error.words)",
                hint: "take the file as it was made, unchanged")
        } catch let error as Failure { throw error } catch { throw Failure("\(file.name): \(error)") }
    }
}

extension StatementFile.ParseError {
    fileprivate var words: String {
        switch self {
        case .tooLong: ": it is too large"
        case .statement(let error): ": " + Failure(error).message
        case .content: ": what follows the statement is not its content"
        }
    }
}
