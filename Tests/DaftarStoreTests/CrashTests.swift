import Daftar
import Foundation
import Testing

@testable import DaftarStore

/// An append that is killed at each system call that changes anything, and one in which each of them fails. After that a
/// reader finds the ledger as before or with the whole batch, and the next command heals the rest.
///
/// The short form: it looks at writing calls only, and at one entry. Faults come from outside, by `strace -e inject`.
@Suite(.enabled(if: Probe.strace != nil, "needs strace: crashes are NOT tested"))
struct CrashTests {
    /// Calls that change something, and which of them are tried: of the pages that SQLite writes, every eighth.
    static let writing = [
        ("fsync", 1), ("fdatasync", 1), ("write", 1), ("rename", 1), ("mkdir", 1), ("ftruncate", 1), ("pwrite64", 8),
    ]

    /// What a run without faults does, and how often.
    func counts(_ probe: Probe) throws -> [String: Int] {
        let box = try probe.box()
        let run = try box.run(["-e", "trace=all"])
        #expect(run.status == 0 && run.output == "3\n", "\(run.output)")
        #expect(try box.verify().verdict == .intact)
        return try box.calls()
    }

    @Test func oneEntryTakesFewSyncs() throws {
        let counts = try counts(Probe())
        let syncs = (counts["fsync"] ?? 0) + (counts["fdatasync"] ?? 0)
        #expect((1...14).contains(syncs), "\(syncs)")
    }

    @Test(arguments: ["signal=KILL", "error=EIO", "error=ENOSPC"])
    func everyFaultHeals(_ fault: String) throws {
        let probe = try Probe(), counts = try counts(probe)
        for (call, step) in Self.writing where !fault.contains("ENOSPC") || call.contains("write") {
            for number in stride(from: 1, through: counts[call] ?? 0, by: step) {
                let box = try probe.box()
                try box.run(["-e", "trace=\(call)", "-e", "inject=\(call):\(fault):when=\(number)"])
                try check(box, probe, "\(call) \(number) \(fault)")
            }
        }
    }

    private func check(_ box: Probe.Box, _ probe: Probe, _ what: String) throws {
        let report = try box.verify()
        #expect(report.verdict == .intact && (2...3).contains(report.size), "\(what): \(report.findings)")
        let ledger = try box.open()
        let size = try ledger.seen().size
        let healed = try box.verify()
        #expect(healed.verdict == .intact && healed.size == size && size >= report.size, "\(what): \(healed.findings)")
        #expect(healed.notes.isEmpty, "\(what): \(healed.notes)")
        try ledger.append([probe.event("Next", seen: ledger.seen())], ledgerKeys: [probe.ledgerKey], today: probe.day)
        #expect(try box.verify().verdict == .intact && box.verify().size == size + 1, "\(what)")
    }

    @Test func twoAppendsAtOnceBothLand() throws {
        let probe = try Probe(), box = try probe.box()
        let one = try box.start(), two = try box.start()
        let outputs = [one, two].map { process, pipe in
            let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            return (process.terminationStatus, text)
        }
        // They append the same statement: the second one to come is told so, after it waited for the first.
        #expect(outputs.map(\.0).sorted() == [0, 1], "\(outputs)")
        #expect(outputs.contains { $0.1.contains("repeated") }, "\(outputs)")
        #expect(try box.verify().verdict == .intact && box.verify().size == 3)
    }

    @Test func aWriterWhoDoesNotLetGoIsNamed() throws {
        let probe = try Probe(), box = try probe.box(), ledger = try box.open()
        let folder = try Lock.take(box.path + "/Records", isFolder: true)
        let folders = UserFolders(state: box.path + "/state", config: box.path + "/config", data: box.path + "/data")
        let other = try Ledger.open(
            box.path + "/Records", anchors: probe.anchors, folders: folders, patience: .milliseconds(50))
        #expect {
            try other.append([probe.event("x", seen: ledger.seen())], ledgerKeys: [probe.ledgerKey], today: probe.day)
        } throws: { if case StoreError.locked = $0 { true } else { false } }
        _ = consume folder
    }
}
