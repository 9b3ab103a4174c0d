import Daftar

/// What stands in the ledger about an event, as sentences: the same ones in each format that is read by people.
enum MarkWords {
    /// How much a reader should mind.
    enum Weight: String {
        /// The event doesn't stand, or may not.
        case bad
        /// Somebody said something else, or part of it is not here.
        case caution
        case plain
    }

    struct Sentence {
        let weight: Weight
        let text: String
    }

    static func sentences(_ event: RecordedEvent) -> [Sentence] {
        let marks = event.marks
        var sentences: [Sentence] = []
        func say(_ weight: Weight, _ text: String) { sentences.append(Sentence(weight: weight, text: text)) }
        if let entry = marks.retractedBy { say(.bad, "Retracted by entry \(entry).") }
        if marks.isDoubted { say(.bad, "Doubted: signed with a key that is said to have been stolen by then.") }
        if let entry = marks.correctedBy { say(.caution, "As corrected by entry \(entry).") }
        if !marks.disputedBy.isEmpty { say(.caution, "Disputed by \(entries(marks.disputedBy)).") }
        if !marks.endorsedBy.isEmpty { say(.plain, "Endorsed by \(entries(marks.endorsedBy)).") }
        if !marks.relatedBy.isEmpty { say(.plain, "Related to others by \(entries(marks.relatedBy)).") }
        sentences += notShown(event.content)
        return sentences
    }

    /// All of them in one line; nil where there is none.
    static func line(_ event: RecordedEvent) -> String? {
        let sentences = sentences(event)
        return sentences.isEmpty ? nil : sentences.map(\.text).joined(separator: " ")
    }

    /// Of an event that was withheld whole it is not said how many parts it has: decoys fill them up.
    private static func notShown(_ content: EventContent) -> [Sentence] {
        if content.notShownCount == 0 { return [] }
        if content.isWithheldWhole {
            return [Sentence(weight: .caution, text: "Withheld: signed, and not published.")]
        }
        return EventContent.NotShown.allCases.compactMap { reason in
            let count = content.count(reason)
            if count == 0 { return nil }
            return Sentence(weight: .caution, text: "\(count) \(count == 1 ? "part" : "parts") \(reason.rawValue).")
        }
    }

    private static func entries(_ numbers: [Int]) -> String {
        (numbers.count == 1 ? "entry " : "entries ") + numbers.map(String.init).joined(separator: ", ")
    }
}
