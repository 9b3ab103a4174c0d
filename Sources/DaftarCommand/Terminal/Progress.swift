import Daftar

/// A bar that appears only on a terminal, and only where work takes over a second.
final class Progress {
    private let output: Output
    private let title: String
    private let start = ContinuousClock.now
    private var next: ContinuousClock.Instant
    private var isShown = false
    private static let patience = Duration.seconds(1)
    private static let pause = Duration.milliseconds(100)

    init(_ title: String, on output: Output) {
        (self.title, self.output) = (title, output)
        next = start + Self.patience
    }

    func show(_ done: Int, of total: Int) {
        guard output.screen.isTerminal, ContinuousClock.now >= next else { return }
        next = ContinuousClock.now + Self.pause
        isShown = true
        let part = total > 0 ? min(1, Double(done) / Double(total)) : 0
        let room = max(10, output.screen.columns - title.width - 8)
        let filled = Int(part * Double(room))
        let bar = String(repeating: "━", count: filled) + String(repeating: "╌", count: room - filled)
        output.write("\r\(title) \(bar) \(String(Int(part * 100)).paddedLeft(to: 3))%")
        output.flush()
    }

    /// Takes the bar away.
    func finish() {
        guard isShown else { return }
        output.write("\r" + String(repeating: " ", count: output.screen.columns - 1) + "\r")
        output.flush()
        isShown = false
    }
}

/// A ledger's files, with each bundle that is read shown as progress.
final class WatchedFiles: LedgerFiles, @unchecked Sendable {
    // Sendable: bundles are read by the one thread that runs the verification, and only that moves the bar.
    private let files: any LedgerFiles
    private let progress: Progress
    private let bundles: Int

    init(_ files: any LedgerFiles, size: Int, _ progress: Progress) {
        (self.files, self.progress) = (files, progress)
        bundles = (size + Limits.tileWidth - 1) / Limits.tileWidth
    }

    func byteCount(of place: LedgerPlace) throws(LedgerReadError) -> Int? { try files.byteCount(of: place) }

    func read(_ place: LedgerPlace, from offset: Int, count: Int) throws(LedgerReadError) -> [UInt8]? {
        if case .content(let index) = place { progress.show(index, of: bundles) }
        return try files.read(place, from: offset, count: count)
    }

    func partialPlaces() throws(LedgerReadError) -> [LedgerPlace] { try files.partialPlaces() }

    func timestampSizes() throws(LedgerReadError) -> [Int] { try files.timestampSizes() }
}
