/// A closed list of words that may stand in one place of an event, each with a line that says what it means.
///
/// Words are enforced when an event is written and never when it is read: another version may know more of them.
public struct Vocabulary: Hashable, Sendable {
    /// What one of the words is called in a sentence: `role`, `source type`.
    public let name: String
    /// The words in the order in which a person should meet them.
    public let words: [String]
    private let meanings: [String: String]

    init(_ name: String, _ entries: KeyValuePairs<String, String>) {
        self.name = name
        words = entries.map(\.key)
        meanings = Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    public func contains(_ word: String) -> Bool { meanings[word] != nil }

    /// What `word` means; nil for a word that is not in the list.
    public func meaning(of word: String) -> String? { meanings[word] }

    /// What was probably meant by a word that is not in the list.
    public func nearest(to word: String) -> String? { NearestWord.of(word, in: words) }

    public static func == (x: Vocabulary, y: Vocabulary) -> Bool { x.name == y.name && x.words == y.words }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
