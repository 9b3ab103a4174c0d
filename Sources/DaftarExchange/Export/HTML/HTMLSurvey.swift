import Daftar

/// What the page must know of all its events before it shows the first.
struct HTMLSurvey {
    let count: Int
    let drawing: TimelineDrawing?
    /// Each year with how many events, in their order; nil for those without.
    private(set) var years: [(year: Int?, count: Int)] = []
    /// The entries of the page's events, by their statements.
    private var entries: [Hash: Int] = [:]
    /// What other events of the page say that they have to do with a statement.
    private var inverse: [Hash: [Related]] = [:]

    /// `answered by`, and which entry does.
    struct Related {
        let relation: String
        let entry: Int
    }

    init(_ events: [RecordedEvent]) {
        count = events.count
        drawing = TimelineDrawing(events, width: 560)
        for event in events {
            entries[event.statement] = event.index
            let year = event.timelineYear
            if let last = years.last, last.year == year {
                years[years.count - 1].count += 1
            } else {
                years.append((year, 1))
            }
            for relation in event.content.relations {
                guard let to = relation.to else { continue }
                let related = Related(relation: Relation.inverse(of: relation.relation), entry: event.index)
                inverse[to, default: []].append(related)
            }
        }
    }

    /// The entry of an event of this page.
    func entry(of statement: Hash) -> Int? { entries[statement] }

    func related(to statement: Hash) -> [Related] { (inverse[statement] ?? []).sorted { $0.entry < $1.entry } }

    static func name(ofYear year: Int?) -> (id: String, words: String) {
        year.map { (String($0), String($0)) } ?? ("-undated", "Undated")
    }

    /// `from 2012 to 2026`; nothing where no event has a year.
    var period: String {
        let known = years.compactMap(\.year)
        guard let first = known.min(), let last = known.max() else { return "" }
        return first == last ? " of \(first)" : " from \(first) to \(last)"
    }
}
