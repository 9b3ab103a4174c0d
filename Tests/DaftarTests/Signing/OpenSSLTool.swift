import Foundation

/// Plain `openssl` in a folder of its own: what a doubter has.
struct OpenSSLTool {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "daftar-openssl-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func write(_ bytes: [UInt8], _ name: String) throws { try Data(bytes).write(to: folder.appending(path: name)) }
    func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }
    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// Runs `openssl` there; its exit status and all that it printed.
    @discardableResult
    func run(_ arguments: String...) throws -> (status: Int32, output: String) { try run(arguments) }

    @discardableResult
    func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.currentDirectoryURL = folder
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
