import Daftar
import Foundation

@testable import DaftarStore

/// A box in which `append-probe` appends one statement, as often as one likes: each run gets a fresh copy.
final class Probe {
    private let world: World
    private var template: String { world.box.path }
    let anchors: TrustAnchors

    static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "append-probe").path
    static let strace = ["/usr/bin/strace", "/bin/strace"].first { FileManager.default.isExecutableFile(atPath: $0) }

    /// The statement is one more event; or, with a title, a withdrawal of all of the event that has it.
    init(withdrawing title: String? = nil) throws {
        world = try World()
        let ledger = try world.create()
        let first = try world.event(title ?? "One", seen: ledger.seen())
        try world.append([first], to: ledger)
        anchors = ledger.anchors
        try TrustFolder.write(anchors, keys: [], to: world.box.file("Keys"))
        try KeyFolder.write(
            world.ledgerKey.key, as: world.ledgerKey.verifierKey, to: world.box.file("ledger.pem"), passphrase("probe"))
        let next =
            try title == nil
            ? world.event("Two", seen: ledger.seen()) : world.withdrawal(of: first, seen: ledger.seen())
        try put(next, "statement", "disclosures")
        try ledger.close()
    }

    private func put(_ submission: Submission, _ statement: String, _ disclosures: String) throws {
        try Data(submission.statement.bytes).write(to: URL(filePath: world.box.file(statement)))
        try Data(submission.disclosures.joined(separator: [10])).write(to: URL(filePath: world.box.file(disclosures)))
    }

    /// A copy to work in.
    func box() throws -> Box {
        let path = FileManager.default.temporaryDirectory.appending(path: "daftar-probe-\(UUID().uuidString)").path
        try FileManager.default.copyItem(atPath: template, toPath: path)
        return Box(path: path, probe: self)
    }

    /// One more event for a box, by the same people.
    func event(_ title: String, seen: Seen) throws -> Submission { try world.event(title, seen: seen) }
    var ledgerKey: NoteSigner { world.ledgerKey }
    var day: RecordedDay { world.day }

    final class Box {
        let path: String
        private let probe: Probe

        init(path: String, probe: Probe) { (self.path, self.probe) = (path, probe) }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        /// Starts the probe, under `strace` with these arguments if there are any.
        func start(_ injection: [String] = []) throws -> (Process, Pipe) {
            let process = Process(), pipe = Pipe()
            let tracer = injection.isEmpty ? [] : [Probe.strace ?? "strace", "-f", "-o", path + "/trace"] + injection
            let command = tracer + [Probe.executable, path]
            process.executableURL = URL(filePath: command[0])
            process.arguments = Array(command.dropFirst())
            process.standardOutput = pipe
            process.standardError = pipe
            try process.run()
            return (process, pipe)
        }

        @discardableResult
        func run(_ injection: [String] = []) throws -> (status: Int32, output: String) {
            let (process, pipe) = try start(injection)
            let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            return (process.terminationStatus, output)
        }

        /// The system calls of the last traced run, by name.
        func calls() throws -> [String: Int] {
            let trace = String(decoding: try Data(contentsOf: URL(filePath: path + "/trace")), as: UTF8.self)
            var calls: [String: Int] = [:]
            for line in trace.split(separator: "\n") {
                let call = line.drop { $0.isNumber || $0 == " " }.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                calls[String(call), default: 0] += 1
            }
            return calls
        }

        /// What a verifier says who knows nothing but files and anchors.
        func verify() throws -> VerificationReport {
            try Verification(files: LedgerDirectory(path + "/Records"), anchors: probe.anchors, isChosen: true).run()
        }

        func open() throws -> Ledger {
            let folders = UserFolders(state: path + "/state", config: path + "/config", data: path + "/data")
            return try Ledger.open(path + "/Records", anchors: probe.anchors, folders: folders)
        }
    }
}
