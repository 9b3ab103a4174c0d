import Daftar
import DaftarCommand
import Foundation
import Testing

/// An append that withholds something is killed at each system call that changes anything: whatever digest was published,
/// the vault has its disclosure.
@Suite(.enabled(if: Traced.strace != nil, "needs strace: crashes are NOT tested"), .serialized)
struct VaultCrashTests {
    @Test(arguments: [("rename", 1), ("fsync", 1), ("mkdir", 1), ("write", 4), ("fdatasync", 1)])
    func noDisclosureIsLost(_ call: String, _ step: Int) throws {
        let home = try Home.withLedger()
        try home.write(Home.event("one", extra: "withhold: [quotes.0]"), "one.yaml")
        var number = 1
        while number < 120 {
            let copy = try Home(copying: home, withState: true)
            let status = try append(copy, ["-e", "trace=\(call)", "-e", "inject=\(call):signal=KILL:when=\(number)"])
            try check(copy, "\(call) \(number)")
            if status == 0 { break }
            number += step
        }
        #expect(number < 120)
    }

    private func check(_ home: Home, _ what: String) throws {
        let published = home.run("publish", "--passphrase-file", "pass")
        #expect(published.exit == .done, "\(what): \(published.err)")
        #expect(home.run("verify", "Records", "--trust", "Keys").exit == .done, "\(what)")
        guard home.run("show", "1").exit == .done else { return }
        let shown = WithheldTests.run(home, "show", "1", "--include-private")
        #expect(shown.out.contains("so they said"), "\(what): \(shown.err)")
    }

    private func append(_ home: Home, _ injection: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: Traced.strace ?? "strace")
        process.arguments =
            ["-f", "-o", "/dev/null"] + injection
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
