import Foundation

extension Home {
    /// What `Tests/Oracle/verify.py`, which shares no code with this program, says of a home's ledger: its exit code; nil
    /// where it can't run here.
    func oracle() throws -> Int32? {
        let script = URL(filePath: Home.vectors).deletingLastPathComponent().appending(path: "Oracle/verify.py").path
        guard try python("-c", "import cryptography") == 0 else { return nil }
        return try python("-B", script, "Records", "--trust", "Keys")
    }

    private func python(_ arguments: String...) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.currentDirectoryURL = URL(filePath: path)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
