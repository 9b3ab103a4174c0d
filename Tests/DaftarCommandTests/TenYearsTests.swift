import Daftar
import DaftarCommand
import Foundation
import Testing

/// A ledger's ten years in one sitting: three people under a two-person rule, two stolen keys, a retired ledger key.
@Suite struct TenYearsTests {
    private let home: Home

    init() throws {
        home = try Home.withLedger()
    }

    /// A decision of two editors: made by `first`, shown to and signed by `second`, then appended.
    private func decide(_ arguments: [String], first: String, second: String) throws {
        let files = ["d.statement", "d-1-grant.statement", "d-2-revoke.statement"]
        for file in files where home.exists(file) { try home.remove(file) }
        let made = home.run(
            arguments + ["-o", "d", "--with", second, "--key", first, "--passphrase-file", "pass"])
        try #require(made.exit == .done, "\(arguments): \(made.err)")
        let statements = files.filter(home.exists)
        for file in statements { try home.does("sign", file, key: second) }
        let appended = home.run(["append"] + statements + ["--passphrase-file", "pass"])
        try #require(appended.exit == .done, "\(arguments): \(appended.err)")
        home.isIntact()
    }

    /// The ledger's day goes on a year; the size so far.
    private func year(_ year: Int) throws -> Int {
        home.today = RecordedDay(year: year, month: 1, day: 5)
        let size = try #require(home.run("status", "--json").json?["published"]?["size"]?.integer)
        return size
    }

    private func active(at size: Int) throws -> Set<String> {
        let result = home.run("key", "list", "Records", "--json", "--at", "\(size)")
        let keys = try #require(result.json?["keys"]?.array, "\(result.err)")
        return Set(
            keys.filter { $0["active"] == .bool(true) }.compactMap { key in
                key["vkey"]?.string?.split(separator: "+").first.map { String($0.dropFirst(Home.origin.count + 1)) }
            })
    }

    @Test func rightsAndKeysOverTime() throws {
        let editor = Home.editorFile
        // 2026: a second editor and an author; from then on two decide.
        try home.does("key", "grant", home.makeKey("second"), "--role", "editor")
        try home.does("key", "grant", home.makeKey("zarina"), "--role", "author")
        try home.does("amend", "--approvals", "2")
        try home.does(
            "key", "revoke", "--self", "--reason", "compromised", "-o", "zarina-end.statement", key: "zarina.pem")
        for slug in ["one", "two"] { try home.writes(slug, key: "zarina.pem") }
        let first = try year(2027)
        // 2027: a third editor. 2028: zarina's laptop is stolen; the thief writes before the kept file ends the key.
        try home.makeKey("third")
        try decide(["key", "grant", "third.pem", "--role", "editor"], first: editor, second: "second.pem")
        _ = try year(2028)
        try home.writes("planted", key: "zarina.pem")
        let stolen = try year(2029)
        try home.does("append", "zarina-end.statement")
        try decide(
            ["key", "revoke", "zarina", "--reason", "compromised", "--since", "\(stolen - 1)"], first: editor,
            second: "third.pem")
        // 2030: another key for her. 2031: the ledger's key goes over to the next.
        _ = try year(2030)
        try home.makeKey("zarina-2")
        try decide(["key", "grant", "zarina-2.pem", "--role", "author"], first: "second.pem", second: "third.pem")
        try home.writes("three", key: "zarina-2.pem")
        _ = try year(2031)
        try rotate()
        // 2032: the second editor's key is stolen. Alone it admits nobody; it ends, and another takes its place.
        _ = try year(2032)
        #expect(
            try home.refuses("key", "grant", home.makeKey("sleeper"), "--role", "editor", key: "second.pem")
                .contains("2 editors sign a grant together"))
        try home.writes("alone", key: "second.pem")
        let second = try year(2033)
        try decide(
            ["key", "revoke", "second", "--reason", "compromised", "--since", "\(second - 1)"], first: editor,
            second: "third.pem")
        // 2034: the first editor retires their key for a new one.
        _ = try year(2034)
        try home.makeKey("editor-2")
        try decide(["key", "replace", "editor", "editor-2.pem"], first: editor, second: "third.pem")
        try decide(["amend", "--title", "Ten years"], first: "editor-2.pem", second: "third.pem")
        let last = try year(2035)
        try check(first: first, stolen: stolen, second: second, last: last)
        try checkWithTheOracle()
    }

    private func rotate() throws {
        let next = ".config/daftar/keys/next.pem", old = ".config/daftar/keys/test.pem"
        try home.does("keygen", "--for-ledger", "--origin", Home.origin, "-o", next)
        for change in [["--add-ledger-key", next], ["--remove-ledger-key", old]] {
            try #require(home.run(["trust", "set", "Keys"] + change).exit == .done)
            try #require(home.run("trust", "add", "Keys").exit == .done)
            try home.writes(change[0] == "--add-ledger-key" ? "overlap" : "after", key: "zarina-2.pem")
            home.isIntact()
        }
    }

    private func check(first: Int, stolen: Int, second: Int, last: Int) throws {
        #expect(try active(at: 1) == ["editor"])
        #expect(try active(at: first) == ["editor", "second", "zarina"])
        #expect(try active(at: stolen) == ["editor", "second", "third", "zarina"])
        #expect(try active(at: stolen + 1) == ["editor", "second", "third"])
        #expect(try active(at: second) == ["editor", "second", "third", "zarina-2"])
        #expect(try active(at: last) == ["editor-2", "third", "zarina-2"])
        let zarina = try home.record("zarina"), before = try home.record("zarina", at: stolen + 1)
        #expect(zarina["revocations"]?.array?.count == 2 && zarina["doubted-since"] == .integer(stolen - 1))
        #expect(before["revocations"]?.array?.count == 1 && before["doubted-since"] == nil)
        #expect(try home.record("second")["doubted-since"] == .integer(second - 1))
        #expect(try home.record("third")["doubted-since"] == nil)
        // What the thief wrote, the end of that key by itself, and what the second thief wrote.
        let report = home.run("verify", "Records", "--trust", "Keys", "--json").json
        #expect(report?["doubted"]?.array == [stolen - 1, stolen, second - 1].map { .integer($0) })
    }

    /// A program that shares no code with this one comes to the same.
    private func checkWithTheOracle() throws {
        let oracle = URL(filePath: Home.vectors).deletingLastPathComponent().appending(path: "Oracle/verify.py").path
        let probe = try tool(["python3", "-c", "import cryptography"])
        guard probe.status == 0 else {
            print("\u{203C} SKIPPED: Tests/Oracle/verify.py needs python3 with `cryptography`, which is not here.")
            return
        }
        let verdict = try tool(["python3", "-B", oracle, home.file("Records"), "--trust", home.file("Keys")])
        #expect(verdict.status == 0, "\(verdict.output)")
    }

    private func tool(_ command: [String]) throws -> (status: Int32, output: String) {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        (process.standardOutput, process.standardError) = (pipe, pipe)
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }
}
