import Daftar
import DaftarExchange
import DaftarStore

/// A correction, a retraction or a remark as somebody wrote it: in a file, on the command line, or some of it in each.
struct WrittenContent {
    let form: EntryForm
    var file: String?
    /// Plain text, by field: `reason`, `text`.
    var texts: [String: String] = [:]
    /// Words, by field: `kind`, `relation`, `basis`.
    var words: [String: String] = [:]
    /// Of the texts; a file says its own.
    var language: String?

    /// How a person knows it.
    var name: String { file ?? "this \(words["kind"] ?? form.rawValue)" }

    /// Everything that is wrong with it is said; what is returned may be signed.
    func read(_ open: OpenLedger, in session: Session) throws(Failure) -> EventDraft {
        let (reading, more): (EventReader.Reading, [Diagnostic])
        if let file { (reading, more) = try read(file, session) } else { (reading, more) = (try readTexts(open), []) }
        var report = LintReport()
        report.add(reading, path: name)
        let all = more + reading.diagnostics
        try Appending.report(
            all, isGood: !all.contains { $0.severity == .error }, of: all.count, summary: report.summary, session)
        guard let draft = reading.draft else { throw Failure(report.summary) }
        Withheld.warn(Withheld.exposed(draft), name, in: session)
        return draft
    }

    private func read(
        _ file: String, _ session: Session
    ) throws(Failure) -> (EventReader.Reading, [Diagnostic]) {
        guard language == nil else {
            throw Failure("--language is for text without a file: \(file) says its own language", exit: .usage)
        }
        guard let input = try InputFile.all([file], in: session).first, input.kind == .event, input.name == file else {
            throw Failure("\(file): a \(form.rawValue) is one file that ends in .yaml", exit: .usage)
        }
        var files = EventFiles()
        let reader = try files.reader(for: input)
        let given = texts.merging(words) { text, _ in text }
        return (reader.read(try input.read(), path: file, as: form, given: given), files.diagnostics)
    }

    /// As if it stood in a file: the same rules, and the same warnings about people.
    private func readTexts(_ open: OpenLedger) throws(Failure) -> EventReader.Reading {
        let own = try open.ask { ledger throws(StoreError) in try ledger.charter() }.languages.first
        let yaml = EventWriter.yaml(texts, language: language ?? own ?? "en", as: form)
        let option = texts.keys.min().map { "--\($0)" } ?? name
        return EventReader().read(Array(yaml.utf8), path: option, as: form, given: words)
    }
}
