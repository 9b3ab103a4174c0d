import Daftar
import DaftarExchange
import Testing

/// Each code has a file that calls for it, and an explanation.
@Suite("Diagnostic codes")
struct CodeTests {
    /// What calls for a code, and where it points.
    static let yaml: [(code: DiagnosticCode, place: String, text: String)] = [
        (.fileEmpty, "1:1", "# nothing\n"),
        (.fileCharacter, "4:11", Sample.replacing("title", "title: abc\u{202E}def")),
        (.yamlSyntax, "4:9", Sample.replacing("title", "title: a: b")),
        (.yamlAnchor, "6:9", Sample.replacing("places", "places: &p [TJ]")),
        (.yamlTag, "4:8", Sample.replacing("title", "title: !!str abc")),
        (.yamlMergeKey, "14:1", Sample.adding("<<: {a: b}")),
        (.yamlDocuments, "14:1", Sample.adding("---\nslug: other")),
        (.yamlTab, "4:7", Sample.replacing("title", "title:\tabc")),
        (.yamlIndentation, "14:10", Sample.adding("summary: |2\n   abc")),
        (.tooDeep, "14:22", Sample.adding("x-a: [[[[[[[[[[[[[[[[[[a]]]]]]]]]]]]]]]]]]")),
        (.tooDeep, "14:13", Sample.adding("x-a: [[[[[[[[a]]]]]]]]")),
        (.tooMany, "14:7", Sample.adding("tags: [" + (0...200).map { "t\($0)" }.joined(separator: ", ") + "]")),
        (.keyUnknown, "14:1", Sample.adding("sumary: abc")),
        (.keyMissing, "1:1", Sample.replacing("date", "")),
        (.keyDuplicate, "14:1", Sample.adding("slug: again")),
        (.keyForm, "14:1", Sample.adding("x-ä: abc")),
        (.valueShape, "4:8", Sample.replacing("title", "title: [a, b]")),
        (.valueEmpty, "14:9", Sample.adding("summary:")),
        (.wordUnknown, "7:14", Sample.replacing("sensitivity", "sensitivity: TLP:WHITE")),
        (.wordUnknown, "3:7", Sample.replacing("kind", "kind: disruption/site")),
        (.wordForm, "14:8", Sample.adding("tags: [Mobile 5G]")),
        (.placeUnknown, "6:10", Sample.replacing("places", "places: [UK]")),
        (.languageForm, "2:11", Sample.replacing("language", "language: english")),
        (.slugForm, "1:7", Sample.replacing("slug", "slug: TJ_Huawei")),
        (.numberForm, "15:12", Sample.adding("quantities:\n  - value: 7,600\n    unit: base-station")),
        (.urlForm, "13:10", Sample.yaml.replacing("https://", "ftp://")),
        (.domainForm, "15:13", Sample.adding("targets:\n  - domain: https://rferl.org/a")),
        (
            .digestForm, "16:13",
            Sample.adding("captures:\n  - source: s1\n    digest: abc\n    digest-of: body\n    stored: none")
        ),
        (
            .mediaTypeForm, "19:17",
            Sample.adding(
                "captures:\n  - source: s1\n    digest: sha256:\(String(repeating: "0", count: 64))\n    digest-of: body\n    stored: none\n    media-type: html"
            )
        ),
        (.relationForm, "15:29", Sample.adding("relations:\n  - {relation: follows, to: \"#x\"}")),
        (.textTooLong, "4:8", Sample.replacing("title", "title: " + String(repeating: "x", count: 301))),
        (.textCharacter, "4:8", Sample.replacing("title", "title: \"a\\u202eb\"")),
        (.listTwice, "6:14", Sample.replacing("places", "places: [TJ, TJ]")),
        (.dateNeedsQuotes, "5:7", Sample.replacing("date", "date: [2023-12-01..2023-12-15]")),
        (
            .dayForm, "19:15",
            Sample.adding(
                "captures:\n  - source: s1\n    digest: sha256:\(String(repeating: "0", count: 64))\n    digest-of: body\n    stored: none\n    accessed: 2024-01-10T10:00"
            )
        ),
        (.idTwice, "14:9", Sample.adding("  - id: s1\n    type: news-report")),
        (.referenceUnknown, "15:34", Sample.adding("dates:\n  - {edtf: 2023-12-01, sources: [s2]}")),
        (.relationCircle, "15:29", Sample.adding("relations:\n  - {relation: follows, to: tj-site-block}")),
        (.sourceIncomplete, "9:1", Sample.yaml.replacing("    publisher: A paper\n", "")),
        (.sourceDerivation, "14:45", Sample.adding("  - {id: s2, type: news-report, derivation: original, of: s1}")),
        (.targetIncomplete, "15:5", Sample.adding("targets:\n  - category: NEWS")),
        (.credibilityOriginals, "14:29", Sample.adding("assessment: {credibility:   1}")),
        (.sensitivityGuarded, "11:11", Sample.yaml.replacing("news-report", "testimony")),
        (.personPrivate, "15:30", Sample.adding("actors:\n  - {id: a, name: Bob, type: person, role: affected}")),
        (
            .personPrivate, "15:6",
            Sample.adding("actors:\n  - {id: a, name: Bob, type: office-holder, role: speaker, sources: [s1]}")
        ),
        (.withholdPath, "14:12", Sample.adding("withhold: [actors.bob]")),
        (.kindStatement, "3:1", Sample.replacing("kind", "kind: statement/official")),
        (.kindDisruption, "3:1", Sample.replacing("methods", "")),
        (.originalMissing, "9:1", Sample.yaml.replacing("news-report\n", "news-report\n    derivation: excerpt\n")),
        (
            .quoteLong, "15:11",
            Sample.adding("quotes:\n  - text: " + String(repeating: "x", count: 301) + "\n    language: en")
        ),
        (
            .personOffice, "15:6",
            Sample.adding("actors:\n  - {id: a, name: Bob, type: office-holder, office: Minister, role: speaker}")
        ),
        (.personContact, "15:12", Sample.adding("summary: >-\n  write to zzz@example.org")),
        (.personNumber, "14:19", Sample.adding("summary: passport A1234567 of")),
        (.personLocation, "14:13", Sample.adding("summary: at 38.5598, 68.7870")),
        (.localPath, "14:15", Sample.adding("summary: from /home/rustam/a.txt")),
        (.timeOffset, "14:13", Sample.adding("summary: at 2023-12-18T09:30:00+05:00")),
        (.urlToken, "13:33", Sample.yaml.replacing("example/1", "example/1?utm_source=x")),
    ]

    @Test("point at their place", arguments: yaml.indices)
    func points(_ i: Int) {
        let (code, place, text) = Self.yaml[i]
        #expect(Sample.codes(text).contains("\(place) \(code.rawValue)"), "\(Sample.codes(text)) in\n\(text)")
    }

    /// What other files call for: bytes that are no text, JSON, EDTF and charters.
    @Test("of other files")
    func others() {
        #expect(codes(EventReader().read([0x61, 0xFF], path: "a").diagnostics) == ["1:2 file-encoding"])
        #expect(
            codes(EventReader().read([UInt8](repeating: 0x61, count: 4 << 20 | 1), path: "a").diagnostics) == [
                "1:1 file-too-large"
            ])
        #expect(json("{\"slug\":\"a\" \"b\"}") == ["1:13 json-syntax"])
        #expect(json("{\"title\":null}") == ["1:10 json-literal"])
        let charter = CharterDraft.read(Array("title: A\nkeys:\n  - {vkey: abc, role: editor}\n".utf8), path: "c")
        #expect(codes(charter.diagnostics) == ["3:12 vkey-form"])
        #expect(
            json("{" + (0...500).map { "\"k\($0)\":\"\"" }.joined(separator: ",") + "}").first?.hasSuffix("too-many")
                == true)
    }

    @Test("of a charter that nobody could ever change")
    func approvals() throws {
        // The base point of Ed25519 is a key like any other.
        let key = try VerifierKey(name: "daftar.example/a", publicKey: [0x58] + [UInt8](repeating: 0x66, count: 31))
        let text = "title: A\napprovals: 2\nkeys:\n  - {vkey: \(key.text), role: editor}\n"
        #expect(codes(CharterDraft.read(Array(text.utf8), path: "c").diagnostics) == ["2:12 charter-approvals"])
    }

    @Test("of an event that is too large")
    func tooLarge() {
        let text = "summary: " + String(repeating: "x", count: 60_000)
        let notes = (0..<20).map { "x-note-\($0): \(text.dropFirst(9))" }.joined(separator: "\n")
        #expect(Sample.codes(Sample.adding(notes)) == ["1:1 event-too-large"])
    }

    @Test("of dates are all known")
    func dates() {
        for code in EDTFError.Code.allCases {
            #expect(DiagnosticCode(rawValue: code.rawValue) != nil, "\(code.rawValue)")
        }
        #expect(Sample.codes(Sample.replacing("date", "date: 2023-13-01")) == ["5:12 date-month"])
        #expect(Sample.codes(Sample.replacing("date", "date: 2023-21")) == ["5:12 date-season"])
        #expect(Sample.codes(Sample.replacing("date", "date: \"[2023-12-01..2023-12-15\"")) == ["5:31 date-set"])
    }

    @Test("are all explained, and each by its own words")
    func explained() {
        for code in DiagnosticCode.allCases { #expect(code.explanation.count > 20, "\(code.rawValue)") }
    }

    @Test("have all a file that calls for them")
    func covered() {
        let others: Set<DiagnosticCode> = [
            .fileTooLarge, .fileEncoding, .jsonSyntax, .jsonLiteral, .keyEncoding, .charterApprovals, .eventTooLarge,
        ]
        // Of tables, and of what is found beside a ledger: the tests of imports call for them.
        let imports: Set<DiagnosticCode> = [
            .csvQuote, .columnsUnknown, .columnMissing, .columnTwice, .columnAbsent, .columnUnmapped, .mapForm,
            .rowRefused, .rowLong, .rowShort, .listUneven, .dateAmbiguous, .dateForm, .frontMatterMissing, .slugTwice,
            .slugTaken, .relationUnknown, .partsNotShown, .eventMarked,
        ]
        let covered = Set(Self.yaml.map(\.code)).union(others).union(imports)
        let left = DiagnosticCode.allCases.filter {
            !covered.contains($0) && EDTFError.Code(rawValue: $0.rawValue) == nil
        }
        #expect(left.map(\.rawValue) == [])
    }

    private func codes(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.map { "\($0.line):\($0.column) \($0.code.rawValue)" }
    }

    private func json(_ text: String) -> [String] {
        codes(EventReader().readJSON(Array(text.utf8), path: "a.jsonl").diagnostics)
    }
}

extension String {
    /// With the first `old` replaced.
    func replacing(_ old: String, _ new: String) -> String {
        guard let range = firstRange(of: old) else { return self }
        return self[..<range.lowerBound] + new + self[range.upperBound...]
    }
}
