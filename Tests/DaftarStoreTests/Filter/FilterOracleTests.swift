import Daftar
import Testing

@testable import DaftarStore

/// Every filter alone and every two together, at several moments, against `LiteralFilter` over all events.
@Suite struct FilterOracleTests {
    let world: World
    let ledger: Ledger
    /// Sizes of the ledger at which it is looked at; nil for now.
    private(set) var sizes: [Int?] = [nil]
    private var dice = Dice(7)
    private var events: [Submission] = []

    init() throws {
        world = try World()
        ledger = try world.create()
        for round in 0..<4 {
            let seen = try ledger.seen()
            let new = try (0..<30).map { try event(round * 30 + $0, seen) }
            try world.append(new, to: ledger)
            events += new
            try world.append(try later(ledger.seen()), to: ledger)
            sizes.append(try ledger.seen().size - 3)
        }
    }

    @Test func everyFilterIsTheLiteralOne() throws {
        let filters = filters
        for size in sizes {
            let all = try ledger.events(EventFilter(), at: size)
            for (i, first) in filters.enumerated() {
                // Of the past each alone, and a part of the pairs: all of them take minutes.
                for (j, second) in filters.enumerated().dropFirst(i)
                where size == nil || i == j || (i + j) % sizes.count == (size ?? 0) % sizes.count {
                    var filter = EventFilter()
                    first(&filter)
                    second(&filter)
                    try compare(filter, among: all, at: size)
                }
            }
        }
    }

    @Test func manyHitsComeByEntry() throws {
        for size in sizes {
            for reversed in [false, true] {
                var filter = EventFilter()
                (filter.words, filter.kind) = ("event", "law")
                let all = try ledger.events(filter, at: size).map(\.index).sorted()
                let window = EventWindow(limit: 7, offset: 2, isReversed: reversed)
                let found = try ledger.database.read { db in
                    let moment = try EventMoment(db, at: size), query = try EventQuery(db, filter, moment)
                    return try query.map { query in
                        var places = EventPlaces(db, query, window)
                        places.manyHits = 3
                        return try places.find()
                    }
                }
                #expect(found?.isInEntryOrder == (all.count > 3))
                #expect(found?.places.map(\.entry) == Array((reversed ? all.reversed() : all).dropFirst(2).prefix(7)))
            }
        }
    }

    /// What no event shows any more is no name that anybody is found by, nor kept.
    @Test func namesAreForgottenWithTheirEvents() throws {
        var maker = self
        let event = try maker.event(999, ledger.seen(), actor: ["id": "mole", "name": ["en": "Unmistakable Mole"]])
        try world.append([event], to: ledger)
        var filter = EventFilter()
        filter.actor = "unmistakable"
        #expect(try ledger.count(filter).matching == 1)
        try world.append([world.withdrawal(of: event, seen: ledger.seen())], to: ledger)
        #expect(try ledger.count(filter).matching == 0)
        try ledger.database.read { db in
            let names = try db.rows("SELECT name FROM names", read: { $0.text(0) })
            #expect(names.allSatisfy { !$0.contains("Mole") })
        }
    }

    private func compare(_ filter: EventFilter, among all: [RecordedEvent], at size: Int?) throws {
        let literal = LiteralFilter(filter, among: all)
        let expected = all.filter(literal.accepts).map(\.index), asked = "\(filter) at \(size ?? 0)"
        #expect(try ledger.events(filter, at: size).map(\.index) == expected, "\(asked)")
        let count = try ledger.count(filter, at: size)
        #expect(count.matching == expected.count && count.all == all.count, "\(asked)")
        #expect(count.touchingOnly == all.count(where: literal.onlyTouches), "\(asked)")
        for reversed in [false, true] {
            let window = EventWindow(limit: 5, offset: expected.count / 3, isReversed: reversed)
            let page = try ledger.page(filter, window, at: size)
            let order = reversed ? expected.reversed() : expected
            #expect(page.events.map(\.index) == Array(order.dropFirst(window.offset).prefix(5)), "\(asked)")
            #expect(page.count.matching == expected.count && page.count.touchingOnly == count.touchingOnly, "\(asked)")
        }
    }
}

// MARK: What is asked, and of what

extension FilterOracleTests {
    fileprivate typealias Change = (inout EventFilter) -> Void

    private var filters: [Change] {
        func period(_ from: String?, _ to: String?, touching: Bool = false) -> Change {
            { filter in
                let edges = [from, to].map { $0.flatMap { try? EDTF(parsing: $0) } }
                filter.period = try? EDTF.Period(from: edges[0], to: edges[1])
                filter.includesTouching = touching
            }
        }
        let keys = [world.editor.verifierKey, world.recorder.verifierKey]
        let periods = [
            period("2021-03", "2022-05"), period("2021-03-15", nil), period(nil, "2021-07-04"),
            period("2021-03-15", "2022-05-20", touching: true), period("2022", nil, touching: true),
            period(nil, "2020", touching: true), period("2021-02-10", "2021-02-10"),
        ]
        let words: [Change] = [
            { $0.words = "zyfra" }, { $0.words = "ЕЛКА" }, { $0.words = "event" }, { $0.words = "--" },
            { $0.actor = "цифра" }, { $0.actor = "Minist" }, { $0.actor = "zyf" }, { $0.actor = "mineco" },
            { $0.actor = "ministry of Cult" }, { $0.actor = "nobody" }, { $0.source = "s1" }, { $0.source = "news.ex" },
            { $0.source = "NEWS.example/a" }, { $0.publisher = "le journal" }, { $0.publisher = "élysé" },
        ]
        let facets: [Change] = [
            { $0.kind = "law" }, { $0.kind = "law/adopt" }, { $0.place = "TJ" }, { $0.place = "TJ-DU" },
            { $0.role = "target" }, { $0.language = "tg" }, { $0.language = "tg-Cyrl" }, { $0.status = "reported" },
            { $0.relation = "follows" }, { $0.author = [keys[0]] }, { $0.author = [keys[1]] },
            { $0.entries = [3, 4, 5, 20, 40, 41, 90, 7_000] },
        ]
        return periods + words + facets + EventFilter.Mark.allCases.map { mark in { $0.mark = mark } }
    }

    private mutating func event(_ number: Int, _ seen: Seen, actor: JSONValue? = nil) throws -> Submission {
        let content = Commitments.Content(
            type: "event", fields: fields(number), lists: lists(number, actor))
        return try Submission(
            signing: Commitments(content), ledger: world.origin, seen: seen,
            signers: [dice.of([world.editor, world.recorder, world.recorder])])
    }

    private mutating func fields(_ number: Int) -> [(name: String, value: JSONValue)] {
        let dates = [
            "2021-03-15", "2021-03", "2021", "2022-05-20", "[2021-12-20..2022-01-10]", "2020-06/2022-05", "2019/..",
            "/2021-07", "{2020-02,2022-06}", "XXXX-10-05", "2021-02-1X", "some day", "2021-07-04", "../2020", "2022/",
            "2021-03-14/2021-03-16", "2022-05-20/2022-05-21", "202X", "2021-02-10", "9999-12-31",
        ]
        let kinds = ["law/adopt", "law/adopt/decree", "law/order", "disruption/shutdown", "lawless"]
        return [
            ("slug", .string("event-\(dice.roll(100))-\(number)")), ("kind", .string(dice.of(kinds))),
            ("date", .string(dice.of(dates))),
            ("places", .array(dice.some(["TJ", "TJ-DU", "KZ", "TJX"]).map { .string($0) })),
            ("title", ["ru": .string(dice.of(["Ёлка и ёж", "елка", "Йод"]))]),
            ("assessment", ["status": .string(dice.of(["reported", "official"]))]),
        ]
    }

    private mutating func lists(_ number: Int, _ actor: JSONValue?) -> [(name: String, elements: [JSONValue])] {
        let actors: [JSONValue] = [
            ["id": "cifra", "name": ["en": "Zyfra Group"], "role": ["supplier"]],
            ["id": "cifra", "name": ["ru": "Цифра"], "also": ["Cifra"], "role": ["target"]],
            ["id": "mineco", "name": ["en": "Ministry of Economy"], "role": ["orderer", "target"]],
            ["id": "mincult", "name": ["en": "A Ministry of Culture"]], ["name": ["en": "Nameless ministry"]],
        ]
        let sources: [JSONValue] = [
            ["id": "s1", "publisher": "Le Journal de l'Élysée", "url": "https://news.example/a", "language": "fr"],
            ["id": "s2", "publisher": "Азия-Плюс", "url": "https://www.news.example:80/b", "language": "tg-Cyrl"],
            ["id": "s3", "url": "https://other.example/news.example/a", "language": "tg"], ["id": "journal"],
        ]
        let relation = events.isEmpty ? [] : [dice.of(events).statement.hash.base64].filter { _ in dice.roll(3) == 0 }
        return [
            ("actors", actor.map { [$0] } ?? dice.some(actors)), ("sources", dice.some(sources)),
            ("relations", relation.map { ["relation": "follows", "to": .string($0)] }),
        ]
    }

    /// Corrections, remarks, a retraction of each, and a withdrawal.
    private mutating func later(_ seen: Seen) throws -> [Submission] {
        func said(
            _ type: String, of other: Submission, _ fields: [(name: String, value: JSONValue)],
            _ lists: [(name: String, elements: [JSONValue])] = []
        ) throws -> Submission {
            let content = Commitments.Content(type: type, of: other.statement.hash, fields: fields, lists: lists)
            return try Submission(
                signing: Commitments(content), ledger: world.origin, seen: seen, signers: [world.editor])
        }
        let corrections = try (0..<5).map { _ in
            try said(
                "correction", of: dice.of(events), fields(dice.roll(30)) + [("reason", ["en": "x"])], lists(0, nil))
        }
        let remarks = try ["dispute", "endorsement", "dispute"].map {
            try said("remark", of: dice.of(events), [("kind", .string($0)), ("text", ["en": "x"])])
        }
        let taken = try [dice.of(events), dice.of(events), remarks[2], dice.of(remarks)].map {
            try said("retraction", of: $0, [("reason", ["en": "x"])])
        }
        return corrections + remarks + taken + [try world.withdrawal(of: dice.of(events), seen: seen)]
    }
}

/// The same numbers each time.
private struct Dice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func roll(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
    }

    mutating func of<T>(_ all: [T]) -> T { all[roll(all.count)] }

    mutating func some<T>(_ all: [T]) -> [T] { all.filter { _ in roll(3) == 0 } }
}
