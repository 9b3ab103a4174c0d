import Daftar
import Foundation
import Testing

/// Timestamps by authorities that `openssl` makes on the spot.
@Suite struct TimestampTests {
    /// A root, an authority below it, and its configuration.
    private func makeAuthority(_ folder: TemporaryFolder, usage: String = "critical,timeStamping") throws {
        try folder.write(
            "ts.cnf",
            """
            [tsa]
            default_tsa = here
            [here]
            serial = serial
            signer_digest = sha256
            default_policy = 1.2.3.4
            digests = sha256, sha512
            [usage]
            extendedKeyUsage = \(usage)
            """)
        try folder.write("serial", "01\n")
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        try Shell.run(
            ["openssl", "req", "-x509", "-subj", "/CN=Root", "-days", "30", "-keyout", "root.key", "-out", "root.pem"]
                + key,
            in: folder.url)
        try Shell.run(
            ["openssl", "req", "-new", "-subj", "/CN=Clock", "-keyout", "tsa.key", "-out", "tsa.csr"] + key,
            in: folder.url)
        try Shell.run(
            [
                "openssl", "x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial",
                "-days", "30", "-extfile", "ts.cnf", "-extensions", "usage", "-out", "tsa.pem",
            ], in: folder.url)
    }

    private func stamp(_ message: [UInt8], _ folder: TemporaryFolder) throws -> [UInt8] {
        try Data(message).write(to: folder.url.appendingPathComponent("message"))
        try Shell.run(
            ["openssl", "ts", "-query", "-data", "message", "-sha256", "-cert", "-out", "q.tsq"], in: folder.url)
        try Shell.run(
            [
                "openssl", "ts", "-reply", "-config", "ts.cnf", "-section", "here", "-queryfile", "q.tsq", "-signer",
                "tsa.pem",
                "-inkey", "tsa.key", "-out", "r.tsr",
            ], in: folder.url)
        return try folder.bytes("r.tsr")
    }

    private func verify(_ response: [UInt8], size: Int = 15, authorities: [UInt8]) throws -> VerificationReport {
        var files = try MemoryFiles(vectors: "example/small/Records")
        files.files["timestamps/\(size).tsr"] = response
        let anchors = try Vectors.anchors("example/small/Keys")
        return try Verification(
            files: files,
            anchors: TrustAnchors(policy: anchors.policy, charter: anchors.charter, timestampAuthorities: authorities),
            isChosen: true
        ).run()
    }

    private var head: [UInt8] {
        Array("example.org/ledger\n15\nFGJbQaViKfFyyuq4LpZLCbvoBn04dK9YxGwPdypjhMI=\n".utf8)
    }

    @Test func goodOneSaysWhen() throws {
        let folder = try TemporaryFolder()
        try makeAuthority(folder)
        let response = try stamp(head, folder)
        for authority in ["root.pem", "tsa.pem"] {
            let report = try verify(response, authorities: try folder.bytes(authority))
            #expect(report.findings == [])
            #expect(report.timestamps.map(\.size) == [15])
            #expect(report.timestamps.first?.authority == "/CN=Clock")
            #expect(report.timestamps.first?.time.hasSuffix("Z") == true)
        }
        // Nobody was chosen to trust: the imprint still fits, and the rest is said to be open.
        let open = try verify(response, authorities: [])
        #expect(open.verdict == .intact)
        #expect(open.notes.contains { $0.code == .unreadableTimestamp })
    }

    @Test func badOnesAreFindings() throws {
        let folder = try TemporaryFolder()
        try makeAuthority(folder)
        let root = try folder.bytes("root.pem")
        let good = try stamp(head, folder)
        func code(_ response: [UInt8], size: Int = 15, _ authorities: [UInt8]) throws -> [FindingCode] {
            try verify(response, size: size, authorities: authorities).findings.map(\.code)
        }
        #expect(try code(try stamp(Array("other".utf8), folder), root) == [.timestampOther])
        #expect(try code(good, size: 14, root) == [.timestampOther])
        #expect(try code(good, size: 16, root) == [.timestampOther])
        #expect(try code(Array(good.dropLast()), root) == [.timestampForm])
        #expect(try code(good + [0], root) == [.timestampForm])
        #expect(try code([], root) == [.timestampForm])
        let stranger = try TemporaryFolder()
        try makeAuthority(stranger)
        #expect(try code(good, try stranger.bytes("root.pem")) == [.timestampUntrusted])
    }
}
