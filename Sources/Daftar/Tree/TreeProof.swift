/// Where the hash of a perfect subtree comes from: 2^level leaves, the `index`-th such from the left.
public typealias SubtreeHash = (_ level: Int, _ index: Int) throws -> Hash

/// The parts that inclusion and consistency proofs are made of.
enum TreeRange {
    /// The largest power of two smaller than `count` (RFC 6962's k), as a level.
    static func split(_ count: Int) -> Int { (count - 1).bitWidth - 1 - (count - 1).leadingZeroBitCount }

    /// MTH of leaves `start ..< start + count`, where `start` is aligned as RFC 6962's recursion leaves it.
    static func root(start: Int, count: Int, _ subtree: SubtreeHash) throws -> Hash {
        if count == 0 { return Hash.emptyTree }
        if count & (count - 1) == 0 {
            let level = count.trailingZeroBitCount
            return try subtree(level, start >> level)
        }
        let half = 1 << split(count)
        return Hash.node(
            try root(start: start, count: half, subtree),
            try root(start: start + half, count: count - half, subtree))
    }
}

/// That a leaf is in a tree: RFC 6962 §2.1.1.
public struct InclusionProof: Hashable, Sendable {
    public let index: Int
    public let size: Int
    /// From the leaf's sibling up to the root's child.
    public let path: [Hash]

    public init(index: Int, size: Int, path: [Hash]) {
        (self.index, self.size, self.path) = (index, size, path)
    }

    /// PATH(index, D[size]).
    public static func make(index: Int, size: Int, _ subtree: SubtreeHash) throws -> InclusionProof {
        precondition(index >= 0 && index < size, "the leaf is in the tree")
        var path: [Hash] = []
        var start = 0, count = size
        while count > 1 {
            let half = 1 << TreeRange.split(count)
            if index < start + half {
                path.append(try TreeRange.root(start: start + half, count: count - half, subtree))
                count = half
            } else {
                path.append(try TreeRange.root(start: start, count: half, subtree))
                (start, count) = (start + half, count - half)
            }
        }
        return InclusionProof(index: index, size: size, path: path.reversed())
    }

    /// The root that follows from the leaf; nil where the path has another length than index and size ask for.
    /// (RFC 9162 §2.1.3.2.)
    public func root(leaf: Hash) -> Hash? {
        guard index >= 0, index < size else { return nil }
        var node = index, last = size - 1
        var hash = leaf
        for sibling in path {
            guard last > 0 else { return nil }
            if node & 1 == 1 || node == last {
                hash = Hash.node(sibling, hash)
                while node & 1 == 0, node != 0 { (node, last) = (node >> 1, last >> 1) }
            } else {
                hash = Hash.node(hash, sibling)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 ? hash : nil
    }
}

/// That a larger tree begins with a smaller one: RFC 6962 §2.1.2.
public struct ConsistencyProof: Hashable, Sendable {
    public let oldSize: Int
    public let newSize: Int
    public let path: [Hash]

    public init(oldSize: Int, newSize: Int, path: [Hash]) {
        (self.oldSize, self.newSize, self.path) = (oldSize, newSize, path)
    }

    /// PROOF(oldSize, D[newSize]).
    public static func make(oldSize: Int, newSize: Int, _ subtree: SubtreeHash) throws -> ConsistencyProof {
        precondition(oldSize >= 0 && oldSize <= newSize, "the older tree is not larger")
        var path: [Hash] = []
        if oldSize > 0, oldSize < newSize {
            var start = 0, count = newSize, rest = oldSize, isWhole = true
            while rest < count {
                let half = 1 << TreeRange.split(count)
                if rest <= half {
                    path.append(try TreeRange.root(start: start + half, count: count - half, subtree))
                    count = half
                } else {
                    path.append(try TreeRange.root(start: start, count: half, subtree))
                    (start, count, rest, isWhole) = (start + half, count - half, rest - half, false)
                }
            }
            if !isWhole { path.append(try TreeRange.root(start: start, count: count, subtree)) }
        }
        return ConsistencyProof(oldSize: oldSize, newSize: newSize, path: path.reversed())
    }

    /// True where this proves that `newRoot` begins with `oldRoot` (RFC 9162 §2.1.4.2).
    public func proves(oldRoot: Hash, newRoot: Hash) -> Bool {
        guard oldSize >= 0, oldSize <= newSize else { return false }
        if oldSize == newSize { return path.isEmpty && oldRoot == newRoot }
        if oldSize == 0 { return path.isEmpty && oldRoot == Hash.emptyTree }
        var rest = path[...]
        // A perfect older tree is itself the first hash, and is left out of the proof.
        guard let first = oldSize & (oldSize - 1) == 0 ? oldRoot : rest.popFirst() else { return false }
        var node = oldSize - 1, last = newSize - 1
        while node & 1 == 1 { (node, last) = (node >> 1, last >> 1) }
        var old = first, new = first
        for hash in rest {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                (old, new) = (Hash.node(hash, old), Hash.node(hash, new))
                while node & 1 == 0, node != 0 { (node, last) = (node >> 1, last >> 1) }
            } else {
                new = Hash.node(new, hash)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 && old == oldRoot && new == newRoot
    }
}
