import Daftar
import DaftarStore

/// The whole history of an event: each version with what it changed, remarks, and what was taken out.
///
/// ```
/// 15  correction, 25 November 2026: in force
///     daftar.example/central-asia/editor, having seen entries 0–14
///     The first report had the wrong day.
///     date
///       - 2023-06-18
///       + 2023-06-19
/// ```
struct HistoryPage {
    let history: EventHistory
    let open: OpenLedger
    let session: Session
    private var out: Output { session.out }
    private var words: StateWords { StateWords(history) }

    func show() {
        let shown = history.shown
        out.title((shown.content.title?.text() ?? "(title not shown)").cleaned, entry: history.event.entry)
        out.paragraph(summary)
        for step in steps.sorted(by: { $0.entry < $1.entry }) {
            out.line()
            step.show()
        }
    }

    /// `2 corrections, entry 15 in force; 1 remark`
    private var summary: String {
        let counts = [("correction", StatementType.correction), ("retraction", .retraction), ("remark", .remark)]
            .map { word, type in (word, history.later.count { $0.type == type }) }.filter { $0.1 > 0 }
            .map { Words.count($0.1, $0.0) }
        let state =
            history.retractedBy.map { "retracted by entry \($0)" }
            ?? history.correctedBy.map { "shown as corrected by entry \($0)" } ?? "shown as it was written"
        return ([state] + counts).joined(separator: " · ")
    }

    private var steps: [(entry: Int, show: () -> Void)] {
        let entries = ([history.event] + history.later).map { entry in (entry.entry, { show(entry) }) }
        return entries + history.parts.map { change in (change.entry, { show(change) }) }
    }

    // MARK: Entries

    private func show(_ entry: SignedContent) {
        head(entry.entry, "\(entry.word)\(about(entry)), \(Words.day(entry.recorded)): \(words.state(of: entry))")
        text("\(Words.list(entry.by)), having seen \(Words.seen(entry.seen.size))")
        if let other = entry.other {
            text("entry \(entry.about ?? 0) \(entry.content.relation ?? "(relation not shown)") entry \(other)")
        }
        for said in [entry.content.reason, entry.content.text] { if let said { text(said.text()) } }
        if entry.content.notShownCount > 0 { text("not shown: \(NotShownWords.text(entry.content))") }
        guard entry.type == .correction else { return }
        let before = history.version(before: entry)
        if before.entry != history.event.entry { text("against entry \(before.entry):") }
        DiffLines(out.screen.columns, names: open.entryName).lines(history.diff(of: entry), indent: margin)
            .forEach(out.line)
    }

    /// Of what it is, where that is not the event itself.
    private func about(_ entry: SignedContent) -> String {
        guard let about = entry.about, about != history.event.entry else { return "" }
        return " of entry \(about)"
    }

    private func show(_ change: EventHistory.PartsChange) {
        let parts = Words.count(change.count, "part")
        let did = change.what == .withdrawal ? "taken out" : "released"
        head(
            change.entry,
            "\(change.what.rawValue), \(Words.day(change.recorded)): \(parts) of entry \(change.of) \(did)")
        if change.isDoubted { text("\(StateWords.doubted); it stays in force") }
    }

    // MARK: Lines

    private var width: Int { String(max(history.event.entry, history.later.last?.entry ?? 0)).count + 2 }
    private var margin: String { String(repeating: " ", count: width) }

    private func head(_ entry: Int, _ text: String) {
        out.write(Wrap.hanging("\(entry)".padded(to: width), text.cleaned, out.screen.columns))
    }

    private func text(_ text: String) { out.write(Wrap.hanging(margin, text.cleanedLines, out.screen.columns)) }
}
