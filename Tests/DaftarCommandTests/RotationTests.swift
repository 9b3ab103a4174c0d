import Daftar
import DaftarCommand
import Testing

/// The ledger's own key goes over to another one, while readers have older and newer anchors.
@Suite struct RotationTests {
    /// A ledger whose next key is listed beside the old one; `Old` keeps the anchors from before.
    private func inOverlap() throws -> Home {
        let home = try Home.withThree()
        try home.copy("Keys", to: "Old")
        try home.does("keygen", "--for-ledger", "--origin", Home.origin, "-o", ".config/daftar/keys/next.pem")
        let set = home.run("trust", "set", "Keys", "--add-ledger-key", ".config/daftar/keys/next.pem")
        try #require(set.exit == .done, "\(set.err)")
        #expect(set.err.contains("ledger key added: daftar.example/test+"))
        #expect(set.err.contains("quorum unchanged"))
        return home
    }

    private func verify(_ home: Home, _ trust: String) -> Home.Result {
        home.run("verify", "Records", "--trust", trust, columns: 1_000)
    }

    @Test func bothSignDuringTheOverlap() throws {
        let home = try inOverlap()
        let added = home.run("trust", "add", "Keys", columns: 1_000)
        #expect(added.exit == .done && added.err.contains("ledger key added"))
        try home.writes("one")
        let lines = String(decoding: try home.read("Records/checkpoint"), as: UTF8.self).split(separator: "\n")
        #expect(lines.count(where: { $0.hasPrefix("\u{2014} daftar.example/test ") }) == 2)
        #expect(verify(home, "Keys").exit == .done)
        #expect(verify(home, "Old").exit == .done)
    }

    @Test func theOldKeyStops() throws {
        let home = try inOverlap()
        let old = String(
            home.run("key", "show", ".config/daftar/keys/test.pem").out.split(separator: "\n")[2].dropFirst(6))
        #expect(home.run("trust", "add", "Keys").exit == .done)
        try home.writes("one")
        let set = home.run("trust", "set", "Keys", "--remove-ledger-key", old)
        #expect(set.exit == .done && set.err.contains("ledger key removed"))
        #expect(home.run("trust", "add", "Keys").exit == .done)
        try home.writes("two")
        #expect(verify(home, "Keys").exit == .done)
        // With the old anchors it says why not, and names the key that it is signed with now.
        let late = verify(home, "Old")
        #expect(late.exit == .notIntact)
        #expect(late.out.contains("no key of the ledger signed") && late.out.contains("which the policy does not list"))
        #expect(late.err.contains("ledger key removed") || late.err.contains("ledger key added"))
        #expect(home.run("trust", "set", "Keys", "--remove-ledger-key", "Keys/ledger.pem").exit == .usage)
    }

    @Test func whoHasOneKeyIsTold() throws {
        let home = try inOverlap()
        #expect(home.run("trust", "add", "Keys").exit == .done)
        try home.remove(".config/daftar/keys/test.pem")
        try home.write(Home.event("one"), "one.yaml")
        let appended = try home.does("append", "one.yaml")
        #expect(appended.err.contains("did not sign"))
        #expect(verify(home, "Keys").exit == .done && verify(home, "Old").exit == .notIntact)
    }

    @Test func nothingIsWrittenUnasked() throws {
        let home = try Home.withLedger(), before = try home.read("Keys/policy")
        try home.does("keygen", "--for-ledger", "--origin", Home.origin, "-o", "next.pem")
        let person = Typist("n")
        #expect(home.run("trust", "set", "Keys", "--add-ledger-key", "next.pem", person: person).exit == .failed)
        #expect(person.questions.count == 1)
        // Neither a stranger's key, nor an author's, nor nothing.
        for key in [Home.editorFile, "Keys/editor.pem"] {
            #expect(home.run("trust", "set", "Keys", "--add-ledger-key", key).exit != .done)
        }
        #expect(home.run("trust", "set", "Keys").err.contains("Nothing changes"))
        #expect(try home.read("Keys/policy") == before)
    }

    /// The ledger's key in the wrong hands: entries are dropped and the rest signed again.
    @Test func whoHoldsTheKeyAndDropsIsSeen() throws {
        let home = try Home.withThree()
        let thief = try Home(copying: home)
        try home.writes("one")
        #expect(verify(home, "Keys").exit == .done)
        // A shorter history is a rollback; another one of the same length is a fork, and leaves proof of it.
        try home.remove("Records")
        try home.take("Records", from: thief)
        let short = verify(home, "Keys")
        #expect(short.exit == .notIntact && short.out.lowercased().contains("rolled back"))
        try thief.writes("other")
        try home.remove("Records")
        try home.take("Records", from: thief)
        let fork = verify(home, "Keys")
        #expect(fork.exit == .notIntact && fork.out.contains("two histories"))
    }
}
