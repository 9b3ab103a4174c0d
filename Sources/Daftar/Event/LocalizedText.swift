/// A text in one or more languages, such as `{"en": "Beg Sabur", "ru": "Бег Сабур Зухуров"}`.
public struct LocalizedText: Hashable, Sendable {
    /// Text by language tag; never empty.
    public let texts: [String: String]

    /// Text by language, as signed. A bare string, which only another program would have written, is text in a
    /// language that is not known. Nil where there is nothing to show.
    public init?(_ value: JSONValue?) {
        switch value {
        case .object(let members)?:
            guard !members.isEmpty else { return nil }
            texts = Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value.shownText) })
        case .string(let text)?: texts = [LanguageTag.undetermined: text]
        case let other?: texts = [LanguageTag.undetermined: other.shownText]
        case nil: return nil
        }
    }

    public init(_ text: String, language: String) { texts = [language: text] }

    /// The text to show to a reader of `language`: in that language, else in the same language of another script or
    /// region, else in English, else in the first language by tag.
    public func text(in language: String = "en") -> String {
        best(for: language).text
    }

    /// The text to show to a reader of `language`, and the language that it is in.
    public func best(for language: String = "en") -> (language: String, text: String) {
        if texts.count == 1, let only = texts.first { return (only.key, only.value) }
        let tags = texts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let wanted = LanguageTag.primary(language)
        let tag =
            tags.first { $0 == language } ?? tags.first { LanguageTag.primary($0) == wanted }
            ?? tags.first { LanguageTag.primary($0) == "en" } ?? tags.first
        guard let tag, let text = texts[tag] else { return (LanguageTag.undetermined, "") }
        return (tag, text)
    }
}

extension JSONValue {
    /// The value as a person reads it: a string as it is, a number in digits, anything else as canonical JSON.
    public var shownText: String {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        case .bool, .array, .object: String(decoding: CanonicalJSON.encode(self), as: UTF8.self)
        }
    }

    /// The elements of a list as a person reads them; a lone value is a list of one.
    var shownTexts: [String] { array?.map(\.shownText) ?? [shownText] }
}
