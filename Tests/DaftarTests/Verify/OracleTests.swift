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
        let doubted: [Int]

        /// What was found, but for findings of no one entry where either program names entries in that step: which of
        /// several findings of one cause are said is a matter of words.
        func named(beside other: Answer) -> Set<Found> {
            let steps = Set((found.union(other.found)).filter { $0.entry != nil }.map(\.step))
            return found.filter { $0.entry != nil || !steps.contains($0.step) }
        }

        /// Which entries have a finding of steps 5 to 8, and so no effect; and what else was found. Of two reasons why an
        /// entry is bad, either may be the one that is said.
        var effect: Set<[Int]> {
            Set(found.compactMap { found in found.entry.map { [(5...8).contains(found.step) ? 5 : found.step, $0] } })
        }

        func entries(in step: Int) -> Set<Int> { Set(effect.filter { $0[0] == step }.map { $0[1] }) }

        var description: String {
            let places = found.map { "\($0.step)" + ($0.entry.map { ":\($0)" } ?? "") }
            return "exit \(exit), steps [\(places.sorted().joined(separator: " "))], doubted \(doubted)"
        }
    }

    /// Where the two say it differently, and why: the exit code is the same all the same.
    private static let saidDifferently: [String: String] = [
        "4.2 charter: there is one": "a second charter has seen something: the oracle names that as well",
        "4.2 charter: keys is a list": "nobody can be a stranger to a charter that names nobody",
        "4.3 a content line: one for an entry": "the oracle names no entry",
        "5.3, 5.4 lengths add up: a byte follows": "the oracle names no entry",
        "5.4 left-over partial bundles are prefixes of the newest": "the oracle says step 3",
        "5.4 left-over partial bundles are of their width": "the oracle says step 3",
        "5.4 left-over ones of a full bundle too": "the oracle says step 3",
        "4.7 once more: editors, not the key itself": "the oracle says, too, that it has no since",
        "2 A host says that an entry is newer": "the oracle says, too, that its header is none",
        "2 A host inserts an entry": "the oracle names no entry where bytes follow the last",
        "2 A host appends an entry": "the oracle names no entry where bytes follow the last",
    ]

    @Test func anotherProgramAgrees() throws {
        guard Oracle.isThere else {
            print("\u{203C} SKIPPED: Tests/Oracle/verify.py needs python3 with `cryptography`, which is not here.")
            return
        }
        var ledgers: [Hash: (text: String, ledger: ForgedLedger)] = [:]
        for sentence in Sentence.all where sentence.isForOracle {
            for isBroken in [true, false] {
                let ledger = try sentence.ledger(isBroken: isBroken)
                // Many siblings are the same ledger.
                if ledgers[ledger.fingerprint] == nil { ledgers[ledger.fingerprint] = (sentence.text, ledger) }
            }
        }
        let all = Array(ledgers.values), answers = try Oracle.judge(all.map(\.ledger))
        #expect(answers.count == all.count)
        for ((text, ledger), theirs) in zip(all, answers) {
            let ours = try answer(ledger)
            #expect(ours.exit == theirs.exit, "\(text): \(ours); the oracle: \(theirs)")
            if Self.saidDifferently[text] != nil { continue }
            #expect(ours.named(beside: theirs) == theirs.named(beside: ours), "\(text): \(ours); the oracle: \(theirs)")
            #expect(ours.doubted == theirs.doubted, "\(text): \(ours); the oracle: \(theirs)")
        }
    }

    /// Ledgers made by chance: nobody thought of them.
    @Test func anotherProgramAgreesOnWhatNobodyThoughtOf() throws {
        guard Oracle.isThere else { return }
        let seeds = Array(Oracle.seeds), ledgers = seeds.map { RandomLedger.make(seed: $0) }
        var exits: [Int32: Int] = [:], doubted = 0
        for ((seed, ledger), theirs) in zip(zip(seeds, ledgers), try Oracle.judge(ledgers)) {
            let ours = try answer(ledger)
            exits[ours.exit, default: 0] += 1
            doubted += ours.doubted.isEmpty ? 0 : 1
            var agree = ours.exit == theirs.exit && ours.doubted == theirs.doubted && ours.effect == theirs.effect
            // Behind what takes a newer verifier, the oracle lets no withdrawal and no release count; we blame nobody.
            if try ledger.verify().needsNewerFrom != nil { agree = ours.entries(in: 5) == theirs.entries(in: 5) }
            #expect(agree, "seed \(seed): \(ours); the oracle: \(theirs)")
        }
        // They are of every kind, or they would say little.
        let enough = seeds.count / 50
        #expect(
            exits[0, default: 0] > enough && exits[3, default: 0] > enough && exits[5, default: 0] > enough
                && doubted > enough, "\(exits), doubted \(doubted)")
    }

    private func answer(_ ledger: ForgedLedger) throws -> Answer {
        let report = try ledger.verify()
        return Answer(
            exit: report.verdict.exitCode,
            found: Set(report.findings.map { Answer.Found(step: $0.step.rawValue, entry: $0.entry) }),
            doubted: report.doubted)
    }
}

/// Runs the oracle over many ledgers in one process.
enum Oracle {
    private static let url = Vectors.url("../Oracle").standardizedFileURL

    /// Of the random ledgers; `DAFTAR_SEEDS=1000` makes so many of them.
    static let seeds = 0..<(ProcessInfo.processInfo.environment["DAFTAR_SEEDS"].flatMap { UInt64($0) } ?? 150)

    private static let driver = """
        import json, os, sys
        sys.path.insert(0, sys.argv[1])
        import verify
        def answer(folder):
            try:
                report, code = verify.verify(os.path.join(folder, "Records"), os.path.join(folder, "Keys"))
                found = [{"step": f["step"], "entry": f["entry"]} for f in report["findings"]]
                doubted = sorted(report["doubted"])
            except verify.CouldNotRun:
                found, code, doubted = [], 1, []
            return {"exit": code, "found": found, "doubted": doubted}
        json.dump([answer(os.path.join(sys.argv[2], str(n))) for n in range(int(sys.argv[3]))], sys.stdout)
        """

    static var isThere: Bool {
        FileManager.default.fileExists(atPath: url.appendingPathComponent("verify.py").path)
            && (try? Shell.run(["python3", "-c", "import cryptography"], in: url)) != nil
    }

    static func judge(_ ledgers: [ForgedLedger]) throws -> [OracleTests.Answer] {
        let folder = try TemporaryFolder()
        for (n, ledger) in ledgers.enumerated() { try write(ledger, folder.url.appendingPathComponent("\(n)")) }
        let output = try Shell.run(
            ["python3", "-B", "-c", driver, url.path, folder.url.path, "\(ledgers.count)"], in: folder.url)
        return try JSONDecoder().decode([OracleTests.Answer].self, from: Data(output.utf8))
    }

    static func write(_ ledger: ForgedLedger, _ folder: URL) throws {
        var files = ledger.files.files
        files["../Keys/policy"] = ledger.policy
        files["../Keys/charter"] = ledger.pin
        for (name, key) in ledger.keyFiles { files["../Keys/\(name).pem"] = VerifierKey.pem(publicKey: key) }
        for (path, bytes) in files {
            let url = folder.appendingPathComponent("Records/" + path).standardizedFileURL
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
    }
}
