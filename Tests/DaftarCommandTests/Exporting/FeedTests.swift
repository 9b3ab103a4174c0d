import DaftarCommand
import Testing

/// What goes to feed readers, linked data, FollowTheMoney and reference managers, judged by programs of others.
@Suite struct FeedTests {
    static let formats = ["atom", "jsonld", "ftm", "csl", "bibtex"]

    /// Exports of three ledgers: Records, one that has every mark in it, and one whose texts try to break out.
    private let homes: [(home: Home, options: [String])]

    init() throws {
        let root = Home.vectors + "/../.."
        let life = try Life()
        for step in life.steps { try step() }
        try life.withdrawName()
        let here = ["--ledger", "Records", "--trust", "Keys"]
        homes = [
            (try Home(), ["--ledger", root + "/Records", "--trust", root + "/Keys"]), (life.home, here),
            (try Hostile.home(), here),
        ]
    }

    /// Writes each of them, and once with a filter that holds what could end a comment or a string.
    private func files(_ format: String) throws -> [String] {
        let odd = ["--source", "@x{\"} -->\u{1}\\"]
        return try (homes.map { ($0, []) } + [(homes[0], odd)]).enumerated().map { number, asked in
            let (place, filter) = asked, name = "out\(number).\(format)"
            let result = place.home.run(["export", "--format", format, "-o", name] + place.options + filter)
            try #require(result.exit == .done, "\(result.err)")
            return place.home.file(name)
        }
    }

    /// Nothing of the machine or of the clock is in them; the same again, and in one go as in pieces.
    @Test(arguments: formats) func eachCarriesItsPlace(_ format: String) throws {
        for file in try files(format).prefix(3) {
            let text = String(decoding: try Home(at: "").read(file), as: UTF8.self)
            let place = try #require(homes.first { file.hasPrefix($0.home.path) })
            let again = place.home.run(["export", "--format", format] + place.options)
            #expect(again.out == text)
            for words in ["daftar.example/", "CC", "A hash proves that bytes did not change, not that they are true."] {
                #expect(text.contains(words), "\(format): \(words)")
            }
            #expect(!text.contains(Life.name))
        }
    }

    @Test func atom() throws {
        let files = try files("atom")
        try Validators.check("feedparser", FeedJudges.feed, files)
        try Validators.check("lxml", FeedJudges.schema, [Home.vectors + "/atom/atom.rng"] + files)
    }

    /// A reader of feeds that holds an event takes the newer version: corrected, retracted, withdrawn from.
    @Test func updatedIsTheDayOfTheLastChange() throws {
        let text = String(decoding: try Home(at: "").read(try files("atom")[1]), as: UTF8.self)
        let entries = text.split(separator: "<entry>").dropFirst()
        func days(_ slug: String) throws -> [Substring] {
            let entry = try #require(entries.first { $0.contains("Title of \(slug) ") })
            return ["published", "updated"].map { name in
                entry.split(separator: "<\(name)>").last?.prefix(10) ?? ""
            }
        }
        // Entry 1 of the first day, withdrawn from by the last two; 2, of whose marks 13 doubts one; 18, never touched.
        #expect(try days("alpha") == ["2026-11-01", "2026-11-11"])
        #expect(try days("beta")[1] == "2026-11-07")
        #expect(try days("epsilon") == ["2026-11-10", "2026-11-10"])
        #expect(text.contains("<title xml:lang=\"en\">RETRACTED: Title of beta"))
    }

    @Test func linkedData() throws {
        let files = try files("jsonld")
        try Validators.check("pyld, rdflib", FeedJudges.graph, files)
        let hostile = String(decoding: try Home(at: "").read(files[2]), as: UTF8.self)
        #expect(
            hostile.contains("\"startDate\":\"2024-02-29\"")
                && hostile.contains("\"startDate\":\"2023-05\",\"endDate\":\"2023-06-07\""))
        #expect(
            !hostile.contains("\"startDate\":\"2023-12")
                && hostile.contains("\"temporalCoverage\":\"[2023-12-01..2023-12-15]\""))
    }

    @Test func followTheMoney() throws { try Validators.check("followthemoney", FeedJudges.entities, files("ftm")) }

    @Test func citations() throws {
        try Validators.check("citeproc", FeedJudges.items, files("csl"))
        try Validators.check("bibtexparser", FeedJudges.bibliography, files("bibtex"))
    }

    /// A source that several events cite is one item, under a key that no filter changes.
    @Test func oneItemForEachSource() throws {
        let (home, options) = homes[2]
        let all = home.run(["export", "--format", "bibtex"] + options).out
        #expect(all.split(separator: "url = {https://paper.example/shared}").count == 2, "\(all)")
        let some = home.run(["export", "--format", "bibtex", "--from", "2024"] + options).out
        for line in some.split(separator: "\n") where line.hasPrefix("@") { #expect(all.contains(line)) }
    }
}
