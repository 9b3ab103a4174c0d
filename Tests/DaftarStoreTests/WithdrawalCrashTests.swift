import Daftar
import Foundation
import Testing

@testable import DaftarStore

/// A withdrawal that is killed at each system call that changes anything: the next command finishes the removal, and
/// nothing of what was withdrawn is left in any file.
@Suite(.enabled(if: Probe.strace != nil, "needs strace: crashes are NOT tested"))
struct WithdrawalCrashTests {
    static let traces = ["Zubaida", "zubaida"]

    @Test func everyCrashIsFinishedByTheNextCommand() throws {
        let probe = try Probe(withdrawing: "Zubaida was here")
        let whole = try probe.box()
        #expect(try Self.holding(whole) != [])
        let run = try whole.run(["-e", "trace=all"])
        #expect(run.status == 0, "\(run.output)")
        #expect(try Self.holding(whole) == [])
        let counts = try whole.calls()
        for (call, step) in CrashTests.writing + [("unlink", 1)] {
            for number in stride(from: 1, through: counts[call] ?? 0, by: step) {
                let box = try probe.box()
                try box.run(["-e", "trace=\(call)", "-e", "inject=\(call):signal=KILL:when=\(number)"])
                try check(box, "\(call) \(number)")
            }
        }
    }

    private func check(_ box: Probe.Box, _ what: String) throws {
        #expect(try box.verify().verdict == .intact, "\(what)")
        let ledger = try box.open(), size = try ledger.seen().size
        if size == 3 {
            #expect(try Self.holding(box) == [], "\(what)")
        } else {
            #expect(try ledger.event(1)?.content.title != nil, "\(what)")
        }
        let report = try box.verify()
        #expect(report.verdict == .intact && report.notes.isEmpty && report.size == size, "\(what): \(report.notes)")
    }

    /// The files of the ledger and of the working state that hold it; what was handed in lies beside them.
    static func holding(_ box: Probe.Box) throws -> [String] {
        try ["Records", "state"].flatMap { folder in
            try FileManager.default.subpathsOfDirectory(atPath: box.path + "/" + folder).filter { name in
                guard let bytes = FileManager.default.contents(atPath: box.path + "/\(folder)/\(name)") else {
                    return false
                }
                return traces.contains { bytes.range(of: Data($0.utf8)) != nil }
            }
        }
    }
}
