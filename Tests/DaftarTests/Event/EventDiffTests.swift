import Daftar
import Testing

@Suite struct EventDiffTests {
    /// All contents of at most two fields and a list of at most three elements, of few values: each is compared with each.
    static let small: [EventContent] = {
        let titles: [JSONValue?] = [nil, ["en": "a"], ["en": "a", "ru": "b"], ["ru": "b"]]
        let places: [JSONValue?] = [nil, ["TJ"], ["TJ", "RU"]]
        let elements: [EventContent.Part] = [
            .shown(["id": "x", "n": "1"]), .shown(["id": "x", "n": "2"]), .shown(["id": "y"]), .shown(["note": "z"]),
            .notShown(.withdrawn), .notShown(.withheld),
        ]
        var lists: [[EventContent.Part]] = [[]]
        for first in elements {
            lists.append([first])
            for second in elements {
                lists.append([first, second])
                lists.append([first, second, elements[0]])
            }
        }
        return titles.flatMap { title in
            places.flatMap { place in
                lists.map { list in
                    var content = EventContent()
                    content.fields["title"] = title
                    content.fields["places"] = place
                    content[list: "actors"] = list
                    return content
                }
            }
        }
    }()

    @Test func isEmptyWhereBothSayTheSameAndReadsBackwards() {
        var wrong: [String] = []
        for old in Self.small where old.fields.count != 1 {
            for new in Self.small where new.fields["places"] == nil {
                let there = EventDiff(from: old, to: new), back = EventDiff(from: new, to: old)
                if there.isEmpty != (old == new) || Set(there.changes) != Set(back.changes.map(Self.reversed)) {
                    wrong.append("\(old) \(new)")
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.first ?? "")")
    }

    static func reversed(_ change: EventDiff.Change) -> EventDiff.Change {
        let what: EventDiff.What =
            switch change.what {
            case .added(let value): .removed(value)
            case .removed(let value): .added(value)
            case .changed(let old, let new): .changed(from: new, to: old)
            case .reordered: .reordered
            case .notShown(let old, let new): .notShown(from: new, to: old)
            }
        return EventDiff.Change(place: change.place, what: what)
    }

    @Test func namesWhatChangedAndWhere() {
        let old = EventContent(
            fields: ["title": ["en": "Blocked", "tg": "б"], "date": "2023-12", "stage": "announced"],
            lists: [
                "actors": [["id": "a", "role": ["signatory"]], ["id": "b"], ["id": "c"]],
                "dates": [["edtf": "2023-12", "basis": "reported"]],
            ])
        let new = EventContent(
            fields: ["title": ["en": "Throttled", "tg": "б"], "date": "2023-12", "reason": ["en": "why"]],
            lists: [
                "actors": [["id": "b"], ["id": "a", "role": ["witness"]], ["id": "d"]],
                "dates": [["edtf": "2023-12", "basis": "stated"]],
            ])
        let expected: [EventDiff.Change] = [
            .init(place: ["stage"], what: .removed("announced")),
            .init(place: ["title", "en"], what: .changed(from: "Blocked", to: "Throttled")),
            .init(place: ["actors", "a", "role"], what: .changed(from: ["signatory"], to: ["witness"])),
            .init(place: ["actors", "c"], what: .removed(["id": "c"])),
            .init(place: ["actors", "d"], what: .added(["id": "d"])),
            .init(place: ["actors"], what: .reordered),
            .init(place: ["dates", "2023-12", "basis"], what: .changed(from: "reported", to: "stated")),
        ]
        #expect(EventDiff(from: old, to: new).changes == expected)
    }

    @Test func whatIsNotShownIsNothingNew() {
        var old = EventContent(fields: ["kind": "law/adopt"]), new = old
        old[list: "actors"] = [.notShown(.withdrawn), .shown(["id": "a"])]
        old.fieldsNotShown = [.withdrawn: 1]
        new[list: "actors"] = [.shown(["id": "a"])]
        let diff = EventDiff(from: old, to: new)
        #expect(diff.isOnlyNotShown && diff.changes.map(\.place) == [[], ["actors"]])
    }
}
