import Daftar
import DaftarCommand
import Testing

/// What a researcher asks a ledger: filters, counts, drawings, citations, and what changed.
@Suite struct LookTests {
    let home: Home

    init() throws {
        home = try Home.withLedger()
        let zyfra = """
            actors:
              - {id: cifra, name: {en: Zyfra Group, ru: Цифра}, type: company, role: [supplier]}
            """
        let cifra = """
            actors:
              - {id: cifra, name: Cifra, type: company, role: [buyer]}
            assessment: {status: disputed}
            """
        let arabic = "relations:\n  - {relation: follows, to: zyfra}"
        for (slug, date, extra) in [
            ("zyfra", "2023-06-19", zyfra), ("cifra", "2023", cifra), ("follower", "[2023-12-01..2023-12-15]", arabic),
            ("lasting", "2021-03/2022-11-05", ""), ("about", "2022-02~", ""), ("open", "2022-05-01/..", ""),
        ] {
            try home.write(Home.event(slug, date: date, extra: extra), "b/\(slug).yaml")
        }
        let result = home.append("b")
        try #require(result.exit == .done, "\(result.err)")
    }

    /// The slugs of what is listed, in their order.
    private func slugs(_ arguments: String...) -> [String] {
        let result = home.run(["list", "--json"] + arguments)
        #expect(result.exit == .done, "\(result.err)")
        return result.out.split(separator: "\n").compactMap {
            (try? CanonicalJSON.parse(Array($0.utf8), levels: 16))?["event"]?["slug"]?.string
        }
    }

    @Test func anActorIsFoundByEverySpelling() {
        for name in ["Zyfra", "цифра", "ЦИФР", "cifra", "zyfra group"] {
            #expect(slugs("--actor", name) == ["cifra", "zyfra"], "\(name)")
        }
        #expect(slugs("--actor", "group") == ["cifra", "zyfra"] && slugs("--actor", "roup") == [])
        #expect(slugs("--actor", "Цифра", "--role", "buyer") == ["cifra"])
    }

    @Test func filtersCombine() {
        #expect(slugs("--publisher", "paper", "--status", "disputed") == ["cifra"])
        #expect(slugs("--source", "paper.example/zyfra") == ["zyfra"])
        #expect(slugs("--language", "en", "--author", "editor", "--text", "title fol*") == ["follower"])
        #expect(slugs("--related", "zyfra") == ["follower"] && slugs("--related", "follower") == ["zyfra"])
        #expect(slugs("--related", "zyfra", "--relation", "implements") == [])
        #expect(slugs("--relation", "follows") == ["follower"])
        #expect(
            home.run("export", "--format", "jsonl", "--text", "title of about").out.contains(
                "--text \\\"title of about\\\""))
    }

    @Test func unknownWordsHaveTheirNeighbour() {
        for (option, word, hint) in [
            ("--role", "suplier", "did you mean --role supplier?"),
            ("--status", "disputd", "did you mean --status disputed?"),
            ("--marked", "corected", "did you mean --marked corrected?"),
            ("--marked", "x", "it can be corrected, retracted"),
            ("--relation", "follow", "did you mean --relation follows?"),
            ("--author", "edito", "did you mean --author editor?"),
            ("--language", "english", "it can be en"),
        ] {
            let result = home.run("list", option, word)
            #expect(result.exit == .usage && result.err.contains(hint), "\(result.err)")
        }
        #expect(home.run("list", "--related", "nothing").exit == .failed)
        #expect(home.run("list", "--count-by", "role").exit == .usage)
    }

    @Test func countsAreHonest() throws {
        let months = home.run("list", "--count-by", "month")
        #expect(
            months.out.contains("2023-06        1        +1\n") && months.out.contains("2023-12        1        +1\n"))
        #expect(months.out.contains("2022-02        1        +1\n") && months.out.contains("2022-11        1\n"))
        #expect(months.err.contains("1 in no row: no first or no last day") && months.err.contains("6 events"))
        let actors = try #require(home.run("list", "--count-by", "actor", "--json").json)
        #expect(actors["counts"]?.array?.first == ["actor": "cifra", "events": 2, "name": "Cifra"])
        #expect(actors["ungrouped"]?.integer == 4 && actors["events"]?.integer == 6)
        let kinds = home.run("search", "title", "--count-by", "kind", "--from", "2023")
        #expect(kinds.out.contains("statement/plan        3"))
    }

    /// Each width that a terminal may have holds all of it, and no two dates that are not the same look so.
    @Test(arguments: [40, 63, 80, 120]) func timelineFitsTheScreen(_ columns: Int) {
        let result = home.run("timeline", columns: columns)
        #expect(result.exit == .done)
        let lines = result.out.split(separator: "\n")
        for line in lines { #expect(line.unicodeScalars.count <= columns, "\(line)") }
        for sign in ["●", "━", "░", "░~", "▶"] { #expect(result.out.contains(sign), "\(sign)") }
        #expect(lines.contains { $0.contains("░") && $0.contains("━") } && !result.out.contains("\u{1B}"))
    }

    /// Wide characters take two columns; a title that is read from the right does not turn its line around.
    @Test(arguments: [50, 80]) func titlesOfAllScripts(_ columns: Int) throws {
        for (slug, language, title) in [
            ("wide", "zh", "监管机构屏蔽网站" + String(repeating: "很长的标题", count: 12)),
            ("right", "ar", "حجب موقع إخباري في دوشنبه"),
        ] {
            let event = Home.event(slug).replacing("title: Title of \(slug)", with: "title: {\(language): \(title)}")
            try home.write(event, "\(slug).yaml")
            let result = home.append("\(slug).yaml")
            try #require(result.exit == .done, "\(result.err)")
        }
        let lines = home.run("timeline", "--from", "2023-12", columns: columns).out.split(separator: "\n")
        for line in lines {
            let wide = line.unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) }
            let none = line.unicodeScalars.count { $0.value == 0x200E }
            #expect(line.unicodeScalars.count + wide - none <= columns, "\(line)")
        }
        let right = try #require(lines.first { $0.contains("حجب") })
        #expect(right.contains("\u{200E}حجب") && right.hasSuffix("\u{200E}"))
    }

    @Test func diffSaysWhatChanged() throws {
        let yaml = home.run("show", "zyfra", "--yaml").out.replacing("2023-06-19", with: "2023-06-20")
        try home.write(yaml, "again.yaml")
        let size = 7
        for arguments in [
            ["correct", "zyfra", "again.yaml", "--reason", "The day was wrong."],
            ["dispute", "cifra", "--text", "It did not."],
        ] {
            let result = home.run(arguments + ["--yes", "--passphrase-file", "pass"])
            try #require(result.exit == .done, "\(result.err)")
        }
        try home.add("newer")
        let diff = home.run("diff", "\(size)").out
        for part in [
            "from 7 to 10 entries: 1 correction, 1 event and 1 remark", "Title of newer",
            "corrected by 7: Title of zyfra",
            "- 2023-06-19", "+ 2023-06-20", "disputed by 8: Title of cifra",
        ] {
            #expect(diff.contains(part), "\(part): \(diff)")
        }
        let json = try #require(home.run("diff", "7", "8", "--json").json)
        #expect(json["added"] == [] && json["changed"]?.array?.count == 1)
        #expect(home.run("diff", "8", "7").exit == .usage && home.run("diff", "99").exit == .usage)
        #expect(home.run("diff", "7", "7").out.contains("from 7 to 7 entries: nothing"))
    }

    @Test func statsAndCitations() throws {
        let stats = try #require(home.run("stats", "--json").json)
        #expect(stats["events"]?.integer == 6 && stats["sources"]?.integer == 6 && stats["originals"]?.integer == 6)
        #expect(stats["entries"]?["charter"]?.integer == 1 && stats["languages"] == ["en": 6])
        #expect(stats["years"] == ["2022": 1, "2023": 3] && stats["without-year"]?.integer == 2)
        #expect(home.run("stats").out.contains("Languages  6  en"))
        let leaf = try #require(home.run("show", "zyfra", "--json").json?["leaf"]?.string)
        let text = home.run("cite", "zyfra").out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("Title of zyfra [19 June 2023]. Entry "))
        #expect(text.contains(", recorded 24 November 2026, in: A test (\(Home.origin))."))
        #expect(text.contains("Leaf \(leaf); checkpoint of 7 entries, root \(home.root). CC-BY-4.0."))
        #expect(home.run("cite", "zyfra", "--format", "bibtex").out.hasPrefix("@misc{zyfra,\n  author = {{"))
        #expect(home.run("cite", "zyfra", "--format", "csl").out.contains("\"id\":\"zyfra\""))
        #expect(home.run("cite", "0").exit == .failed && home.run("cite", "zyfra", "--format", "x").exit == .usage)
    }
}
