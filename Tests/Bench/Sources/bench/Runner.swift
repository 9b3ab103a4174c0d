import Foundation

/// All measurements, on the real program: each takes the best of several runs, with OpenSSL's own speed measured between.
struct Runner {
    let daftar: String
    let size: Int
    let folder: URL
    let cores = min(2, ProcessInfo.processInfo.activeProcessorCount)
    var environment: [String: String]
    var speeds: [OpenSSLSpeed] = []
    var rows: [Row] = []

    init(daftar: String, size: Int) throws {
        (self.daftar, self.size) = (daftar, size)
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("daftar-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        environment = ["HOME": folder.path, "NO_COLOR": "1"]
        for name in ["STATE", "CONFIG", "DATA"] {
            environment["XDG_\(name)_HOME"] = folder.appendingPathComponent(name).path
        }
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    @discardableResult
    func daftar(_ arguments: [String], state: String? = nil, allowed: [Int32] = [0]) throws -> Child {
        var environment = environment
        if let state { environment["XDG_STATE_HOME"] = path(state) }
        return try Child.run([daftar] + arguments, environment: environment, allowed: allowed)
    }

    /// The best of `count` runs.
    mutating func best(_ count: Int, _ body: (inout Runner) throws -> Child) throws -> Child {
        var best: Child?
        for _ in 0..<count {
            let child = try body(&self)
            if child.seconds < best?.seconds ?? .infinity { best = child }
        }
        guard let best else { throw Child.Failed(arguments: [], status: 0, output: "nothing was run") }
        return best
    }

    /// The best of `count` runs, and the best that OpenSSL does between them: a machine's speed changes by the minute, and
    /// the best of many tries is held against the best of as many.
    mutating func bestBesideOpenSSL(
        _ count: Int, _ body: (inout Runner) throws -> Child
    ) throws -> (run: Child, verifies: Double) {
        let first = speeds.count
        let run = try best(count) {
            $0.speeds.append(try OpenSSLSpeed.measure(cores: $0.cores))
            return try body(&$0)
        }
        return (run, speeds[first...].map(\.verifies).max() ?? 1)
    }

    /// The fastest that OpenSSL was in this run: what we are held against.
    var verifyRate: Double { speeds.map(\.verifies).max() ?? 1 }
    var signRate: Double { speeds.map(\.signs).max() ?? 1 }

    mutating func add(_ row: Row) {
        rows.append(row)
        // At once, though the output may be a file: a run takes minutes.
        FileHandle.standardOutput.write(Data((row.line + "\n").utf8))
    }

    func cleanUp() { try? FileManager.default.removeItem(at: folder) }
}

// MARK: Reading

extension Runner {
    mutating func verifying(_ shape: Shape, count: Int, goal: Double) throws {
        let place = "verify-\(shape.rawValue)"
        try LedgerMaker(folder.appendingPathComponent(place)).make(shape, count: count)
        let (run, verifies) = try bestBesideOpenSSL(5) {
            try $0.daftar(["verify", $0.path(place + "/Records"), "--trust", $0.path(place + "/Keys")])
        }
        add(
            .ratio(
                "verify, \(shape.rawValue), of OpenSSL's verify rate", Double(count) / run.seconds / verifies,
                atLeast: goal))
        add(.most("peak memory of that, \(count) entries", run.peakMiB, 64 + 96 * Double(count) / 1_048_576, "MiB"))
    }

    /// What rights, corrections and withdrawals add: the same number of entries with and without them, run in turns.
    mutating func verifyingALife(count: Int) throws {
        for (place, hasYears) in [("plain", false), ("years", true)] {
            try LedgerMaker(folder.appendingPathComponent(place)).make(.small, count: count, hasYears: hasYears)
        }
        var seconds = ["plain": Double.infinity, "years": Double.infinity]
        for _ in 0..<7 {
            for place in ["plain", "years"] {
                let run = try daftar(["verify", path(place + "/Records"), "--trust", path(place + "/Keys")])
                seconds[place] = min(seconds[place] ?? .infinity, run.seconds)
            }
        }
        let ratio = (seconds["years"] ?? 1) / (seconds["plain"] ?? 1)
        add(.atMost("verify with years in it, of the time without", ratio, 1.05))
    }

    mutating func starting(records: String, keys: String) throws {
        let version = try best(10) { try $0.daftar(["--version"]) }
        add(.most("daftar --version", version.seconds * 1000, 10, "ms"))
        let verify = try best(10) { try $0.daftar(["verify", records, "--trust", keys]) }
        add(.most("verify Records", verify.seconds * 1000, 40, "ms"))
    }
}
