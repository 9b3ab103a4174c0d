import Daftar
import DaftarExchange
import Testing

@Suite("JSON Lines")
struct JSONLinesTests {
    static let line = #"""
        {"slug":"tj-site-block","language":"en","kind":"disruption/site-block","title":"A site is blocked","date":"2023-12-01","places":["TJ"],"sensitivity":"TLP:CLEAR","methods":["dns"],"sources":[{"id":"s1","type":"news-report","publisher":"A paper","url":"https://news.example/1"}]}
        """#

    @Test("say the same as YAML")
    func same() {
        #expect(read(Self.line)?.content == Sample.read(Sample.yaml).draft?.content)
    }

    @Test("say the same as the example of AUTHORING")
    func example() throws {
        // The file as JSON, by the writer of canonical JSON: keys in another order, all values text.
        let draft = try #require(EventReader().read(Files.huawei, path: "a").draft)
        var object = draft.content.fields
        for list in draft.content.lists { object[list.name] = .array(list.parts.compactMap(\.value)) }
        object["language"] = "en"
        object["relations"] = .array(
            draft.relations.map { relation in
                var value: JSONObject = ["relation": .string(relation.relation), "to": .string(relation.to)]
                value["basis"] = relation.basis.map(JSONValue.string)
                return .object(value)
            })
        let again = EventReader().readJSON(CanonicalJSON.encode(.object(object)), path: "b")
        #expect(again.diagnostics.map(\.text) == [])
        #expect(again.draft?.content == draft.content)
        #expect(again.draft?.relations.map(\.to) == draft.relations.map(\.to))
    }

    @Test("keep numbers as they are written")
    func numbers() {
        let text = Self.line.replacing("\"methods\"", #""quantities":[{"value":95.50,"unit":"percent"}],"methods""#)
        #expect(read(text)?.content.quantities.first?.number == "95.50")
    }

    @Test("resolve escapes")
    func escapes() {
        let text = Self.line.replacing("A site is blocked", #"A \"site\" \u0434\ud83d\udcdc \/ \\ is blocked"#)
        #expect(read(text)?.content.title?.text() == "A \"site\" д📜 / \\ is blocked")
    }

    static let wrong = [
        "", "{", "{}x", "[", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "{\"a\":01}", "{\"a\":1.}", "{\"a\":.5}",
        "{\"a\":-}",
        "{\"a\":1e}", "{\"a\":\"\\q\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"\\ud800x\"}", "{\"a\":\"\n\"}", "{'a':1}",
        "{\"a\":true}",
        "{\"a\":NaN}", "{\"a\":1 2}", "{\"slug\":\"x\",\"slug\":\"y\"}", "{\"a\":\"\u{202E}\"}", "{\"a\":\"\u{7F}\"}",
    ]

    @Test("are refused where they are no JSON", arguments: wrong)
    func refuse(_ text: String) {
        let reading = EventReader().readJSON(Array(text.utf8), path: "a.jsonl", line: 3)
        #expect(reading.draft == nil)
        #expect(reading.diagnostics.allSatisfy { $0.line == 3 })
        #expect(!reading.diagnostics.isEmpty)
    }

    @Test("are found in a file, blank ones left out")
    func lines() {
        let file = Array("{\"a\":1}\n\n  \r\n{\"b\":2}\r\n{\"c\":3}".utf8)
        let lines = EventReader.lines(of: file.span)
        #expect(lines.map(\.number) == [1, 4, 5])
        #expect(
            lines.map { String(decoding: file[$0.range], as: UTF8.self) } == ["{\"a\":1}", "{\"b\":2}\r", "{\"c\":3}"])
    }

    private func read(_ text: String) -> EventDraft? {
        let reading = EventReader().readJSON(Array(text.utf8), path: "a.jsonl")
        #expect(reading.diagnostics.map(\.text) == [])
        return reading.draft
    }
}
