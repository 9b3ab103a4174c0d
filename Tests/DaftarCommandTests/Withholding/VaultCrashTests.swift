import Daftar
import DaftarCommand
import Foundation
import Testing

/// An append that withholds something is killed at each system call that changes what lies there: whatever digest was
/// published, the vault has its disclosure. (A kill before an `fsync` leaves the files that the next kill leaves: what
/// those are for is seen in their order.)
@Suite(.enabled(if: Traced.strace != nil, "needs strace: crashes are NOT tested"), .serialized)
struct VaultCrashTests {
    @Test(arguments: ["rename", "mkdir", "fdatasync"])
    func noDisclosureIsLost(_ call: String) throws {
        let home = try Home.withLedger()
        try home.write(Home.event("one", extra: "withhold: [quotes.0]"), "one.yaml")
        var number = 1
        while number < 120 {
            let copy = try Home(copying: home, withState: true)
            let status = try append(copy, ["-e", "trace=\(call)", "-e", "inject=\(call):signal=KILL:when=\(number)"])
            try check(copy, "\(call) \(number)")
            if status == 0 { break }
            number += 1
        }
        #expect(number < 120)
    }

    /// The vault's file and its folder are on disk before anything of the entry is committed or published.
    @Test func theVaultComesFirst() throws {
        let home = try Home.withLedger()
        try home.write(Home.event("one", extra: "withhold: [quotes.0]"), "one.yaml")
        let log = home.file("log")
        #expect(try append(home, ["-y", "-e", "trace=rename,fsync,fdatasync"], log: log) == 0)
        let calls = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map(String.init)
        func first(_ call: String, _ place: String) throws -> Int {
            try #require(calls.firstIndex { $0.contains(call + "(") && $0.contains(place) }, "\(call) \(place)")
        }
        func last(_ call: String, _ place: String) throws -> Int {
            try #require(calls.lastIndex { $0.contains(call + "(") && $0.contains(place) }, "\(call) \(place)")
        }
        let named = try last("rename", "/withheld/"), listed = try last("fsync", "/withheld>")
        #expect(try first("fsync", "/withheld/.tmp-") < named && named < listed)
        #expect(try listed < last("fdatasync", "ledger.sqlite") && listed < first("rename", "Records/"))
    }

    private func check(_ home: Home, _ what: String) throws {
        let published = home.run("publish")
        #expect(published.exit == .done, "\(what): \(published.err)")
        #expect(home.run("verify", "Records", "--trust", "Keys").exit == .done, "\(what)")
        guard home.run("show", "1").exit == .done else { return }
        let shown = WithheldTests.run(home, "show", "1", "--include-private")
        #expect(shown.out.contains("so they said"), "\(what): \(shown.err)")
    }

    private func append(_ home: Home, _ injection: [String], log: String = "/dev/null") throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: Traced.strace ?? "strace")
        process.arguments =
            ["-f", "-o", log] + injection
            + [Traced.program, "append", "one.yaml", "--ledger", "Records", "--passphrase-file", "pass"]
        process.environment = ["HOME": home.path]
        process.currentDirectoryURL = URL(filePath: home.path)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}

/// The program itself, as a child that can be killed.
private enum Traced {
    static let strace = ["/usr/bin/strace", "/bin/strace"].first { FileManager.default.isExecutableFile(atPath: $0) }
    static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "daftar").path
}
