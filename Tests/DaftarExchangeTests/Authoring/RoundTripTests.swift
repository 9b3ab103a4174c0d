import Daftar
import DaftarExchange
import Foundation
import Testing

/// Content written as YAML and read again is the same content.
@Suite("Writing back")
struct RoundTripTests {
    /// Texts that YAML takes for something else, or that are hard to write.
    static let texts = [
        "plain", "with: colon", "ends:", ": begins", "- begins", "-begins", "? begins", "a #comment", "a#b", "# begins",
        "[list]",
        "{map}", "&anchor", "*alias", "!tag", "|", ">", "'single'", "\"double\"", "%directive", "@at", "`tick`", "a, b",
        "NO",
        "~", "null", "2023-12-22", "0777", "1:30", "---", "--- a", "...", "... a", "<<", "=", "back\\slash", "tab\tin",
        "line\nbreak", "line\n\nbreak", "line\n  indented\nback", "line\n \nblank", " begins with a blank",
        "\nbegins with a line", "д", "华为", "📜", "e\u{301}", "two  blanks", "a:b", "https://a.example/b?c=d#e",
        "{en: a}",
        String(repeating: "word ", count: 80) + "end", String(repeating: "two  ", count: 60) + "end",
        String(repeating: "x", count: 400), String(repeating: "a: b # c ", count: 40) + "end",
        "- " + String(repeating: "word ", count: 40) + "end", String(repeating: "слово ", count: 40) + "конец",
        String(repeating: "word ", count: 30) + "\n" + String(repeating: "word ", count: 30) + "end",
    ]

    @Test("any text comes back", arguments: texts.indices)
    func anyText(_ i: Int) throws {
        let text = Self.texts[i]
        // NFC is what reading makes of any text but a quote.
        let plain = text.precomposedStringWithCanonicalMapping
        // A name is shorter and on one line.
        let line = String(plain.filter { $0 != "\n" }.prefix(290)).trimmingCharacters(in: .whitespaces)
        var content = EventContent(fields: base, lists: lists)
        content.fields["summary"] = ["en": .string(plain)]
        content.fields["x-a"] = .array([.string(plain), ["b": .string(plain)], .array([.string(plain)])])
        content.fields["justification"] = ["text": ["ru": .string(plain), "tg": "дигар"]]
        content.append(.shown(["text": .string(text), "language": "ru", "before": .string(plain + " ")]), to: "quotes")
        content.append(
            .shown(["id": "a", "type": "state", "name": ["tg": .string(line)], "also": [.string(line)]]), to: "actors")
        try check(content)
    }

    @Test("made-up events come back")
    func random() throws {
        var random = Random(state: 42)
        for _ in 0..<300 {
            var content = EventContent(fields: base, lists: lists)
            content.fields["title"] = random.localized(Self.texts)
            content.fields["summary"] = random.localized(Self.texts)
            if random.flip { content.fields["tags"] = ["a", "b-1"] }
            if random.flip { content.fields["x-deep"] = random.anything(Self.texts, levels: 4) }
            for _ in 0..<random.below(4) {
                var source: JSONObject = ["id": .string("s\(random.below(1_000_000))"), "type": "news-report"]
                if random.flip { source["says"] = random.localized(Self.texts) }
                if random.flip { source["title"] = random.localized(Self.texts) }
                if random.flip { source["x-own"] = random.anything(Self.texts, levels: 2) }
                content.append(.shown(.object(source)), to: "sources")
            }
            try check(content)
        }
    }

    @Test("a relation that was resolved stays so")
    func relation() throws {
        let hash = JSONValue.string(Hash.sha256([1]).base64)
        var content = EventContent(fields: base, lists: lists)
        content.append(.shown(["relation": "follows", "to": hash, "basis": "stated"]), to: "relations")
        let draft = try #require(read(EventWriter.yaml(content)).draft)
        #expect(draft.relations.map(\.to) == [hash.string])
    }

    @Test("what is not shown is a comment")
    func notShown() throws {
        var content = EventContent(fields: base, lists: lists)
        content.fieldsNotShown = [.withheld: 2]
        content.append(.notShown(.withdrawn), to: "actors")
        let text = EventWriter.yaml(content)
        #expect(text.contains("# 2 fields withheld\n"))
        #expect(text.contains("actors:\n  # one withdrawn\n"))
    }

    /// But for U+AC00 U+11A8, which Unicode composes and Foundation does not.
    @Test("NFC is what Foundation makes of it")
    func nfc() throws {
        for text in Self.texts + ["\u{1E9B}\u{323}", "\u{2126}", "\u{FB01}", "q\u{307}\u{323}"]
        where !text.contains("\n") && text.trimmingCharacters(in: .whitespaces) == text {
            var content = EventContent(fields: base, lists: lists)
            content.fields["x-a"] = .string(text)
            let again = try #require(read(EventWriter.yaml(content)).draft?.content.fields["x-a"]?.string)
            #expect(Array(again.unicodeScalars) == Array(text.precomposedStringWithCanonicalMapping.unicodeScalars))
        }
    }

    // MARK: Help

    private let base: JSONObject = [
        "slug": "abc", "kind": "law/adopt", "title": ["en": "A law"], "date": "2023", "places": ["TJ", "TJ-DU"],
        "sensitivity": "TLP:CLEAR",
    ]
    private let lists: [String: [JSONValue]] = [
        "sources": [["id": "s0", "type": "news-report", "publisher": "A", "url": "https://a.example/b"]]
    ]

    private func read(_ text: String) -> EventReader.Reading { EventReader().read(Array(text.utf8), path: "a.yaml") }

    private func check(_ content: EventContent) throws {
        let text = EventWriter.yaml(content)
        let reading = read(text)
        let again = try #require(reading.draft?.content, "\(reading.diagnostics.map(\.text))\n\(text)")
        #expect(again == content, "\(text)")
    }

}
