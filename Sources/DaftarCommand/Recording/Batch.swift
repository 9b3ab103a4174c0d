import Daftar
import DaftarExchange
import DaftarStore

/// What is to be appended, in the order in which it was given.
///
/// An event is kept as the bytes it was written in and read again when it is signed: a batch may have a million.
struct Batch: Sendable {
    struct Item: Sendable {
        enum Body: Sendable {
            case event(WrittenEvent)
            case statement(StatementFile, Statement)
            /// Made by a verb, and signed when it is appended.
            case proposal(Proposal)
        }

        /// How the person knows it: `huawei.yaml`, `all.jsonl:12`.
        let name: String
        let body: Body
        let slug: String?
        let relations: [RelationDraft]

        var event: WrittenEvent? { if case .event(let event) = body { event } else { nil } }
        var proposal: Proposal? { if case .proposal(let proposal) = body { proposal } else { nil } }
        var statement: Statement? { if case .statement(_, let statement) = body { statement } else { nil } }
    }

    private(set) var items: [Item] = []
    /// Errors and warnings, by file and line.
    private(set) var report = LintReport()
    private(set) var sharedDiagnostics: [Diagnostic] = []

    var events: [WrittenEvent] { items.compactMap(\.event) }
    var eventCount: Int { items.count { $0.event != nil } }
    /// True where something in it is signed by the person who appends it.
    var signsHere: Bool { items.contains { $0.statement == nil } }
    var isGood: Bool { report.isGood && !sharedDiagnostics.contains { $0.severity == .error } }

    /// Reads all files; what is wrong with any of them is in the report.
    static func read(_ files: [InputFile]) throws(Failure) -> Batch {
        var batch = Batch(), readers = EventFiles(), statements = try StatementCopies(files)
        for file in files {
            switch file.kind {
            case .statement: if let copies = statements.take(file) { batch.items.append(try statement(file, copies)) }
            case .event, .jsonLines: batch.add(file, try file.read(), try readers.reader(for: file))
            }
        }
        batch.sharedDiagnostics = readers.diagnostics
        return batch
    }

    init() {}

    /// Statements that a verb made, in the order in which they take effect.
    init(_ proposals: [Proposal]) {
        items = proposals.map { Item(name: $0.name, body: .proposal($0), slug: nil, relations: []) }
    }

    // MARK: Reading

    /// Lines are read on all cores; each goes as soon as it is known what it refers to.
    private mutating func add(_ file: InputFile, _ bytes: [UInt8], _ reader: EventReader) {
        let isJSON = file.kind == .jsonLines
        let lines = isJSON ? EventReader.lines(of: bytes.span) : [(number: 1, range: bytes.indices)]
        let pieces = stride(from: 0, to: lines.count, by: 64).map { $0..<min($0 + 64, lines.count) }
        let read = Lanes.map(pieces.count) { piece in
            pieces[piece].map { line -> (Item?, EventReader.Reading?) in
                let event = WrittenEvent(
                    reader: reader, bytes: bytes, range: lines[line].range, path: file.name, line: lines[line].number,
                    isJSON: isJSON)
                let reading = event.reading
                let item = reading.draft.map { Item($0, event, isJSON ? "\(file.name):\(event.line)" : file.name) }
                // Of an event of which there is nothing to say, nothing is kept but its place.
                return (item, reading.diagnostics.isEmpty && isJSON ? nil : reading)
            }
        }
        for (item, reading) in read.joined() {
            if let item { items.append(item) }
            if let reading { report.add(reading, path: file.name) }
        }
    }

    private static func statement(_ file: InputFile, _ parsed: StatementFile) throws(Failure) -> Item {
        let statement = try Failure.signing { () throws(SigningError) in try parsed.statement.finish() }
        let content = EventContent(statement, disclosures: parsed.disclosures)
        return Item(
            name: file.name, body: .statement(parsed, statement), slug: statement.type == .event ? content.slug : nil,
            relations: [])
    }
}

extension Batch.Item {
    fileprivate init(_ draft: EventDraft, _ event: WrittenEvent, _ name: String) {
        self.init(name: name, body: .event(event), slug: draft.slug, relations: draft.relations)
    }
}

/// An event as somebody wrote it.
struct WrittenEvent: Sendable {
    let reader: EventReader
    /// The whole file: shared by all events in it.
    let bytes: [UInt8]
    let range: Range<Int>
    let path: String
    let line: Int
    let isJSON: Bool

    var reading: EventReader.Reading {
        isJSON ? reader.readJSON(Array(bytes[range]), path: path, line: line) : reader.read(bytes, path: path)
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
