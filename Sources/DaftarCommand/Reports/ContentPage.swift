import Daftar
import DaftarStore

/// A correction, a retraction or a remark, for a person: what it is about, what it says, and whether it is in force.
struct ContentPage {
    let entry: SignedContent
    /// As the ledger was with so many entries.
    let size: Int
    let open: OpenLedger
    let session: Session
    private var content: EventContent { entry.content }
    private var out: Output { session.out }

    func show() throws(Failure) {
        guard let history = try history() else { return showAlone() }
        out.title(entry.word, entry: entry.entry)
        out.paragraph(StateWords(history).state(of: entry))
        out.line()
        showAbout(history)
        showText()
        if entry.type == .correction { showChanges(history) }
        EventDetails(content: entry.type == .correction ? EventContent() : content, out: out).showSources()
        out.line()
        showSignature()
    }

    var json: JSONValue {
        get throws(Failure) {
            guard let history = try history() else { return HistoryJSON.entry(entry) }
            return HistoryJSON.entry(entry, in: history)
        }
    }

    /// The event that it is about in the end: a retraction may be of a remark.
    private func history() throws(Failure) -> EventHistory? {
        try open.ask { ledger throws(StoreError) in
            var event = entry
            while let about = event.about, let next = try ledger.content(about) { event = next }
            return try ledger.history(of: event.entry, upTo: size)
        }
    }

    /// About something that this version does not understand.
    private func showAlone() {
        out.title(entry.word, entry: entry.entry)
        out.line()
        showText()
        showSignature()
    }

    private func showAbout(_ history: EventHistory) {
        let title = history.shown.content.title.map { ", \($0.text())" } ?? ""
        let event = "entry \(history.event.entry)\(title)"
        if let about = entry.about, about != history.event.entry {
            let word = history.later.first { $0.entry == about }?.word ?? "remark"
            row("About", "entry \(about), a \(word) of \(event)")
        } else {
            row("About", event)
        }
        guard let other = entry.other else { return }
        let there = (try? open.ledger.event(other))?.content.title.map { ", \($0.text())" } ?? ""
        row("Relation", "\(content.relation ?? "(withdrawn)") entry \(other)\(there)")
        if let basis = content.basis { row("Basis", basis) }
    }

    private func showText() {
        if let reason = content.reason { row("Reason", reason.text()) }
        if let text = content.text { row("Text", text.text()) }
        if content.notShownCount > 0 { row("Not shown", NotShownWords.text(content)) }
    }

    private func showChanges(_ history: EventHistory) {
        let before = history.version(before: entry).entry
        row("Changes", "what entry \(before) says:")
        DiffLines(out.screen.columns, names: open.entryName).lines(history.diff(of: entry)).forEach(out.line)
    }

    private func showSignature() {
        SignatureLines(
            by: entry.by, seen: entry.seen, recorded: entry.recorded, leaf: entry.leaf, statement: entry.statement
        ).show(on: out)
    }

    private func row(_ label: String, _ text: String) {
        out.write(Wrap.hanging(label.padded(to: 11), text.cleanedLines, out.screen.columns))
    }
}
