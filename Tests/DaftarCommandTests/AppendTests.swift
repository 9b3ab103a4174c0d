import Daftar
import DaftarCommand
import Testing

@Suite struct AppendTests {
    let home: Home

    init() throws { home = try Home.withLedger() }

    @Test func appendsAndPublishes() throws {
        try home.write(Home.event("one"), "one.yaml")
        let result = home.append("one.yaml")
        #expect(result.exit == .done)
        #expect(result.out.hasPrefix("1  "))
        #expect(result.err.contains("Published: 2 entries, root "))
        #expect(home.run("verify").exit == .done)
        #expect(home.run("status").out.contains("Unpublished  nothing"))
        #expect(home.run("publish").exit == .done)
    }

    @Test func asksAtATerminal() throws {
        try home.write(Home.event("one"), "one.yaml")
        let no = Typist("n")
        let refused = home.run("append", "one.yaml", person: no)
        #expect(refused.exit == .failed)
        #expect(no.questions == ["Append 1 entry to \(Home.origin) (1 so far)? [y/N] "])
        #expect(refused.err.contains("Title of one"))
        let yes = Typist("y", "secret", "secret")
        #expect(home.run("append", "one.yaml", person: yes).exit == .done)
        #expect(yes.questions.count == 3)
        #expect(home.run("append", "one.yaml", "--yes", person: Typist()).exit == .failed)
    }

    @Test func dryRunChangesNothing() throws {
        let before = try home.read("Records/checkpoint")
        try home.write(Home.event("one"), "one.yaml")
        let result = home.run("append", "one.yaml", "--dry-run")
        #expect(result.exit == .done)
        #expect(result.err.contains("nothing was signed or appended"))
        #expect(try home.read("Records/checkpoint") == before)
    }

    /// Each of these leaves the ledger exactly as it was.
    @Test func badInput() throws {
        try home.add("taken")
        let before = try home.read("Records/checkpoint")
        let bad: [(String, String)] = [
            ("title: [", "yaml-syntax"), ("\u{1}", "file-character"), ("", "file-empty"),
            (Home.event("taken"), "already has the slug taken"),
            (Home.event("UPPER"), "slug-form"),
            (Home.event("one", date: "2023-02-30"), "date-"),
            (Home.event("one", kind: "statement/nonsense"), "word-unknown"),
            (Home.event("one", extra: "relations:\n  - {relation: follows, to: nowhere}"), "neither among these files"),
            (Home.event("one", extra: "relations:\n  - {relation: follows, to: one}"), "circle"),
            (Home.event("one", extra: "withhold: [quotes.7]"), "withhold-path"),
        ]
        for (text, expected) in bad {
            try home.write(text, "bad.yaml")
            let result = home.append("bad.yaml")
            #expect(result.exit == .failed, "\(expected)")
            #expect(result.err.replacing("\n       ", with: " ").contains(expected), "\(expected): \(result.err)")
            #expect(result.err.contains("error: ") && result.err.contains("hint: "))
            #expect(try home.read("Records/checkpoint") == before)
        }
        #expect(home.append("nothing.yaml").exit == .failed)
        #expect(home.append("pass").exit == .failed)
    }

    @Test func allOrNothing() throws {
        let before = try home.read("Records/checkpoint")
        try home.write(Home.event("one"), "batch/one.yaml")
        try home.write(Home.event("one"), "batch/two.yaml")
        #expect(home.append("batch").exit == .failed)
        try home.write(Home.event("two"), "batch/two.yaml")
        try home.write("slug: three", "batch/three.yaml")
        #expect(home.append("batch").exit == .failed)
        #expect(try home.read("Records/checkpoint") == before)
        try home.remove("batch/three.yaml")
        #expect(home.append("batch").out.split(separator: "\n").count == 2)
    }

    @Test func relationsFirstAmongTheFiles() throws {
        try home.add("old")
        try home.write(
            Home.event("a", extra: "relations:\n  - {relation: follows, to: bbb}\n  - {relation: follows, to: '#1'}"),
            "a.yaml")
        try home.write(
            Home.event("bbb", extra: "relations:\n  - {relation: follows, to: old}").replacing(
                "slug: bbb", with: "slug: bbb"), "b.yaml")
        try home.write(
            Home.event("aaa", extra: "relations:\n  - {relation: follows, to: bbb}\n  - {relation: follows, to: '#1'}"),
            "a.yaml")
        #expect(home.append("a.yaml", "b.yaml").exit == .done)
        // What is referred to comes first.
        #expect(home.run("show", "2").out.contains("Title of bbb"))
        #expect(home.run("show", "aaa").out.contains("Related    follows 2 · follows 1"))
        #expect(home.run("show", "bbb").out.contains("followed by 3"))
        let yaml = home.run("show", "aaa", "--yaml").out
        #expect(yaml.contains("to: bbb") && yaml.contains("to: old"))
    }

    @Test func circlesAreRefused() throws {
        try home.write(Home.event("aaa", extra: "relations:\n  - {relation: follows, to: bbb}"), "a.yaml")
        try home.write(Home.event("bbb", extra: "relations:\n  - {relation: follows, to: aaa}"), "b.yaml")
        let result = home.append("a.yaml", "b.yaml")
        #expect(result.exit == .failed)
        #expect(result.err.contains("a.yaml → b.yaml → a.yaml"))
    }

    @Test func jsonLines() throws {
        let lines = (0..<600).map { i in
            #"{"slug":"event-\#(i)","language":"en","kind":"statement/plan","title":"T \#(i)","date":"2023-12","places":["TJ"],"sensitivity":"TLP:CLEAR","sources":[{"id":"p","type":"news-report","publisher":"P","url":"https://p.example/\#(i)"}]}"#
        }
        try home.write(lines.joined(separator: "\n") + "\n", "all.jsonl")
        let result = home.append("all.jsonl")
        #expect(result.exit == .done, "\(result.err.prefix(500))")
        #expect(result.out.split(separator: "\n").count == 600)
        #expect(home.run("verify").exit == .done)
        #expect(home.run("list").err.contains("50 of 600 events"))
        try home.write("{\"slug\": 1}\n", "bad.jsonl")
        #expect(home.append("bad.jsonl").exit == .failed)
    }

    @Test func likelyDuplicatesAreShown() throws {
        try home.add("one")
        try home.write(Home.event("two").replacing("paper.example/two", with: "paper.example/one"), "two.yaml")
        #expect(home.run("append", "two.yaml", "--dry-run").err.contains("looks like entry 1"))
    }

    @Test func wrongKeys() throws {
        try home.write(Home.event("one"), "one.yaml")
        try home.write("wrong\n", "wrong")
        #expect(home.run("append", "one.yaml", "--passphrase-file", "wrong").exit == .keyUnusable)
        #expect(home.run("append", "one.yaml").exit == .keyUnusable)
        #expect(home.run("append", "one.yaml", "--passphrase-fd", "99").exit == .keyUnusable)
        #expect(
            home.run("keygen", "other", "--origin", Home.origin, "--passphrase-file", "pass", "-o", "other.pem").exit
                == .done)
        let stranger = home.run("append", "one.yaml", "--key", "other.pem", "--passphrase-file", "pass")
        #expect(stranger.exit == .keyUnusable)
        #expect(stranger.err.contains("does not admit this key"))
        #expect(
            home.run("append", "one.yaml", "--ledger-key", "other.pem", "--passphrase-file", "pass").exit
                == .keyUnusable)
        #expect(home.run("append", "one.yaml", "--key", "one.yaml", "--passphrase-file", "pass").exit == .keyUnusable)
        #expect(home.run("verify").out.contains("1 entry"))
    }

    @Test func theClockIsLookedAt() throws {
        try home.add("one")
        home.today = RecordedDay(year: 2025, month: 1, day: 1)
        try home.write(Home.event("two"), "two.yaml")
        #expect(home.append("two.yaml").exit == .failed)
        let person = Typist("y", "y")
        #expect(home.run("append", "two.yaml", "--passphrase-file", "pass", person: person).exit == .done)
        #expect(person.questions.last?.contains("Is the clock right?") == true)
        #expect(home.run("verify").exit == .done)
    }

    @Test func workingStateIsMadeAnew() throws {
        try home.add("one")
        try home.remove(".local/state/daftar/ledgers")
        try home.add("two")
        #expect(home.run("list").err.contains("2 events"))
    }

    /// What is written anew is what was signed; that it was not there any more is said.
    @Test func damagedContentIsHealedAloud() throws {
        try home.add("one")
        try home.write(Home.event("two"), "two.yaml")
        #expect(!home.append("two.yaml").err.contains("warning"))
        for (slug, damage) in [("three", false), ("four", true)] {
            if damage {
                try home.flip("Records/content/000.jsonl", at: 90)
            } else {
                try home.remove("Records/content/000.jsonl")
            }
            #expect(home.run("verify").exit == .notIntact)
            try home.write(Home.event(slug), "\(slug).yaml")
            let result = home.append("\(slug).yaml")
            #expect(result.exit == .done && result.err.contains("warning: content/000.jsonl: what was published"))
            #expect(home.run("verify").exit == .done)
        }
    }

    @Test func aDamagedLedgerTakesNothing() throws {
        try home.add("one")
        try home.remove(".local/state/daftar/ledgers")
        try home.flip("Records/tile/entries/000.p/2", at: 900)
        try home.write(Home.event("two"), "two.yaml")
        #expect(home.append("two.yaml").exit == .notIntact)
    }

    @Test func machinesReadWhatWasAppended() throws {
        try home.write(Home.event("one"), "one.yaml")
        let result = home.run("append", "one.yaml", "--json", "--passphrase-file", "pass")
        #expect(result.json?["entries"]?.array?.first?["entry"]?.integer == 1)
        #expect(result.json?["size"]?.integer == 2)
        #expect(home.run("status", "--json").json?["published"]?["size"]?.integer == 2)
    }
}
