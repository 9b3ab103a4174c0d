@testable import Daftar

/// How a forged ledger is published: what a test sets of it is done, the rest is honest.
struct Publishing {
    /// How many entries the checkpoint has; all of them where nil.
    var size: Int?
    var signers: [TestKey] = [.ledger]
    /// Who cosigned the checkpoint, and when.
    var cosigners: [(TestKey, UInt64)] = []
    /// Changes the checkpoint's three lines before they are signed.
    var checkpointText: ((inout [UInt8]) -> Void)?
    /// A pending checkpoint of so many entries.
    var pendingSize: Int?
    /// Sizes of which partial tiles and bundles are left over.
    var leftovers: [Int] = []
    /// What the host changes at last.
    var host: [(inout [String: [UInt8]]) -> Void] = []
    var policy = "log \(TestKey.ledger.vkey)\nquorum none\n"
    /// Another pin than the leaf of entry 0.
    var pin: String?
    var isChosen = true
    var remembered: Checkpoint?
    /// `*.pem` beside the policy.
    var keyFiles: [String: [UInt8]] = [:]
}

/// A ledger as its files, and the anchors to judge it by.
struct ForgedLedger {
    var files: MemoryFiles
    let policy: [UInt8]
    let pin: [UInt8]
    let isChosen: Bool
    let remembered: Checkpoint?
    let keyFiles: [String: [UInt8]]

    func anchors() throws -> TrustAnchors? {
        guard let charter = TrustAnchors.charterPin(pin) else { return nil }
        return TrustAnchors(policy: try Policy(parsing: policy), charter: charter)
    }

    /// The same for the same files under the same anchors.
    var fingerprint: Hash {
        var all = policy + pin
        for (name, key) in keyFiles.sorted(by: { $0.key < $1.key }) { all += name.utf8 + key }
        for (path, bytes) in files.files.sorted(by: { $0.key < $1.key }) {
            all += path.utf8 + [0] + Hash.sha256(bytes).bytes
        }
        return Hash.sha256(all)
    }

    func verify() throws -> VerificationReport {
        try Verification(
            files: files, anchors: anchors(), isChosen: isChosen, remembered: remembered, keyFiles: keyFiles
        ).run()
    }
}

extension Forge {
    /// Lets the host change the published files.
    mutating func host(_ change: @escaping (inout [String: [UInt8]]) -> Void) { publishing.host.append(change) }

    /// The checkpoint of the first `size` entries, as somebody may have verified it before.
    func checkpoint(_ size: Int) -> Checkpoint {
        guard let origin = Origin(Forge.origin) else { fatalError("the origin of the tests is one") }
        return Checkpoint(origin: origin, size: size, root: roots[size])
    }

    func published() -> ForgedLedger {
        let size = publishing.size ?? entries.count
        var files = tree(max(size, publishing.pendingSize ?? 0))
        for older in publishing.leftovers { files.merge(tree(older)) { new, _ in new } }
        for (path, bytes) in content() { files[path] = bytes }
        files["checkpoint"] = signed(size, publishing.cosigners)
        if let pending = publishing.pendingSize { files["checkpoint.pending"] = signed(pending, []) }
        for change in publishing.host { change(&files) }
        let pin = publishing.pin ?? (entries[0].leaf.base64 + "\n")
        return ForgedLedger(
            files: MemoryFiles(files), policy: Array(publishing.policy.utf8), pin: Array(pin.utf8),
            isChosen: publishing.isChosen, remembered: publishing.remembered, keyFiles: publishing.keyFiles)
    }

    func signed(_ size: Int, _ cosigners: [(TestKey, UInt64)]) -> [UInt8] {
        var text = checkpoint(size).text
        publishing.checkpointText?(&text)
        let lines =
            publishing.signers.map { $0.line(over: text) } + cosigners.map { $0.0.cosignature(over: text, time: $0.1) }
        return SignedNote(text: text, signatures: lines).encoded
    }

    /// Tiles and bundles of the first `size` entries.
    func tree(_ size: Int) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        var row = entries[..<size].map(\.leaf)
        for level in 0..<Limits.tileLevels where !row.isEmpty {
            let full = row.count / Limits.tileWidth
            for (index, start) in stride(from: 0, to: row.count, by: Limits.tileWidth).enumerated() {
                let hashes = row[start..<min(start + Limits.tileWidth, row.count)]
                files[LedgerPlace.tile(level: level, index: index, width: hashes.count).path] = hashes.flatMap(\.bytes)
            }
            row = (0..<full).map { Tile.root(row[$0 * Limits.tileWidth..<($0 + 1) * Limits.tileWidth]) }
        }
        for (index, start) in stride(from: 0, to: size, by: Limits.tileWidth).enumerated() {
            let bundle = entries[start..<min(start + Limits.tileWidth, size)]
            files[LedgerPlace.entries(index: index, width: bundle.count).path] = Forge.bundle(bundle.map(\.bytes))
        }
        return files
    }

    static func bundle(_ entries: [[UInt8]]) -> [UInt8] {
        entries.flatMap { [UInt8($0.count >> 8), UInt8($0.count & 255)] + $0 }
    }

    func content() -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for (index, entry) in entries.enumerated() where !entry.shown.isEmpty {
            files[LedgerPlace.content(index: index / Limits.tileWidth).path, default: []] +=
                ContentLine.encode(entry: index, encoded: entry.shown)
        }
        return files
    }
}
