import Foundation
import Testing

/// Each console block of the README and of the documentation does what it says, run by a shell with our program.
@Suite struct TranscriptTests {
    static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test(
        arguments: ["README.md"]
            + ["ByHand", "Witnessing", "Withholding", "Importing"].map { "Sources/Daftar/Daftar.docc/\($0).md" })
    func doesWhatItSays(_ file: String) throws {
        let text = try String(contentsOf: Self.project.appendingPathComponent(file), encoding: .utf8)
        let transcript = Transcript(markdown: text)
        #expect(!transcript.steps.isEmpty)
        let place = try Workplace()
        for step in transcript.steps {
            let output = try place.run(step.command)
            let isRight = Transcript.matches(output, step.expected)
            #expect(isRight, "\(file):\(step.line)\n$ \(step.command)\n\(output.joined(separator: "\n"))")
        }
    }

    @Test func wildcards() {
        #expect(Transcript.matches(["a b c"], ["a … c"]))
        #expect(Transcript.matches(["x", "y", "z"], ["…", "z"]))
        #expect(!Transcript.matches(["a b d"], ["a … c"]))
        #expect(!Transcript.matches(["a", "b"], ["a"]))
        #expect(!Transcript.matches([], ["a"]))
    }
}

/// A newcomer's empty folder: the published ledger and its anchors beside, a home of its own, our program on the path.
final class Workplace {
    private let folder: URL

    init() throws {
        let files = FileManager.default
        folder = files.temporaryDirectory.appendingPathComponent("daftar-transcript-\(UUID().uuidString)")
        try files.createDirectory(at: folder.appendingPathComponent("home"), withIntermediateDirectories: true)
        for name in ["Records", "Keys"]
        where files.fileExists(atPath: TranscriptTests.project.appendingPathComponent(name).path) {
            try files.copyItem(
                at: TranscriptTests.project.appendingPathComponent(name), to: folder.appendingPathComponent(name))
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What the command prints, on both streams, in lines.
    func run(_ command: String) throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = folder
        let programs = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
        let home = folder.appendingPathComponent("home").path
        process.environment = [
            "PATH": "\(programs):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")", "HOME": home,
            "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "TZ": "UTC",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        if text.isEmpty { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast(
            text.hasSuffix("\n") ? 1 : 0)
    }
}
