/// Which entry holds a statement: 32 bytes for each hash, and a table of positions beside them (8 bytes an entry).
struct StatementTable: Sendable {
    /// By entry; nil where an entry has no readable statement.
    private var hashes = PagedArray<Hash>()
    private var entries = PagedArray<UInt32>()
    /// Open addressing: 0 is empty, otherwise 1 + a position in `hashes`.
    private var slots = [UInt32](repeating: 0, count: 1 << 10)

    /// The first entry with this statement.
    func entry(of hash: Hash) -> Int? {
        var slot = start(hash)
        while slots[slot] != 0 {
            let position = Int(slots[slot] - 1)
            if hashes[position] == hash { return Int(entries[position]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Notes that `entry` holds the statement; an earlier entry with the same one stays the first.
    mutating func add(_ hash: Hash, entry: Int) {
        guard self.entry(of: hash) == nil else { return }
        if hashes.count * 2 >= slots.count { grow() }
        hashes.append(hash)
        entries.append(UInt32(truncatingIfNeeded: entry))
        place(hash, UInt32(truncatingIfNeeded: hashes.count))
    }

    private func start(_ hash: Hash) -> Int { Int(truncatingIfNeeded: hash.tableKey) & (slots.count - 1) }

    private mutating func place(_ hash: Hash, _ value: UInt32) {
        var slot = start(hash)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = value
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for position in 0..<hashes.count { place(hashes[position], UInt32(truncatingIfNeeded: position + 1)) }
    }
}
