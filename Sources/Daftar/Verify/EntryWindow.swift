/// Some bundles on their way through steps 5 to 9: their signatures are tried and their content is checked on all cores
/// while the window before them is judged and the next is read.
struct EntryWindow {
    /// The first bundle.
    let start: Int
    /// Scanned; nil for one that is absent.
    let bundles: [Bundle?]
    var content: WindowContent
    /// Too large for another one beside it in memory.
    let isLarge: Bool
    private let units: [Unit]
    private let signatures: Lanes.Job<[SignatureCheck?]>

    /// Signatures that one core takes at a time.
    private struct Unit { let bundle: Int, range: Range<Int> }

    /// A window ends when it holds so many bytes of entries, or so many bundles.
    private static let bytes = 2 << 20
    private static let bundles = 8
    private static let chunk = 16

    /// The bundles from `start` on; nil for one that is absent.
    static func read(_ reader: BundleReader, from start: Int) throws(LedgerReadError) -> [Bundle?] {
        var window: [Bundle?] = [], bytes = 0
        while window.count < Self.bundles, bytes < Self.bytes, start + window.count < reader.count {
            let bundle = try reader.bundle(start + window.count)
            bytes += bundle?.bytes.count ?? 0
            window.append(bundle)
        }
        return window
    }

    /// Scans what was read, and starts its checks. The keys that it would admit are added to `candidates`.
    init(
        _ read: [Bundle?], from start: Int, _ reader: BundleReader, _ candidates: inout CandidateKeys, isJudged: Bool
    ) {
        self.start = start
        let window = Lanes.map(read.count) { read[$0]?.scanned() }
        bundles = window
        isLarge = read.reduce(0) { $0 + ($1?.bytes.count ?? 0) } > 2 * Self.bytes
        for case let bundle? in window {
            for entry in bundle.entries {
                if let statement = entry.statement { candidates.add(from: statement, bundle.bytes.span) }
            }
        }
        let units = EntryWindow.units(window)
        self.units = units
        let known = candidates
        signatures = Lanes.start(units.count) {
            window[units[$0].bundle]?.checkSignatures(units[$0].range, known) ?? []
        }
        content = WindowContent(reader.files, window, isJudged: isJudged)
    }

    private static func units(_ window: [Bundle?]) -> [Unit] {
        var units: [Unit] = []
        for (i, bundle) in window.enumerated() {
            let count = bundle?.entries.count ?? 0
            for from in stride(from: 0, to: count, by: chunk) {
                units.append(Unit(bundle: i, range: from..<min(from + chunk, count)))
            }
        }
        return units
    }

    /// How the signature lines of each bundle's entries fared.
    func finishSignatures() -> [[SignatureCheck?]] {
        var checks = [[SignatureCheck?]](repeating: [], count: bundles.count)
        for (unit, result) in zip(units, signatures.finish()) { checks[unit.bundle] += result }
        return checks
    }
}
