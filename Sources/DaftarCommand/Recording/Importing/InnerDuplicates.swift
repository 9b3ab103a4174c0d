import Daftar

/// Events of one batch that may be the same one twice: same kind, overlapping date, a shared place and a shared address. It is
/// what the ledger is asked too.
struct InnerDuplicates {
    private struct Event {
        let min: String
        let max: String
        let places: Set<String>
    }

    /// Of an address that more events than this share, nothing is made.
    private static let shared = 64

    /// For each of `contents` an earlier one that it looks like.
    static func find(_ contents: [EventContent]) -> [Int?] {
        var events: [Event] = [], known: [String: [Int]] = [:]
        return contents.enumerated().map { number, content in
            let bounds = content.date?.edtf?.bounds
            events.append(
                Event(
                    min: bounds?.min?.text ?? "", max: bounds?.max?.text ?? "9999-12-31",
                    places: Set(content.places)))
            var like: Int?
            for address in Set(content.sources.compactMap(\.url)).sorted() {
                let key = (content.kind?.text ?? "") + " " + address, others = known[key] ?? []
                if others.count <= shared { like = like ?? others.first { isLike(events[$0], events[number]) } }
                known[key] = others + [number]
            }
            return like
        }
    }

    private static func isLike(_ x: Event, _ y: Event) -> Bool {
        x.min <= y.max && y.min <= x.max && !x.places.isDisjoint(with: y.places)
    }
}
