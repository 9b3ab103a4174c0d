/// Steps 3 and 4: which leaf hashes are the ledger's, and whether every file says the same.
///
/// The checkpoint vouches for one root. Tiles that give it tell, for each entry, what should stand there; where they do
/// not, entries that give it show the tiles to be wrong; where neither does, the entries are taken for what they are.
struct TreeCheck {
    /// An entry whose bytes are not what the tree holds at its place.
    struct Mismatch: Sendable {
        let index: Int
        /// Nil where the file ends before.
        let found: Hash?
        let expected: Hash
    }

    private let reader: BundleReader
    let survey: TreeSurvey
    /// True where the tiles are the reference, false where the entries are.
    private let trustsTiles: Bool
    private(set) var mismatches: [Mismatch] = []
    /// The most mismatches that are kept to tell moved from altered.
    private static let limit = 100_000

    init(_ reader: BundleReader, heads: [Checkpoint], report: inout VerificationReport) throws(LedgerReadError) {
        self.reader = reader
        let size = reader.size
        func gives(_ survey: TreeSurvey) -> Bool { heads.allSatisfy { survey.root(atSize: $0.size) == $0.root } }
        let tiles = try TreeSurvey(size: size) { tile, _ throws(LedgerReadError) in try reader.tile(level: 0, tile) }
        if gives(tiles) {
            (survey, trustsTiles) = (tiles, true)
            return
        }
        let entries = try TreeSurvey(size: size) { tile, _ throws(LedgerReadError) in try reader.leaves(tile) }
        if gives(entries) {
            (survey, trustsTiles) = (entries, false)
            return
        }
        // Neither gives the checkpoint's root: the fuller one is the better witness of what stands here.
        trustsTiles = tiles.size > entries.size
        survey = trustsTiles ? tiles : entries
        if survey.size == size { TreeCheck.reportRoot(survey, heads, &report) }
    }

    private static func reportRoot(_ survey: TreeSurvey, _ heads: [Checkpoint], _ report: inout VerificationReport) {
        for head in heads where survey.root(atSize: head.size) != head.root {
            let isPending = head == report.pending && report.checkpoint != nil
            report.findings.append(Finding(isPending ? .pendingDisagrees : .rootDiffers, "at \(head.size) entries"))
        }
    }

    /// The leaf hashes to go by at a bundle's places: the tile's, or the entries' own.
    mutating func leaves(
        _ index: Int, _ bundle: Bundle?, report: inout VerificationReport
    ) throws(LedgerReadError) -> [Hash] {
        let tile = try reader.tile(level: 0, index)
        let own = bundle?.entries.map(\.leaf) ?? []
        let place = LedgerPlace.tile(level: 0, index: index, width: reader.width(index)).path
        guard let tile else {
            report.findings.append(Finding(.tileMissing, place))
            return own
        }
        if trustsTiles || own.count < tile.count {
            compare(own, with: tile, from: index * Limits.tileWidth, &report)
            return tile
        }
        if own != tile { report.findings.append(Finding(.tileAltered, place)) }
        return own
    }

    private mutating func compare(_ own: [Hash], with tile: [Hash], from first: Int, _ report: inout VerificationReport)
    {
        for (i, leaf) in tile.enumerated() where i >= own.count || own[i] != leaf {
            if i < own.count { report.findings.append(Finding(.altered, entry: first + i)) }
            if mismatches.count < Self.limit {
                mismatches.append(Mismatch(index: first + i, found: i < own.count ? own[i] : nil, expected: leaf))
            }
        }
    }

    /// Tiles above follow from those below; left-over partial files are prefixes of the newest.
    func finish(_ report: inout VerificationReport) throws(LedgerReadError) {
        for (level, hashes) in zip(1..., survey.upper) where survey.size == reader.size {
            for index in 0..<Tile.shapes(level: level, size: reader.size) {
                let width = Tile.width(level: level, index: index, size: reader.size)
                let start = index * Limits.tileWidth
                let tile = try reader.tile(level: level, index)
                if tile == Array(hashes[start..<start + width]) { continue }
                let place = LedgerPlace.tile(level: level, index: index, width: width).path
                report.findings.append(Finding(tile == nil ? .tileMissing : .tileAltered, place))
            }
        }
        try checkLeftovers(&report)
    }

    private func checkLeftovers(_ report: inout VerificationReport) throws(LedgerReadError) {
        var isBeyond = try reachesFurther()
        for place in try reader.files.partialPlaces() {
            guard let newest = newest(like: place) else {
                isBeyond = true
                continue
            }
            if newest == place { continue }
            if try !isPrefix(place, of: newest) { report.findings.append(Finding(.leftoverDiffers, place.path)) }
        }
        if isBeyond { report.notes.append(Note(.beyondCheckpoint)) }
    }

    /// True where a full bundle stands that the tree does not fill: a writer was interrupted, or is at work.
    private func reachesFurther() throws(LedgerReadError) -> Bool {
        let next = reader.size / Limits.tileWidth
        return try reader.files.byteCount(of: .entries(index: next, width: Limits.tileWidth)) != nil
    }

    /// The file of this tree that holds what a partial one began; nil for a partial file beyond the tree.
    private func newest(like place: LedgerPlace) -> LedgerPlace? {
        switch place {
        case .tile(let level, let index, let width):
            let newest = Tile.width(level: level, index: index, size: reader.size)
            return newest >= width ? .tile(level: level, index: index, width: newest) : nil
        case .entries(let index, let width):
            let newest = Tile.width(level: 0, index: index, size: reader.size)
            return newest >= width ? .entries(index: index, width: newest) : nil
        default: return nil
        }
    }

    /// Where the newest is absent, the full one may stand for it; else that it is absent has its own finding.
    private func isPrefix(_ place: LedgerPlace, of newest: LedgerPlace) throws(LedgerReadError) -> Bool {
        let limit = EntryBundle.limit(width: Limits.tileWidth)
        guard let old = try reader.files.read(place, limit: limit).bytes else { return false }
        var new = try reader.files.read(newest, from: 0, count: old.count)
        if new == nil { new = try reader.files.read(newest.full, from: 0, count: old.count) }
        guard let new else { return true }
        guard new == old else { return false }
        if case .entries(_, let width) = place { return EntryBundle.cut(old.span, width: width).fault == nil }
        if case .tile(_, _, let width) = place { return old.count == width * Hash.byteCount }
        return true
    }
}
