import Daftar
import DaftarStore
import Glibc

// Appends one statement and ends: what the crash tests run under `strace`, which makes its system calls fail.
//
//     append-probe BOX    BOX holds Records, Keys, state, config, ledger.pem (passphrase "probe"), statement, disclosures
//
// 0: appended. 1: an error, which is printed. Whatever else: killed.

func read(_ path: String) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = unsafe Glibc.read(descriptor, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
}

do {
    let box = CommandLine.arguments[1]
    var secret = Array("probe".utf8)
    let folders = UserFolders(state: box + "/state", config: box + "/config", data: box + "/data")
    let anchors = try TrustFolder.read(box + "/Keys")
    let key = try KeyFile(box + "/ledger.pem").open(Passphrase(wiping: &secret))
    let statement = try Statement(parsing: read(box + "/statement"))
    let disclosures = read(box + "/disclosures").split(separator: 10).map { Array($0) }
    guard let day = RecordedDay("2026-11-24") else { exit(2) }
    let ledger = try Ledger.open(box + "/Records", anchors: anchors, folders: folders)
    let done = try ledger.append(
        [Submission(statement, disclosures: disclosures)],
        ledgerKeys: [NoteSigner(key, name: anchors.policy.origin.text)], today: day)
    try ledger.close()
    print(done.checkpoint.checkpoint.size)
} catch {
    print(error)
    exit(1)
}
