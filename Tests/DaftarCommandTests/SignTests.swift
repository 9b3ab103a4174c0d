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
