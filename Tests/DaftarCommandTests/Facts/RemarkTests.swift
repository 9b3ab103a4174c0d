import Daftar
import DaftarCommand
import Testing

@Suite struct RemarkTests {
    let home: Home

    init() throws { home = try Home.withPeople() }

    @Test func disputesAndEndorsements() throws {
        let dispute = home.act("dispute", "first", "--text", "It was reachable.", "--language", "en", by: "a2")
        #expect(dispute.exit == .done && dispute.out.hasPrefix("5  "), "\(dispute.err)")
        #expect(home.act("endorse", "first", by: "a2").exit == .done)
        let own = home.act("endorse", "first", by: "a1")
        #expect(own.exit == .failed && own.err.contains("own authors"), "\(own.err)")
        let page = home.run("show", "3").out
        #expect(page.contains("disputed by entry 5") && page.contains("endorsed by entry 6"))
        let remark = home.run("show", "5").out
        for part in ["dispute", "in force", "About      entry 3, Title of first", "Text       It was reachable."] {
            #expect(remark.contains(part), "\(part): \(remark)")
        }
        #expect(home.run("show", "5", "--json").json?["of"]?.integer == 3)
        // A remark is taken back, never corrected nor disputed.
        try home.write("language: en\nreason: We looked again.\n", "back.yaml")
        let corrected = home.act("correct", "5", "first.yaml", "--reason", "No.")
        #expect(corrected.err.contains("is a dispute, of entry 3") && corrected.err.contains("daftar retract 5"))
        #expect(home.act("dispute", "5", "--text", "No.").err.contains("daftar dispute 3"))
        let stranger = home.act("retract", "5", "back.yaml", by: "a1")
        #expect(stranger.exit == .failed && stranger.err.contains("did not sign entry 5"), "\(stranger.err)")
        #expect(home.act("retract", "5", "back.yaml", by: "a2").exit == .done)
        #expect(!home.run("show", "3").out.contains("disputed by"))
        #expect(home.run("show", "5").out.contains("taken back by entry 7"))
        #expect(home.run("show", "7").out.contains("entry 5, a dispute of entry 3"))
        let history = home.run("show", "3", "--history").out
        for part in ["taken back by entry 7", "We looked again.", "retraction of entry 5", "6  endorsement"] {
            #expect(history.contains(part), "\(part): \(history)")
        }
        #expect(home.run("verify", "Records", "--trust", "Keys").exit == .done)
    }

    /// An endorsement by the event's own author is refused as a file as well.
    @Test func anEndorsementTravelsAsAFile() throws {
        let own = home.act("endorse", "first", "-o", "own.statement", by: "a1")
        #expect(own.exit == .failed && !home.exists("own.statement"))
        #expect(home.act("endorse", "first", "-o", "good.statement", by: "a2").exit == .done)
        #expect(home.act("append", "good.statement").exit == .done)
        #expect(home.run("show", "3").out.contains("endorsed by entry 5"))
    }

    @Test func relations() throws {
        try home.write("language: en\ntext: The plan names it.\n", "why.yaml")
        let related = home.act(
            "relate", "first", "second", "implements", "why.yaml", "--basis", "inferred", by: "a2")
        #expect(related.exit == .done, "\(related.err)")
        #expect(home.run("show", "3").out.contains("implements 4 (says entry 5)"))
        #expect(home.run("show", "4").out.contains("implemented by 3 (says entry 5)"))
        #expect(home.run("show", "5").out.contains("Relation   implements entry 4, Title of second"))
        #expect(home.run("show", "4", "--history").out.contains("entry 3 implements entry 4"))
        #expect(home.act("relate", "first", "first", "implements").err.contains("to itself"))
        let word = home.act("relate", "first", "second", "implement")
        #expect(word.exit == .failed && word.err.contains("implements"), "\(word.err)")
        #expect(home.act("relate", "first", "5", "implements").err.contains("is a relation, of entry 3"))
        try home.write("language: en\nkind: dispute\ntext: Twice said.\n", "other.yaml")
        let twice = home.act("endorse", "first", "other.yaml", by: "a2")
        #expect(twice.exit == .failed && twice.err.contains("otherwise"), "\(twice.err)")
        #expect(home.act("dispute", "first", "other.yaml", by: "a2").exit == .done)
        #expect(home.act("retract", "5", "--reason", "It does not.", by: "a2").exit == .done)
        #expect(!home.run("show", "4").out.contains("implemented by"))
    }

    /// The same warnings about people, and the same rules for characters, as in a file.
    @Test func textOnTheCommandLineIsLookedAt() throws {
        let address = home.act("dispute", "first", "--text", "Ask zzz@example.org about it.", by: "a2")
        #expect(address.err.contains("person-contact"), "\(address.err)")
        let hostile = home.act("dispute", "first", "--text", "red \u{1B}[31m", by: "a2")
        #expect(hostile.exit == .failed && !hostile.err.contains("\u{1B}"))
        #expect(home.act("dispute", "first").exit == .usage)
    }
}
