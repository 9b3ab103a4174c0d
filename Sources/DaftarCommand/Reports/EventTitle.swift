import Daftar

/// The title of an event with what was said about it since, in words: what takes it back before, what changed or contests
/// it behind.
enum EventTitle {
    static func text(_ event: RecordedEvent) -> String {
        let marks = event.marks, withdrawn = event.content.count(.withdrawn)
        var title = event.content.title?.text() ?? "(title not shown)"
        if marks.isDoubted { title = "DOUBTED: \(title)" }
        if let entry = marks.retractedBy { title = "RETRACTED by \(entry): \(title)" }
        var remarks: [String] = []
        if let entry = marks.correctedBy { remarks.append("corrected by \(entry)") }
        if !marks.disputedBy.isEmpty { remarks.append("disputed by \(Words.numbers(marks.disputedBy))") }
        if withdrawn > 0 { remarks.append("\(Words.count(withdrawn, "part")) withdrawn") }
        return remarks.isEmpty ? title : "\(title) (\(remarks.joined(separator: "; ")))"
    }
}
