import Daftar
import DaftarCommand
import Testing

@Suite struct SignTests {
    let home: Home

    init() throws {
        home = try Home.withLedger()
        try home.write(Home.event("one"), "one.yaml")
    }

    @Test func signsOfflineAndSomebodyAppends() throws {
        let signed = home.run(
            "sign", "one.yaml", "--checkpoint", "Records/checkpoint", "--key", ".config/daftar/keys/test-editor.pem",
            "--passphrase-file", "pass")
        #expect(signed.exit == .done, "\(signed.err)")
        #expect(home.exists("one.statement"))
        let result = home.append("one.statement")
        #expect(result.exit == .done, "\(result.err)")
        #expect(home.run("show", "one").out.contains("Title of one"))
        #expect(home.run("verify").exit == .done)
        let again = home.append("one.statement")
        #expect(again.exit == .failed)
    }

    @Test func twoAuthors() throws {
        let pass = ["--passphrase-file", "pass"]
        let vkey = String(home.run(["keygen", "second", "--origin", Home.origin] + pass).out.dropLast())
        let first = home.run(
            ["sign", "one.yaml", "--with", vkey, "--key", ".config/daftar/keys/test-editor.pem"] + pass)
        #expect(first.exit == .done, "\(first.err)")
        #expect(first.err.contains("has yet to sign"))
        #expect(home.append("one.statement").exit == .failed)
        #expect(home.run(["sign", "one.statement"] + pass).exit == .done)
        // Whole now; but the ledger never admitted the second key.
        let result = home.append("one.statement")
        #expect(result.exit == .failed)
        #expect(result.err.contains("never admitted"))
        #expect(home.run(["sign", "one.statement"] + pass).exit == .keyUnusable)
    }

    @Test func changedStatementsAreRefused() throws {
        #expect(home.run("sign", "one.yaml", "--passphrase-file", "pass").exit == .done)
        let count = try home.read("one.statement").count
        let before = try home.read("Records/checkpoint")
        for offset in stride(from: 0, to: count, by: 53) {
            try home.flip("one.statement", at: offset)
            #expect(home.append("one.statement").exit != .done, "byte \(offset)")
            try home.flip("one.statement", at: offset)
        }
        #expect(try home.read("Records/checkpoint") == before)
    }

    @Test func aLaterStatementCancelsAnEarlierOne() throws {
        #expect(home.run("sign", "one.yaml", "--passphrase-file", "pass").exit == .done)
        try home.add("two")
        try home.add("three")
        let late = home.append("one.statement")
        #expect(late.exit == .failed)
        #expect(late.err.contains("entry 2 cancelled this statement"))
    }

    // MARK: A statement that waits

    private let pass = ["--passphrase-file", "pass"]
    private let key = ["--key", ".config/daftar/keys/test-editor.pem"]

    /// Signs `one` together with a second key, whose vkey is returned, and lets the ledger grow by somebody else's hand.
    private func signTogether() throws {
        let vkey = String(home.run(["keygen", "second", "--origin", Home.origin] + pass).out.dropLast())
        try #require(home.run(["sign", "one.yaml", "--with", vkey] + key + pass).exit == .done)
    }

    /// One for each statement, below a folder for each ledger.
    private var waitingFiles: [String] {
        home.files(".local/state/daftar/waiting").filter { $0.split(separator: "/").count == 6 }
    }

    private func seen(_ file: String) throws -> Substring? {
        String(decoding: try home.read(file), as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("seen ") }
    }

    @Test func whatIsSignedMeanwhileCancelsNothing() throws {
        try signTogether()
        // Neither the first, nor the second, which would see the first.
        for slug in ["two", "three"] {
            try home.write(Home.event(slug), "\(slug).yaml")
            let result = home.run(["append", "\(slug).yaml"] + key + pass)
            #expect(result.exit == .done, "\(result.err)")
            #expect(result.err.contains("note: one.statement waits") == (slug == "three"), "\(result.err)")
        }
        try home.write(Home.event("four"), "four.yaml")
        #expect(home.run(["sign", "four.yaml"] + key + pass).err.contains("note: one.statement waits"))
        #expect(try seen("four.statement") == seen("one.statement"))
        // Its place is kept, wherever the ledger is now.
        #expect(home.append("four.statement").exit == .done)
        #expect(home.run("show", "3").exit == .done)
    }

    @Test func whoeverGivesItUpIsTold() throws {
        try signTogether()
        for slug in ["two", "three"] {
            try home.write(Home.event(slug), "\(slug).yaml")
            #expect(home.run(["append", "\(slug).yaml", "--cancel-waiting"] + key + pass).exit == .done)
        }
        // Over and forgotten: the ledger can't take it any more.
        try home.write(Home.event("four"), "four.yaml")
        let result = home.run(["sign", "four.yaml"] + key + pass)
        #expect(result.exit == .done && !result.err.contains("waits"), "\(result.err)")
        #expect(try seen("four.statement")?.hasPrefix("seen 3 ") == true)
        #expect(waitingFiles.isEmpty)
    }

    @Test func aLineThatWouldCancelIsAskedFor() throws {
        try signTogether()
        // The other one's machine made a statement over more, and both are to sign it.
        let other = try Home(copying: home)
        try other.remove(".local/state/daftar/waiting")
        for slug in ["two", "three"] { try other.write(Home.event(slug), "\(slug).yaml") }
        #expect(other.run(["append", "two.yaml"] + key + pass).exit == .done)
        let shown = home.run("key", "show", ".config/daftar/keys/test-editor.pem").out
        let vkey = try #require(shown.split(separator: "\n").first { $0.hasPrefix("vkey  ") }).dropFirst(6)
        let made = other.run(
            [
                "sign", "three.yaml", "--with", String(vkey), "--key", ".config/daftar/keys/test-second.pem",
                "--checkpoint",
                "Records/checkpoint",
            ]
                + pass)
        try #require(made.exit == .done, "\(made.err)")
        try home.write(String(decoding: try other.read("three.statement"), as: UTF8.self), "three.statement")
        let refused = home.run(["sign", "three.statement"] + key + pass)
        #expect(refused.exit == .failed && refused.err.contains("it cancels one.statement"), "\(refused.err)")
        #expect(refused.err.contains("--cancel-waiting"))
        let no = Typist("secret", "n")
        #expect(home.run(["sign", "three.statement"] + key, person: no).exit == .failed)
        #expect(no.questions.last?.contains("it cancels one.statement, which waits. Give that up?") == true)
        #expect(home.run(["sign", "three.statement"] + key, person: Typist("secret", "y")).exit == .done)
        // A damaged memory is reported as just that.
        let memory = try #require(waitingFiles.first)
        try home.flip(memory, at: 40)
        let signed = home.run(["sign", "one.yaml", "-o", "x.statement"] + key + pass, columns: 1_000)
        #expect(signed.err.contains("is damaged, and was not used"))
    }

    @Test func aCheckpointOfSomebodyElseIsAnAlarm() throws {
        let other = try Home.withLedger()
        let forged = String(decoding: try other.read("Records/checkpoint"), as: UTF8.self)
        try home.write(forged, "forged")
        let result = home.run("sign", "one.yaml", "--checkpoint", "forged", "--passphrase-file", "pass")
        #expect(result.exit == .notIntact)
        #expect(!home.exists("one.statement"))
    }

    @Test func anotherLedgersStatement() throws {
        let other = try Home.withLedger()
        try other.write(Home.event("one"), "one.yaml")
        #expect(other.run("sign", "one.yaml", "--passphrase-file", "pass").exit == .done)
        try home.write(String(decoding: try other.read("one.statement"), as: UTF8.self), "foreign.statement")
        let result = home.append("foreign.statement")
        #expect(result.exit == .failed)
        #expect(result.err.contains("another history") || result.err.contains("never admitted"))
    }

    @Test func relationsAcrossFiles() throws {
        try home.write(Home.event("two", extra: "relations:\n  - {relation: follows, to: one}"), "two.yaml")
        #expect(home.run("sign", "two.yaml", "one.yaml", "--passphrase-file", "pass").exit == .done)
        #expect(home.append("one.statement", "two.statement").exit == .done)
        #expect(home.run("show", "two").out.contains("follows 1"))
    }
}
