import Daftar
import GRDB

/// The tree in the store: a leaf hash beside each entry, and one hash for each full tile above. From these come the right
/// edge to append to, and every tile to publish, without reading what does not change.
struct TreeStore {
    private(set) var tree = TreeHasher()
    /// Of each level of tiles, the hashes in its last tile, which is not full.
    private var edge: [[Hash]] = []
    private let insert: PreparedStatement

    /// Reads the right edge of a tree of `size` leaves: at most 255 hashes a level.
    init(_ db: Database, size: Int) throws {
        insert = try PreparedStatement(db, "INSERT INTO tile_hashes (level, number, hash) VALUES (?, ?, ?)")
        for level in 0..<Limits.tileLevels {
            let count = Tile.count(level: level, size: size)
            if count == 0, level > 0 { break }
            let start = count / Limits.tileWidth * Limits.tileWidth
            edge.append(try TreeStore.hashes(db, level: level, start..<count))
        }
        for (level, hashes) in edge.enumerated().reversed() {
            for hash in hashes { tree.append(subtree: hash, level: 8 * level) }
        }
        guard tree.size == size else { throw StoreError.damagedState("tile_hashes") }
    }

    /// Adds a leaf, and the hashes of the tiles that it fills.
    mutating func append(_ leaf: Hash) throws {
        tree.append(leaf)
        var hash = leaf, level = 0
        while true {
            if level == edge.count { edge.append([]) }
            edge[level].append(hash)
            guard edge[level].count == Limits.tileWidth else { return }
            hash = Tile.root(edge[level][...])
            edge[level].removeAll(keepingCapacity: true)
            level += 1
            let number = Tile.count(level: level, size: tree.size) - 1
            try insert.run(.integer(level), .integer(number), .hash(hash))
        }
    }

    /// The bytes of a tile.
    static func tile(_ db: Database, _ shape: Tile.Shape) throws -> [UInt8] {
        let start = shape.index * Limits.tileWidth
        return try hashes(db, level: shape.level, start..<start + shape.width).flatMap(\.bytes)
    }

    private static func hashes(_ db: Database, level: Int, _ range: Range<Int>) throws -> [Hash] {
        let sql =
            level == 0
            ? "SELECT leaf FROM entries WHERE entry >= ? AND entry < ? ORDER BY entry"
            : "SELECT hash FROM tile_hashes WHERE level = \(level) AND number >= ? AND number < ? ORDER BY number"
        let hashes = try db.rows(sql, .integer(range.lowerBound), .integer(range.upperBound)) { $0.hash(0) }.compactMap
        { $0 }
        guard hashes.count == range.count else { throw StoreError.damagedState("hashes of level \(level)") }
        return hashes
    }
}
