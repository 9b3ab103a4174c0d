import Daftar
import DaftarExchange
import Testing

/// AUTHORING's table, row by row, on its own example.
@Suite("The mapping")
struct MappingTests {
    let draft: EventDraft

    init() throws { draft = try #require(EventReader().read(Files.huawei, path: "huawei.yaml").draft) }

    @Test("one disclosure a field, one an element of a list of maps; language is not signed")
    func names() {
        #expect(
            draft.content.fields.keys.sorted() == [
                "assessment", "date", "kind", "places", "sensitivity", "slug", "stage", "summary", "technologies",
                "title",
            ])
        #expect(
            draft.content.lists.map(\.name) == [
                "actors", "captures", "dates", "instruments", "quantities", "quotes", "sources",
            ])
        #expect(draft.content.lists.map(\.parts.count) == [4, 1, 2, 1, 1, 1, 4])
        #expect(draft.content.digestCount == 24)
    }

    @Test("fields as they are disclosed")
    func fields() {
        let fields = draft.content.fields
        #expect(fields["slug"] == "tj-huawei-memorandum-2023")
        #expect(
            fields["title"] == [
                "en": "Tajik government and Huawei Technologies Tajikistan sign base-station memorandum"
            ])
        #expect(fields["date"] == "[2023-12-01..2023-12-15]")
        #expect(fields["places"] == ["TJ"])
        #expect(fields["technologies"] == ["mobile-5g"])
        #expect(
            fields["assessment"] == [
                "credibility": "3", "status": "reported",
                "note": ["en": "One original text; a reprint and two translations corroborate nothing."],
            ])
    }

    @Test("elements as they are disclosed")
    func elements() {
        #expect(
            draft.content[list: "dates"].first?.value == [
                "edtf": "[2023-12-01..2023-12-15]", "basis": "reported", "words": "In the first half of December",
                "sources": ["oilprice"],
            ])
        #expect(
            draft.content[list: "actors"][2].value == [
                "id": "beg-sabur", "name": ["en": "Beg Sabur", "ru": "Бег Сабур Зухуров"],
                "also": ["Beg Zuhurov", "Beg Zukhurov"], "type": "office-holder",
                "office": ["en": "Head of the Communications Service"], "country": "TJ", "role": ["signatory"],
                "sources": ["alternativewelle"],
                "note": ["en": "Shown signing, by a photo caption; the article's text names the government only."],
            ])
        #expect(
            draft.content[list: "quantities"].first?.value == [
                "value": "7600", "unit": "base-station", "what": ["en": "stations to upgrade or install"],
                "precision": "as-stated", "said-by": "eurasianet", "sources": ["oilprice"],
            ])
        #expect(
            draft.content[list: "captures"].first?.value == [
                "source": "oilprice",
                "digest": "sha256:18120fea13187e02718a318c9dff11dc771d28e96c3a0fca55d86f6ff18de6f2",
                "digest-of": "extracted-text", "bytes": 5358, "media-type": "text/plain", "stored": "private",
            ])
        let quote = draft.content[list: "quotes"].first?.value
        #expect(quote?["before"] == "Huawei Technologies Tajikistan, ")
        #expect(quote?["after"] == " envisioned as the backbone")
        #expect(quote?["translations"]?.array?.first?["by"] == "recorder")
    }

    @Test("relations wait to be resolved")
    func relations() {
        #expect(draft.relations.map(\.relation) == ["implements", "responds-to"])
        #expect(draft.relations.map(\.to) == ["tj-mobile-programme-2024-2028", "tj-2g-coverage-admission-2023-11"])
        #expect(draft.relations.map(\.basis) == [nil, "inferred"])
        let hash = Hash.sha256([])
        let resolved = draft.content(resolving: { _ in hash })
        #expect(
            resolved[list: "relations"].last?.value == [
                "relation": "responds-to", "to": .string(hash.base64), "basis": "inferred",
            ])
        #expect(resolved.relations.map(\.to) == [hash, hash])
    }

    @Test("text is in NFC, but for quotes and the words of a source")
    func normalised() throws {
        let decomposed = "Е\u{308}лка"
        let text = Sample.adding(
            """
            summary: \(decomposed)
            x-note: \(decomposed)
            dates: [{edtf: 2023-12-01, words: \(decomposed), note: \(decomposed)}]
            quotes: [{text: \(decomposed), language: ru, before: \(decomposed)}]
            """)
        let content = try #require(Sample.read(text).draft?.content)
        let composed = Array("Ёлка".unicodeScalars)
        let kept = Array(decomposed.unicodeScalars)
        #expect(content.fields["summary"]?["en"]?.string.map { Array($0.unicodeScalars) } == composed)
        #expect(content.fields["x-note"]?.string.map { Array($0.unicodeScalars) } == composed)
        #expect(content.dates.first?.words.map { Array($0.unicodeScalars) } == kept)
        #expect(content.dates.first?.note?.texts["en"].map { Array($0.unicodeScalars) } == composed)
        #expect(Array(content.quotes.first?.text.unicodeScalars ?? "".unicodeScalars) == kept)
        #expect(content.quotes.first?.before.map { Array($0.unicodeScalars) } == composed)
    }

    @Test("line ends are \\n, and no blank is at the end")
    func lineEnds() throws {
        let text = Sample.adding("summary: |+\n  one  \n  two\n\n\nx-a: \"b \\n\"")
        let crlf = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        for file in [text, crlf, "\u{FEFF}" + text] {
            let content = try #require(Sample.read(file).draft?.content, "\(Sample.codes(file))")
            #expect(content.fields["summary"] == ["en": "one  \ntwo"])
            #expect(content.fields["x-a"] == "b")
        }
    }

    @Test("empty lists and maps are left out; one word alone is a list")
    func lists() throws {
        let content = try #require(
            Sample.read(Sample.adding("tags: []\ntechnologies: dpi\nactors: []\nx-a: {b: []}")).draft?.content)
        #expect(content.fields["tags"] == nil)
        #expect(content.fields["technologies"] == ["dpi"])
        #expect(content.fields["x-a"] == nil)
        #expect(content[list: "actors"].isEmpty)
    }

    @Test("what is withheld is kept as paths")
    func withheld() throws {
        let draft = try #require(
            Sample.read(Sample.adding("summary: abc\nwithhold: [summary, sources.0, sources.s1]")).draft)
        #expect(draft.withhold == ["summary", "sources.0", "sources.s1"])
        #expect(draft.content.fields["withhold"] == nil)
    }

    @Test("scalars are what was written, whatever YAML takes them for")
    func raw() throws {
        let text = Sample.adding("x-a: {no: NO, date: 2023-12-22, number: 0777, sexagesimal: 1:30, null: ~, yes: true}")
        let content = try #require(Sample.read(text).draft?.content)
        #expect(
            content.fields["x-a"] == [
                "no": "NO", "date": "2023-12-22", "number": "0777", "sexagesimal": "1:30", "null": "~", "yes": "true",
            ])
    }

    @Test("the other entries fit the same table")
    func others() throws {
        func read(_ text: String, _ form: EntryForm) throws -> EventContent {
            let reading = EventReader().read(Array(text.utf8), path: "a", as: form)
            return try #require(reading.draft?.content, "\(reading.diagnostics.map(\.text))")
        }
        let correction = try read(Sample.adding("reason: The day is known."), .correction)
        #expect(correction.reason?.text() == "The day is known.")
        #expect(correction.slug == "tj-site-block")
        let retraction = try read("language: ru\nreason: Отозвано\n", .retraction)
        #expect(retraction.fields == ["reason": ["ru": "Отозвано"]])
        let remark = try read(
            "language: en\nkind: dispute\ntext: Otherwise\nsources:\n  - {id: s1, type: news-report}\n", .remark)
        #expect(remark.fields == ["kind": "dispute", "text": ["en": "Otherwise"]])
        #expect(remark.sources.count == 1)
        #expect(EventWriter.yaml(remark, as: .remark).contains("kind: dispute"))
    }

    @Test("shared actors and sources are copied in where they are used")
    func shared() throws {
        let file = """
            language: en
            actors:
              - {id: huawei, name: Huawei, type: company, country: CN}
              - {id: unused, name: Unused, type: company}
            sources:
              - {id: eurasianet, type: news-report, publisher: Eurasianet, url: https://eurasianet.example/1}
              - {id: oilprice, type: news-report, derivation: syndicated, of: eurasianet, publisher: OilPrice}
            """
        let (things, diagnostics) = SharedThings.read(Array(file.utf8), path: "shared.yaml")
        #expect(diagnostics.map(\.text) == [])
        let text = Sample.adding(
            "actors:\n  - {id: huawei, role: supplier, country: TJ}\ndates:\n  - {edtf: 2023-12, sources: [oilprice]}")
        let reading = EventReader(shared: things).read(Array(text.utf8), path: "a")
        let content = try #require(reading.draft?.content, "\(reading.diagnostics.map(\.text))")
        #expect(content.actors.map(\.id) == ["huawei"])
        #expect(content.actors.first?.name?.text() == "Huawei")
        #expect(content.actors.first?.country == "TJ")
        #expect(content.sources.map(\.id) == ["s1", "oilprice", "eurasianet"])
    }
}
