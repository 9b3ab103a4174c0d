import Daftar
import DaftarStore

/// The history of an event for machines.
enum HistoryJSON {
    static func history(_ history: EventHistory) -> JSONValue {
        let entries = ([history.event] + history.later).map { ($0.entry, entry($0, in: history)) }
        let parts = history.parts.map { ($0.entry, change($0)) }
        return [
            "entry": .integer(history.event.entry), "shown": .integer(history.shown.entry),
            "history": .array((entries + parts).sorted { $0.0 < $1.0 }.map(\.1)),
        ]
    }

    /// One entry, with its effect and what a correction changes.
    static func entry(_ entry: SignedContent, in history: EventHistory) -> JSONValue {
        var members = self.entry(entry).object ?? [:]
        members["state"] = .string(StateWords(history).word(of: entry))
        if entry.type == .correction {
            members["against"] = .integer(history.version(before: entry).entry)
            members["changes"] = .array(history.diff(of: entry).changes.map(change))
        }
        return .object(members)
    }

    static func entry(_ entry: SignedContent) -> JSONValue {
        var members: JSONObject = [
            "entry": .integer(entry.entry), "type": .string(entry.word),
            "recorded": .string(entry.recorded.description),
            "leaf": .string(entry.leaf.base64), "statement": .string(entry.statement.base64),
            "seen": .integer(entry.seen.size), "signed-by": .array(entry.by.map { .string($0) }),
            "content": content(entry.content),
        ]
        members["of"] = entry.about.map { .integer($0) }
        members["to"] = entry.other.map { .integer($0) }
        let counts = entry.content.notShownCount
        if counts > 0 { members["not-shown"] = .integer(counts) }
        return .object(members)
    }

    // MARK: Parts

    private static func content(_ content: EventContent) -> JSONValue {
        var members = content.fields
        for list in content.lists { members[list.name] = .array(list.parts.compactMap(\.value)) }
        return .object(members)
    }

    private static func change(_ change: EventHistory.PartsChange) -> JSONValue {
        [
            "entry": .integer(change.entry), "type": .string(change.what.rawValue), "of": .integer(change.of),
            "recorded": .string(change.recorded.description), "parts": .integer(change.count),
            "doubted": .bool(change.isDoubted),
        ]
    }

    static func change(_ change: EventDiff.Change) -> JSONValue {
        var members: JSONObject = ["place": .array(change.place.map { .string($0) })]
        switch change.what {
        case .added(let value): members["added"] = value
        case .removed(let value): members["removed"] = value
        case .changed(let old, let new): (members["from"], members["to"]) = (old, new)
        case .reordered: members["reordered"] = .bool(true)
        case .notShown(let old, let new):
            members["not-shown"] = ["from": counted(old), "to": counted(new)]
        }
        return .object(members)
    }

    private static func counted(_ counts: [EventContent.NotShown: Int]) -> JSONValue {
        .object(JSONObject(counts.map { ($0.key.rawValue, .integer($0.value)) }))
    }
}
