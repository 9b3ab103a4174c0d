public import Daftar

/// What stands with each exported event, so that a copied row stays citable: which ledger, in which state, under which
/// licence. Nothing of it depends on when or where the export was made.
public struct ExportContext: Sendable {
    public let origin: Origin
    public let size: Int
    public let root: Hash
    /// The day of the ledger's last entry: the only day that an export may give as its own.
    public let day: RecordedDay?
    /// The day of its first entry, from which on names of things in it can be given.
    public let founded: RecordedDay?
    public let licence: String
    public let title: String
    /// Which events were asked for, as the options of `export` say it; `all` where none were given.
    public let filter: String
    /// What is exported holds parts that are not public: each row says which.
    public let isPrivate: Bool
    let originText: String
    let sizeText: String
    let rootText: String

    /// What every export says of itself, so that nobody takes a hash for a judgement.
    public static let caveat = "A hash proves that bytes did not change, not that they are true."

    public init(
        checkpoint: Checkpoint, day: RecordedDay? = nil, founded: RecordedDay? = nil, licence: String, title: String,
        filter: String = "", isPrivate: Bool = false
    ) {
        (self.filter, self.isPrivate) = (filter.isEmpty ? "all" : filter, isPrivate)
        (origin, size, root) = (checkpoint.origin, checkpoint.size, checkpoint.root)
        (self.day, self.founded, self.licence, self.title) = (day, founded, licence, title)
        (originText, sizeText, rootText) = (origin.text, String(size), root.base64)
    }
}

/// A way to write events down. What it writes follows from the events and the context alone, byte for byte.
public protocol EventExporter: Sendable {
    init(_ context: ExportContext)

    /// What comes before the first event.
    var head: [UInt8] { get }
    /// What comes after the last one.
    var tail: [UInt8] { get }
    /// Appends events that follow each other. It can be called on any core: the event before them is all that they may
    /// depend on.
    func append(_ events: ArraySlice<RecordedEvent>, after previous: RecordedEvent?, to bytes: inout [UInt8])
    /// Events that follow each other, piece by piece in their order.
    func encode(_ events: [RecordedEvent], after previous: RecordedEvent?) -> [UInt8]
}

extension EventExporter {
    /// Events that follow each other, made on all cores.
    public func encode(_ events: [RecordedEvent], after previous: RecordedEvent?) -> [UInt8] {
        let pieces = stride(from: 0, to: events.count, by: 64).map { $0..<min($0 + 64, events.count) }
        let made = Lanes.map(pieces.count) { piece in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(1 << 17)
            let range = pieces[piece]
            append(events[range], after: range.lowerBound > 0 ? events[range.lowerBound - 1] : previous, to: &bytes)
            return bytes
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(made.reduce(0) { $0 + $1.count })
        for piece in made { bytes.append(contentsOf: piece) }
        return bytes
    }
}

/// The formats that there are.
public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
    case csv, jsonl, markdown
    case atom, jsonld, ftm, csl, bibtex

    public func exporter(_ context: ExportContext) -> any EventExporter {
        switch self {
        case .csv: CSVExporter(context)
        case .jsonl: JSONLinesExporter(context)
        case .markdown: MarkdownExporter(context)
        case .atom: AtomExporter(context)
        case .jsonld: JSONLDExporter(context)
        case .ftm: FollowTheMoneyExporter(context)
        case .csl: CSLExporter(context)
        case .bibtex: BibTeXExporter(context)
        }
    }
}
