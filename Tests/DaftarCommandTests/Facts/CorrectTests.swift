import Daftar
import DaftarCommand
import Testing

@Suite struct CorrectTests {
    let home: Home

    init() throws { home = try Home.withPeople() }

    /// Two people correct one event, each from how it stands: the last one counts, and the history tells all.
    @Test func severalCorrections() throws {
        try home.rewrite("first", "Title of first", "A better title", to: "c.yaml")
        let one = home.act("correct", "first", "c.yaml", "--reason", "It was the wrong title.", by: "a1")
        #expect(one.exit == .done && one.out.hasPrefix("5  "), "\(one.err)")
        #expect(home.run("show", "3").out.contains("A better title"))
        try home.rewrite("3", "A better title", "The best title", to: "c.yaml")
        #expect(try !String(decoding: home.read("c.yaml"), as: UTF8.self).contains("reason"))
        try home.write("reason: Said better.\n" + String(decoding: try home.read("c.yaml"), as: UTF8.self), "c.yaml")
        let two = home.act("correct", "3", "c.yaml")
        #expect(two.exit == .done, "\(two.err)")

        let page = home.run("show", "first")
        #expect(page.out.contains("The best title") && page.out.contains("as corrected by entry 6"))
        #expect(page.out.contains("daftar show 3 --history"))
        #expect(home.run("search", "best").out.contains("The best title"))
        let history = home.run("show", "3", "--history").out
        for part in [
            "shown as corrected by entry 6 · 2 corrections", "- Title of first", "+ A better title", "- A better title",
            "+ The best title", "It was the wrong title.", "no longer in force: entry 6", "6  correction",
            "against entry 5",
        ] {
            #expect(history.contains(part), "\(part): \(history)")
        }
        let json = try #require(home.run("show", "3", "--history", "--json").json)
        #expect(json["shown"]?.integer == 6)
        let steps = try #require(json["history"]?.array)
        #expect(steps.compactMap { $0["state"]?.string } == ["in-force", "superseded", "in-force"])
        #expect(steps.last?["changes"]?.array?.first?["to"]?.string == "The best title")
        let correction = home.run("show", "5").out
        for part in ["correction", "About      entry 3, The best title", "Reason     It was", "+ A better title"] {
            #expect(correction.contains(part), "\(part): \(correction)")
        }
        #expect(home.run("verify", "Records", "--trust", "Keys").exit == .done)
        #expect(home.run("show", "99", "--history").exit == .failed)
        #expect(home.run("show", "0", "--history").err.contains("no event"))
    }

    /// What is refused, and the next step that is said.
    @Test func refusals() throws {
        try home.rewrite("first", "Title of first", "A better title", to: "c.yaml")
        let why = ["--reason", "Wrong."]
        func refused(_ arguments: [String], by key: String? = nil, _ words: String...) {
            let result = home.run(
                arguments + (key.map { ["--key", "\($0).pem"] } ?? []) + ["--passphrase-file", "pass"])
            #expect(result.exit != .done && result.out == "")
            let said = result.err.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
            for part in words { #expect(said.contains(part), "\(part): \(said)") }
        }
        refused(["correct", "first", "c.yaml"] + why, by: "a2", "did not sign entry 3", "daftar dispute 3")
        refused(["retract", "first"] + why, by: "a2", "did not sign entry 3", "daftar dispute 3")
        refused(["correct", "first", "c.yaml"], "no `reason`")
        refused(["correct", "first", "first.yaml"] + why, "nothing that entry 3 does not say already", "--yaml")
        refused(["correct", "first", "second.yaml"] + why, "the slug of entry 3 stays", "slug: first")
        refused(["correct", "0", "c.yaml"] + why, "entry 0 is no event")
        refused(["correct", Hash.emptyTree.base64, "c.yaml"] + why, "another ledger's entries are corrected there")
        refused(["retract", "first"], "--reason")
        #expect(home.act("correct", "3", "c.yaml", "--reason", "Wrong.", by: "a1").exit == .done)
        refused(["correct", "5", "c.yaml"] + why, "is itself a correction, of entry 3", "daftar correct 3")
        refused(["retract", "5"] + why, "is itself a correction", "daftar retract 3")
        try home.rewrite("first", "A better title", "Another title", to: "late.yaml")
        let late = home.act("correct", "3", "late.yaml", "--reason", "Late.", "-o", "late.statement", by: "a1")
        #expect(late.exit == .done && late.err.contains("+ Another title"), "\(late.err)")
        #expect(home.act("retract", "3", "--reason", "Taken back.").exit == .done)
        refused(["correct", "3", "late.yaml"] + why, "retracted by entry 6", "final", "daftar append")
        refused(["append", "late.statement"], "retracted by entry 6", "nothing was appended")
        refused(["retract", "3"] + why, "retracted already, by entry 6")
        refused(["correct", "6", "late.yaml"] + why, "is a retraction of entry 3", "final")
        refused(["retract", "6"] + why, "is a retraction of entry 3", "final")
        let page = home.run("show", "3").out
        #expect(page.contains("RETRACTED by entry 6") && page.contains("Title of first"))
        #expect(home.run("show", "6").out.contains("Taken back."))
        #expect(home.run("show", "3", "--history").out.contains("without effect: entry 6 retracted the event"))
        #expect(home.run("verify", "Records", "--trust", "Keys").exit == .done)
    }

    /// An author may sign beside an editor; who may not is told by the ledger too, where the verbs were not asked.
    @Test func othersSignBeside() throws {
        try home.rewrite("first", "Title of first", "A better title", to: "c.yaml")
        let waiting = home.act(
            "correct", "3", "c.yaml", "--reason", "Wrong.", "-o", "c.statement", "--with", try home.vkey("a1"), by: "a2"
        )
        #expect(waiting.exit == .done && waiting.err.contains("has yet to sign"), "\(waiting.err)")
        #expect(home.act("sign", "c.statement", by: "a1").exit == .done)
        #expect(home.act("append", "c.statement").exit == .done)
        #expect(home.run("show", "3").out.contains("A better title"))
    }

    /// A ledger of corrections, a retraction and remarks, read by a second program.
    @Test func anotherProgramAgrees() throws {
        try home.rewrite("first", "Title of first", "A better title", to: "c.yaml")
        try #require(home.act("correct", "3", "c.yaml", "--reason", "Wrong.", by: "a1").exit == .done)
        try #require(home.act("dispute", "3", "--text", "Not so.", by: "a2").exit == .done)
        try #require(home.act("endorse", "second", by: "a1").exit == .done)
        try #require(home.act("relate", "first", "second", "follows").exit == .done)
        try #require(home.act("retract", "6", "--reason", "So.", by: "a2").exit == .done)
        try #require(home.act("retract", "3", "--reason", "Taken back.").exit == .done)
        #expect(home.run("verify", "Records", "--trust", "Keys").exit == .done)
        let exit = try home.oracle()
        #expect(exit == nil || exit == 0)
        // What another machine makes of the published files is the same.
        let other = try Home(copying: home)
        #expect(other.run("show", "3", "--history").out == home.run("show", "3", "--history").out)
    }

    /// The question comes after what would change.
    @Test func showsTheChangeBeforeItAsks() throws {
        try home.rewrite("first", "Title of first", "A better title", to: "c.yaml")
        let typist = Typist("n")
        let result = home.run("correct", "3", "c.yaml", "--reason", "Wrong.", person: typist)
        #expect(result.exit == .failed && result.err.contains("- Title of first"), "\(result.err)")
        #expect(typist.questions.first?.contains("Append 1 entry") == true)
        #expect(home.run("show", "3").out.contains("Title of first"))
    }
}
