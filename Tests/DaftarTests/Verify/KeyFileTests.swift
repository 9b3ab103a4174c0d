import Daftar
import Testing

/// Step 1: the public keys beside a policy, by which people check by hand.
@Suite struct KeyFileTests {
    private func verify(_ keyFiles: [String: [UInt8]]) throws -> VerificationReport {
        try Verification(
            files: try MemoryFiles(vectors: "example/small/Records"),
            anchors: try Vectors.anchors("example/small/Keys"),
            isChosen: true, keyFiles: keyFiles
        ).run()
    }

    private func key(_ name: String) throws -> [UInt8] {
        try VerifierKey.publicKey(pem: try Vectors.bytes("example/small/Keys/\(name).pem"))
    }

    private let names = ["ledger", "witness", "editor-a", "editor-b", "editor-c", "recorder"]

    @Test func theRightOnesAreFine() throws {
        var files: [String: [UInt8]] = [:]
        for name in names { files[name] = try key(name) }
        let report = try verify(files)
        #expect(report.verdict == .intact)
        #expect(!report.notes.contains { $0.code == .strangeKeyFile })
    }

    @Test func anotherKeyUnderItsNameIsFound() throws {
        for name in names {
            let other = try key(name == "ledger" ? "recorder" : "ledger")
            #expect(try verify([name: other]).findings.map(\.code) == [.keyFileDiffers], "\(name)")
        }
    }

    @Test func aStrangersKeyIsNamed() throws {
        let report = try verify(["friend": try SigningKey.generate().publicKey])
        #expect(report.verdict == .intact)
        #expect(report.notes.contains { $0.code == .strangeKeyFile && $0.detail == "friend.pem" })
    }
}
