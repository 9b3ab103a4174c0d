import Daftar
import DaftarStore

/// Writing rules for corrections, retractions and remarks that others signed: what the verbs see to, a `.statement` file
/// has to keep as well. None of them is a verifier's.
enum ContentRules {
    static func check(_ batch: Batch, in open: OpenLedger) throws(Failure) {
        for item in batch.items {
            guard case .statement(let file, let statement) = item.body, let of = statement.about,
                [.correction, .retraction, .remark].contains(statement.type),
                let subject = try Subject.find(statement: of, in: open)
            else { continue }
            do { try check(statement, EventContent(statement, disclosures: file.disclosures), subject) } catch {
                throw Failure("\(item.name): \(error.message); nothing was appended", hint: error.hint)
            }
        }
    }

    private static func check(
        _ statement: Statement, _ content: EventContent, _ subject: Subject
    ) throws(Failure) {
        switch statement.type {
        case .correction where subject.isEvent: try check(content, corrects: subject)
        case .retraction: try subject.checkStands()
        case .remark where content.remarkKind == "endorsement":
            try SignerRule.othersThan(authors: Set(subject.content.by)).check(Set(statement.by))
        default: return
        }
    }

    /// A correction has an effect, says something new, and leaves the slug: others refer to the event by it.
    static func check(_ content: EventContent, corrects subject: Subject) throws(Failure) {
        guard let history = subject.history else { return }
        let entry = subject.entry
        if let retraction = history.retractedBy {
            throw Failure(
                "entry \(entry) was retracted by entry \(retraction), and that is final: a correction has no effect",
                hint: "a new event may say how it is: daftar append FILE.yaml")
        }
        let shown = history.shown.content
        if let slug = shown.slug, content.slug != slug {
            throw Failure(
                "the slug of entry \(entry) stays: other files refer to it by that", hint: "write slug: \(slug)")
        }
        if EventDiff(from: shown, to: content).isOnlyNotShown {
            throw Failure(
                "it says nothing that entry \(entry) does not say already",
                hint: "change what is wrong: daftar show \(entry) --yaml is how it stands")
        }
    }
}
