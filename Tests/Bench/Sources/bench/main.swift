import Daftar
import DaftarStore
import Foundation

let arguments = CommandLine.arguments
let shape = Shape(rawValue: arguments[2])!
let folder = URL(fileURLWithPath: arguments[1])
if !FileManager.default.fileExists(atPath: folder.path) {
    let start = Date()
    try LedgerMaker(folder).make(shape, count: Int(arguments[3])!)
    print("made in", Date().timeIntervalSince(start))
}
let policy = try Policy(parsing: Array(Data(contentsOf: folder.appendingPathComponent("Keys/policy"))))
let pin = TrustAnchors.charterPin(Array(try Data(contentsOf: folder.appendingPathComponent("Keys/charter"))))!
let files = try LedgerDirectory(folder.appendingPathComponent("Records").path)
let start = Date()
let report = try Verification(files: files, anchors: TrustAnchors(policy: policy, charter: pin), isChosen: true).run()
let seconds = Date().timeIntervalSince(start)
var usage = rusage()
getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
print(report.verdict, report.size, report.findings.prefix(3), seconds, Double(report.size) / seconds, "per s", usage.ru_maxrss / 1024, "MiB")
