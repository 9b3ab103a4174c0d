import Daftar
import DaftarExchange
import Testing

@Suite("Templates and schema")
struct TemplateTests {
    /// What a person would write into each blank.
    static let blanks = [
        "slug": "tj-filled", "title": "A title", "date": "2023-12", "places": "[TJ]", "stage": "agreed",
        "summary": "A summary",
        "edtf": "2023-12", "id": "thing", "name": "A name", "type": "regulator", "role": "party", "country": "TJ",
        "force": "unknown", "domain": "example.org", "text": "some words", "language": "en", "said-by": "s1",
        "publisher": "A paper", "url": "https://news.example/1", "says": "It says", "value": "7", "unit": "percent",
        "what": "a thing", "technologies": "[dpi]", "methods": "[dns]", "tags": "[a]",
        "description": "What is recorded",
    ]

    @Test("are good once the blanks are filled", arguments: Kind.vocabulary.words)
    func kinds(_ kind: String) throws {
        let template = try #require(Template.event(kind))
        // An instrument has types of its own; `type` is the one blank that means two things.
        let filled = fill(template).replacingAll("type: regulator", after: "instruments:", "type: memorandum")
        let reading = EventReader().read(Array(filled.utf8), path: "a.yaml")
        #expect(reading.diagnostics.map(\.text) == [], "\(filled)")
        #expect(reading.draft?.content.kind?.text == kind)
    }

    @Test("say nothing but that blanks are empty before that", arguments: Kind.vocabulary.words)
    func empty(_ kind: String) throws {
        let template = try #require(Template.event(kind))
        let codes = Set(EventReader().read(Array(template.utf8), path: "a.yaml").diagnostics.map(\.code))
        #expect(
            codes.isSubset(of: [
                .valueEmpty, .sourceIncomplete, .wordUnknown, .kindStatement, .kindDisruption, .targetIncomplete,
                .dateEmpty,
            ]), "\(codes)")
    }

    @Test("of a kind that there is none is none")
    func none() {
        #expect(Template.event("foo/bar") == nil)
        #expect(Template.event("disruption/site-block/dns") != nil)
    }

    @Test("of a charter is good once the blanks are filled")
    func charter() throws {
        let key = try VerifierKey(name: "daftar.example/a", publicKey: [0x58] + [UInt8](repeating: 0x66, count: 31))
        let filled = fill(
            Template.charter.replacing("vkey:   ", "vkey: \(key.text)   ").replacing("role:   ", "role: editor   "))
        let (draft, diagnostics) = CharterDraft.read(Array(filled.utf8), path: "c")
        #expect(diagnostics.map(\.text) == [], "\(filled)")
        #expect(draft?.keys.map(\.role) == ["editor"])
        #expect(draft?.licence == "CC-BY-4.0")
    }

    @Test("a charter of a title alone")
    func title() {
        let draft = CharterDraft(title: "A ledger")
        let (read, diagnostics) = CharterDraft.read(Array("title: A ledger\n".utf8), path: "c")
        #expect(diagnostics == [])
        #expect(read == draft)
    }

    /// Fills every `key:` that has nothing but a comment behind it.
    private func fill(_ template: String) -> String {
        template.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard let hash = line.firstIndex(of: "#"), hash != line.startIndex,
                let colon = line[..<hash].firstIndex(of: ":"),
                line[line.index(after: colon)..<hash].allSatisfy({ $0 == " " })
            else { return String(line) }
            let key = line[..<colon].filter { $0 != " " }
            let name = key.hasPrefix("-") ? String(key.dropFirst()) : String(key)
            return Self.blanks[name].map { "\(line[...colon]) \($0)" } ?? String(line)
        }.joined(separator: "\n")
    }
}

extension String {
    /// With `old` replaced once behind the first `mark`.
    func replacingAll(_ old: String, after mark: String, _ new: String) -> String {
        guard let start = firstRange(of: mark) else { return self }
        return self[..<start.upperBound] + String(self[start.upperBound...]).replacing(old, new)
    }
}
