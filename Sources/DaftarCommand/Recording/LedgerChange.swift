import Daftar
import DaftarStore

/// What a ledger says of itself, before and after: only what differs is amended.
struct LedgerChange {
    private let old: Ledger.Description
    private var title: [String: String]?
    private var description: [String: String]?
    private var languages: [String]?
    private var licence: String?
    private var approvals: Int?
    /// A line for each change: `title (en)  "Old" becomes "New"`.
    private(set) var lines: [String] = []

    init(_ old: Ledger.Description) { self.old = old }

    var amendment: Amendment {
        Amendment(
            title: title, description: description, languages: languages, licence: licence, approvals: approvals)
    }

    mutating func setTitle(_ given: [String]) throws(Failure) {
        title = try texts(given, old.title, "title")
    }

    mutating func setDescription(_ given: [String]) throws(Failure) {
        description = try texts(given, old.description, "description")
    }

    mutating func setLanguages(_ given: String) throws(Failure) {
        let tags = given.split(separator: ",").map { String($0).trimmed }
        guard !tags.isEmpty, tags.allSatisfy(LanguageTag.isWellFormed), Set(tags).count == tags.count else {
            throw Failure(
                "--languages \(given): tags separated by commas, each once", hint: "such as en,ru,tg", exit: .usage)
        }
        languages = note("languages", old.languages.joined(separator: ", "), tags.joined(separator: ", ")) ? tags : nil
    }

    mutating func setLicence(_ given: String) { licence = note("licence", old.licence, given) ? given : nil }

    mutating func setApprovals(_ given: Int) {
        approvals = note("approvals", String(old.approvals), String(given)) ? given : nil
    }

    // MARK: Steps

    /// All texts as they are then; nil where nothing changes.
    private mutating func texts(
        _ given: [String], _ before: [String: String], _ name: String
    ) throws(Failure) -> [String: String]? {
        var after = before, tags: Set<String> = []
        for text in given {
            let (tag, words) = split(text)
            guard tags.insert(tag).inserted else {
                throw Failure("--\(name): \(tag) is given twice", hint: "one text for each language", exit: .usage)
            }
            after[tag] = words.isEmpty ? nil : words
            _ = note("\(name) (\(tag))", before[tag] ?? "", words)
        }
        guard !after.isEmpty else {
            throw Failure(
                "the \(name) would be empty", hint: "--\(name) en=Text sets it in another language", exit: .usage)
        }
        return after == before ? nil : after
    }

    /// `ru=Text`, or a text in the ledger's first language.
    private func split(_ text: String) -> (tag: String, words: String) {
        let first = old.languages.first ?? "en"
        guard let sign = text.firstIndex(of: "="), LanguageTag.isWellFormed(String(text[..<sign])) else {
            return (first, text)
        }
        return (String(text[..<sign]), String(text[text.index(after: sign)...]))
    }

    private mutating func note(_ name: String, _ before: String, _ after: String) -> Bool {
        guard before != after else { return false }
        let words = [before, after].map { $0.isEmpty ? "nothing" : "“\($0)”" }
        lines.append("amendment  \(name): \(words[0]) becomes \(words[1])")
        return true
    }
}
