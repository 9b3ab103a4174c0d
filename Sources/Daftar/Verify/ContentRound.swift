/// Pieces of content files whose lines are being checked on all cores.
struct ContentRound {
    /// A piece, and the bundle that its lines are about.
    struct Part: Sendable {
        let piece: ContentReader.Piece
        let bundle: Bundle

        var isCutShort: Bool { piece.isCutShort }
    }

    /// Lines that one core takes at a time.
    private struct Unit { let part: Int, lines: Range<Int> }

    private let parts: [Part]
    private let units: [Unit]
    private let job: Lanes.Job<[ContentCheck]>
    private static let chunk = 64

    /// Starts the checks.
    init(_ parts: [Part]) {
        let units = ContentRound.units(parts)
        (self.parts, self.units) = (parts, units)
        job = Lanes.start(units.count) { i in
            let part = parts[units[i].part]
            let span = part.piece.bytes.span
            var checks: [ContentCheck] = []
            checks.reserveCapacity(units[i].lines.count)
            for line in units[i].lines { checks.append(ContentCheck(part.piece.lines[line], span, part.bundle)) }
            return checks
        }
    }

    private static func units(_ parts: [Part]) -> [Unit] {
        var units: [Unit] = []
        for (i, part) in parts.enumerated() {
            let count = part.piece.lines.count
            for from in stride(from: 0, to: count, by: chunk) {
                units.append(Unit(part: i, lines: from..<min(from + chunk, count)))
            }
        }
        return units
    }

    /// Waits for the checks: those of each piece, in the order of its lines.
    func finish() -> [(part: Part, checks: [ContentCheck])] {
        var checks = [[ContentCheck]](repeating: [], count: parts.count)
        for (unit, found) in zip(units, job.finish()) { checks[unit.part] += found }
        return Array(zip(parts, checks))
    }
}

/// Reads the content files of some bundles one after the other, a bounded number of bytes at a time.
struct ContentFeed {
    let files: any LedgerFiles
    let bundles: [Bundle]
    private var next = 0
    private var reader: ContentReader?
    /// A round ends when it holds so many bytes.
    private static let limit = 8 << 20

    init(files: any LedgerFiles, bundles: [Bundle]) {
        (self.files, self.bundles) = (files, bundles)
    }

    /// The next round, its checks begun; nil at the end.
    mutating func round() throws(LedgerReadError) -> ContentRound? {
        var parts: [ContentRound.Part] = [], bytes = 0
        while bytes < Self.limit, next < bundles.count {
            var open = reader ?? ContentReader(files: files, bundle: bundles[next].index)
            if let piece = try open.next() {
                parts.append(ContentRound.Part(piece: piece, bundle: bundles[next]))
                bytes += piece.bytes.count
                reader = open
            } else {
                reader = nil
                next += 1
            }
        }
        return parts.isEmpty ? nil : ContentRound(parts)
    }
}
