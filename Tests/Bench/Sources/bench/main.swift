import Foundation

// bench PROGRAM RECORDS KEYS: measures the program that is given, and the ledger that lies in the project.
let arguments = CommandLine.arguments
guard arguments.count == 4 else {
    print("usage: bench PROGRAM RECORDS KEYS")
    exit(64)
}
let size = ProcessInfo.processInfo.environment["BENCH_SIZE"].flatMap { Int($0) } ?? 100_000
var runner = try Runner(daftar: arguments[1], size: size)
defer { runner.cleanUp() }
FileHandle.standardOutput.write(Data("\(size) entries a batch, \(runner.cores) cores\n\n\(Row.head)\n".utf8))
try runner.starting(records: arguments[2], keys: arguments[3])
try runner.verifying(.small, count: size, goal: 0.85)
try runner.verifying(.real, count: max(1000, size / 3), goal: 0.72)
try runner.verifyingALife(count: size)
let ledger = try runner.appending()
try runner.importing()
try runner.reading(ledger)
try runner.rechecking(ledger)
let run = try runner.best(1) { try $0.daftar(["verify", ledger.records, "--trust", ledger.trust]) }
runner.add(.most("peak memory, verifying \(size * 10)", run.peakMiB, 64 + 96 * Double(size) * 10 / 1_048_576, "MiB"))
print("\nOpenSSL alone: \(Int(runner.signRate)) signs/s, \(Int(runner.verifyRate)) verifies/s")
