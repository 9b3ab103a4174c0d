import Daftar
import DaftarCommand
import Testing

/// What a ledger says of itself, and the rule that two editors decide together.
@Suite struct ApprovalsTests {
    @Test func amendsWhatIsGiven() throws {
        let home = try Home.withLedger()
        let amended = try home.does(
            "amend", "--title", "A better test", "--title", "ru=Проверка", "--languages", "en,ru", "-o", "a.statement")
        #expect(amended.err.contains("title (en): “A test” becomes “A better test”"))
        try home.does("append", "a.statement")
        #expect(home.run("show", "1").out.contains("title (ru)  Проверка"))
        #expect(
            try home.refuses("amend", "--title", "A better test", "--licence", "CC-BY-4.0").contains("nothing changes"))
        #expect(try home.refuses("amend", "--languages", "en,en").contains("each once"))
        try home.does("amend", "--title", "ru=")
        #expect(home.run("show", "2", "--json").json?["body"]?["title"] == ["en": "A better test"])
        #expect(try home.refuses("amend", "--approvals", "2").contains("the ledger has 1 editor"))
        home.isIntact()
    }

    /// Two machines: one makes the statement, the other one sees what it says and adds a line.
    @Test func twoEditorsDecideTogether() throws {
        let home = try Home.withThree(), vkey = try home.makeKey("a2")
        try home.does("amend", "--approvals", "2")
        #expect(try home.refuses("key", "grant", vkey, "--role", "author").contains("2 editors sign a grant together"))
        // One person is no two: neither alone, nor named twice, nor with an author.
        let own = String(home.run("key", "show", Home.editorFile).out.split(separator: "\n")[2].dropFirst(6))
        for other in [own, "a1.pem"] {
            try home.refuses("key", "grant", vkey, "--role", "author", "-o", "no.statement", "--with", other)
            #expect(!home.exists("no.statement"))
        }
        try home.does("key", "grant", vkey, "--role", "author", "-o", "grant.statement", "--with", "second.pem")
        #expect(try home.refuses("append", "grant.statement").contains("has yet to sign"))
        #expect(try home.refuses("sign", "grant.statement").contains("yet to sign"))
        let other = try Home(copying: home)
        let signed = try other.does("sign", "grant.statement", key: "second.pem")
        #expect(signed.err.contains("a2+") && signed.err.contains("may sign as an author"))
        try home.write(String(decoding: other.read("grant.statement"), as: UTF8.self), "whole.statement")
        try home.does("append", "whole.statement")
        #expect(home.run("show", "4").out.contains("may sign as an author"))
        home.isIntact()
    }

    /// Each signs a copy of their own; the lines come together when it is appended.
    @Test func copiesSignedApartBecomeOne() throws {
        let home = try Home.withThree()
        try home.does("key", "grant", home.makeKey("third"), "--role", "editor")
        try home.does("amend", "--approvals", "3")
        try home.does("amend", "--title", "New", "-o", "a.statement", "--with", "second.pem", "--with", "third.pem")
        try home.copy("a.statement", to: "b.statement")
        try home.does("sign", "a.statement", key: "second.pem")
        try home.does("sign", "b.statement", key: "third.pem")
        #expect(try home.refuses("append", "a.statement").contains("third"))
        try home.copy("a.statement", to: "c.statement")
        let merged = try home.does("sign", "c.statement", "b.statement")
        #expect(merged.err.contains("c.statement: signed; next"))
        try home.does("append", "a.statement", "b.statement")
        home.isIntact()
    }

    /// Replacing a key under the rule: two files, both signed by both, appended together.
    @Test func aReplacementTravelsAsTwoFiles() throws {
        let home = try Home.withThree()
        try home.does("amend", "--approvals", "2")
        try home.makeKey("third")
        try home.does("key", "replace", "second", "third.pem", "-o", "swap", "--with", "second.pem")
        let files = ["swap-1-grant.statement", "swap-2-revoke.statement"]
        for file in files { try home.does("sign", file, key: "second.pem") }
        // The end of the old key alone would leave one editor for a rule of two.
        #expect(try home.refuses("append", files[1]).contains("fewer editors"))
        try home.does("append", files[0], files[1])
        #expect(try home.record("third")["role"] == "editor" && home.record("second")["active"] == .bool(false))
        home.isIntact()
    }

    /// Whoever signs over another history vouches for it: the second one's own copy is compared.
    @Test func theSecondOneSharesTheHistory() throws {
        let home = try Home.withThree()
        let other = try Home(copying: home)
        for (home, slug) in [(home, "here"), (other, "there")] { try home.writes(slug) }
        try home.does("amend", "--title", "New", "-o", "a.statement", "--with", "second.pem")
        try other.write(String(decoding: home.read("a.statement"), as: UTF8.self), "a.statement")
        let before = try other.read("a.statement")
        #expect(try other.refuses("sign", "a.statement", key: "second.pem").contains("ALARM"))
        #expect(try other.read("a.statement") == before)
    }
}
