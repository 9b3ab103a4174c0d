import Daftar
import DaftarCommand
import DaftarStore
import Foundation
import Testing

/// What a tired person runs into, and what a clumsy or hostile one leaves behind.
@Suite struct TrapTests {
    let home: Home

    init() throws { home = try Home.withLedger() }

    /// An offline machine: the event, the key and a copy of the checkpoint lie in one folder.
    @Test func aDeskWithACheckpointIsNoLedger() throws {
        try home.write(String(decoding: try home.read("Records/checkpoint"), as: UTF8.self), "desk/checkpoint")
        try home.write(Home.event("one"), "desk/one.yaml")
        let signed = home.run("sign", "desk/one.yaml", "--checkpoint", "desk/checkpoint", "--passphrase-file", "pass")
        #expect(signed.exit == .done, "\(signed.err)")
        #expect(home.append("desk/one.statement").exit == .done)
        #expect(home.run("export", "--format", "csv", "-o", "Records/x.csv").exit == .failed)
    }

    @Test func theSameStatementTwice() throws {
        try home.write(Home.event("one"), "one.yaml")
        #expect(home.run("sign", "one.yaml", "--passphrase-file", "pass").exit == .done)
        #expect(home.append("one.statement").exit == .done)
        #expect(home.append("one.statement").err.contains("in the ledger already, as entry 1"))
    }

    @Test func signingAgainDropsNobodysLine() throws {
        let vkey = String(
            home.run("keygen", "second", "--origin", Home.origin, "--passphrase-file", "pass").out.dropLast())
        try home.write(Home.event("one"), "one.yaml")
        let sign = [
            "sign", "one.yaml", "--with", vkey, "--key", ".config/daftar/keys/test-editor.pem", "--passphrase-file",
            "pass",
        ]
        #expect(home.run(sign).exit == .done)
        let first = try home.read("one.statement")
        #expect(home.run(sign).exit == .failed)
        #expect(try home.read("one.statement") == first)
    }

    @Test func lintReadsNoStatements() throws {
        try home.write(Home.event("one"), "batch/one.yaml")
        #expect(home.run("sign", "batch/one.yaml", "--passphrase-file", "pass").exit == .done)
        #expect(home.run("lint", "batch/one.statement").exit == .failed)
        #expect(home.run("lint", "batch").exit == .done)
    }

    @Test func outputGoesToADeviceAsItIs() throws {
        try #require(unsafe mkfifo(home.file("pipe"), 0o600) == 0)
        let reader = unsafe open(home.file("pipe"), O_RDONLY | O_NONBLOCK)
        defer { close(reader) }
        #expect(home.run("export", "--format", "csv", "-o", "pipe").exit == .done)
        var status = stat()
        #expect(unsafe stat(home.file("pipe"), &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
        // A file that is named like ours on its way is somebody's.
        try home.write("mine", "x.csv.tmp")
        #expect(home.run("export", "--format", "csv", "-o", "x.csv").exit == .done)
        #expect(try home.read("x.csv.tmp") == Array("mine".utf8))
    }

    @Test func aTemplateAsksToBeFilledIn() throws {
        #expect(home.run("new", "statement/plan", "new.yaml").exit == .done)
        let result = home.run("lint", "new.yaml")
        #expect(result.out.contains("hint: fill it in\n"))
        #expect(!result.out.contains("``"))
    }

    // MARK: Two histories

    @Test func statusSeesAnotherHistory() throws {
        let other = try Home(copying: home)
        try home.add("one")
        try other.add("two")
        try FileManager.default.copyItem(atPath: other.file("Records"), toPath: home.file("fork"))
        #expect(home.run("status", "--ledger", "fork").out.contains("another history"))
        #expect(home.run("list", "--ledger", "fork").exit == .notIntact)
    }

    /// Files rolled back and the working state gone: to append would sign a second history.
    @Test func nothingIsAppendedToLessThanWasVerified() throws {
        try FileManager.default.copyItem(atPath: home.file("Records"), toPath: home.file("old"))
        try home.add("one")
        #expect(home.run("verify").exit == .done)
        try home.remove("Records")
        try FileManager.default.copyItem(atPath: home.file("old"), toPath: home.file("Records"))
        try home.remove(".local/state/daftar/ledgers")
        try home.write(Home.event("two"), "two.yaml")
        let result = home.append("two.yaml")
        #expect(result.exit == .notIntact)
        #expect(result.err.replacing("\n       ", with: " ").contains("older state"))
        #expect(try home.read("Records/checkpoint") == home.read("old/checkpoint"))
    }

    /// A copy somewhere else may be evidence: reading it does not write to it.
    @Test func anOlderCopyIsLeftAsItIs() throws {
        try FileManager.default.copyItem(atPath: home.file("Records"), toPath: home.file("old"))
        let before = try home.read("old/checkpoint")
        try home.add("one")
        for verb in [["list"], ["show", "0"], ["append", "one.yaml", "--passphrase-file", "pass"]] {
            #expect(home.run(verb + ["--ledger", "old"]).exit == .notIntact)
            #expect(try home.read("old/checkpoint") == before)
        }
        // A machine that was copied whole, with what a crash left on it, heals in its own place.
        let other = try Home(copying: home, withState: true)
        #expect(other.run("list").exit == .done)
        #expect(home.run("publish", "--ledger", "old").exit == .done)
        #expect(try home.read("old/checkpoint") == home.read("Records/checkpoint"))
        // Restored in its own place it is brought up to date, and so is a folder that was moved.
        try home.add("two")
        try home.remove("Records")
        #expect(home.run("list", "--ledger", "old").err.contains("2 events"))
    }

    /// The verdict stands where it can't be written down.
    @Test(.enabled(if: getuid() != 0)) func aHomeThatCanNotBeWritten() throws {
        try #require(unsafe chmod(home.file(".local/state/daftar"), 0o500) == 0)
        defer { unsafe chmod(home.file(".local/state/daftar"), 0o700) }
        let result = home.run("verify")
        #expect(result.exit == .done)
        #expect(result.err.replacing("\n         ", with: " ").contains("could not be written down"))
    }

    // MARK: A disk that says no

    @Test(.enabled(if: getuid() != 0)) func aReadOnlyFolderTakesNothing() throws {
        try home.write(Home.event("one"), "one.yaml")
        try #require(unsafe chmod(home.file("Records"), 0o500) == 0)
        #expect(home.append("one.yaml").exit == .failed)
        unsafe chmod(home.file("Records"), 0o700)
        #expect(home.run("status").out.contains("1 entry"))
        #expect(home.run("list").err.contains("0 events"))
    }

    /// Behind the commit point the entry is there, whatever becomes of the files: nobody is told to try again.
    @Test func whatIsCommittedIsSaidToBe() throws {
        try FileManager.default.createSymbolicLink(
            atPath: home.file("Records/content"), withDestinationPath: "/nonexistent/content")
        try home.write(Home.event("one"), "one.yaml")
        let result = home.append("one.yaml")
        #expect(result.exit == .failed)
        #expect(result.err.replacing("\n       ", with: " ").contains("1 entry is committed and not published yet"))
        #expect(result.err.contains("hint: put that right, then daftar publish"))
        try home.remove("Records/content")
        #expect(home.run("publish").exit == .done)
        #expect(home.run("verify").out.contains("2 entries"))
    }

    // MARK: At once

    /// All of them have the same key: whoever was overtaken signs anew over what came first.
    @Test func appendsAtOnceAllLand() async throws {
        let names = (0..<4).map { "event-\($0)" }
        for name in names { try home.write(Home.event(name), "\(name).yaml") }
        let path = home.path
        let exits = await withTaskGroup(of: Exit.self) { group in
            for name in names { group.addTask { Home(at: path).append("\(name).yaml").exit } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(exits == [.done, .done, .done, .done])
        #expect(home.run("verify").out.contains("5 entries"))
    }
}
