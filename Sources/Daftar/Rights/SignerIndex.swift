/// Finds a key by its `name+id` as it stands in bytes, without making a string of it.
struct SignerIndex: Sendable {
    private var names: [[UInt8]] = []
    private var positions: [UInt64: [Int]] = [:]

    var count: Int { names.count }

    /// Adds a name; its position is the number of names before it. A name may be added twice.
    mutating func append(_ nameAndID: String) {
        let name = Array(nameAndID.utf8)
        positions[SignerIndex.mix(name.span), default: []].append(names.count)
        names.append(name)
    }

    /// The position of the first name with these bytes.
    @inline(__always)
    func first(_ name: Span<UInt8>) -> Int? {
        guard let candidates = positions[SignerIndex.mix(name)] else { return nil }
        for candidate in candidates {
            let known = names[candidate]
            if sameBytes(known.span, name) { return candidate }
        }
        return nil
    }

    /// All positions with these bytes: one, unless somebody made two keys whose short IDs collide.
    func all(_ name: Span<UInt8>) -> [Int] {
        var found: [Int] = []
        for candidate in positions[SignerIndex.mix(name)] ?? [] {
            let known = names[candidate]
            if sameBytes(known.span, name) { found.append(candidate) }
        }
        return found
    }

    /// FNV-1a.
    @inline(__always)
    private static func mix(_ bytes: Span<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for i in bytes.indices { hash = (hash ^ UInt64(bytes[i])) &* 0x100_0000_01B3 }
        return hash
    }
}
