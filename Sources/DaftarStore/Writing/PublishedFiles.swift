import Daftar

/// Reads what is published, for a ledger of a given size, so that it can be adopted. It was verified just before; what
/// is read is checked again where it is used, since files can change between two looks.
struct PublishedFiles {
    let files: LedgerDirectory
    let size: Int

    /// The newest head that lies there: the checkpoint, or the pending one where that is larger; nil where there is none.
    ///
    /// - Parameter known: one whose signature needs no other look: this machine made it, or verified it.
    static func head(
        _ files: LedgerDirectory, _ policy: Policy, known: SignedCheckpoint? = nil
    ) throws(StoreError) -> SignedCheckpoint? {
        var newest: SignedCheckpoint?
        for place in [LedgerPlace.checkpoint, .pendingCheckpoint] {
            guard try isThere(files, place) else { continue }
            guard let signed = try checkpoint(files, place), signed.checkpoint.origin == policy.origin,
                signed == known || !CheckpointSignatures(signed, policy).ledger.isEmpty
            else { throw .foreignCheckpoint(Path.join(files.path, place.path)) }
            if signed.checkpoint.size >= newest?.checkpoint.size ?? 0 { newest = signed }
        }
        return newest
    }

    /// True where a checkpoint waits that need not: its quorum is there, or it took its place and a crash left it behind.
    static func waitIsOver(_ files: LedgerDirectory, _ policy: Policy) throws(StoreError) -> Bool {
        guard let pending = try checkpoint(files, .pendingCheckpoint) else { return false }
        if CheckpointSignatures(pending, policy).isQuorumMet { return true }
        guard let current = try checkpoint(files, .checkpoint), current.checkpoint == pending.checkpoint else {
            return false
        }
        return CheckpointSignatures(current, policy).isQuorumMet
    }

    private static func isThere(_ files: LedgerDirectory, _ place: LedgerPlace) throws(StoreError) -> Bool {
        do { return try files.byteCount(of: place) != nil } catch { throw .unreadable(error) }
    }

    /// A checkpoint file, if it can be read as one.
    static func checkpoint(_ files: LedgerDirectory, _ place: LedgerPlace) throws(StoreError) -> SignedCheckpoint? {
        do {
            guard let bytes = try files.read(place, from: 0, count: Limits.checkpoint + 1) else { return nil }
            return try? SignedCheckpoint(parsing: bytes)
        } catch { throw .unreadable(error) }
    }

    /// The entries of a bundle; a wider file serves where the one of this size is gone.
    func entries(_ index: Int) throws -> [[UInt8]] {
        let width = Tile.width(level: 0, index: index, size: size)
        for place in [LedgerPlace.entries(index: index, width: width), .entries(index: index, width: Limits.tileWidth)]
        {
            guard let bytes = try files.read(place, from: 0, count: EntryBundle.limit(width: Limits.tileWidth)) else {
                continue
            }
            return EntryBundle.cut(bytes.span, width: width).entries.map { Array(bytes[$0]) }
        }
        return []
    }

    /// The disclosures in a content file, by entry.
    func disclosures(_ index: Int) throws -> [Int: [[UInt8]]] {
        var found: [Int: [[UInt8]]] = [:]
        let limit = Limits.tileWidth * (Limits.contentLine + 1)
        guard let bytes = try files.read(.content(index: index), from: 0, count: limit) else { return [:] }
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            var layouts: [DisclosureLayout] = []
            let bytes = Array(line)
            let scanned = try ContentLine.scan(0..<bytes.count, bytes.span, &layouts)
            found[scanned.entry] = layouts.map { Array(bytes[$0.range]) }
        }
        return found
    }
}
