import ArgumentParser
import Daftar
import DaftarStore

/// Which events: the same options for `list`, `search` and `export`.
struct FilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("From this day, month or year on (EDTF).", valueName: "date"))
    var from: String?
    @Option(help: ArgumentHelp("Up to the end of it.", valueName: "date"))
    var to: String?
    @Flag(help: "Also what the period only touches, or may.")
    var touching = false
    @Option(help: ArgumentHelp("A kind, or a family of kinds.", valueName: "kind"), completion: .kinds)
    var kind: String?
    @Option(help: ArgumentHelp("An ISO 3166 code; a state with its parts.", valueName: "code"))
    var place: String?
    @Option(help: ArgumentHelp("An actor's id, or a part of the name.", valueName: "actor"))
    var actor: String?
    @Option(help: ArgumentHelp("A source's id, publisher or address, or a part.", valueName: "source"))
    var source: String?

    /// True where nothing was asked for.
    var isEmpty: Bool { !touching && [from, to, kind, place, actor, source].allSatisfy { $0 == nil } }

    /// What was asked for, as it would be typed again, in one order whatever the order in which it was typed.
    var text: String {
        let values = [
            ("from", from), ("to", to), ("kind", kind), ("place", place), ("actor", actor), ("source", source),
        ]
        let words = values.compactMap { name, value in value.map { "--\(name) \(FilterOptions.quoted($0))" } }
        return (words + (touching ? ["--touching"] : [])).joined(separator: " ")
    }

    private static func quoted(_ value: String) -> String {
        value.contains { $0.isWhitespace || $0 == "\"" } ? "\"\(value)\"" : value
    }

    /// - Parameter open: the ledger that is asked. Vocabularies are enforced when writing only, so a word that it holds is
    ///   one, whoever else knows it.
    func filter(words: String? = nil, of open: OpenLedger) throws(Failure) -> EventFilter {
        var filter = EventFilter()
        filter.period = try period()
        filter.includesTouching = touching
        filter.kind = try kind.map { text throws(Failure) in try FilterWord.kind(text, open) }
        filter.place = try place.map { text throws(Failure) in try FilterWord.place(text, open) }
        (filter.actor, filter.source, filter.words) = (actor, source, words)
        return filter
    }

    private func period() throws(Failure) -> EDTF.Period? {
        if from == nil, to == nil { return nil }
        let first = try from.map { text throws(Failure) in try date(text, "--from") }
        let last = try to.map { text throws(Failure) in try date(text, "--to") }
        do { return try EDTF.Period(from: first, to: last) } catch {
            throw Failure(
                "--from and --to give no period: \(error.message)", hint: "such as --from 2023-06 --to 2023-12",
                exit: .usage)
        }
    }

    private func date(_ text: String, _ option: String) throws(Failure) -> EDTF {
        do { return try EDTF(parsing: text, years: CivilDate.years) } catch {
            throw Failure(
                "\(option) \(text): \(error.message)", hint: "such as 2023, 2023-06 or 2023-06-15", exit: .usage)
        }
    }
}

/// Which page of them.
struct PageOptions: ParsableArguments {
    @Option(help: ArgumentHelp("At most so many; 0 for all.", valueName: "n"))
    var limit = 50
    @Flag(help: "The latest first.")
    var reverse = false

    func validate() throws {
        if limit < 0 { throw ValidationError("--limit is 0 or more") }
    }

    var window: EventWindow { EventWindow(limit: limit == 0 ? nil : limit, isReversed: reverse) }
}
