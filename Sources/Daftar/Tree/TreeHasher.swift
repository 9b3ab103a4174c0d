/// A growing Merkle tree (RFC 6962 §2.1) of which only the right edge is kept: one hash for each 1 bit of its size.
///
/// For 13 leaves (1101₂) these are the roots of the first 8, the next 4 and the last 1.
public struct TreeHasher: Hashable, Sendable {
    public private(set) var size = 0
    /// The roots of the perfect subtrees, the largest first.
    private var edge: [Hash] = []

    public init() {}

    /// Adds a leaf by its leaf hash.
    public mutating func append(_ leaf: Hash) { append(subtree: leaf, level: 0) }

    /// Adds the root of a perfect subtree of 2^level leaves; `size` must be a multiple of 2^level.
    public mutating func append(subtree: Hash, level: Int) {
        precondition(size & ((1 << level) - 1) == 0, "a subtree stands at a multiple of its size")
        var hash = subtree
        var bit = 1 << level
        size += bit
        // Two subtrees of one size become one of twice the size, like a carry.
        while size & bit == 0, let left = edge.popLast() {
            hash = Hash.node(left, hash)
            bit <<= 1
        }
        edge.append(hash)
    }

    /// The root of the tree as it is now.
    public var root: Hash {
        guard var root = edge.last else { return Hash.emptyTree }
        for left in edge.dropLast().reversed() { root = Hash.node(left, root) }
        return root
    }
}
