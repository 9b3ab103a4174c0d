import Daftar
import DaftarStore

/// What changed between two states of a ledger.
///
/// ```
/// daftar.example/central-asia, from 98 to 115 entries: 12 events, 3 corrections, 2 remarks
///
/// New events
///  98  19 June 2023   Russia and Tajikistan sign information-security agreement
/// Changed
///   9  corrected by 104: Russia and Tajikistan sign …
///      date
///        - 2023-06-18
///        + 2023-06-19
/// Withdrawn
/// 107  2 parts of entry 58
/// Keys and ledger
/// 110  grant  daftar.example/central-asia/a2+07b1c5d2 may sign as an author
/// ```
struct DiffPage {
    let from: Moment
    let to: Moment
    let limit: Int?
    let open: OpenLedger
    let session: Session
    private var out: Output { session.out }

    func show() throws(Failure) {
        let changes = try changes()
        out.paragraph(
            "\(open.origin), from \(from.size) to \(Words.count(to.size, "entry", "entries")): \(summary(changes))"
                .cleaned)
        try section("New events", changes.added, limit) { entry throws(Failure) in
            guard let event = try event(entry, to) else { return [] }
            return numbered(entry, "\(event.content.date?.words ?? "undated"): \(EventTitle.text(event))")
        }
        try section("Changed", changed(changes), limit, lines)
        try section("Withdrawn", changes.withdrawn, nil) { numbered($0.entry, parts($0)) }
        try section("Released", changes.released, nil) { numbered($0.entry, parts($0)) }
        try section("Keys and ledger", changes.control, nil) { entry throws(Failure) in
            try control(entry).flatMap { numbered(entry, $0) }
        }
    }

    // MARK: What is in it

    private func changes() throws(Failure) -> LedgerChanges {
        try open.ask { ledger throws(StoreError) in try ledger.changes(from: from.size, to: to.size) }
    }

    private func changed(_ changes: LedgerChanges) throws(Failure) -> [EventChange] {
        var all: [EventChange] = []
        for entry in changes.touched {
            guard let before = try event(entry, from), let after = try event(entry, to) else { continue }
            let change = EventChange(before: before, after: after)
            if !change.isNone { all.append(change) }
        }
        return all
    }

    private func event(_ entry: Int, _ moment: Moment) throws(Failure) -> RecordedEvent? {
        try open.ask { ledger throws(StoreError) in try ledger.event(entry, at: moment.size) }
    }

    private func summary(_ changes: LedgerChanges) -> String {
        let types = changes.types.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
            Words.count($0.value, $0.key.cleaned)
        }
        return types.isEmpty ? "nothing" : Words.list(types)
    }

    // MARK: Lines

    private func section<T>(
        _ name: String, _ all: [T], _ limit: Int?, _ lines: (T) throws(Failure) -> [String]
    ) throws(Failure) {
        guard !all.isEmpty else { return }
        out.line()
        out.line(out.styled(name, .bold))
        let shown = limit.map { Array(all.prefix($0)) } ?? all
        for item in shown { for line in try lines(item) { out.line(line) } }
        if shown.count < all.count {
            out.line("     \(Words.grouped(shown.count)) of \(Words.grouped(all.count)); --limit 0 shows all")
        }
    }

    private func numbered(_ entry: Int, _ text: String) -> [String] {
        Wrap.hanging(String(entry).paddedLeft(to: 5) + "  ", text.cleaned, out.screen.columns).split(separator: "\n")
            .map(String.init)
    }

    private func lines(_ change: EventChange) -> [String] {
        let marks = change.marks.joined(separator: "; ")
        let title = change.after.content.title?.text() ?? "(title not shown)"
        let head = numbered(change.after.index, marks.isEmpty ? title : "\(marks): \(title)")
        let diff = DiffLines(out.screen.columns, names: open.entryName).lines(change.diff, indent: "       ")
        return head + diff
    }

    private func parts(_ parts: LedgerChanges.Parts) -> String {
        "\(Words.count(parts.count, "part")) of entry \(parts.of)"
    }

    private func control(_ entry: Int) throws(Failure) -> [String] {
        let bytes = try open.ask { ledger throws(StoreError) in try ledger.bytes(ofEntry: entry) }
        guard let statement = bytes.flatMap(Statement.inEntry)?.statement,
            let lines = ControlWords(statement, in: open.ledger)?.lines(statement)
        else { return ["(not understood)"] }
        return lines
    }

    // MARK: For machines

    func json() throws(Failure) -> JSONValue {
        let changes = try changes(), changed = try changed(changes)
        var members: JSONObject = [
            "ledger": .string(open.origin.text), "from": DiffPage.json(from.head), "to": DiffPage.json(to.head),
            "types": .object(JSONObject(changes.types)),
            "added": .array(changes.added.map { .integer($0) }), "changed": .array(changed.map(DiffPage.json)),
        ]
        for (name, parts) in [("withdrawn", changes.withdrawn), ("released", changes.released)] {
            members[name] = .array(
                parts.map { ["entry": .integer($0.entry), "of": .integer($0.of), "parts": .integer($0.count)] })
        }
        var control: [JSONValue] = []
        for entry in changes.control {
            control.append(["entry": .integer(entry), "says": .array(try self.control(entry).map { .string($0) })])
        }
        members["control"] = .array(control)
        return .object(members)
    }

    private static func json(_ head: Checkpoint) -> JSONValue {
        ["size": .integer(head.size), "root": .string(head.root.base64)]
    }

    private static func json(_ change: EventChange) -> JSONValue {
        [
            "entry": .integer(change.after.index), "marks": .array(change.marks.map { .string($0) }),
            "changes": .array(change.diff.changes.map(HistoryJSON.change)),
        ]
    }
}
