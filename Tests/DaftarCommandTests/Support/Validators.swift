import Foundation
import Testing

/// Other people's readers and validators: a Python of its own that `Tools/validators.sh` makes.
enum Validators {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Runs a piece of Python that has the validators. It prints nothing and exits with 0 where all is good; anything else
    /// is a failed test that shows what it said. Without the validators the check is skipped, loudly.
    ///
    /// - Parameters:
    ///   - module: what it imports; where that is missing, so is the validator.
    ///   - arguments: as `sys.argv[1:]`.
    static func check(
        _ module: String, _ script: String, _ arguments: [String],
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let python = root.appendingPathComponent(".build-validators/bin/python").path
        guard FileManager.default.isExecutableFile(atPath: python),
            try run(python, ["-c", "import \(module)"]).status == 0
        else {
            print("LOUD: \(module) is not in .build-validators (sh Tools/validators.sh): not judged by it")
            return
        }
        let result = try run(python, ["-c", script] + arguments)
        #expect(result.status == 0, "\(result.text)", sourceLocation: location)
        #expect(result.text == "", sourceLocation: location)
    }

    /// Where a program is on the path; nil where it isn't.
    static func program(_ name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
            .first(where: FileManager.default.isExecutableFile(atPath:))
    }

    /// What a program says on both of its outputs, and how it ended.
    static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, text: String) {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        (process.standardOutput, process.standardError) = (pipe, pipe)
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
