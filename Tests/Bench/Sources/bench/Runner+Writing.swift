import Foundation

/// A ledger that the program itself made, with keys and a passphrase in files.
struct BenchLedger {
    let records: String
    let keys: String
    let trust: String
    let passphrase: String

    /// What each writing command needs.
    var writing: [String] {
        [
            "--ledger", records, "--key", keys + "/editor.pem", "--ledger-key", keys + "/ledger.pem",
            "--passphrase-file", passphrase,
        ]
    }
}

extension Runner {
    func makeLedger(_ name: String) throws -> BenchLedger {
        let ledger = BenchLedger(
            records: path("\(name)/Records"), keys: path("\(name)/private"), trust: path("\(name)/Keys"),
            passphrase: path("passphrase"))
        try FileManager.default.createDirectory(atPath: ledger.keys, withIntermediateDirectories: true)
        try Data("a passphrase for the bench\n".utf8).write(to: URL(fileURLWithPath: ledger.passphrase))
        chmod(ledger.passphrase, 0o600)
        let origin = "bench.example/\(name)"
        for (file, kind) in [("editor", "editor"), ("ledger", "--for-ledger")] {
            try daftar(
                [
                    "keygen", kind, "--origin", origin, "-o", "\(ledger.keys)/\(file).pem", "--passphrase-file",
                    ledger.passphrase,
                ])
        }
        try daftar(
            [
                "init", ledger.records, "--origin", origin, "--title", "Bench", "--key", "\(ledger.keys)/editor.pem",
                "--ledger-key",
                "\(ledger.keys)/ledger.pem", "--trust", ledger.trust, "--passphrase-file", ledger.passphrase,
            ])
        return ledger
    }

    /// Appends events `range` in one batch.
    @discardableResult
    func append(_ range: Range<Int>, to ledger: BenchLedger) throws -> Child {
        let lines = path("events.jsonl")
        try EventLines.write(range, to: lines)
        defer { unlink(lines) }
        return try daftar(["append", lines, "--yes"] + ledger.writing)
    }

    /// A reader's machine that verified everything once, and then sees the ledger grow by one.
    mutating func rechecking(_ ledger: BenchLedger) throws {
        let count = size * 10, verify = ["verify", ledger.records, "--trust", ledger.trust, "--new"]
        try daftar(["list", "--limit", "1", "--ledger", ledger.records, "--trust", ledger.trust], state: "reader")
        let grown = try best(3) {
            let number = 1_000_000_500 + Int.random(in: 0..<1_000_000)
            try $0.append(number..<number + 1, to: ledger)
            return try $0.daftar(verify, state: "reader")
        }
        add(.most("verify --new: \(count) grown by one", grown.seconds * 1000, 100, "ms"))
    }

    mutating func appending() throws -> BenchLedger {
        let ledger = try makeLedger("append")
        try one("append one at 0", ledger, number: -1)
        speeds.append(try OpenSSLSpeed.measure(cores: cores))
        let first = try append(0..<size, to: ledger)
        speeds.append(try OpenSSLSpeed.measure(cores: cores))
        add(
            .ratio(
                "append \(size) small, empty ledger, of the sign rate", Double(size) / first.seconds / signRate,
                atLeast: 0.30))
        for batch in 1..<9 { try append(size * batch..<size * (batch + 1), to: ledger) }
        speeds.append(try OpenSSLSpeed.measure(cores: cores))
        let last = try append(size * 9..<size * 10, to: ledger)
        speeds.append(try OpenSSLSpeed.measure(cores: cores))
        add(
            .ratio(
                "append \(size) small at \(size * 9), of the sign rate", Double(size) / last.seconds / signRate,
                atLeast: 0.20))
        try one("append one at \(size * 10)", ledger, number: -2)
        return ledger
    }

    /// One event: how many fsyncs, and how much processor beside key derivation: the ledger's key is for this once one
    /// that opens at once, so that nothing has to be subtracted.
    private mutating func one(_ name: String, _ ledger: BenchLedger, number: Int) throws {
        let statement = path("one\(number).statement"), lines = path("one.jsonl"), trace = path("trace")
        let append = [
            daftar, "append", statement, "--yes", "--ledger", ledger.records, "--ledger-key", try quickKey(ledger),
            "--passphrase-file", ledger.passphrase,
        ]
        var cpu = Double.infinity
        for attempt in 0..<6 {
            let number = 1_000_000_000 + 10 * -number + attempt
            try EventLines.write(number..<number + 1, to: lines)
            unlink(statement)
            try daftar([
                "sign", lines, "-o", statement, "--ledger", ledger.records, "--key", ledger.keys + "/editor.pem",
                "--passphrase-file", ledger.passphrase,
            ])
            if attempt == 0 {
                try Child.run(
                    ["strace", "-f", "-e", "trace=fsync,fdatasync", "-o", trace] + append, environment: environment)
            } else {
                cpu = min(cpu, try Child.run(append, environment: environment).cpuSeconds)
            }
        }
        let syncs = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n").count {
            $0.contains("sync(")
        }
        add(.most("\(name): fsyncs", Double(syncs), 14, ""))
        add(.most("\(name): processor beside key derivation", cpu * 1000, 15, "ms"))
        unlink(statement)
    }

    /// The ledger's key again, under a scrypt that takes no time.
    private func quickKey(_ ledger: BenchLedger) throws -> String {
        let quick = path("quick.pem"), twice = path("twice")
        if FileManager.default.fileExists(atPath: quick) { return quick }
        // openssl reads the passphrase of what comes in and of what goes out from one file, a line each.
        let line = try String(contentsOfFile: ledger.passphrase, encoding: .utf8)
        try (line + line).write(toFile: twice, atomically: true, encoding: .utf8)
        try Child.run([
            "openssl", "pkcs8", "-topk8", "-in", ledger.keys + "/ledger.pem", "-passin", "file:" + twice, "-passout",
            "file:" + twice, "-scrypt", "-scrypt_N", "2", "-scrypt_r", "1", "-scrypt_p", "1", "-out", quick,
        ])
        chmod(quick, 0o600)
        return quick
    }

    mutating func reading(_ ledger: BenchLedger) throws {
        let count = size * 10
        try exporting(ledger, count)
        let list = try best(5) { try $0.daftar(["list", "--limit", "50", "--ledger", ledger.records]) }
        add(.most("list, first page of \(count)", list.seconds * 1000, 30, "ms"))
        let search = try best(5) { try $0.daftar(["search", "word17", "--ledger", ledger.records]) }
        add(.most("search below 20,000 hits", search.seconds * 1000, 50, "ms"))
        try filtering(ledger)
        try readingThePast(ledger, count + 1)
    }

    /// Pages of what few and of what many events have, of both together, and of periods.
    private mutating func filtering(_ ledger: BenchLedger) throws {
        for filter in [
            ["--kind", "disruption"], ["--publisher", "paper 77"], ["--kind", "law", "--place", "TJ", "--reverse"],
            ["--from", "2010-03", "--to", "2012"],
            ["--from", "2010-03", "--to", "2012", "--touching", "--place", "KZ"],
            ["--author", "editor", "--language", "en"],
        ] {
            let page = try best(5) { try $0.daftar(["list", "--ledger", ledger.records] + filter) }
            add(.most("list " + filter.joined(separator: " "), page.seconds * 1000, 30, "ms"))
        }
        let search = try best(5) { try $0.daftar(["search", "word17", "--place", "TJ", "--ledger", ledger.records]) }
        add(.most("search word17 --place TJ", search.seconds * 1000, 50, "ms"))
    }

    /// Views of the ledger as it was, in parts of the time that the same view takes now: the list at a half, a tenth and a
    /// fiftieth of it, an export of all that was there half way, by event.
    private mutating func readingThePast(_ ledger: BenchLedger, _ count: Int) throws {
        func list(_ options: [String]) -> [String] { ["list", "--limit", "50", "--ledger", ledger.records] + options }
        for order in [[], ["--reverse"]] {
            let now = try best(5) { try $0.daftar(list(order)) }
            for part in [2, 10, 50] {
                let past = try best(5) { try $0.daftar(list(order + ["--at", "\(count / part)"])) }
                let name = (["list"] + order + ["at \(count / part), of the time now"]).joined(separator: " ")
                add(.atMost(name, past.seconds / now.seconds, 1.1))
            }
        }
        let file = path("out-past")
        func export(_ options: [String]) -> [String] {
            ["export", "--format", "csv", "-o", file, "--ledger", ledger.records] + options
        }
        let now = try best(2) { try $0.daftar(export([])) }
        let past = try best(2) { try $0.daftar(export(["--at", "\(count / 2)"])) }
        add(.atMost("export csv at half, of the time of half now", 2 * past.seconds / now.seconds, 1.1))
        unlink(file)
    }
}

// MARK: Exports

extension Runner {
    /// Every format that has no limit of its own, with the events a second that it is to reach.
    private static let formats: [(options: [String], goal: Double)] = [
        (["csv"], 100_000), (["jsonl"], 100_000), (["markdown"], 40_000), (["csv", "--tables"], 40_000),
        (["datapackage"], 40_000), (["ro-crate"], 40_000), (["sqlite"], 15_000),
        (["atom"], 40_000), (["jsonld"], 40_000), (["ftm"], 40_000), (["csl"], 40_000), (["bibtex"], 40_000),
    ]

    /// Exports of all events: how fast, and in how much memory beside the store's own file, which is mapped.
    private mutating func exporting(_ ledger: BenchLedger, _ count: Int) throws {
        for (options, goal) in Self.formats {
            var peak = 0.0
            let run = try best(2) {
                let out = $0.path("out")
                try? FileManager.default.removeItem(atPath: out)
                let run = try $0.daftar(["export", "-o", out, "--ledger", ledger.records, "--format"] + options)
                peak = max(peak, run.peakMiB)
                return run
            }
            let name = options.joined(separator: " ")
            add(.rate("export \(name), events", Double(count) / run.seconds, atLeast: goal))
            add(.most("peak memory of that", peak, storeMiB + 128, "MiB"))
        }
        try? FileManager.default.removeItem(atPath: path("out"))
    }

    /// How long the working state is.
    private var storeMiB: Double {
        let states = FileManager.default.enumerator(atPath: path("STATE"))
        let stores = states?.compactMap { $0 as? String }.filter { $0.hasSuffix(".sqlite") } ?? []
        return stores.reduce(0) { size, name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path("STATE") + "/" + name)
            return size + ((attributes?[.size] as? NSNumber)?.doubleValue ?? 0) / 1_048_576
        }
    }
}
