import Daftar
import DaftarStore

/// What is otherwise about one event in a later state of the ledger.
struct EventChange {
    let before: RecordedEvent
    let after: RecordedEvent
    let diff: EventDiff

    init(before: RecordedEvent, after: RecordedEvent) {
        (self.before, self.after) = (before, after)
        diff = EventDiff(from: before.content, to: after.content)
    }

    var isNone: Bool { diff.isEmpty && marks.isEmpty }

    /// What was said of it, or no more: `corrected by 15`, `no longer disputed by 5`.
    var marks: [String] {
        let (old, new) = (before.marks, after.marks)
        var words: [String] = []
        func compare(_ word: String, _ before: [Int], _ after: [Int]) {
            let (gone, come) = (before.filter { !after.contains($0) }, after.filter { !before.contains($0) })
            if !come.isEmpty { words.append("\(word) by \(Words.numbers(come))") }
            if !gone.isEmpty { words.append("no longer \(word) by \(Words.numbers(gone))") }
        }
        compare("corrected", old.correctedBy.map { [$0] } ?? [], new.correctedBy.map { [$0] } ?? [])
        compare("retracted", old.retractedBy.map { [$0] } ?? [], new.retractedBy.map { [$0] } ?? [])
        compare("disputed", old.disputedBy, new.disputedBy)
        compare("endorsed", old.endorsedBy, new.endorsedBy)
        compare("related", old.relatedBy, new.relatedBy)
        if new.isDoubted, !old.isDoubted { words.append("doubted: a key that signed it was stolen") }
        return words
    }
}
