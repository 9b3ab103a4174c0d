import Daftar
import DaftarCommand
import DaftarStore
import Testing

@Suite struct ReadTests {
    let home: Home

    init() throws {
        home = try Home.withLedger()
        try home.write(Home.event("june", date: "2023-06-19"), "b/june.yaml")
        try home.write(Home.event("december", date: "[2023-12-01..2023-12-15]"), "b/december.yaml")
        let disputed =
            "dates:\n  - {edtf: 2022-01, basis: stated, sources: [paper]}\n  - {edtf: 2022-03, basis: reported, sources: [paper]}"
        try home.write(Home.event("disputed", date: "2022-01", extra: disputed), "b/disputed.yaml")
        try home.write(
            Home.event("formula").replacing("title: Title of formula", with: "title: \"=HYPERLINK(1)\""),
            "b/formula.yaml")
        let result = home.append("b")
        try #require(result.exit == .done, "\(result.err)")
    }

    @Test func listsByDate() {
        let result = home.run("list")
        #expect(result.exit == .done)
        let out = result.out
        let order = ["disputed", "june", "december"].compactMap { out.firstRange(of: "Title of \($0)")?.lowerBound }
        #expect(order == order.sorted() && order.count == 3)
        #expect(out.contains("January 2022 †"))
        #expect(out.contains("1–15 December 2023,"))
        #expect(result.err.contains("† sources disagree"))
        #expect(result.err.contains("4 events"))
        #expect(home.run("list", "--reverse").out != out)
    }

    @Test func filters() {
        #expect(home.run("list", "--from", "2023-06", "--to", "2023-06").err.contains("1 of 4 events"))
        let touching = home.run("list", "--from", "2023-12-10")
        #expect(touching.err.contains("2 more only touch the period"))
        #expect(home.run("list", "--from", "2023-12-10", "--touching").err.contains("2 of 4 events"))
        #expect(home.run("list", "--place", "tj").err.contains("4 events"))
        #expect(home.run("list", "--place", "RU").err.contains("0 of 4 events"))
        #expect(home.run("list", "--kind", "statement").err.contains("4 events"))
        #expect(home.run("list", "--limit", "1").err.contains("1 of 4 events"))
        #expect(home.run("list", "--from", "nonsense").exit == .usage)
        #expect(home.run("list", "--from", "2024", "--to", "2023").exit == .usage)
        #expect(home.run("list", "--limit", "-1").exit == .usage)
        #expect(home.run("search", "Title", "december").err.contains("1 of 4 events"))
        #expect(home.run("search", "title of june").err.contains("1 of 4 events"))
        #expect(home.run("search", "***").err.contains("0 of 4 events"))
    }

    /// A slip of the pen is not an empty record.
    @Test(arguments: [["list"], ["search", "title"], ["export", "--format", "csv"]])
    func unknownWordsAreSaid(_ verb: [String]) {
        for (option, word, hint) in [
            ("--kind", "site-block", "hint: did you mean --kind disruption/site-block?"),
            ("--kind", "statment", "hint: did you mean --kind statement?"),
            ("--kind", "zzzzzzzz", "hint: the families are instrument, law,"),
            ("--place", "XX", "hint: places are ISO 3166 codes: TJ for a state"),
            ("--place", "UK", "hint: did you mean --place GB, United Kingdom"),
            ("--place", "TJ-ZZ", "hint: places are"),
        ] {
            let result = home.run(verb + [option, word])
            #expect(result.exit == .usage && result.out == "", "\(word)")
            #expect(
                result.err.contains("error: \(option) \(word): no such") && result.err.contains(hint), "\(result.err)")
        }
        for (option, word) in [
            ("--kind", "statement/"), ("--kind", "law/order/new-detail"), ("--place", "tajikistan"),
            ("--place", "TJ-DU"),
        ] {
            #expect(home.run(verb + [option, word]).exit == .done, "\(word)")
        }
    }

    /// Vocabularies are enforced when writing: what another program wrote is found under its own words.
    @Test func aWordThatTheLedgerHoldsIsOne() throws {
        try home.appendRaw([
            ("kind", "weather/storm"), ("places", ["XX-1"]), ("title", ["en": "A storm"]), ("date", "2023"),
        ])
        for filter in [["--kind", "weather"], ["--kind", "weather/storm"], ["--place", "XX"], ["--place", "XX-1"]] {
            #expect(home.run(["list"] + filter).err.contains("1 of 5 events"), "\(filter)")
        }
        #expect(home.run("list", "--kind", "weather/rain").exit == .usage)
    }

    @Test func showsAPageForAPerson() {
        let page = home.run("show", "disputed").out
        for part in [
            "Title of disputed", "Dates      January 2022", "Quote      “so they said” The Paper, verbatim",
            "Sources    [1] The Paper", "having seen entry 0", "proof: daftar prove",
        ] {
            #expect(page.contains(part), "\(part)")
        }
        #expect(home.run("show", "0").out.contains("charter"))
        #expect(home.run("show", "0", "--yaml").exit == .failed)
        #expect(home.run("show", "99").exit == .failed)
        #expect(home.run("show", "nothing").exit == .failed)
    }

    @Test func writesTheFileBack() throws {
        let yaml = home.run("show", "june", "--yaml").out
        try home.write(yaml, "again.yaml")
        #expect(home.run("lint", "again.yaml").exit == .done)
        let result = home.append("again.yaml")
        #expect(result.err.contains("already has the slug june"))
    }

    @Test func exportsTheSameBytesEachTime() throws {
        for format in ["csv", "jsonl", "markdown"] + FeedTests.formats {
            let first = home.run("export", "--format", format)
            #expect(first.exit == .done)
            #expect(first.bytes == home.run("export", "--format", format).bytes)
            #expect(home.run("export", "--format", format, "-o", "out").exit == .done)
            #expect(try home.read("out") == first.bytes)
        }
        #expect(home.run("export", "--format", "xml").exit == .usage)
        #expect(home.run("export", "--format", "csv", "-o", "Records/x").exit == .failed)
    }

    @Test func spreadsheetsRunNothing() {
        let csv = home.run("export", "--format", "csv").out
        #expect(csv.contains(",'=HYPERLINK(1),"))
        let rows = csv.split(separator: "\r\n")
        #expect(rows.count == 5)
        #expect(rows[1].hasSuffix(",\(Home.origin),5,\(home.root),CC-BY-4.0"))
    }

    @Test func jsonLinesAreCanonical() throws {
        for line in home.run("export", "--format", "jsonl").out.split(separator: "\n") {
            let bytes = Array(line.utf8)
            let value = try CanonicalJSON.parse(bytes, levels: 16)
            #expect(value["ledger"]?.string == Home.origin)
            #expect(value["size"]?.integer == 5)
        }
    }

    @Test func lintSaysEverything() throws {
        try home.write("slug: X\nkind: nonsense\n", "bad.yaml")
        let result = home.run("lint", "bad.yaml")
        #expect(result.exit == .failed)
        #expect(result.out.contains("bad.yaml:1:7: error[slug-form]"))
        #expect(home.run("lint", "bad.yaml", "--json").json?["errors"]?.integer ?? 0 > 2)
        #expect(home.run("lint", "b").out.contains("4 events in 4 files: good"))
        #expect(home.run("explain", "slug-form").exit == .done)
    }

    @Test func templatesAreWritten() throws {
        #expect(home.run("new", "law/adopt", "law.yaml").exit == .done)
        #expect(home.run("new", "law/adopt", "law.yaml").exit == .failed)
        #expect(home.run("new", "law/adpot").err.contains("law/adopt"))
        #expect(home.run("new").out.contains("disruption/shutdown"))
        #expect(home.run("new", "charter").out.contains("approvals"))
        #expect(home.run("schema").out.contains("\"$schema\""))
    }

    @Test func slugsAreProved() throws {
        #expect(home.run("prove", "june", "-o", "june.proof").exit == .done)
        #expect(home.run("check", "june.proof", "--trust", "Keys").exit == .done)
    }
}

extension Home {
    /// The root of its ledger's checkpoint.
    var root: String {
        let lines =
            (try? read("Records/checkpoint")).map { String(decoding: $0, as: UTF8.self).split(separator: "\n") } ?? []
        return lines.count > 2 ? String(lines[2]) : ""
    }
}
