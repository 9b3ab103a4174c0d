/// Leaf hashes that give the roots which the ledger signed, wherever they were found.
struct ProvenTree {
    let leaves: [Hash]
    let survey: TreeSurvey
    let here: BundleReader
    let copy: BundleReader

    /// Tries the tiles and the entries, here and in the copy, each by itself, and then what most of them say.
    ///
    /// Nil where none gives the roots of all heads.
    init?(_ here: any LedgerFiles, _ copy: any LedgerFiles, _ heads: [Checkpoint]) throws(LedgerReadError) {
        let size = heads.map(\.size).max() ?? 0
        self.here = BundleReader(files: here, size: size)
        self.copy = BundleReader(files: copy, size: ProvenTree.size(of: copy) ?? size)
        guard let sources = try ProvenTree.sources([self.here, self.copy], size) else { return nil }
        for source in sources + [ProvenTree.vote(sources)] {
            let leaves = source.compactMap(\.self)
            guard leaves.count == size else { continue }
            let survey = try TreeSurvey(size: size) { tile, width throws(LedgerReadError) in
                let first = tile * Limits.tileWidth
                return Array(leaves[first..<first + width])
            }
            if heads.allSatisfy({ survey.root(atSize: $0.size) == $0.root }) {
                (self.leaves, self.survey) = (leaves, survey)
                return
            }
        }
        return nil
    }

    /// The hashes of a tile, at any level.
    func tile(level: Int, index: Int, width: Int) -> [Hash] {
        let row = level == 0 ? leaves[...] : survey.upper[level - 1][...]
        let start = row.startIndex + index * Limits.tileWidth
        return Array(row[start..<start + width])
    }

    // MARK: Sources

    /// How many entries the copy says that it has: its tiles are as wide.
    private static func size(of files: any LedgerFiles) -> Int? {
        [LedgerPlace.checkpoint, .pendingCheckpoint].compactMap { place in
            guard let bytes = (try? files.read(place, limit: Limits.checkpoint))?.bytes else { return nil }
            return (try? SignedCheckpoint(parsing: bytes))?.checkpoint.size
        }.max()
    }

    /// The leaves as the tiles of each have them, and as the entries do. Nil where a stretch of them is nowhere: so a size
    /// that a checkpoint claims costs nothing before the entries are there.
    private static func sources(_ readers: [BundleReader], _ size: Int) throws(LedgerReadError) -> [[Hash?]]? {
        var sources = [[Hash?]](repeating: [], count: 2 * readers.count)
        for index in 0..<Tile.shapes(level: 0, size: size) {
            var found: [[Hash?]] = []
            for reader in readers {
                found.append(try reader.tile(level: 0, index) ?? [])
                found.append(try reader.entryLeaves(index) ?? [])
            }
            if found.allSatisfy(\.isEmpty) { return nil }
            let end = min((index + 1) * Limits.tileWidth, size)
            for (i, leaves) in found.enumerated() {
                sources[i] += leaves.prefix(end - index * Limits.tileWidth)
                sources[i] += Array(repeating: nil, count: end - sources[i].count)
            }
        }
        return sources
    }

    /// What most sources say of each leaf. That is no proof: the root is.
    private static func vote(_ sources: [[Hash?]]) -> [Hash?] {
        (sources.first ?? []).indices.map { i in
            let said = sources.compactMap { $0[i] }
            return said.max { x, y in said.count { $0 == x } < said.count { $0 == y } }
        }
    }
}

extension BundleReader {
    /// The leaf hashes of those entries that could be cut, in order.
    func entryLeaves(_ index: Int) throws(LedgerReadError) -> [Hash]? {
        try entries(index)?.map { Hash.leaf($0.span) }
    }

    /// Those entries of a bundle that could be cut, in order.
    func entries(_ index: Int) throws(LedgerReadError) -> [[UInt8]]? {
        guard width(index) > 0, let bundle = try bundle(index) else { return nil }
        return EntryBundle.cut(bundle.bytes.span, width: bundle.width).entries.map { Array(bundle.bytes[$0]) }
    }
}
