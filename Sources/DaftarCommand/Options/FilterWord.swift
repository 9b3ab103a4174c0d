import Daftar
import DaftarStore

/// A word of a vocabulary that events are asked for by. One that nobody knows is said, so that nobody takes a slip of the
/// pen for an empty record.
struct FilterWord {
    private let open: OpenLedger

    init(_ open: OpenLedger) { self.open = open }

    /// A kind, a family of kinds, or what the ledger holds beside the vocabulary.
    func kind(_ given: String) throws(Failure) -> String {
        let kind = given.hasSuffix("/") ? String(given.dropLast()) : given
        if Kind(kind).isKnown || Kind.isFamily(kind) { return kind }
        if try isHeld({ $0.kind = kind }) { return kind }
        let nearest = Kind.nearest(to: kind) ?? NearestWord.of(kind, in: Kind.families)
        throw Failure(
            "--kind \(given): no such kind is known, and the ledger holds none",
            hint: nearest.map { "did you mean --kind \($0)?" } ?? "the families are \(Words.list(Kind.families))",
            exit: .usage)
    }

    /// An ISO 3166 code, in whatever case, or a place's English name.
    func place(_ given: String) throws(Failure) -> String {
        if Place(given) != nil { return given }
        if try isHeld({ $0.place = given }) { return given }
        let nearest = Place.nearest(to: given).flatMap(Place.init)
        if let nearest, [nearest.code, nearest.name.uppercased()].contains(given.uppercased()) { return nearest.code }
        throw Failure(
            "--place \(given): no such place is known, and the ledger holds none",
            hint: nearest.map { "did you mean --place \($0.code), \($0.name)?" }
                ?? "places are ISO 3166 codes: TJ for a state, TJ-DU for a part of one", exit: .usage)
    }

    /// A word of a vocabulary, or what the ledger holds beside it.
    func of(
        _ vocabulary: Vocabulary, _ option: String, _ given: String, _ ask: (inout EventFilter) -> Void
    ) throws(Failure) -> String {
        if vocabulary.contains(given) { return given }
        if try isHeld(ask) { return given }
        throw Failure(
            "\(option) \(given): no such \(vocabulary.name) is known, and the ledger holds none",
            hint: FilterWord.hint(option, given, vocabulary.words), exit: .usage)
    }

    /// A tag of a language that a source may be in.
    func language(_ given: String) throws(Failure) -> String {
        if LanguageTag.isWellFormed(given) { return given }
        if try isHeld({ $0.language = given }) { return given }
        let held = try open.ask { ledger throws(StoreError) in try ledger.languages() }.map(LanguageTag.conventional)
        throw Failure(
            "--language \(given): is no tag of a language",
            hint: held.isEmpty
                ? "such as --language tg-Cyrl" : FilterWord.hint("--language", given, held), exit: .usage)
    }

    /// Keys by their name, or its last part, by their ID, or as a vkey.
    func author(_ given: String) throws(Failure) -> Set<VerifierKey> {
        let (keys, _) = try open.ask { ledger throws(StoreError) in try ledger.keys(at: ledger.seen().size) }
        let named = keys.map(\.key).filter { key in
            [key.text, key.nameAndID, key.name, FilterWord.short(key), FilterWord.id(key)].contains(given)
        }
        if !named.isEmpty { return Set(named) }
        throw Failure(
            "--author \(given): the ledger never had such a key",
            hint: FilterWord.hint("--author", given, keys.map { FilterWord.short($0.key) })
                + "; daftar key list", exit: .usage)
    }

    static func mark(_ given: String) throws(Failure) -> EventFilter.Mark {
        if let mark = EventFilter.Mark(rawValue: given) { return mark }
        throw Failure(
            "--marked \(given): events are not marked so",
            hint: hint("--marked", given, EventFilter.Mark.allCases.map(\.rawValue)), exit: .usage)
    }

    // MARK: Hints

    /// The nearest word; else all of them.
    private static func hint(_ option: String, _ given: String, _ words: [String]) -> String {
        if let nearest = NearestWord.of(given, in: words) { return "did you mean \(option) \(nearest)?" }
        return "it can be \(Words.list(words))"
    }

    /// `recorder` of `daftar.example/central-asia/recorder`
    private static func short(_ key: VerifierKey) -> String {
        key.name.split(separator: "/").last.map(String.init) ?? key.name
    }

    private static func id(_ key: VerifierKey) -> String { String(key.nameAndID.dropFirst(key.name.count + 1)) }

    private func isHeld(_ ask: (inout EventFilter) -> Void) throws(Failure) -> Bool {
        var filter = EventFilter()
        ask(&filter)
        return try !open.ask { ledger throws(StoreError) in
            try ledger.page(filter, EventWindow(limit: 1)).events
        }.isEmpty
    }
}
