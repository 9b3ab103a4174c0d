/// Which tiles a tree of a size has, and how the hashes in them hang together (C2SP tlog-tiles).
public enum Tile {
    /// A tile, by its place in the tree: level, index and how many hashes wide.
    public struct Shape: Hashable, Sendable {
        public let level: Int
        public let index: Int
        public let width: Int

        public var place: LedgerPlace { .tile(level: level, index: index, width: width) }
        public var isFull: Bool { width == Limits.tileWidth }
    }

    /// How many hashes level `level` holds in a tree of `size` leaves.
    public static func count(level: Int, size: Int) -> Int { size >> (8 * level) }

    /// The width of tile `index` of `level`; 0 where the tree has no such tile.
    public static func width(level: Int, index: Int, size: Int) -> Int {
        min(Limits.tileWidth, max(0, count(level: level, size: size) - index * Limits.tileWidth))
    }

    /// The tiles that a tree of `size` leaves has at `level`, partial one included.
    public static func shapes(level: Int, size: Int) -> Int {
        (count(level: level, size: size) + Limits.tileWidth - 1) / Limits.tileWidth
    }

    /// The tiles to write when a tree grows from `oldSize` to `newSize`: the new full ones, and the new partial ones.
    public static func grown(from oldSize: Int, to newSize: Int) -> [Shape] {
        var shapes: [Shape] = []
        for level in 0..<Limits.tileLevels {
            let old = count(level: level, size: oldSize), new = count(level: level, size: newSize)
            if new == 0 { break }
            if new == old { continue }
            for index in old / Limits.tileWidth..<(new + Limits.tileWidth - 1) / Limits.tileWidth {
                shapes.append(
                    Shape(level: level, index: index, width: width(level: level, index: index, size: newSize)))
            }
        }
        return shapes
    }

    /// The hashes that `bytes` hold; nil where their length is not 32 × `width`.
    public static func hashes(_ bytes: [UInt8], width: Int) -> [Hash]? {
        guard bytes.count == width * Hash.byteCount else { return nil }
        let span = bytes.span
        var hashes: [Hash] = []
        hashes.reserveCapacity(width)
        for i in 0..<width {
            guard let hash = Hash(span, at: i * Hash.byteCount) else { return nil }
            hashes.append(hash)
        }
        return hashes
    }

    /// The root of the perfect tree over `hashes`, whose number is a power of two.
    public static func root(_ hashes: ArraySlice<Hash>) -> Hash {
        var row = Array(hashes)
        while row.count > 1 {
            for i in 0..<row.count / 2 { row[i] = Hash.node(row[2 * i], row[2 * i + 1]) }
            row.removeLast(row.count / 2)
        }
        return row.first ?? Hash.emptyTree
    }
}
