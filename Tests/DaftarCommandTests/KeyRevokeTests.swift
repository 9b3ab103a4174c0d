import Daftar
import DaftarCommand
import Foundation
import Testing

/// How keys end: by editors, by themselves, in advance; and what a thief leaves behind.
@Suite struct KeyRevokeTests {
    @Test func aRevokedKeySignsNoMore() throws {
        let home = try Home.withThree()
        try home.writes("one", key: "a1.pem")
        try home.write(Home.event("two"), "two.yaml")
        try home.does("sign", "two.yaml", "-o", "late.statement", key: "a1.pem")
        try home.does("key", "revoke", "a1", "--reason", "retired")
        home.isIntact()
        // Neither by the verb nor with what was signed before, years ago.
        #expect(try home.refuses("append", "two.yaml", key: "a1.pem").contains("does not admit"))
        #expect(try home.refuses("append", "late.statement").contains("revoked"))
        #expect(
            try home.refuses("key", "revoke", "a1", "--reason", "retired").contains("entry 4 revoked this key already"))
        #expect(try home.refuses("key", "revoke", "nobody", "--reason", "retired").contains("never admitted"))
        let a1 = try home.record("a1")
        #expect(a1["active"] == .bool(false) && a1["signed"] == 1 && a1["granted"] == 2)
        #expect(a1["revocations"]?.array?.first?["entry"] == 4)
        #expect(a1["doubted-since"] == nil)
        #expect(try home.record("a1", at: 4)["active"] == .bool(true))
    }

    /// Signed at size 3, appended at size 50 and after much that the key signed: DESIGN 4.1.
    @Test func aSelfRevocationIsKeptElsewhere() throws {
        let home = try Home.withThree()
        let made = try home.does(
            "key", "revoke", "--self", "--reason", "compromised", "-o", "end.statement", key: "a1.pem")
        #expect(made.err.contains("keep it where the key is not"))
        let lines = try (3..<50).map { try home.line("event-\($0)") }
        try home.write(lines.joined(separator: "\n") + "\n", "all.jsonl")
        try home.does("append", "all.jsonl", key: "a1.pem")
        try home.does("append", "end.statement")
        home.isIntact()
        let record = try home.record("a1")
        #expect(record["signed"] == 48 && record["active"] == .bool(false) && record["doubted-since"] == nil)
        // Editors say afterwards since when it was in other hands; the key itself never does.
        try home.does("key", "revoke", "a1", "--reason", "compromised", "--since", "48")
        #expect(try home.record("a1")["doubted-since"] == 48)
        #expect(home.run("verify", "Records", "--trust", "Keys").err.contains("doubt"))
        #expect(
            try home.refuses("key", "revoke", "--self", "--reason", "compromised", "--since", "3", key: "second.pem")
                .contains("no --since"))
    }

    /// Wherever the entry is shown, of control entries too, and not for a time when nobody knew.
    @Test func doubtIsShownOfEveryType() throws {
        let home = try Home.withThree()
        try home.writes("one", key: "a1.pem")
        try home.does("withdraw", "one", "title", "--reason", "legal", key: "second.pem")
        try home.does("key", "grant", home.makeKey("sleeper"), "--role", "author", key: "second.pem")
        try home.does("key", "revoke", "second", "--reason", "compromised", "--since", "4", key: Home.editorFile)
        for entry in ["4", "5"] {
            #expect(home.run("show", entry).out.contains("DOUBTED"))
            #expect(home.run("show", entry, "--json").json?["doubted"] == .bool(true))
            #expect(!home.run("show", entry, "--at", "6").out.contains("DOUBTED"))
        }
        #expect(home.run("show", "one", "--history").out.contains("DOUBTED"))
        #expect(!home.run("show", "one", "--history", "--at", "6").out.contains("DOUBTED"))
        let verified = home.run("verify", "Records", "--trust", "Keys", columns: 1_000)
        #expect(verified.err.contains("note: entries 4–5 are doubted"), "\(verified.err)")
        // Once more to widen it, and then never: that is said before anybody signs.
        try home.does("key", "revoke", "second", "--reason", "compromised", "--since", "3", key: Home.editorFile)
        let third = home.run(
            "key", "revoke", "second", "--reason", "compromised", "--since", "2", "-o", "third", "--key",
            Home.editorFile, "--passphrase-file", "pass")
        #expect(third.exit == .failed && third.err.contains("was revoked twice") && !home.exists("third.statement"))
    }

    @Test func theLastEditorStays() throws {
        let home = try Home.withLedger()
        let said = try home.refuses("key", "revoke", "editor", "--reason", "retired")
        #expect(said.contains("0 editors are left") && said.contains("daftar key grant"))
        // What the verb refuses, the ledger refuses too, whoever wrote the file.
        try home.does(
            "key", "revoke", "--self", "--reason", "retired", "--checkpoint", "Records/checkpoint", "-o", "r.statement",
            key: Home.editorFile)
        #expect(try home.refuses("append", "r.statement").contains("fewer editors"))
        // A stolen one has to end, whatever is left.
        let ended = try home.does("key", "revoke", "--self", "--reason", "compromised")
        #expect(ended.err.contains("nobody can admit keys"))
        home.isIntact()
    }

    @Test func doubtIsNeverCastUnasked() throws {
        let home = try Home.withThree()
        for slug in ["one", "two", "three"] { try home.writes(slug, key: "a1.pem") }
        let said = try home.refuses("key", "revoke", "a1", "--reason", "compromised")
        #expect(said.contains("--since 2 doubts all") && said.contains("--since 6 nothing so far"))
        #expect(try home.refuses("key", "revoke", "a1", "--reason", "compromised", "--since", "1").contains("entry 2"))
        #expect(try home.refuses("key", "revoke", "a1", "--reason", "retired", "--since", "4").contains("compromised"))
        let person = Typist("n")
        let asked = home.run(
            "key", "revoke", "a1", "--reason", "compromised", "--since", "4", person: person, columns: 400)
        #expect(asked.exit == .failed && asked.err.contains("2 entries become doubted: entries 4–5"))
        #expect(person.questions.count == 1)
    }

    /// A stolen editor's key admitted others before it was noticed.
    @Test func sleepersAreShown() throws {
        let home = try Home.withThree()
        let sleeper = try home.makeKey("sleeper"), other = try home.makeKey("other")
        try home.does("key", "grant", sleeper, "--role", "editor", key: "second.pem")
        try home.does("key", "grant", other, "--role", "author", key: "sleeper.pem")
        try home.writes("planted", key: "other.pem")
        let revoked = try home.does("key", "revoke", "second", "--reason", "compromised", "--since", "3", "--yes")
        // Who signed is doubted, and so is whoever was admitted by that, and by those.
        for (name, since) in [("second", 3), ("sleeper", 3), ("other", 4)] {
            #expect(try home.record(name)["doubted-since"] == .integer(since), "\(name)")
        }
        #expect(revoked.err.contains("sleeper+") && revoked.err.contains("may still sign"))
        #expect(revoked.err.contains("--reason compromised --since 3"))
        home.isIntact()
        #expect(home.run("key", "list", "Records", columns: 200).out.contains("doubted from entry 4 on"))
        try home.does("key", "revoke", "sleeper", "--reason", "compromised", "--since", "3")
        try home.write(Home.event("more"), "more.yaml")
        #expect(try home.refuses("append", "more.yaml", key: "sleeper.pem").contains("does not admit"))
    }

    @Test func whoMayNotEndOthers() throws {
        let home = try Home.withThree()
        let vkey = try home.makeKey("friend")
        #expect(try home.refuses("key", "grant", vkey, "--role", "author", key: "a1.pem").contains("no editor"))
        #expect(try home.refuses("key", "revoke", "second", "--reason", "retired", key: "a1.pem").contains("no editor"))
        // A grant by an author, made without our leave: the ledger says no.
        try home.does(
            "key", "grant", vkey, "--role", "author", "--checkpoint", "Records/checkpoint", "-o", "g.statement",
            key: "a1.pem")
        #expect(try home.refuses("append", "g.statement").contains("may not sign"))
        // Nor is a key demoted by a grant, or admitted again after its end.
        let second = String(home.run("key", "show", "second.pem").out.split(separator: "\n")[2].dropFirst(6))
        #expect(try home.refuses("key", "grant", second, "--role", "author").contains("admitted this key already"))
        try home.does("key", "revoke", "second", "--reason", "retired")
        #expect(try home.refuses("key", "grant", second, "--role", "editor").contains("admitted this key already"))
    }

    @Test func aKeyIsReplaced() throws {
        let home = try Home.withThree()
        try home.makeKey("a2")
        try home.does("key", "replace", "a1", "a2.pem")
        #expect(try home.record("a2")["role"] == "author" && home.record("a1")["active"] == .bool(false))
        #expect(try home.record("a1")["revocations"]?.array?.first?["reason"] == "superseded")
        // An editor replaces the key that signs it.
        try home.makeKey("third")
        try home.does("key", "replace", "second", "third.pem", key: "second.pem")
        #expect(try home.record("third")["role"] == "editor" && home.record("second")["active"] == .bool(false))
        home.isIntact()
        #expect(try home.refuses("key", "replace", "a1", "third.pem").contains("admitted this key already"))
        #expect(try home.refuses("key", "replace", "a1", home.makeKey("a3")).contains("revoked already"))
    }
}

extension Home {
    /// An event as one line of JSON.
    func line(_ slug: String) throws -> String {
        """
        {"slug":"\(slug)","language":"en","kind":"statement/plan","title":"Title of \(slug)","date":"2023-12",\
        "places":["TJ"],"sensitivity":"TLP:CLEAR",\
        "quotes":[{"text":"so they said","language":"en","mode":"verbatim","said-by":"paper","sources":["paper"]}],"sources":[{"id":"paper","type":"news-report",\
        "publisher":"The Paper","language":"en","url":"https://paper.example/\(slug)"}]}
        """
    }
}
