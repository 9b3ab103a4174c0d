import Daftar
import Foundation
import Testing

@testable import DaftarStore

/// Events in a ledger, as they are listed, searched and shown.
@Suite struct EventTests {
    let world: World
    let ledger: Ledger

    init() throws {
        world = try World()
        ledger = try world.create()
    }

    func submission(
        _ slug: String, type: String = "event", of: Hash? = nil, by signer: NoteSigner? = nil,
        _ fields: [(name: String, value: JSONValue)], _ lists: [(name: String, elements: [JSONValue])] = []
    ) throws -> Submission {
        let named = slug.isEmpty ? fields : fields + [("slug", .string(slug))]
        let content = Commitments.Content(type: type, of: of, fields: named, lists: lists)
        return try Submission(
            signing: Commitments(content), ledger: world.origin, seen: ledger.seen(),
            signers: [signer ?? world.recorder])
    }

    /// Dates, kinds and places to filter by.
    func fill() throws {
        let rows = [
            ("a", "2023-12-22", "law/adopt", "TJ"), ("b", "2023-06", "disruption/shutdown", "TJ-DU"),
            ("c", "[2023-12-01..2023-12-15]", "disruption/shutdown/mobile", "KZ"),
            ("d", "2012/..", "disruption/site-block", "TJ"),
            ("e", "2023", "disruptions", "RU"), ("f", "some day", "law/adopt", "TJ"), ("g", "/2020", "law/adopt", "TJ"),
        ]
        func event(_ slug: String, _ date: String, _ kind: String, _ place: String) throws -> Submission {
            let actor: JSONValue = ["id": "min", "name": ["en": .string("A Ministry of \(slug)")]]
            let source: JSONValue = ["id": "s", "url": .string("https://news.example/\(slug)")]
            let title = JSONValue.string("\(slug.uppercased()) word")
            return try submission(
                slug,
                [
                    ("date", .string(date)), ("kind", .string(kind)), ("places", [.string(place)]),
                    ("title", ["en": title]),
                ],
                [("actors", [actor]), ("sources", [source])])
        }
        try world.append(rows.map { try event($0.0, $0.1, $0.2, $0.3) }, to: ledger)
    }

    func slugs(_ change: (inout EventFilter) throws -> Void, _ window: EventWindow = EventWindow()) throws -> String {
        var filter = EventFilter()
        try change(&filter)
        let events = try ledger.events(filter, window)
        if window == EventWindow() { #expect(try ledger.count(filter).matching == events.count) }
        return events.compactMap { $0.content.fields["slug"]?.string }.joined()
    }

    @Test func orderFollowsTheDates() throws {
        try fill()
        #expect(try slugs { _ in } == "dgebcaf")
        #expect(try slugs({ _ in }, EventWindow(limit: 2, offset: 1)) == "ge")
        #expect(try slugs({ _ in }, EventWindow(limit: 2, isReversed: true)) == "fa")
        #expect(try ledger.count(EventFilter()) == EventCount(matching: 7, touchingOnly: 0, all: 7))
    }

    @Test func filters() throws {
        try fill()
        #expect(try slugs { $0.kind = "disruption" } == "dbc")
        #expect(try slugs { $0.kind = "disruption/shutdown" } == "bc")
        #expect(try slugs { $0.place = "TJ" } == "dgbaf")
        #expect(try slugs { $0.place = "TJ-DU" } == "b")
        #expect(try slugs { $0.actor = "min" } == "dgebcaf")
        // All are the same actor, so each of its names finds all.
        #expect(try slugs { $0.actor = "ministry OF c" } == "dgebcaf" && slugs { $0.actor = "inistry" } == "")
        #expect(try slugs { $0.source = "NEWS.example/a" } == "a")
        #expect(try slugs { $0.words = "ministry" } == "dgebcaf")
        #expect(try slugs { $0.words = "\"ministry of e\"" } == "e")
        #expect(try slugs { $0.words = "minis* b" } == "b")
        #expect(try slugs { $0.words = "of ministry nothing" } == "")
        for odd in ["", "\"", "*", "AND", "NEAR(", "a OR b", "words:x", "-", "'; DROP TABLE events", "\u{0}"] {
            _ = try slugs { $0.words = odd }
        }
    }

    /// The table's answer is that of `EDTF.Period` for every pair of days near the events.
    @Test func periodsAgreeWithEDTF() throws {
        try fill()
        let days = [
            "2011-01-01", "2012-01-01", "2020-12-31", "2023-01-01", "2023-06-30", "2023-12-01", "2023-12-31",
            "2024-01-01",
        ]
        let events = try ledger.events(EventFilter())
        for from in [nil] + days {
            for to in [nil] + days where (from ?? "") <= (to ?? "9") && (from ?? to) != nil {
                let period = try EDTF.Period(
                    from: from.map { try EDTF(parsing: $0) }, to: to.map { try EDTF(parsing: $0) })
                func expected(_ wanted: [EDTF.Period.Relation]) -> Int {
                    events.count { event in
                        guard let date = event.content.fields["date"]?.string, let edtf = try? EDTF(parsing: date)
                        else { return false }
                        return wanted.contains(period.relation(to: edtf.bounds))
                    }
                }
                var filter = EventFilter()
                filter.period = period
                let count = try ledger.count(filter)
                #expect(count.matching == expected([.inside]), "\(from ?? "") \(to ?? "")")
                #expect(count.touchingOnly == expected([.touching]), "\(from ?? "") \(to ?? "")")
                filter.includesTouching = true
                #expect(try ledger.count(filter).matching == expected([.inside, .touching]))
            }
        }
    }

    @Test func correctionsAndRetractionsMark() throws {
        let event = try submission("first", [("title", ["en": "Wrong"]), ("date", "2023")])
        try world.append([event], to: ledger)
        let of = event.statement.hash
        func correct(_ title: String, by signer: NoteSigner) throws -> Submission {
            try submission(
                "first", type: "correction", of: of, by: signer,
                [("title", ["en": .string(title)]), ("date", "2024"), ("reason", ["en": "x"])])
        }
        try world.append([correct("Better", by: world.recorder), correct("Best", by: world.editor)], to: ledger)
        var shown = try #require(try ledger.event(1))
        #expect(
            shown.content.title?.text() == "Best" && shown.marks.correctedBy == 3 && shown.marks.corrections == [2, 3])
        #expect(shown.signers == [world.editor.verifierKey.name] && shown.statement == of)
        #expect(try slugs { $0.words = "wrong" } == "" && slugs { $0.words = "best" } == "first")
        let dispute = try submission(
            "", type: "remark", of: of, by: world.editor, [("kind", "dispute"), ("text", ["en": "no"])])
        try world.append([dispute], to: ledger)
        #expect(try ledger.event(1)?.marks.disputedBy == [4])
        try world.append(
            [
                submission(
                    "", type: "retraction", of: dispute.statement.hash, by: world.editor, [("reason", ["en": "x"])])
            ], to: ledger)
        #expect(try ledger.event(1)?.marks.disputedBy == [])
        try world.append(
            [
                submission("", type: "retraction", of: of, [("reason", ["en": "x"])]),
                correct("Too late", by: world.editor),
            ], to: ledger)
        shown = try #require(try ledger.event(1))
        #expect(
            shown.marks.retractedBy == 6 && shown.marks.correctedBy == nil && shown.content.title?.text() == "Wrong")
        #expect(try world.verify(ledger.anchors).verdict == .intact)
        #expect(try ledger.event(0) == nil && ledger.event(2) == nil && ledger.event(99) == nil)
        let history = try #require(try ledger.history(of: 1))
        #expect(history.later.map(\.entry) == [2, 3, 4, 5, 6, 7])
        #expect(
            history.later.map(history.state) == [
                .retracted(by: 6), .retracted(by: 6), .retracted(by: 5), .inForce, .inForce, .retracted(by: 6),
            ])
        #expect(history.diff(of: history.later[1]).changes.map(\.place) == [["title", "en"]])
        let before = try #require(try ledger.history(of: 1, upTo: 4))
        #expect(before.later.map(before.state) == [.superseded(by: 3), .inForce] && before.shown.entry == 3)
        #expect(try ledger.history(of: 2) == nil && ledger.content(0) == nil && ledger.content(5)?.about == 4)
    }

    @Test func doubtTakesCorrectionsOutOfForce() throws {
        let event = try submission("first", by: world.editor, [("title", ["en": "Right"])])
        let stolen = try submission(
            "first", type: "correction", of: event.statement.hash, by: world.editor, [("title", ["en": "Forged"])])
        let second = try NoteSigner(SigningKey.generate(), name: world.origin.text + "/second")
        let grant: JSONValue = ["role": "editor", "type": "grant", "vkey": .string(second.verifierKey.text)]
        try world.append([event, world.control(grant, seen: ledger.seen())], to: ledger)
        try world.append([stolen], to: ledger)
        #expect(try ledger.event(1)?.content.title?.text() == "Forged")
        let revoke: JSONValue = [
            "reason": "compromised", "since": 3, "type": "revoke", "vkey": .string(world.editor.verifierKey.text),
        ]
        let body = try Submission(
            signing: CanonicalJSON.encode(revoke), ledger: world.origin, seen: ledger.seen(), signers: [second])
        try world.append([body], to: ledger)
        let shown = try #require(try ledger.event(1))
        #expect(shown.content.title?.text() == "Right" && shown.marks.correctedBy == nil && !shown.marks.isDoubted)
        #expect(try slugs { $0.words = "forged" } == "")
        let report = try world.verify(ledger.anchors)
        #expect(report.verdict == .intact && report.doubted == [3])
        // A store that is built anew comes to the same.
        try ledger.close()
        try FileManager.default.removeItem(atPath: world.box.file("state"))
        #expect(try world.open(ledger.anchors).event(1)?.content.title?.text() == "Right")
    }

    @Test func withdrawnTextIsGoneFromTheStore() throws {
        let event = try submission(
            "first", [("title", ["en": "A title"])],
            [("actors", [["id": "z", "name": ["en": "Zulfiya Unmistakable"]]])])
        try world.append([event], to: ledger)
        #expect(try slugs { $0.words = "unmistakable" } == "first")
        let digest = try #require(
            event.disclosures.first { String(decoding: $0, as: UTF8.self).contains("Unmistakable") }.map {
                Hash.sha256($0)
            })
        let body: JSONValue = [
            "digests": [.string(digest.base64)], "of": .string(event.statement.hash.base64), "reason": "safety",
            "type": "withdrawal",
        ]
        try world.append([world.control(body, seen: ledger.seen())], to: ledger)
        #expect(try slugs { $0.words = "unmistakable" } == "")
        #expect(try ledger.event(1)?.content[list: "actors"] == [.notShown(.withdrawn)])
        try ledger.close()
        let files = FileManager.default.enumerator(atPath: world.box.path)?.compactMap { $0 as? String } ?? []
        for file in files where (try? world.box.read(file).isEmpty) == false {
            #expect(
                !String(decoding: try world.box.read(file), as: UTF8.self).lowercased().contains("unmistak"), "\(file)")
        }
    }

    @Test func anEntryHasManyNames() throws {
        try fill()
        let event = try #require(try ledger.event(3))
        #expect(event.content.fields["slug"] == "c")
        #expect(try ledger.entry(named: "3") == 3 && ledger.entry(named: "#3") == 3 && ledger.entry(named: "c") == 3)
        #expect(try ledger.entry(named: "99") == nil && ledger.entry(named: "nothing") == nil)
        for hash in [event.statement.base64, event.leaf.base64] {
            for length in [8, 9, 10, 11, 12, 43, 44] {
                #expect(try ledger.entry(named: String(hash.prefix(length))) == 3)
            }
            #expect(try ledger.entry(named: String(hash.prefix(7))) == nil)
        }
    }

    @Test func slugsAreUsedOnceAndDuplicatesShown() throws {
        try fill()
        #expect(throws: StoreError.self) { try world.append([submission("a", [("title", ["en": "x"])])], to: ledger) }
        #expect(try ledger.entries(ofSlugs: ["c", "new", "a"]) == ["a": 1, "c": 3])
        let again = EventContent(
            fields: ["kind": "law/adopt", "date": "2023-12", "places": ["TJ"]],
            lists: ["sources": [["url": "https://news.example/a"]]])
        // In each way one thing differs; a few events are looked for in another way than many.
        var others = Array(repeating: again, count: 5)
        others[0].fields["kind"] = "law/propose"
        others[1].fields["date"] = "2019"
        others[2].fields["places"] = ["UZ"]
        others[3][list: "sources"] = [.shown(["url": "https://news.example/"])]
        others[4].fields["date"] = "2023"
        for contents in [[again], [again] + others, others + others + [again]] {
            let expected = contents.map { $0 == again || $0 == others[4] ? [1] : [] }
            #expect(try ledger.likelyDuplicates(of: contents) == expected)
            #expect(try ledger.likelyDuplicates(of: Array(contents.suffix(3))) == Array(expected.suffix(3)))
        }
        let event = try #require(try ledger.event(2))
        try world.append(
            [
                submission(
                    "h", [("title", ["en": "x"])],
                    [("relations", [["relation": "follows", "to": .string(event.statement.base64)]])])
            ], to: ledger)
        let related = try ledger.relations(to: event.statement)
        #expect(related.map(\.entry) == [8] && related.map(\.relation) == ["follows"])
    }
}
