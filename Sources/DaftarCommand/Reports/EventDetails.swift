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
        var grid = Grid("Dates")
        for claim in content.dates {
            let names = claim.sources.map(name).joined(separator: ", ")
            let note = claim.note.map { " (\($0.text()))" } ?? claim.words.map { " (“\($0)”)" } ?? ""
            grid.add(claim.date?.words ?? "?", claim.basis, names + note)
        }
        for gap in gaps("dates") { grid.add(gap) }
        grid.show(on: out)
    }

    private func showActors() {
        var grid = Grid("Actors")
        for actor in content.actors {
            let who = [actor.name?.text() ?? actor.id ?? "?", actor.office?.text()].compactMap(\.self).joined(
                separator: ", ")
            grid.add(who, actor.roles.joined(separator: ", "))
        }
        for gap in gaps("actors") { grid.add(gap) }
        grid.show(on: out)
    }

    // MARK: Sources

    func showSources() {
        var grid = Grid("Sources")
        for (number, source) in content.sources.enumerated() {
            let kind = source.isOriginal ? nil : source.derivation + (source.of.map { " of \(name($0))" } ?? "")
            let rest = [kind, source.url].compactMap(\.self).joined(separator: "  ")
            grid.add("[\(number + 1)] \(title(source))", source.reliability ?? " ", source.language ?? " ", rest)
        }
        for gap in gaps("sources") { grid.add(gap) }
        grid.show(on: out)
        var captures = Grid("Captures")
        for capture in content.captures { captures.add(capture.source.map(name), capture.stored, capture.digest) }
        for gap in gaps("captures") { captures.add(gap) }
        captures.show(on: out)
    }

    private func title(_ source: Source) -> String { source.publisher ?? source.title?.text() ?? source.id ?? "?" }

    // MARK: One line each

    private func instrument(_ instrument: Instrument) -> String {
        [instrument.title?.text() ?? instrument.id, instrument.force, instrument.period?.words].compactMap(\.self)
            .joined(separator: ", ")
    }

    private func quantity(_ quantity: Quantity) -> String {
        [quantity.number, quantity.unit, quantity.what?.text(), quantity.precision].compactMap(\.self).joined(
            separator: ", ")
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
        content.notShown(in: list).sorted { $0.key.rawValue < $1.key.rawValue }.map {
            "(\($0.value) \($0.key.rawValue))"
        }
    }

    private func rows(_ name: String, _ lines: [String]) {
        var grid = Grid(name)
        for line in lines { grid.add(line) }
        grid.show(on: out)
    }
}
