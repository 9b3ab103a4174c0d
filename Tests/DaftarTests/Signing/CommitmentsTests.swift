import Testing

@testable import Daftar

@Suite struct CommitmentsTests {
    let content = Commitments.Content(
        type: "event", fields: [("title", ["en": "A ministry"]), ("kind", "instrument/sign")],
        lists: [("actors", [["id": "a"], ["id": "b"]]), ("sources", [])])

    /// What the reader finds in a body.
    func layout(_ body: [UInt8]) throws -> (BodyLayout, [SignedDigest]) {
        var digests: [SignedDigest] = []
        let layout = try BodyLayout.scan(0..<body.count, body.span, digests: &digests)
        return (layout, digests)
    }

    @Test func bodyNamesEachDisclosure() throws {
        let made = try Commitments(content)
        let (layout, digests) = try layout(made.body)
        #expect(layout.digestFault == nil && layout.type == .event)
        #expect(digests.map(\.hash) == made.disclosures.map(\.digest))
        #expect(digests.count == 4 && digests.count(where: \.isField) == 2 && made.withheld.isEmpty)
        let disclosures = made.disclosures.compactMap { Disclosure(parsing: $0.encoded) }
        #expect(Set(disclosures.map(\.salt)).count == 4)
        #expect(disclosures.first { $0.name == "kind" }?.value == "instrument/sign")
        #expect(try CanonicalJSON.parse(made.body)["sources"] == nil)
    }

    @Test func aListKeepsItsOrder() throws {
        let made = try Commitments(content)
        let list = try #require(try CanonicalJSON.parse(made.body)["actors"]?.array)
        let values = list.map { element in
            made.disclosures.first { $0.digest.base64 == element["..."]?.string }.flatMap {
                Disclosure(parsing: $0.encoded)?.value
            }
        }
        #expect(values == [["id": "a"], ["id": "b"]])
    }

    @Test("What was written down is committed to as it stands, and refused where a disclosure would be")
    func storedContent() throws {
        let event = EventContent(
            fields: ["title": ["en": "A \"ministry\"\n\u{434}", "de": "B"], "kind": "law/adopt", "places": ["TJ"]],
            lists: ["actors": [["id": "b"], ["id": "a", "role": ["x"]]]])
        let stored = StoredContent.encode(event)
        #expect(StoredContent.decode(stored) == event)
        let made = try Commitments(stored: stored), other = try Commitments(Commitments.Content(event))
        func values(_ made: Commitments) -> [[UInt8]] {
            made.disclosures.map { Array($0.encoded.dropFirst(28)) }.sorted { $0.lexicographicallyPrecedes($1) }
        }
        #expect(values(made) == values(other) && made.body.count == other.body.count)
        #expect(made.shown == event && made.stored == stored && made.withheld.isEmpty)
        let (layout, digests) = try layout(made.body)
        #expect(layout.digestFault == nil && digests.map(\.hash) == made.disclosures.map(\.digest))
        #expect(
            made.disclosures.allSatisfy { Disclosure(parsing: $0.encoded) != nil && $0.digest == .sha256($0.encoded) })
        let deep = String(repeating: "[", count: 8) + String(repeating: "]", count: 8)
        for bad in [#"{"_sd":1}"#, #"{"a":{"...":1}}"#, #"{"type":"event"}"#, #"{"a": 1}"#, "{\"a\":\(deep)}"] {
            #expect(throws: Commitments.Failure.self) {
                try Commitments(stored: Array("{\"fields\":\(bad)}".utf8))
            }
        }
    }

    @Test func withheldPartsAreNamedAndKept() throws {
        let made = try Commitments(content) { name, element in name == "actors" && element == 1 }
        let (layout, digests) = try layout(made.body)
        #expect(layout.digestFault == nil)
        #expect(digests.filter(\.isWithheld).map(\.hash) == made.withheld.map(\.digest))
        #expect(made.withheld.count == 1 && made.disclosures.count == 3)
    }

    @Test(arguments: [(3, 8), (8, 8), (9, 16), (17, 32), (33, 64)])
    func withheldWholeTellsNoCount(_ fields: Int, _ expected: Int) throws {
        let content = Commitments.Content(type: "event", fields: (0..<fields).map { ("f\($0)", "x") })
        let made = try Commitments(wholeWithheld: content)
        let (layout, digests) = try layout(made.body)
        #expect(layout.digestFault == nil)
        #expect(digests.count == expected && digests.allSatisfy { $0.isWithheld && $0.isField })
        #expect(made.withheld.count == fields && made.disclosures.isEmpty)
    }

    @Test func refusesWhatAReaderRefuses() throws {
        func make(_ name: String, _ value: JSONValue) throws -> Commitments {
            try Commitments(Commitments.Content(type: "event", fields: [(name, value)]))
        }
        #expect(throws: Commitments.Failure.name("withheld")) { try make("withheld", "x") }
        #expect(throws: Commitments.Failure.name("a b")) { try make("a b", "x") }
        #expect(throws: Commitments.Failure.name("x")) { try make("x", ["_sd": "x"]) }
        #expect(throws: Commitments.Failure.self) { try make("x", "\u{202E}") }
        #expect(throws: Commitments.Failure.self) { try make("x", .string(String(repeating: "x", count: 1 << 20))) }
        #expect(throws: Commitments.Failure.tooManyDigests(1025)) {
            try Commitments(Commitments.Content(type: "event", lists: [("a", Array(repeating: "x", count: 1025))]))
        }
        #expect(throws: Commitments.Failure.name("a")) {
            try Commitments(Commitments.Content(type: "event", fields: [("a", "x")], lists: [("a", ["x"])]))
        }
    }
}
