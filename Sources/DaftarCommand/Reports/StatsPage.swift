import Daftar
import DaftarStore

/// A ledger in numbers.
///
/// ```
/// daftar.example/central-asia, 115 entries
///
/// Entries    event          98
///            correction     12
/// Sources    312, 201 of them originals, of 88 publishers
/// ```
struct StatsPage {
    let statistics: LedgerStatistics
    let keys: [KeyRecord]
    let head: Checkpoint
    let session: Session

    /// Of a long list the most frequent.
    private static let most = 20

    func show() {
        session.out.paragraph("\(head.origin), \(Words.count(head.size, "entry", "entries"))".cleaned)
        session.out.line()
        table("Entries", sorted(statistics.entries))
        table("Kinds", statistics.kinds.groups.map { ($0.key, $0.count) })
        table("Places", statistics.places.groups.map { (place($0.key), $0.count) })
        let years = statistics.years.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let others = statistics.withoutYear > 0 ? [("several, or not known", statistics.withoutYear)] : []
        table("Years", years + others, most: .max)
        text("Actors", Words.grouped(statistics.actors))
        text(
            "Sources",
            "\(Words.grouped(statistics.sources)), \(Words.grouped(statistics.originals)) of them originals, of \(Words.count(statistics.publishers, "publisher"))"
        )
        table("Languages", sorted(statistics.languages))
        table("Signed by", keys.filter { $0.signed > 0 }.map { ($0.key.nameAndID, $0.signed) })
        if statistics.withdrawn > 0 { text("Withdrawn", Words.count(statistics.withdrawn, "part")) }
    }

    private func sorted(_ counts: LedgerStatistics.Counts) -> [(String, Int)] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }

    private func place(_ code: String) -> String { Place(code).map { "\(code) \($0.name)" } ?? code }

    private func table(_ label: String, _ rows: [(name: String, count: Int)], most: Int = StatsPage.most) {
        guard !rows.isEmpty else { return }
        var grid = Grid(label)
        let width = rows.prefix(most).map { Words.grouped($0.count).count }.max() ?? 0
        for row in rows.prefix(most) { grid.add(Words.grouped(row.count).paddedLeft(to: width), row.name) }
        if rows.count > most {
            grid.add("", "and \(Words.grouped(rows.count - most)) more: daftar stats --json has all")
        }
        grid.show(on: session.out)
    }

    private func text(_ label: String, _ text: String) {
        var grid = Grid(label)
        grid.add(text)
        grid.show(on: session.out)
    }

    var json: JSONValue {
        func counts(_ counts: LedgerStatistics.Counts) -> JSONValue { .object(JSONObject(counts)) }
        func tally(_ tally: EventTally) -> JSONValue {
            .array(tally.groups.map { ["name": .string($0.key), "events": .integer($0.count)] })
        }
        return [
            "ledger": .string(head.origin.text), "size": .integer(head.size), "root": .string(head.root.base64),
            "entries": counts(statistics.entries), "events": .integer(statistics.events),
            "kinds": tally(statistics.kinds), "places": tally(statistics.places), "years": counts(statistics.years),
            "without-year": .integer(statistics.withoutYear), "actors": .integer(statistics.actors),
            "sources": .integer(statistics.sources), "originals": .integer(statistics.originals),
            "publishers": .integer(statistics.publishers), "languages": counts(statistics.languages),
            "signed-by": .array(
                keys.map { ["vkey": .string($0.key.text), "entries": .integer($0.signed)] }),
            "withdrawn": .integer(statistics.withdrawn),
        ]
    }
}
