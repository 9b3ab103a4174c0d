/// What is recorded, as a plain table: one row an event, or one for each actor, source, quote … of it.
///
/// Exports as files and as a database are made of the same tables, so that they say the same under the same names. A row
/// names its event by `entry` and `leaf`: that is the way back to what was signed.
public struct PlainTable: Sendable {
    public let name: String
    /// What a row is of.
    public let meaning: String
    public let columns: [PlainColumn]
    /// The columns that name a row.
    public let key: [String]
    /// The list of the event that its rows are the elements of; nil for events themselves.
    public let list: String?
    let append: @Sendable (RecordedEvent, inout PlainRows) -> Void

    /// All of them; `events` is the one that the others belong to.
    public static let all = [
        events, actors, captures, dates, instruments, locations, places, quantities, quotes, relations, sources,
        targets,
    ]

    /// Appends the rows that an event has in this table.
    public func append(_ event: RecordedEvent, to rows: inout PlainRows) { append(event, &rows) }
}

// MARK: Tables of what an event has several of

extension PlainTable {
    /// A table of one of an event's lists. An element that is not shown has a row that says so: it is never silently lost.
    init<Part: EventPart & Sendable>(
        _ list: String, _ meaning: String, _ columns: [PlainColumn],
        cells: @escaping @Sendable (Part, inout PlainRows) -> Void
    ) {
        let width = columns.count
        self.init(
            name: list, meaning: meaning, columns: PlainTable.head + columns + PlainTable.tail,
            key: ["entry", "number"], list: list
        ) { event, rows in
            for (number, part) in event.content.parts(list).enumerated() {
                PlainTable.begin(event, number, &rows)
                switch part {
                case .shown(let value):
                    cells(Part(value), &rows)
                    rows.none()
                case .notShown(let reason):
                    rows.none(width)
                    rows.plain(reason.rawValue)
                }
                rows.plain(event.marks.words)
            }
        }
    }

    static let head = [
        PlainColumn("entry", "The event's entry in the ledger", .number, isRequired: true),
        PlainColumn("leaf", "The leaf hash of that entry", isRequired: true),
        PlainColumn("number", "Its place in the author's list, from 0", .number, isRequired: true),
    ]

    static let tail = [
        PlainColumn("not_shown", "Why there is nothing more in this row: withheld, withdrawn or missing"),
        PlainColumn("marks", "What stands against or for the event: retracted, doubted, corrected, disputed, endorsed"),
    ]

    static func begin(_ event: RecordedEvent, _ number: Int, _ rows: inout PlainRows) {
        rows.begin(number)
        rows.number(event.index)
        rows.hash(event.leaf)
        rows.number(number)
    }
}

extension RecordedEvent.Marks {
    /// `retracted by 9; disputed by 3, 4`; empty where nothing was said.
    public var words: String {
        if correctedBy == nil, retractedBy == nil, !isDoubted, disputedBy.isEmpty, endorsedBy.isEmpty { return "" }
        var words: [String] = []
        if let retractedBy { words.append("retracted by \(retractedBy)") }
        if isDoubted { words.append("doubted") }
        if let correctedBy { words.append("corrected by \(correctedBy)") }
        for (word, entries) in [("disputed", disputedBy), ("endorsed", endorsedBy)] where !entries.isEmpty {
            words.append("\(word) by \(entries.map(String.init).joined(separator: ", "))")
        }
        return words.joined(separator: "; ")
    }
}
