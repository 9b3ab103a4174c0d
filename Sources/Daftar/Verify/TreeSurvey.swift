/// Steps 3 and 4, over leaf hashes from one place: the tiles, or the entries themselves.
///
/// It finds the roots of the tree at every size, since a statement may have seen any of them.
struct TreeSurvey: Sendable {
    /// `roots[n]` is the root at size n + 1.
    private(set) var roots = PagedArray<Hash>()
    /// The hashes of each level above the leaves: level 1 has one for each full tile of leaves.
    private(set) var upper: [[Hash]] = []
    private var tree = TreeHasher()
    /// How many tiles are hashed at once.
    private static let group = 64

    var size: Int { roots.count }

    /// The root of the first `size` leaves; nil where there are not so many.
    func root(atSize size: Int) -> Hash? {
        if size == 0 { return Hash.emptyTree }
        return size > 0 && size <= roots.count ? roots[size - 1] : nil
    }

    /// Surveys a tree of `size` leaves. `leaves` gives those of a tile; nil where they can't be had, which ends the survey.
    init(size: Int, leaves: (_ tile: Int, _ width: Int) throws(LedgerReadError) -> [Hash]?) throws(LedgerReadError) {
        let tiles = Tile.shapes(level: 0, size: size)
        var next = 0
        while next < tiles {
            var group: [[Hash]] = []
            while group.count < Self.group, next < tiles {
                guard let hashes = try leaves(next, Tile.width(level: 0, index: next, size: size)) else { break }
                group.append(hashes)
                next += 1
            }
            add(group)
            if group.isEmpty { break }
        }
        buildUpperLevels()
    }

    private mutating func add(_ group: [[Hash]]) {
        let full = Lanes.map(group.count) { group[$0].count == Limits.tileWidth ? Tile.root(group[$0][...]) : nil }
        var starts: [TreeHasher] = []
        for root in full {
            starts.append(tree)
            if let root {
                tree.append(subtree: root, level: 8)
                if upper.isEmpty { upper.append([]) }
                upper[0].append(root)
            }
        }
        let before = starts
        let found = Lanes.map(group.count) { i in
            var tree = before[i]
            return group[i].map { leaf in
                tree.append(leaf)
                return tree.root
            }
        }
        for roots in found { self.roots.append(contentsOf: roots) }
    }

    private mutating func buildUpperLevels() {
        while let below = upper.last, below.count >= Limits.tileWidth {
            let count = below.count / Limits.tileWidth
            upper.append((0..<count).map { Tile.root(below[$0 * Limits.tileWidth..<($0 + 1) * Limits.tileWidth]) })
        }
    }
}
