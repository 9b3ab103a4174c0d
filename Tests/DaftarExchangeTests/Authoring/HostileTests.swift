import Daftar
import DaftarExchange
import Testing

/// Files that mean harm: each is refused, quickly, with a diagnostic, and nothing crashes.
@Suite("Hostile files")
struct HostileTests {
    static let files: [(name: String, text: String)] = [
        ("a bomb of aliases", bomb), ("a bomb in a key", "a: &a [x, x]\n? *a : y\n"),
        ("brackets without end", String(repeating: "[", count: 1_000_000)),
        ("braces without end", String(repeating: "{a: ", count: 300_000)),
        ("lists in lists", String(repeating: "- ", count: 300_000)),
        ("maps in maps", (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()),
        ("question marks", String(repeating: "? ", count: 300_000)),
        ("a million elements", "x-a: [" + String(repeating: "a,", count: 1_000_000) + "]"),
        ("a million lines", String(repeating: "- a\n", count: 1_000_000)),
        ("a quote without end", "title: \"" + String(repeating: "x", count: 1_000_000)),
        ("another tag", "title: !python/object/apply:os.system [ls]\n"), ("a tag in a list", "places: [!!str TJ]\n"),
        ("an anchor in a list", "places: [&a TJ]\n"), ("an alias in quotes' shadow", "a: 'x' \nb: *a\n"),
        ("a directive", "%YAML 1.1\n---\nslug: a\n"), ("two documents", "slug: a\n---\nslug: b\n"),
        ("an end", "slug: a\n...\nslug: b\n"), ("a tab", "slug:\ta\n"), ("NUL", "slug: a\u{0}b\n"),
        ("a key that is a list", "? [a, b]\n: c\n"), ("a key that is a map", "{a: b}: c\n"),
        ("not a map", "just text\n"), ("a list", "- a\n- b\n"), ("nothing", ""), ("blank lines", "\n\n\n"),
        ("only a marker", "---\n"), ("a lone quote", "'"), ("a lone bracket", "]"), ("a colon", ":"), ("a star", "*"),
        ("an escape that makes a control", "title: \"\\x1b[2J\"\n"), ("a surrogate", "title: \"\\ud800\"\n"),
        ("a key twice", "slug: a\nslug: b\n"), ("a key twice in a map", "title: {en: a, en: b}\n"),
        ("block text without end", "summary: |\n" + String(repeating: "  x\n", count: 500_000)),
    ]

    private static let bomb: String = {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for i in 1..<30 {
            text += "a\(i): &a\(i) [" + Array(repeating: "*a\(i - 1)", count: 9).joined(separator: ", ") + "]\n"
        }
        return text
    }()

    @Test("are refused", arguments: files.map(\.name))
    func refused(_ name: String) throws {
        let text = try #require(Self.files.first { $0.name == name }).text
        let reading = Sample.read(text)
        #expect(reading.draft == nil)
        #expect(!reading.diagnostics.isEmpty && reading.diagnostics.count <= 200)
        for diagnostic in reading.diagnostics { #expect(!diagnostic.text.isEmpty) }
    }

    @Test("point at the second of two keys")
    func duplicates() {
        #expect(Sample.codes("slug: abc\ntitle: x\nslug: b\n") == ["3:1 key-duplicate"])
        #expect(Sample.codes("slug: abc\ntitle: {en: a, tg: b, en: c}\n") == ["2:23 key-duplicate"])
        #expect(Sample.codes("sources:\n  - id: a\n    url: id\n    id: b\n") == ["4:5 key-duplicate"])
    }

    @Test("that are cut anywhere never crash")
    func cut() {
        let file = Files.huawei
        for end in stride(from: 0, to: file.count, by: 41) { _ = EventReader().read(Array(file[..<end]), path: "a") }
        let json = Array(JSONLinesTests.line.utf8)
        for end in 0..<json.count { #expect(EventReader().readJSON(Array(json[..<end]), path: "a").draft == nil) }
    }

    @Test("that have a byte changed never crash")
    func changed() {
        var random = SystemRandomNumberGenerator()
        let alphabet = Array("[]{}:,&*!|>'\"#-? \n\t\\%@`a0~\u{0}".utf8) + [0xFF, 0xC3, 0x80]
        for _ in 0..<300 {
            var yaml = Files.huawei
            var json = Array(JSONLinesTests.line.utf8)
            for _ in 0..<3 {
                yaml[Int.random(in: 0..<yaml.count, using: &random)] = alphabet.randomElement(using: &random) ?? 0
                json[Int.random(in: 0..<json.count, using: &random)] = alphabet.randomElement(using: &random) ?? 0
            }
            for reading in [EventReader().read(yaml, path: "a"), EventReader().readJSON(json, path: "b")] {
                #expect(reading.draft != nil || !reading.diagnostics.isEmpty)
                _ = reading.diagnostics.map(\.text)
            }
        }
    }

    @Test("in text that only looks like YAML's signs are taken as text")
    func innocent() throws {
        let text = Sample.adding(
            """
            summary: >-
              R&D, 2 * 3, Yahoo! and *stars* &amp; more
              - not a list
              !important
              &anchor
              *alias
            x-plain: R&D for AT&T *
            x-quoted: "&a *b !c --- ..."
            x-single: 'it''s &a'
            x-more: some text
              *goes on* here
            x-flow: [a&b, "*c", 'd!e']
            """)
        let draft = try #require(Sample.read(text).draft)
        #expect(draft.content.fields["x-plain"] == "R&D for AT&T *")
        #expect(draft.content.fields["x-quoted"] == "&a *b !c --- ...")
        #expect(draft.content.fields["x-single"] == "it's &a")
        #expect(draft.content.fields["x-more"] == "some text *goes on* here")
        #expect(draft.content.fields["x-flow"] == ["a&b", "*c", "d!e"])
        #expect(draft.content.fields["summary"]?["en"]?.string?.hasSuffix("!important &anchor *alias") == true)
    }
}
