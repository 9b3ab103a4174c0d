import Daftar
import DaftarCommand
import Foundation
import Testing

/// When: requests and responses of RFC 3161, with authorities that `openssl` makes.
@Suite struct TimestampTests {
    /// A home with a ledger of two entries, an authority that its anchors trust, and the answer to a request.
    static func stamped(lifetime: Int? = nil) throws -> (home: Home, authority: TimestampAuthority) {
        let home = try Home.withLedger()
        try home.add("one")
        let authority = try TimestampAuthority(in: home)
        try home.copy("tsa/root.pem", to: "Keys/tsa.pem")
        #expect(home.run("trust", "add", "Keys", "--yes").exit == .done)
        let request = home.run("timestamp", "request", "-o", "r.tsq")
        #expect(
            request.exit == .done && request.err.contains("Content-Type: application/timestamp-query"), "\(request.err)"
        )
        if let lifetime { try authority.certify("usage", to: "tsa.pem", lifetime: lifetime) }
        try authority.answer("r.tsq", to: "r.tsr")
        return (home, authority)
    }

    @Test func aRequestIsReadByOpenSSL() throws {
        let (home, authority) = try Self.stamped()
        let text = try authority.openssl(["ts", "-query", "-in", home.file("r.tsq"), "-text"])
        for line in ["Hash Algorithm: sha256", "Certificate required: yes", "Nonce: 0x"] {
            #expect(text.contains(line), "\(text)")
        }
        let again = home.run("timestamp", "request", "-o", "s.tsq", "--at", "1")
        #expect(again.exit == .done && again.err.contains("over 1 entry"), "\(again.err)")
        #expect(try home.read("r.tsq") != home.read("s.tsq"))
        #expect(home.run("timestamp", "request", "-o", "s.tsq", "--at", "3").err.contains("never had 3 entries"))
    }

    @Test func aGoodResponseSaysWhen() throws {
        let (home, authority) = try Self.stamped()
        // The ledger grows before the answer is there.
        try home.add("two")
        let added = home.run("timestamp", "add", "r.tsr")
        #expect(added.exit == .done && added.err.contains("everything up to entry 1 existed on"), "\(added.err)")
        #expect(try home.read("Records/timestamps/2.tsr") == home.read("r.tsr"))
        let verdict = home.run("verify", "Records", "--trust", "Keys")
        #expect(verdict.exit == .done, "\(verdict.out)")
        #expect(
            verdict.out.contains("everything up to entry 1 existed on") && verdict.out.contains("says /CN=Clock"),
            "\(verdict.out)")
        let stamp = home.run("verify", "Records", "--trust", "Keys", "--json").json?["timestamps"]?.array?.first
        #expect(stamp?["size"] == 2 && stamp?["authority"] == "/CN=Clock")
        let by = try authority.openssl([
            "ts", "-verify", "-in", home.file("Records/timestamps/2.tsr"), "-queryfile", home.file("r.tsq"), "-CAfile",
            "root.pem",
        ])
        #expect(by.contains("Verification: OK"), "\(by)")
        #expect(home.run("timestamp", "add", "r.tsr").err.contains("was there already"))
        try authority.answer("r.tsq", to: "later.tsr")
        let other = home.run("timestamp", "add", "later.tsr")
        #expect(other.exit == .failed && other.err.contains("is there already"), "\(other.err)")
        #expect(try home.read("Records/timestamps/2.tsr") == home.read("r.tsr"))
        // A bad one in its place is replaced.
        try home.write("rubbish", "Records/timestamps/2.tsr")
        #expect(home.run("timestamp", "add", "later.tsr").exit == .done)
        #expect(home.run("verify", "Records", "--trust", "Keys").exit == .done)
    }

    @Test func anAuthorityThatExpiredSinceWasGood() throws {
        let (home, _) = try Self.stamped(lifetime: 4)
        #expect(home.run("timestamp", "add", "r.tsr").exit == .done)
        Thread.sleep(forTimeInterval: 5)
        let verdict = home.run("verify", "Records", "--trust", "Keys")
        #expect(verdict.exit == .done && verdict.out.contains("says /CN=Clock"), "\(verdict.out)")
        try home.remove("Records/timestamps/2.tsr")
        #expect(home.run("timestamp", "add", "r.tsr").exit == .done)
    }

    @Test func badResponsesAreRefused() throws {
        let (home, authority) = try Self.stamped()
        func refused(_ file: String, _ words: String) {
            let result = home.run("timestamp", "add", file)
            #expect(result.exit == .failed && result.err.contains(words), "\(file): \(result.err)")
            #expect(home.files("Records/timestamps").isEmpty)
        }
        try authority.answerWrongly("r.tsq", to: "wrong.tsr")
        refused("wrong.tsr", "does not verify")
        try TimestampAuthority("stranger", in: home).answer("r.tsq", to: "stranger.tsr")
        refused("stranger.tsr", "Keys/tsa.pem")
        try home.write("something else", "tsa/data")
        try authority.openssl(["ts", "-query", "-data", "data", "-sha256", "-cert", "-out", "other.tsq"])
        try authority.answer("tsa/other.tsq", to: "other.tsr")
        refused("other.tsr", "something else than a checkpoint")
        let lines = try home.read("Records/checkpoint").split(separator: 10, omittingEmptySubsequences: false).prefix(3)
        try home.write(String(decoding: lines.joined(separator: [10]) + [10], as: UTF8.self), "tsa/lines")
        try authority.openssl(["ts", "-query", "-data", "lines", "-sha256", "-out", "bare.tsq"])
        try authority.answer("tsa/bare.tsq", to: "bare.tsr")
        refused("bare.tsr", "no certificate")
        try home.write("rubbish", "rubbish.tsr")
        refused("rubbish.tsr", "no timestamp response")
        try home.remove("Keys/tsa.pem")
        #expect(home.run("trust", "add", "Keys", "--yes").exit == .done)
        refused("r.tsr", "name no timestamp authority")
    }
}
