import Foundation
import Testing

@testable import Daftar

/// The forged ledgers, judged by a second program that shares no code with this one: `Tests/Oracle/verify.py`.
@Suite struct OracleTests {
    /// What a verifier says of a ledger: its exit code, and which entries it touches in which step.
    struct Answer: Hashable, Decodable, CustomStringConvertible {
        struct Found: Hashable, Decodable { let step: Int, entry: Int? }
        let exit: Int32
        let found: Set<Found>

        var description: String {
            let places = found.map { "\($0.step)" + ($0.entry.map { ":\($0)" } ?? "") }
            return "exit \(exit), steps [\(places.sorted().joined(separator: " "))]"
        }
    }

    @Test func anotherProgramAgrees() throws {
        guard Oracle.isThere else {
            print("‼️ SKIPPED: Tests/Oracle/verify.py needs python3 with `cryptography`, which is not here.")
            return
        }
        let sentences = Sentence.all.filter(\.isForOracle)
        let ledgers = try sentences.flatMap { [try $0.ledger(isBroken: true), try $0.ledger(isBroken: false)] }
        let answers = try Oracle.judge(ledgers)
        #expect(answers.count == ledgers.count)
        for (i, theirs) in answers.enumerated() {
            let ours = try answer(ledgers[i])
            #expect(ours.exit == theirs.exit, "\(sentences[i / 2].text), \(i % 2 == 0 ? "broken" : "sibling"): \(ours); oracle: \(theirs)")
            if ours != theirs { print("differs: \(sentences[i / 2].text), \(i % 2 == 0 ? "broken" : "sibling"): \(ours); oracle: \(theirs)") }
        }
    }

    private func answer(_ ledger: ForgedLedger) throws -> Answer {
        let report = try ledger.verify()
        return Answer(
            exit: report.verdict.exitCode,
            found: Set(report.findings.map { Answer.Found(step: $0.step.rawValue, entry: $0.entry) }))
    }
}

/// Runs the oracle over many ledgers in one process.
enum Oracle {
    private static let url = Vectors.url("../Oracle").standardizedFileURL

    private static let driver = """
        import json, os, sys
        sys.path.insert(0, sys.argv[1])
        import verify
        def answer(folder):
            try:
                report, code = verify.verify(os.path.join(folder, "Records"), os.path.join(folder, "Keys"))
                found = [{"step": f["step"], "entry": f["entry"]} for f in report["findings"]]
            except verify.CouldNotRun:
                found, code = [], 1
            return {"exit": code, "found": found}
        json.dump([answer(os.path.join(sys.argv[2], str(n))) for n in range(int(sys.argv[3]))], sys.stdout)
        """

    static var isThere: Bool {
        FileManager.default.fileExists(atPath: url.appendingPathComponent("verify.py").path)
            && (try? Shell.run(["python3", "-c", "import cryptography"], in: url)) != nil
    }

    static func judge(_ ledgers: [ForgedLedger]) throws -> [OracleTests.Answer] {
        let folder = try TemporaryFolder()
        for (n, ledger) in ledgers.enumerated() { try write(ledger, folder.url.appendingPathComponent("\(n)")) }
        let output = try Shell.run(["python3", "-B", "-c", driver, url.path, folder.url.path, "\(ledgers.count)"], in: folder.url)
        return try JSONDecoder().decode([OracleTests.Answer].self, from: Data(output.utf8))
    }

    private static func write(_ ledger: ForgedLedger, _ folder: URL) throws {
        var files = ledger.files.files
        let keys = ["../Keys/policy": ledger.policy, "../Keys/charter": ledger.pin]
        files.merge(keys) { $1 }
        for (path, bytes) in files {
            let url = folder.appendingPathComponent("Records/" + path).standardizedFileURL
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
    }
}
