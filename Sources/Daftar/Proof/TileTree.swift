/// The hashes of a published tree, read from its tiles as they are asked for. They are what the files say: a proof made
/// of them is checked before it is handed out.
public struct TileTree: Sendable {
    let reader: BundleReader

    public init(files: any LedgerFiles, size: Int) { reader = BundleReader(files: files, size: size) }

    /// The root of 2^level leaves, the `index`-th such from the left.
    public func subtree(_ level: Int, _ index: Int) throws -> Hash {
        // A tile of level L holds roots of 256^L leaves; eight levels of the tree lie within it.
        let tileLevel = level / 8, inner = 1 << (level % 8)
        let first = index * inner
        guard let tile = try reader.tile(level: tileLevel, first / Limits.tileWidth) else {
            throw LedgerReadError(place: "tile/\(tileLevel)", problem: "is missing or has a wrong length")
        }
        let start = first % Limits.tileWidth
        guard start + inner <= tile.count else {
            throw LedgerReadError(place: "tile/\(tileLevel)", problem: "is too short")
        }
        return Tile.root(tile[start..<start + inner])
    }

    /// The proof that entry `index` is in the tree.
    public func inclusion(of index: Int) throws -> InclusionProof {
        try InclusionProof.make(index: index, size: reader.size, subtree)
    }

    /// The proof that the tree begins with its first `oldSize` entries.
    public func consistency(from oldSize: Int) throws -> ConsistencyProof {
        try ConsistencyProof.make(oldSize: oldSize, newSize: reader.size, subtree)
    }

    /// The bytes of an entry; nil where its bundle can't be had.
    public func entry(_ index: Int) throws(LedgerReadError) -> [UInt8]? {
        guard let bundle = try reader.bundle(index / Limits.tileWidth) else { return nil }
        let cut = EntryBundle.cut(bundle.bytes.span, width: bundle.width).entries
        let place = index % Limits.tileWidth
        return place < cut.count ? Array(bundle.bytes[cut[place]]) : nil
    }

    /// The content line of an entry, its newline included; nil where it has none.
    public func contentLine(_ index: Int) throws(LedgerReadError) -> [UInt8]? {
        var content = ContentReader(files: reader.files, bundle: index / Limits.tileWidth)
        let mark = Array(",\"entry\":\(index)}".utf8)
        while let piece = try content.next() {
            for line in piece.lines where piece.bytes[line].suffix(mark.count).elementsEqual(mark) {
                return Array(piece.bytes[line]) + [UInt8(ascii: "\n")]
            }
        }
        return nil
    }
}
