import Daftar
import Testing

/// The two ledgers that an independent program wrote from the same design.
@Suite struct ExampleTests {
    @Test(arguments: [
        ("small", 15, "FGJbQaViKfFyyuq4LpZLCbvoBn04dK9YxGwPdypjhMI="),
        ("wide", 315, "woVljCZS8S+uWx2K4QrOPWw7wGIwbKZqQ4+20tfVZ0M="),
    ])
    func isIntact(_ name: String, _ size: Int, _ root: String) throws {
        let files = try MemoryFiles(vectors: "example/\(name)/Records")
        let anchors = try Vectors.anchors("example/\(name)/Keys")
        let report = try Verification(files: files, anchors: anchors, isChosen: true).run()
        #expect(report.findings == [])
        #expect(report.verdict == .intact)
        #expect(report.size == size)
        #expect(report.checkpoint?.root.base64 == root)
        #expect(report.notes.filter { $0.code == .unknownType }.map(\.entry) == [13])
        #expect(report.withdrawn == [1: 1])
        #expect(report.doubted == [4])
    }

    /// One byte in 37 of each file, one bit changed; `ChangedByteTests` takes every byte of a smaller one.
    @Test func changedBytesAreNoticed() throws {
        let files = try MemoryFiles(vectors: "example/small/Records")
        let anchors = try Vectors.anchors("example/small/Keys")
        for (path, bytes) in files.files {
            for i in stride(from: 0, to: bytes.count, by: 37) {
                var changed = files
                changed.files[path]?[i] ^= 1
                let report = try Verification(files: changed, anchors: anchors, isChosen: true).run()
                if report.verdict == .intact { Issue.record("\(path), byte \(i): \(bytes[i])") }
            }
        }
    }

    /// Each file gone: nothing passes for intact.
    @Test(arguments: ["small", "wide"]) func everyMissingFileIsNoticed(_ name: String) throws {
        let files = try MemoryFiles(vectors: "example/\(name)/Records")
        let anchors = try Vectors.anchors("example/\(name)/Keys")
        for path in files.files.keys {
            var changed = files
            changed.files[path] = nil
            let report = try Verification(files: changed, anchors: anchors, isChosen: true).run()
            #expect(report.verdict != .intact, "\(path)")
        }
    }
}
