import Daftar
import DaftarCommand
import Foundation
import Testing

/// An append that withholds something is killed at system calls that change what lies on disk, `write` among them:
/// whatever digest was published, the vault has its disclosure.
///
/// At each call on the vault; of the others, which the store's own crash tests go through one by one, at some. (A kill
/// before an `fsync` leaves the files that the next kill leaves: what those are for is seen in their order.)
@Suite(.enabled(if: Traced.strace != nil, "needs strace: crashes are NOT tested"))
struct VaultCrashTests {
    private static let changing = ["mkdir", "unlink", "rename", "ftruncate", "write", "pwrite64"]

    /// A vault that is made on the way, and one that is there: then the first calls are those on its files.
    @Test(arguments: [(false, 6), (true, 2)]) func noDisclosureIsLost(_ hasVault: Bool, _ elsewhere: Int) throws {
        let home = try Home.withLedger()
        try home.write(Home.event("one", extra: "withhold: [quotes.0]"), "one.yaml")
        if hasVault { #expect(WithheldTests.run(home, "vault", "init").exit == .done) }
        let calls = try calls(try Home(copying: home, withState: true))
        let vault = calls.filter(\.isVault), others = calls.filter { !$0.isVault }
        #expect(Set(vault.map(\.name)).isSuperset(of: ["mkdir", "unlink", "rename"]) && others.count > 20)
        let some = stride(from: 0, to: others.count, by: max(1, others.count / elsewhere)).map { others[$0] }
        for call in vault + some {
            let copy = try Home(copying: home, withState: true)
            let status = try append(
                copy, ["-e", "trace=\(call.name)", "-e", "inject=\(call.name):signal=KILL:when=\(call.number)"])
            #expect(status != 0, "\(call)")
            try check(copy, "\(call)")
        }
    }

    private struct Call: Hashable {
        let name: String
        /// Of those with its name in its thread, from 1: so `strace` counts.
        let number: Int
        var isVault = false
    }

    /// Where an append can be killed, as one that is let alone shows it: of calls with one number in two threads, at the
    /// first.
    private func calls(_ home: Home) throws -> [Call] {
        let log = home.file("log"), trace = "trace=\(Self.changing.joined(separator: ","))"
        #expect(try append(home, ["-y", "-e", trace], log: log) == 0)
        var counts: [String: Int] = [:], calls: [Call] = []
        for line in try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n") {
            guard let end = line.firstIndex(of: "("), let name = Self.changing.first(where: line[..<end].hasSuffix)
            else { continue }
            counts[String(line[..<end]), default: 0] += 1
            var call = Call(name: name, number: counts[String(line[..<end])] ?? 0)
            call.isVault = line.contains("/share/daftar/vault")
            if !calls.contains(where: { $0.name == name && $0.number == call.number }) { calls.append(call) }
        }
        return calls
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
