import Daftar
import DaftarStore

/// A file of a kit: bytes that were made for it, or a file of the ledger as it is.
struct KitFile {
    enum Source {
        case bytes([UInt8])
        case place(LedgerPlace)
    }

    /// With `/` between its parts, below the kit's folder.
    let name: String
    let source: Source
}

/// What goes into a kit: all entries and tiles, the content that was chosen, the anchors, the way to check them by hand.
///
/// ```
/// README.txt   check.py   formats.py   selection (where content was chosen)
/// Keys/policy  Keys/charter  Keys/*.pem     Records/checkpoint  Records/tile/…  Records/content/…
/// ```
struct KitPlan {
    static let records = "Records", keys = "Keys", readme = "README.txt", selection = "selection"
    /// What checks it without us: a page that checks, and one that reads.
    static let scripts = ["check.py": PackageResources.check_py, "formats.py": PackageResources.formats_py]

    let ledger: LedgerDirectory
    let anchors: TrustAnchors
    /// The verification that found nothing wrong.
    let report: VerificationReport
    let survey: LedgerSurvey
    /// Nil for all content.
    let selection: Selection?

    /// All files, in the order of an archive.
    func files() throws(Failure) -> [KitFile] {
        let keys = KitKeys(anchors.policy, authors: survey.keys)
        var files = try ledgerFiles()
        files += TrustFolder.files(of: anchors).map {
            KitFile(name: "\(Self.keys)/\($0.name)", source: .bytes($0.bytes))
        }
        files += keys.files.map { KitFile(name: "\(Self.keys)/\($0.name)", source: .bytes($0.key.pem)) }
        if let selection { files.append(KitFile(name: Self.selection, source: .bytes(selection.encoded))) }
        let page = KitText(plan: self, keys: keys).page
        files.append(KitFile(name: Self.readme, source: .bytes(Array(page.utf8))))
        files += Self.scripts.map { KitFile(name: $0.key, source: .bytes($0.value)) }
        return files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    // MARK: The ledger

    private func ledgerFiles() throws(Failure) -> [KitFile] {
        var places: Set<LedgerPlace> = []
        for size in [report.checkpoint?.size, report.pending?.size].compactMap(\.self) {
            places.formUnion(LedgerPlace.tree(size: size))
        }
        for capture in report.publicCaptures where selection?.contains(capture.entry) ?? true {
            places.insert(.evidence(capture.digest))
        }
        do throws(LedgerReadError) {
            places.formUnion(try ledger.timestampSizes().map { .timestamp(size: $0) })
            var files = heads
            // A partial file may be gone where the full one has taken its place.
            for place in places where try ledger.byteCount(of: place) != nil {
                files.append(KitFile(name: "\(Self.records)/\(place.path)", source: .place(place)))
            }
            return files + (try contentFiles())
        } catch { throw Failure(error) }
    }

    /// As they were verified: another command may publish the next ones meanwhile.
    private var heads: [KitFile] {
        let heads: [(LedgerPlace, SignedCheckpoint?)] = [
            (.checkpoint, report.signedCheckpoint), (.pendingCheckpoint, report.signedPending),
        ]
        return heads.compactMap { place, head in
            head.map { KitFile(name: "\(Self.records)/\(place.path)", source: .bytes($0.encoded)) }
        }
    }

    private func contentFiles() throws(LedgerReadError) -> [KitFile] {
        var files: [KitFile] = []
        for index in 0..<(report.size + 255) / 256 {
            let place = LedgerPlace.content(index: index)
            guard let count = try ledger.byteCount(of: place), let bytes = try ledger.read(place, from: 0, count: count)
            else { continue }
            let lines = content(bytes)
            if !lines.isEmpty { files.append(KitFile(name: "\(Self.records)/\(place.path)", source: .bytes(lines))) }
        }
        return files
    }

    /// The lines that were chosen, without what was withdrawn since: this copy may still hold that.
    private func content(_ bytes: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let copy = Array(line)
            var layouts: [DisclosureLayout] = []
            guard let entry = try? ContentLine.scan(0..<copy.count, copy.span, &layouts).entry, entry < report.size,
                selection?.contains(entry) ?? true
            else { continue }
            let gone = survey.withdrawn[entry] ?? []
            kept += (try? ContentLine.removing(gone, entry: entry, from: copy)) ?? []
        }
        return kept
    }
}

/// The public keys of a ledger, each as a PEM file for plain `openssl`, under names that `Keys` beside a ledger has.
struct KitKeys {
    let files: [(name: String, key: VerifierKey)]

    init(_ policy: Policy, authors: [VerifierKey]) {
        var files: [(name: String, key: VerifierKey)] = [], taken: Set<String> = ["tsa"]
        func add(_ key: VerifierKey, _ label: String) {
            let name = taken.insert(label).inserted ? label : "\(label)-\(key.nameAndID.suffix(8))"
            files.append(("\(name).pem", key))
        }
        for key in policy.ledgerKeys { add(key, "ledger") }
        for witness in policy.witnesses { add(witness.key, "witness") }
        for key in authors { add(key, String(key.name.dropFirst(policy.origin.text.count + 1))) }
        self.files = files
    }

    func file(_ nameAndID: String) -> String? { files.first { $0.key.nameAndID == nameAndID }?.name }
}
