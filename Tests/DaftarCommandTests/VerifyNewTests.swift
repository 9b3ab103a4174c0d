import Daftar
import DaftarCommand
import Testing

/// `verify --new`: good only of what is plain, everything else is read whole.
@Suite struct VerifyNewTests {
    /// The publisher, and a reader on another machine who has the files only.
    private let home: Home
    private let reader: Home

    init() throws {
        home = try Home.withPeople()
        reader = Home(at: home.path)
        reader.environment["XDG_STATE_HOME"] = home.file("reader")
    }

    private func check(_ arguments: String...) -> Home.Result {
        reader.run(["verify", "Records", "--trust", "Keys", "--new"] + arguments)
    }

    private func append(_ slug: String) throws { try home.writes(slug, key: "a1.pem") }

    @Test func readsOnlyWhatIsNew() throws {
        // Without a store of its own it reads all.
        let first = check()
        #expect(first.exit == .done && first.out.hasPrefix("Intact: 5 entries"), "\(first.out)")
        #expect(first.err.contains("no verified store") && first.err.contains("daftar list"))
        #expect(reader.run("list", "Records", "--trust", "Keys").exit == .done)
        #expect(check().out.hasPrefix("Nothing is new: 5 entries of daftar.example/test"))
        try append("third")
        try append("fourth")
        let grown = check()
        #expect(grown.exit == .done && grown.out.hasPrefix("2 new entries are good: 7 entries"), "\(grown.err)")
        #expect(grown.out.contains("NOT READ: the files of entries 0–4") && !grown.out.lowercased().contains("intact"))
        // What was checked is remembered and in the store: nothing of it is read again.
        #expect(check().out.hasPrefix("Nothing is new: 7 entries"))
        let json = check("--json").json
        #expect(json?["verdict"] == "new-good" && json?["size"] == 7 && json?["not-read"] == [0, 6])
        #expect(reader.run("verify", "Records", "--trust", "Keys").out.contains("the same as what you saw"))
        #expect(reader.run("search", "fourth", "--trust", "Keys").out.contains("Title of fourth"))
    }

    /// Whatever is wrong with new entries, or with the files that they touch, is what a whole reading says it is.
    @Test func whatIsOddIsReadWhole() throws {
        #expect(reader.run("list", "Records", "--trust", "Keys").exit == .done)
        try append("third")
        let good = try home.read("Records/content/000.jsonl")
        try home.flip("Records/content/000.jsonl", at: good.count - 40)
        let altered = check()
        #expect(altered.exit == .notIntact && altered.out.contains("content altered"), "\(altered.out)")
        #expect(altered.err.contains(": everything is read"))
        try home.write(String(decoding: good, as: UTF8.self), "Records/content/000.jsonl")
        #expect(check().out.hasPrefix("1 new entry is good"))
        // A tile that no new entry changed the meaning of is compared all the same.
        try append("fourth")
        try home.flip("Records/tile/0/000.p/7", at: 40)
        #expect(check().exit == .notIntact)
        try home.flip("Records/tile/0/000.p/7", at: 40)
        #expect(check().exit == .done)
        // A correction is plain; a withdrawal reaches into older content.
        try home.rewrite("third", "Title of third", "Another title", to: "c.yaml")
        #expect(home.act("correct", "third", "c.yaml", "--reason", "Vague", by: "a1").exit == .done)
        #expect(check().out.hasPrefix("1 new entry is good: 8 entries"))
        #expect(home.act("withdraw", "first", "title", "--reason", "privacy").exit == .done)
        let withdrawn = check()
        #expect(withdrawn.exit == .done && withdrawn.out.hasPrefix("Intact: 9 entries"), "\(withdrawn.out)")
        #expect(withdrawn.err.contains("entry 8 changes what is shown of older ones"))
    }

    @Test func anOlderOrAnotherHistoryIsNoNews() throws {
        try home.copy("Records", to: "older")
        try append("third")
        #expect(reader.run("list", "Records", "--trust", "Keys").exit == .done)
        #expect(check().exit == .done)
        let old = reader.run("verify", "older", "--trust", "Keys", "--new")
        #expect(old.exit == .notIntact && old.out.contains("rolled back"), "\(old.out)\(old.err)")
        #expect(old.err.contains("has seen 6 entries, and here are fewer"))
    }
}
