import Daftar
import DaftarCommand
import Foundation
import Testing

/// `daftar import`, from a file that somebody has to entries of a ledger.
@Suite struct ImportTests {
    let home: Home

    init() throws { home = try Home.withLedger() }

    static let header = "slug,language,kind,title,date,places,sensitivity,source-type,publisher,url\r\n"

    static func row(_ slug: String, date: String = "2023-12-01", url: String? = nil) -> String {
        "\(slug),en,law/order,Title of \(slug),\(date),TJ,TLP:CLEAR,news-report,Paper,\(url ?? "https://paper.example/" + slug)\r\n"
    }

    private func take(_ files: String..., yes: Bool = false) -> Home.Result {
        home.run(["import"] + files + ["--passphrase-file", "pass"] + (yes ? ["--yes"] : []))
    }

    @Test func aTable() throws {
        try home.write("\u{FEFF}" + Self.header + Self.row("one") + Self.row("two") + ",,,,,,,,,\r\n", "sheet.csv")
        let dry = take("sheet.csv", "--dry-run")
        #expect(dry.exit == .done && dry.err.contains("nothing was signed or appended"), "\(dry.err)")
        let result = take("sheet.csv")
        #expect(result.exit == .done && result.out.split(separator: "\n").count == 2, "\(result.err)")
        #expect(home.run("verify").exit == .done)
        #expect(home.run("show", "one").out.contains("Title of one"))
    }

    /// It asks like append does, and no is no.
    @Test func asks() throws {
        try home.write(Self.header + Self.row("one"), "sheet.csv")
        let before = try home.read("Records/checkpoint"), no = Typist("n")
        #expect(home.run("import", "sheet.csv", person: no).exit == .failed)
        #expect(no.questions == ["Append 1 entry to \(Home.origin) (1 so far)? [y/N] "])
        #expect(try home.read("Records/checkpoint") == before)
    }

    /// One row that is wrong, and nothing of the file is appended; all that is wrong is said at once.
    @Test func allOrNothing() throws {
        try home.add("taken")
        let before = try home.read("Records/checkpoint")
        let text =
            Self.header + Self.row("one") + Self.row("taken") + Self.row("one") + Self.row("two", date: "12/1/23")
        try home.write(text, "sheet.csv")
        let result = take("sheet.csv")
        #expect(result.exit == .failed)
        for expected in [
            "sheet.csv:3:1: error[slug-taken] entry 1 already has the slug taken",
            "sheet.csv:4:1: error[slug-twice] the slug one is also that of sheet.csv:2",
            "sheet.csv:5:31: error[date-ambiguous] `12/1/23` can be read as",
            "  4 | one,en,law/order,", "error: 3 errors in 4 events of sheet.csv; nothing was appended",
        ] { #expect(result.err.contains(expected), "\(expected)\n\(result.err)") }
        #expect(try home.read("Records/checkpoint") == before)
    }

    @Test func likelyDuplicates() throws {
        try home.write(Self.header + Self.row("old", url: "https://paper.example/x"), "old.csv")
        #expect(take("old.csv").exit == .done)
        try home.write(
            Self.header + Self.row("new", url: "https://paper.example/x")
                + Self.row("newer", date: "2023-12", url: "https://paper.example/x"), "new.csv")
        let result = take("new.csv", "--dry-run")
        #expect(result.err.contains("new.csv:3: looks like new.csv:2: same kind"), "\(result.err)")
        #expect(result.err.contains("new.csv:2: looks like entry 1: same kind"), "\(result.err)")
    }

    /// A folder of YAML and of notes with a head; a README has none, and is no event.
    @Test func aFolderOfNotes() throws {
        try home.write(Home.event("first"), "notes/first.yaml")
        let note = "---\n" + Home.event("second").replacing("title: Title of second\n", with: "") + "---\n\n"
        try home.write(note + "# A heading\n\nFirst paragraph.\n\nSecond.\n", "notes/second.md")
        try home.write("# How we work\n", "notes/README.md")
        let result = take("notes")
        #expect(result.exit == .done, "\(result.err)")
        #expect(result.err.contains("no event: README.md"))
        let yaml = home.run("show", "second", "--yaml").out
        #expect(yaml.contains("title: A heading") && yaml.contains("First paragraph.\n\n  Second."), "\(yaml)")
        try home.write(note + "\ntext\n", "notes/second.md")
        try home.write("---\nslug: x\n", "notes/third.md")
        let bad = take("notes", "--dry-run")
        #expect(bad.err.contains("third.md:1:1: error[front-matter-missing]"), "\(bad.err)")
        #expect(bad.err.contains("second.md") && bad.err.contains("key-missing"))
    }

    /// Rows that name more than TLP:CLEAR go to the vault as they do from a file.
    @Test func withheldRows() throws {
        try home.write(
            Self.header + Self.row("secret").replacing("TLP:CLEAR", with: "TLP:AMBER") + Self.row("open"), "sheet.csv")
        let result = take("sheet.csv")
        #expect(result.exit == .done, "\(result.err)")
        #expect(home.run("verify").exit == .done)
        let list = home.run("list").out
        #expect(list.contains("Title of open") && !list.contains("Title of secret"))
    }

    // MARK: Reports

    @Test func asJSON() throws {
        try home.write(Self.header + Self.row("one", date: "12/1/23") + Self.row("two", date: "11/1/23"), "sheet.csv")
        let json = take("sheet.csv", "--report", "json").json
        #expect(json?["errors"] == 2 && json?["events"] == 2 && json?["unlisted"] == 0)
        let finding = json?["diagnostics"]?.array?.first
        #expect(finding?["code"] == "date-ambiguous" && finding?["line"] == 2 && finding?["column-name"] == "date")
        #expect(json?["maps"]?.array?.first?["name"] == "event")
        try home.write(Self.header + Self.row("one"), "sheet.csv")
        let good = take("sheet.csv", "--report", "json")
        #expect(good.exit == .done && good.json?["errors"] == 0 && good.err.contains("Appended: entry 1"))
    }

    /// By somebody else's reading of SARIF 2.1.0.
    @Test func asSARIF() throws {
        var text = Self.header
        for i in 0..<30 { text += Self.row("event-\(i)", date: "12/\(i % 12 + 1)/23") }
        try home.write(text + Self.row("ünicode"), "my sheet.csv")
        let result = take("my sheet.csv", "--report", "sarif")
        #expect(result.exit == .failed)
        let log = try #require(try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let first = try #require((run["results"] as? [[String: Any]])?.first)
        #expect(first["ruleId"] as? String == "date-ambiguous" && first["occurrenceCount"] as? Int == 30)
        #expect(result.out.contains("\"uri\":\"my%20sheet.csv\"") && result.out.contains("\"startLine\":2"))
        try home.write(result.out, "report.sarif")
        try Validators.check(
            "sarif_pydantic",
            "import sys, json, sarif_pydantic; sarif_pydantic.Sarif.model_validate(json.load(open(sys.argv[1])))",
            [home.file("report.sarif")])
    }

    // MARK: Maps

    @Test func maps() throws {
        let printed = home.run("import", "--print-map", "timelinejs")
        #expect(printed.exit == .done && printed.out.hasPrefix("map: timelinejs\n"))
        try home.write(printed.out.replacing("Headline", with: "Überschrift"), "map.yaml")
        try home.write("Year,Überschrift,Text,Media\n2023,A title,A text,https://news.example/1\n", "sheet.csv")
        let said = [
            "--set", "kind=law/order", "--set", "places=TJ", "--set", "language=de", "--set", "sensitivity=TLP:CLEAR",
        ]
        let result = home.run(["import", "sheet.csv", "--map", "map.yaml", "--dry-run"] + said)
        #expect(result.exit == .done, "\(result.err)")
        let stop =
            "start_date,end_date,country,geo_scope,area_name,shutdown_type,info_source_link,an_link,sensitivity\n"
            + "2023-05-01,ongoing,Tajikistan,Local,Khorog,Throttle,https://news.example/2,,TLP:CLEAR\n"
        try home.write(stop, "stop.csv")
        let unverified = home.run("import", "stop.csv", "--dry-run")
        #expect(unverified.exit == .done && unverified.err.contains("the map stop is unverified"), "\(unverified.err)")
        #expect(home.run("import", "stop.csv", "--map", "nothing.yaml").err.contains("there is no such map"))
        #expect(home.run("import").exit == .usage)
        #expect(home.run("import", "stop.csv", "--set", "kind").exit == .usage)
        #expect(home.run("import", "stop.csv", "--report", "xml").exit == .usage)
    }
}
