import Daftar
import Testing

@Suite("The content of an event")
struct EventContentTests {
    @Test("keeps its lists ascending by name, and none empty")
    func lists() {
        var content = EventContent(
            fields: ["slug": "a"],
            lists: ["sources": [["id": "s"]], "actors": [["id": "a"], ["id": "b"]], "quotes": []])
        #expect(content.lists.map(\.name) == ["actors", "sources"])
        content.append(.shown(["edtf": "2023"]), to: "dates")
        content.append(.notShown(.withdrawn), to: "actors")
        #expect(content.lists.map(\.name) == ["actors", "dates", "sources"])
        #expect(content.digestCount == 6)
        #expect(content.notShownCount == 1)
        content[list: "actors"] = []
        #expect(content.lists.map(\.name) == ["dates", "sources"])
        #expect(content[list: "actors"].isEmpty)
    }

    @Test("equal content is equal however it was put together")
    func equal() {
        var x = EventContent()
        x.append(.shown("1"), to: "b")
        x.append(.shown("2"), to: "a")
        #expect(x == EventContent(lists: ["a": ["2"], "b": ["1"]]))
        #expect(x.hashValue == EventContent(lists: ["a": ["2"], "b": ["1"]]).hashValue)
    }

    @Test("lists of an event that was withheld whole are read from its fields")
    func withheldWhole() {
        let content = EventContent(fields: ["sources": [["id": "s", "publisher": "A paper"]]])
        #expect(content.sources.map(\.publisher) == ["A paper"])
    }

    @Test("counts what is not shown, by list and reason")
    func notShown() {
        var content = EventContent(lists: ["actors": [["id": "a", "name": ["en": "A"]]]])
        content.append(.notShown(.withdrawn), to: "actors")
        content.append(.notShown(.withheld), to: "actors")
        content.fieldsNotShown = [.withheld: 3]
        #expect(content.notShown(in: "actors") == [.withdrawn: 1, .withheld: 1])
        #expect(content.notShownCount == 5)
        #expect(content.actors.count == 1)
    }
}

@Suite("Reading what an event says")
struct EventViewTests {
    @Test("anything is shown as text, and nothing is an error")
    func lenient() {
        let content = EventContent(
            fields: [
                "slug": 7, "kind": ["a"], "title": "plain", "date": "someday", "places": "TJ", "stage": .bool(true),
                "assessment": "sure", "cause": "because", "summary": ["en": 3], "x-b": "2", "x-a": "1",
            ],
            lists: [
                "actors": ["just a name", ["id": 4, "role": "party", "name": ["en": ["deep"]]]],
                "captures": [["bytes": "12"]],
            ])
        #expect(content.slug == "7")
        #expect(content.kind?.text == "[\"a\"]")
        #expect(content.title?.text() == "plain")
        #expect(content.date?.edtf == nil)
        #expect(content.date?.words == "someday")
        #expect(content.places == ["TJ"])
        #expect(content.stage == "true")
        #expect(content.assessment?.credibility == nil)
        #expect(content.cause?.text?.text() == "because")
        #expect(content.summary?.text() == "3")
        #expect(content.actors.map(\.id) == [nil, "4"])
        #expect(content.actors.last?.roles == ["party"])
        #expect(content.actors.last?.name?.text() == "[\"deep\"]")
        #expect(content.captures.first?.bytes == 12)
        #expect(content.extras.map(\.name) == ["x-a", "x-b"])
        #expect(content.relations.isEmpty)
    }

    @Test("nothing at all is nothing")
    func empty() {
        let content = EventContent()
        #expect(content.title == nil && content.date == nil && content.places.isEmpty && !content.sourcesDisagree)
    }

    @Test(
        "sources disagree where their dates have no day in common",
        arguments: [
            ("2023-06-19", ["2023-06", "2023-06-19"], false), ("2023-06-19", ["2023-06", "2023-07-19"], true),
            ("[2023-12-01..2023-12-15]", ["2023-12"], false), ("2023-12-16", ["[2023-12-01..2023-12-15]"], true),
            ("2023-12/..", ["2024-05-03"], false), ("2023", ["[..2023-01-05]", "not a date"], false),
            ("2023-01", ["2023-01-01", "2023-01-02"], true), ("2023", [], false),
        ] as [(String, [String], Bool)])
    func disagree(date: String, claims: [String], isSo: Bool) {
        let content = EventContent(
            fields: ["date": .string(date)], lists: ["dates": claims.map { ["edtf": .string($0)] }])
        #expect(content.sourcesDisagree == isSo)
    }

    @Test("a handle is shown by the name of what it names")
    func handles() {
        let content = EventContent(lists: [
            "actors": [["id": "a", "name": ["en": "An agency", "ru": "Агентство"]]],
            "sources": [["id": "s", "publisher": "A paper"]],
        ])
        #expect(content.name(ofHandle: "a", in: "ru") == "Агентство")
        #expect(content.name(ofHandle: "s") == "A paper")
        #expect(content.name(ofHandle: "gone") == nil)
    }
}
