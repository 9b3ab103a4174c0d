/// A bundle of entries in memory, cut and scanned: steps 3 and 4 for its entries, and the first look of 5 and 6.
struct Bundle: Sendable {
    let index: Int
    let width: Int
    let bytes: [UInt8]
    private(set) var entries: [ScannedEntry] = []
    private(set) var digests: [SignedDigest] = []
    private(set) var fault: EntryBundle.Fault?

    var first: Int { index * Limits.tileWidth }

    init(index: Int, width: Int, bytes: [UInt8]) {
        (self.index, self.width, self.bytes) = (index, width, bytes)
    }

    /// One entry alone, as a proof carries it.
    init(index: Int, entry: ScannedEntry, digests: [SignedDigest], bytes: [UInt8]) {
        self.init(index: index, width: Limits.tileWidth, bytes: bytes)
        (self.entries, self.digests) = ([entry], digests)
    }

    /// Cuts the bytes into entries and scans each of them.
    func scanned() -> Bundle {
        var bundle = self
        let span = bytes.span
        let cut = EntryBundle.cut(span, width: width)
        bundle.fault = cut.fault
        bundle.entries.reserveCapacity(width)
        // A digest takes 46 characters at least; most statements have more beside.
        bundle.digests.reserveCapacity(bytes.count / 64)
        for (i, range) in cut.entries.enumerated() {
            bundle.entries.append(ScannedEntry(index: first + i, range, span, digests: &bundle.digests))
        }
        return bundle
    }

    /// The signatures of entries `range` (positions in the bundle), tried under the candidates.
    func checkSignatures(_ range: Range<Int>, _ candidates: CandidateKeys) -> [SignatureCheck?] {
        let span = bytes.span
        var checks: [SignatureCheck?] = []
        checks.reserveCapacity(range.count)
        for i in range { checks.append(entries[i].statement.map { SignatureCheck($0, span, candidates) }) }
        return checks
    }

    /// The entry of this index, where it could be cut.
    func entry(_ index: Int) -> ScannedEntry? {
        guard let start = entries.first?.index, entries.indices.contains(index - start) else { return nil }
        return entries[index - start]
    }
}

/// Reads bundles and level-0 tiles of a tree of one size, whole or as the beginning of a wider file.
struct BundleReader: Sendable {
    let files: any LedgerFiles
    let size: Int

    var count: Int { Tile.shapes(level: 0, size: size) }

    func width(_ index: Int) -> Int { Tile.width(level: 0, index: index, size: size) }

    /// The bytes of a bundle. Where the partial file is gone, the full one begins with the same entries.
    func bundle(_ index: Int) throws(LedgerReadError) -> Bundle? {
        let width = width(index)
        let narrow = try files.read(.entries(index: index, width: width), limit: EntryBundle.limit(width: width))
        if let bytes = narrow.bytes { return Bundle(index: index, width: width, bytes: bytes) }
        guard width < Limits.tileWidth, case .absent = narrow,
            let whole = try files.read(
                .entries(index: index, width: Limits.tileWidth), limit: EntryBundle.limit(width: Limits.tileWidth)
            ).bytes
        else { return nil }
        let end = EntryBundle.cut(whole.span, width: width).entries.last?.upperBound ?? 0
        return Bundle(index: index, width: width, bytes: Array(whole[..<end]))
    }

    /// The hashes of a tile; nil where the file is absent or has another length.
    func tile(level: Int, _ index: Int) throws(LedgerReadError) -> [Hash]? {
        let width = Tile.width(level: level, index: index, size: size)
        let limit = Limits.tileWidth * Hash.byteCount
        let narrow = try files.read(.tile(level: level, index: index, width: width), limit: limit)
        if let bytes = narrow.bytes { return Tile.hashes(bytes, width: width) }
        guard width < Limits.tileWidth, case .absent = narrow,
            let whole = try files.read(.tile(level: level, index: index, width: Limits.tileWidth), limit: limit).bytes,
            whole.count == limit
        else { return nil }
        return Tile.hashes(Array(whole[..<(width * Hash.byteCount)]), width: width)
    }

    /// The leaf hashes of a bundle's entries; nil where it is absent or can't be cut.
    func leaves(_ index: Int) throws(LedgerReadError) -> [Hash]? {
        guard let bundle = try bundle(index) else { return nil }
        let span = bundle.bytes.span
        let cut = EntryBundle.cut(span, width: bundle.width)
        guard cut.fault == nil else { return nil }
        var leaves: [Hash] = []
        for range in cut.entries { leaves.append(Hash.leaf(span.extracting(range))) }
        return leaves
    }
}
