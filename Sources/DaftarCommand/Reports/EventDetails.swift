import Daftar

/// The parts of an event that are lists: dates, actors and the rest, each in columns.
struct EventDetails {
    let content: EventContent
    let out: Output

    func show() {
        showDates()
        showActors()
        rows("Instrument", content.instruments.map(instrument))
        rows("Quantity", content.quantities.map(quantity))
        rows("Target", content.targets.map { [$0.name, $0.category].compactMap(\.self).joined(separator: ", ") })
        rows("Methods", content.methods.isEmpty ? [] : [content.methods.joined(separator: ", ")])
        rows("Technology", content.technologies.isEmpty ? [] : [content.technologies.joined(separator: ", ")])
        rows("Quote", content.quotes.map(quote))
        rows("Justified", content.justification?.text.map { [$0.text()] } ?? [])
        rows("Cause", content.cause?.text.map { [$0.text()] } ?? [])
        rows("Judged", judged.isEmpty ? [] : [judged])
    }

    // MARK: Dates and actors

    private func showDates() {
        let dates = content.dates
        let width = min(24, dates.map { ($0.date?.words ?? "?").width }.max() ?? 0)
        rows("Dates", dates.map { claim in
            let names = claim.sources.map(name).joined(separator: ", ")
            let note = claim.note.map { " (\($0.text()))" } ?? claim.words.map { " (“\($0)”)" } ?? ""
            return "\((claim.date?.words ?? "?").padded(to: width))  \((claim.basis ?? "").padded(to: 8))  \(names)\(note)"
        } + gaps("dates"))
    }

    private func showActors() {
        let actors = content.actors
        let texts = actors.map { actor in [actor.name?.text() ?? actor.id ?? "?", actor.office?.text()].compactMap(\.self).joined(separator: ", ") }
        let width = min(50, texts.map(\.width).max() ?? 0)
        rows("Actors", zip(texts, actors).map { "\($0.padded(to: width))  \($1.roles.joined(separator: ", "))" } + gaps("actors"))
    }

    // MARK: Sources

    func showSources() {
        let sources = content.sources
        let width = min(26, sources.map { title($0).width }.max() ?? 0)
        let lines = sources.enumerated().map { number, source in
            let through = source.of.map { " of \(name($0))" } ?? ""
            let kind = source.isOriginal ? "" : "\(source.derivation)\(through)  "
            return "[\(number + 1)] \(title(source).padded(to: width)) \(source.reliability ?? " ")  \(source.language ?? "  ")  \(kind)\(source.url ?? "")"
        }
        rows("Sources", lines + gaps("sources"))
        rows("Captures", content.captures.map { "\($0.source.map(name) ?? ""): \($0.digest ?? "") (\($0.stored ?? "?"))" } + gaps("captures"))
    }

    private func title(_ source: Source) -> String { source.publisher ?? source.title?.text() ?? source.id ?? "?" }

    // MARK: One line each

    private func instrument(_ instrument: Instrument) -> String {
        [instrument.title?.text() ?? instrument.id, instrument.force, instrument.period?.words].compactMap(\.self).joined(separator: ", ")
    }

    private func quantity(_ quantity: Quantity) -> String {
        [quantity.number, quantity.unit, quantity.what?.text(), quantity.precision].compactMap(\.self).joined(separator: ", ")
    }

    private func quote(_ quote: Quote) -> String {
        let by = quote.saidBy.map { " \(name($0))" } ?? ""
        return "“\(quote.text)”\(by), \(quote.mode ?? "")"
    }

    private var judged: String {
        let assessment = content.assessment
        let credibility = assessment?.credibility.map { "credibility \($0) of 6" }
        return [credibility, assessment?.status, assessment?.note?.text()].compactMap(\.self).joined(separator: "; ")
    }

    /// The name behind a handle; where the element is not shown, that is said.
    private func name(_ handle: String) -> String { content.name(ofHandle: handle) ?? "(withdrawn)" }

    private func gaps(_ list: String) -> [String] {
        content.notShown(in: list).sorted { $0.key.rawValue < $1.key.rawValue }.map { "(\($0.value) \($0.key.rawValue))" }
    }

    private func rows(_ name: String, _ lines: [String]) {
        for (i, line) in lines.enumerated() {
            out.write(Wrap.hanging((i == 0 ? name : "").padded(to: 11), line.cleaned, out.screen.columns))
        }
    }
}
