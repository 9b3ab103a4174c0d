import ArgumentParser
import Daftar
import DaftarStore

/// Which events: the same options for all verbs that show several.
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
    @Option(help: ArgumentHelp("An actor's id, or words of any spelling of it.", valueName: "actor"))
    var actor: String?
    @Option(help: ArgumentHelp("What an actor does in it.", valueName: "role"), completion: .words(of: .roles))
    var role: String?
    @Option(help: ArgumentHelp("A source's id, publisher, host or address.", valueName: "source"))
    var source: String?
    @Option(help: ArgumentHelp("Words of a source's publisher.", valueName: "name"))
    var publisher: String?
    @Option(help: ArgumentHelp("Of a source; tg is tg-Cyrl too.", valueName: "tag"))
    var language: String?
    @Option(help: ArgumentHelp("Who signed it: a key's name, ID or vkey.", valueName: "key"))
    var author: String?
    @Option(help: ArgumentHelp("What it was assessed as.", valueName: "word"), completion: .words(of: .statuses))
    var status: String?
    @Option(
        help: ArgumentHelp(
            "What was said of it since: corrected, retracted, disputed, endorsed, doubted or withdrawn.",
            valueName: "mark"))
    var marked: String?
    @Option(help: ArgumentHelp("Related to this entry, either way.", valueName: "entry"))
    var related: String?
    @Option(
        help: ArgumentHelp("By this relation; alone: that states one.", valueName: "word"),
        completion: .words(of: .relations))
    var relation: String?
    @Option(help: ArgumentHelp("Words that occur in it, as in search.", valueName: "words"))
    var text: String?

    /// True where nothing was asked for.
    var isEmpty: Bool { !touching && values.allSatisfy { $0.value == nil } }

    private var values: [(name: String, value: String?)] {
        [
            ("from", from), ("to", to), ("kind", kind), ("place", place), ("actor", actor), ("role", role),
            ("source", source), ("publisher", publisher), ("language", language), ("author", author),
            ("status", status), ("marked", marked), ("related", related), ("relation", relation), ("text", text),
        ]
    }

    /// What was asked for, as it would be typed again, in one order whatever the order in which it was typed.
    var asked: String {
        let words = values.compactMap { name, value in value.map { "--\(name) \(FilterOptions.quoted($0))" } }
        return (words + (touching ? ["--touching"] : [])).joined(separator: " ")
    }

    /// As a shell takes it for one word.
    private static func quoted(_ value: String) -> String {
        if value.contains("\"") { return "'\(value.replacing("'", with: "'\\''"))'" }
        return value.isEmpty || value.contains(where: \.isWhitespace) ? "\"\(value)\"" : value
    }

    /// - Parameters:
    ///   - open: the ledger that is asked. Vocabularies are enforced when writing only, so a word that it holds is one,
    ///     whoever else knows it.
    ///   - size: of the ledger at the moment that is looked at.
    func filter(words: String? = nil, of open: OpenLedger, at size: Int) throws(Failure) -> EventFilter {
        let word = FilterWord(open)
        var filter = EventFilter()
        filter.period = try period()
        filter.includesTouching = touching
        filter.kind = try kind.map { text throws(Failure) in try word.kind(text) }
        filter.place = try place.map { text throws(Failure) in try word.place(text) }
        filter.role = try role.map { text throws(Failure) in
            try word.of(.roles, "--role", text) { $0.role = text }
        }
        filter.status = try status.map { text throws(Failure) in
            try word.of(.statuses, "--status", text) { $0.status = text }
        }
        filter.language = try language.map { text throws(Failure) in try word.language(text) }
        filter.author = try author.map { text throws(Failure) in try word.author(text) }
        filter.mark = try marked.map { text throws(Failure) in try FilterWord.mark(text) }
        (filter.actor, filter.source, filter.publisher) = (actor, source, publisher)
        (filter.relation, filter.entries) = try relations(word, open, size)
        let all = [words, text].compactMap(\.self)
        filter.words = all.isEmpty ? nil : all.joined(separator: " ")
        return filter
    }

    /// A relation that an event states, or the entries that are related to one.
    private func relations(
        _ word: FilterWord, _ open: OpenLedger, _ size: Int
    ) throws(Failure) -> (relation: String?, entries: Set<Int>?) {
        let relation = try relation.map { text throws(Failure) in
            try word.of(.relations, "--relation", text) { $0.relation = text }
        }
        guard let related else { return (relation, nil) }
        let entry = try open.entry(named: related, at: size)
        let entries = try open.ask { ledger throws(StoreError) in
            try ledger.related(to: entry, by: relation, at: size)
        }
        return (nil, entries)
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
