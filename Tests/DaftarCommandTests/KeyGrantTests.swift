import DaftarCommand
import Testing

@Suite struct KeyGrantTests {
    /// A home with a ledger and the vkey of a new key, `a1.pem`.
    static func withKey() throws -> (home: Home, vkey: String) {
        let home = try Home.withLedger()
        let made = home.run("keygen", "a1", "--origin", Home.origin, "-o", "a1.pem", "--passphrase-file", "pass")
        try #require(made.exit == .done, "\(made.err)")
        let line = try #require(
            home.run("key", "show", "a1.pem").out.split(separator: "\n").first { $0.hasPrefix("vkey") })
        return (home, String(line.dropFirst(6)))
    }

    @Test func aGrantedKeySigns() throws {
        let (home, vkey) = try Self.withKey()
        let granted = home.run("key", "grant", vkey, "--role", "author", "--passphrase-file", "pass")
        #expect(granted.exit == .done, "\(granted.err)")
        try home.write(Home.event("one"), "one.yaml")
        let appended = home.run("append", "one.yaml", "--key", "a1.pem", "--passphrase-file", "pass")
        #expect(appended.exit == .done, "\(appended.err)")
        #expect(home.run("verify", "Records", "--trust", "Keys").exit == .done)
        let again = home.run("key", "grant", vkey, "--role", "editor", "--passphrase-file", "pass")
        #expect(again.exit == .failed && again.err.contains("entry 1 admitted this key already"))
    }

    @Test func aGrantTravelsAsAFile() throws {
        let (home, vkey) = try Self.withKey()
        let written = home.run(
            "key", "grant", vkey, "--role", "author", "-o", "grant.statement", "--passphrase-file", "pass")
        #expect(written.exit == .done, "\(written.err)")
        #expect(home.run("status").err.contains("1 entry") || home.run("list").exit == .done)
        let appended = home.append("grant.statement")
        #expect(appended.exit == .done && appended.out.hasPrefix("1  "), "\(appended.err)")
    }
}
