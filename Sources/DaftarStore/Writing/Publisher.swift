import Daftar
import GRDB
import Glibc

/// Brings the published files up to what the store committed.
///
/// ```
/// 1  tiles, bundles, content of new entries     a reader with the old checkpoint ignores them
/// 2  checkpoint (or checkpoint.pending)          one rename: from here on readers see the new ledger
/// 3  content files that a release or a withdrawal changed, evidence that is withdrawn
/// 4  partial files that a full one has replaced
/// ```
/// All of it follows from the store, so doing it twice gives the same bytes, and a crash anywhere is healed by doing it
/// again. What if we crash within 1 or before 2? The files lie beyond the checkpoint, and are written once more. Before 3?
/// `content_due` still names what is left, and is cleared only when that is on disk.
struct Publisher {
    private let directory: LedgerDirectory
    private let database: LedgerDatabase
    private let policy: Policy
    private let staged: StagedEvidence
    private let durable: Durable

    /// Published files that were not what was committed, and were written anew from the store.
    private(set) var healed: [String] = []

    init(_ directory: LedgerDirectory, _ database: LedgerDatabase, _ policy: Policy, _ staged: StagedEvidence) {
        (self.directory, self.database, self.policy, self.staged) = (directory, database, policy, staged)
        durable = Durable(root: directory.path, mode: 0o666)
    }

    /// Publishes everything from `oldSize` entries on, which is what the published checkpoint has.
    mutating func publish(from oldSize: Int) throws(StoreError) {
        guard let own = try database.read(LedgerRow.checkpoint) else { return }
        let size = own.checkpoint.size
        let evidence = try publishEvidence(from: oldSize, to: size)
        try writeNewFiles(from: oldSize, to: size)
        try writeCheckpoint(own)
        try writeDueContent(size)
        // Only now: a crash before this finds them here once more.
        for hash in evidence { staged.remove(hash) }
        if oldSize / Limits.tileWidth < size / Limits.tileWidth { try removeReplaced(from: oldSize, to: size) }
    }

    // MARK: 1: what readers don't see yet

    /// Captures are there before the content that names them. One that is gone from where it waited can't be helped any
    /// more: it was there before the commit.
    private func publishEvidence(from oldSize: Int, to size: Int) throws(StoreError) -> [Hash] {
        var published: [Hash] = []
        for hash in try database.read({ try Evidence.named(oldSize..<max(size, oldSize), $0) }) {
            let count = try StoreError.mapping { try directory.byteCount(of: .evidence(hash)) }
            // What waits is right; what lies there may have been cut short.
            let isSettled = count != nil && staged.file(hash) == nil
            let isThere = isSettled ? true : try StoreError.mapping { try staged.publish(hash, durable) }
            if isThere { published.append(hash) }
        }
        return published
    }

    private mutating func writeNewFiles(from oldSize: Int, to size: Int) throws(StoreError) {
        guard oldSize < size else { return }
        var files = FilesAtOnce(durable)
        for shape in Tile.grown(from: oldSize, to: size) {
            try files.add(try database.read { try TreeStore.tile($0, shape) }, at: shape.place)
        }
        for index in oldSize / Limits.tileWidth...(size - 1) / Limits.tileWidth {
            let width = Tile.width(level: 0, index: index, size: size)
            try files.add(
                try database.read { try EntryStore.bundle($0, index, size: size) },
                at: .entries(index: index, width: width))
            if let content = try newContent(index, from: oldSize, to: size) {
                try files.add(content, at: .content(index: index))
            }
        }
        try files.write()
        try finish()
    }

    /// A content file with the lines of new entries; nil where they have none. What a release adds to older entries, and
    /// what a withdrawal takes from them, waits for the checkpoint: until then their lines stay as they lie there.
    private mutating func newContent(_ index: Int, from oldSize: Int, to size: Int) throws(StoreError) -> [UInt8]? {
        let first = index * Limits.tileWidth, start = max(first, oldSize), end = min(first + Limits.tileWidth, size)
        let new = try database.read { try ContentStore.lines($0, start..<end) }
        if new.isEmpty || start == first { return new.isEmpty ? nil : new }
        let isDue = try database.read { try ContentStore.isDue($0, index) }
        guard isDue, let published = try published(index, size: oldSize) else {
            let old = try database.read { try ContentStore.lines($0, first..<start) }
            if try !isPublished(old, at: .content(index: index)) {
                healed.append(LedgerPlace.content(index: index).path)
            }
            return old + new
        }
        let old = published.filter { $0.key < start }.sorted { $0.key < $1.key }
        return old.flatMap { ContentLine.encode(entry: $0.key, ascending: $0.value) } + new
    }

    /// The content that lies published; nil where it can't be read any more, and the store's takes its place.
    private func published(_ index: Int, size: Int) throws(StoreError) -> [Int: [[UInt8]]]? {
        try StoreError.mapping {
            do { return try PublishedFiles(files: directory, size: size).disclosures(index) } catch is ContentLine.Fault
            {
                return nil
            } catch let error as LedgerReadError where error.isNoFile { return nil }
        }
    }

    /// True where a file begins with these bytes; behind them a crash may have left what is written once more now.
    private func isPublished(_ bytes: [UInt8], at place: LedgerPlace) throws(StoreError) -> Bool {
        do throws(LedgerReadError) {
            return bytes.isEmpty ? true : try directory.read(place, from: 0, count: bytes.count) == bytes
        } catch {
            if error.isNoFile { return false }
            throw .unreadable(error)
        }
    }

    // MARK: 2: the checkpoint

    /// Puts witnesses' lines under the newest checkpoint, or under one that is published while that one waits.
    func cosign(_ head: Checkpoint, _ lines: [SignedNote.Signature]) throws(StoreError) {
        var signed = try database.read(LedgerRow.checkpoint)
        if signed?.checkpoint == head {
            for line in lines { signed?.note.merge(line) }
            if let signed { try writeCheckpoint(signed) }
            return
        }
        signed = try PublishedFiles.checkpoint(directory, .checkpoint)
        guard var signed, signed.checkpoint == head else { throw .changedMeanwhile }
        for line in lines { signed.note.merge(line) }
        try put(signed, at: .checkpoint)
    }

    /// A checkpoint of the same size and root never loses a signature line, so those that lie there are kept.
    private func writeCheckpoint(_ own: SignedCheckpoint) throws(StoreError) {
        var signed = own
        let current = try PublishedFiles.checkpoint(directory, .checkpoint)
        let pending = try PublishedFiles.checkpoint(directory, .pendingCheckpoint)
        for other in [current, pending] where other?.checkpoint == own.checkpoint {
            for signature in other?.note.signatures ?? [] { signed.note.merge(signature) }
        }
        let waits = policy.asksForWitnesses && !CheckpointSignatures(signed, policy).isQuorumMet
        let place = waits ? LedgerPlace.pendingCheckpoint : .checkpoint
        if (waits ? pending : current) != signed { try put(signed, at: place) }
        if !waits, pending != nil {
            try StoreError.mapping { try durable.remove(LedgerPlace.pendingCheckpoint.path) }
            try finish()
        }
    }

    /// No reader takes one that is over its limit.
    private func put(_ signed: SignedCheckpoint, at place: LedgerPlace) throws(StoreError) {
        let bytes = signed.encoded
        guard bytes.count <= Limits.checkpoint else { throw .cosignature(.tooMany) }
        try put(bytes, at: place)
        try finish()
    }

    // MARK: 3: older content that changed

    private func writeDueContent(_ size: Int) throws(StoreError) {
        let (files, evidence) = try database.read { db in
            (try db.rows("SELECT file FROM content_due ORDER BY file") { $0.integer(0) }, try Evidence.due(db))
        }
        guard !files.isEmpty || !evidence.isEmpty else { return }
        for index in files {
            let bytes = try database.read { try ContentStore.file($0, index, size: size) }
            if bytes.isEmpty { try remove(.content(index: index)) } else { try put(bytes, at: .content(index: index)) }
        }
        for hash in evidence { try remove(.evidence(hash)) }
        try finish()
        try database.write { try $0.execute(sql: "DELETE FROM content_due; DELETE FROM evidence_due") }
    }

    // MARK: 4: partial files

    /// Once the full tile is there, readers fall back to it; nothing is lost if one of these stays.
    private func removeReplaced(from oldSize: Int, to size: Int) throws(StoreError) {
        for level in 0..<Limits.tileLevels {
            let full = Tile.count(level: level, size: size) / Limits.tileWidth
            let old = Tile.count(level: level, size: oldSize) / Limits.tileWidth
            if full == old { continue }
            // Only the tile that was partial before can have partial files.
            removePartials(like: .tile(level: level, index: old, width: 1))
            if level == 0 { removePartials(like: .entries(index: old, width: 1)) }
        }
    }

    private func removePartials(like place: LedgerPlace) {
        let folder = Path.parent(Path.join(directory.path, place.path))
        for name in (try? FileSystem.names(in: folder)) ?? [] { unsafe unlink(Path.join(folder, name)) }
        unsafe rmdir(folder)
    }

    // MARK: Steps

    private func put(_ bytes: [UInt8], at place: LedgerPlace) throws(StoreError) {
        try StoreError.mapping { try durable.write(bytes, to: place.path) }
    }

    private func remove(_ place: LedgerPlace) throws(StoreError) {
        try StoreError.mapping { try durable.remove(place.path) }
    }

    private func finish() throws(StoreError) { try StoreError.mapping { try durable.finish() } }
}

/// Collects files of one round, to write many of them at once: a large batch has a thousand.
private struct FilesAtOnce {
    private let durable: Durable
    private var waiting: [(bytes: [UInt8], path: String)] = []
    private var byteCount = 0

    /// So many files or bytes wait at most.
    private static let files = 64, bytes = 16 << 20

    init(_ durable: Durable) { self.durable = durable }

    mutating func add(_ bytes: [UInt8], at place: LedgerPlace) throws(StoreError) {
        waiting.append((bytes, place.path))
        byteCount += bytes.count
        if waiting.count == Self.files || byteCount > Self.bytes { try write() }
    }

    mutating func write() throws(StoreError) {
        let files = waiting
        (waiting, byteCount) = ([], 0)
        try StoreError.mapping { try durable.write(all: files) }
    }
}
