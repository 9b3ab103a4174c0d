extension Hash {
    /// The root of a tree without leaves: SHA-256 of nothing (RFC 6962 §2.1).
    public static let emptyTree = Hash.sha256([])

    /// The hash of a leaf: SHA-256(0x00 || entry) (RFC 6962 §2.1).
    @inline(__always)
    public static func leaf(_ entry: Span<UInt8>) -> Hash {
        var sha = SHA256()
        sha.update(byte: 0x00)
        sha.update(entry)
        return sha.finish()
    }

    /// The hash of an inner node: SHA-256(0x01 || left || right) (RFC 6962 §2.1).
    @inline(__always)
    public static func node(_ left: Hash, _ right: Hash) -> Hash {
        var sha = SHA256()
        sha.update(byte: 0x01)
        sha.update(left)
        sha.update(right)
        return sha.finish()
    }
}
