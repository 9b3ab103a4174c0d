import Daftar
import DaftarStore

/// Counts of events in groups.
///
/// ```
/// month     events  perhaps
/// 2023-06        3
/// 2023-12       12       +4
/// 12 events that may have happened in a month: each counts in every month that it may be of
/// ```
struct TallyTable {
    let tally: EventTally
    let groups: EventGroups
    let window: EventWindow
    let session: Session
    private var out: Output { session.out }

    private var shown: [EventTally.Group] {
        let all = window.isReversed ? tally.groups.reversed() : tally.groups
        return Array(all.prefix(window.limit ?? all.count))
    }

    func show() {
        if !shown.isEmpty { table() }
        foot()
    }

    private func table() {
        let room = out.screen.columns - 10 - (groups == .month ? 10 : 0)
        let names = shown.map { name($0).cleaned.truncated(to: max(8, room)) }
        let width = max(groups.rawValue.count, names.map(\.width).max() ?? 0)
        let perhaps = shown.contains { $0.perhaps > 0 }
        let head = groups.rawValue.padded(to: width) + "events".paddedLeft(to: 9)
        out.line(out.styled(head + (perhaps ? "perhaps".paddedLeft(to: 10) : ""), .dim))
        for (group, name) in zip(shown, names) {
            let count = Words.grouped(group.count).paddedLeft(to: 9)
            let more = group.perhaps == 0 ? "" : "+\(Words.grouped(group.perhaps))".paddedLeft(to: 10)
            out.line(name.padded(to: width) + count + more)
        }
    }

    /// An actor by its name, with the id that it is counted by; a place with its name.
    private func name(_ group: EventTally.Group) -> String {
        switch groups {
        case .actor: group.name.map { $0 == group.key ? $0 : "\($0) (\(group.key))" } ?? group.key
        case .place: Place(group.key).map { "\(group.key) \($0.name)" } ?? group.key
        case .kind, .month: group.key
        }
    }

    private func foot() {
        let rows =
            shown.count < tally.groups.count
            ? "\(Words.grouped(shown.count)) of \(Words.grouped(tally.groups.count)) rows; --limit 0 shows all; " : ""
        session.say("\(rows)\(Words.count(tally.events, "event"))")
        if tally.groups.contains(where: { $0.perhaps > 0 }) {
            session.say("perhaps: the date may be of several months, and counts in each: these don't add up")
        }
        guard tally.ungrouped > 0 else { return }
        let reason =
            groups == .month
            ? "no first or no last day, or may be anywhere in ten years" : "no \(groups.rawValue) shown"
        session.say("\(Words.grouped(tally.ungrouped)) in no row: \(reason)")
    }

    func json(_ asked: String, _ head: Checkpoint) -> JSONValue {
        let rows = shown.map { group in
            var members: JSONObject = [groups.rawValue: .string(group.key), "events": .integer(group.count)]
            members["name"] = group.name.map { .string($0) }
            if groups == .month { members["perhaps"] = .integer(group.perhaps) }
            return JSONValue.object(members)
        }
        return [
            "by": .string(groups.rawValue), "counts": .array(rows), "events": .integer(tally.events),
            "ungrouped": .integer(tally.ungrouped), "rows": .integer(tally.groups.count),
            "filter": .string(asked.isEmpty ? "all" : asked), "ledger": .string(head.origin.text),
            "size": .integer(head.size), "root": .string(head.root.base64),
        ]
    }
}
