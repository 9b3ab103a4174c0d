public import Daftar
import GRDB

// The quicker check (DESIGN §5): it says good only of what is plain. Whatever is odd is left to a check of everything.
extension Ledger {
    /// Checks the published entries that this machine's store does not have, and takes them in.
    ///
    /// - Returns: `.takesAll` where only reading everything can tell; then nothing was taken in.
    public static func checkNew(
        _ directory: String, anchors: TrustAnchors, folders: UserFolders, patience: Duration = Ledger.patience
    ) throws(StoreError) -> NewCheck {
        guard StateFolder(folders, anchors.memoryKey).isThere else { return .takesAll(.nothingVerified) }
        let ledger = try Ledger(directory, anchors, folders, patience)
        let check = try ledger.whileLocked(ledger.checkNew)
        try ledger.close()
        return check
    }

    /// The lock is held.
    private func checkNew() throws(StoreError) -> NewCheck {
        let files = try openFiles(), policy = anchors.policy
        let current = try PublishedFiles.checkpoint(files, .checkpoint)
        let pending = try PublishedFiles.checkpoint(files, .pendingCheckpoint)
        guard let newest = try? PublishedFiles.head(files, policy) else { return .takesAll(.checkpoint) }
        let signatures = [current, pending].compactMap(\.self).map { CheckpointSignatures($0, policy) }
        guard signatures.allSatisfy({ !$0.ledger.isEmpty && $0.invalid.isEmpty }), let first = signatures.first
        else { return .takesAll(.checkpoint) }
        // What waits extends what is published: anything else is for a whole reading to name.
        if let current, let pending, pending.checkpoint.size < current.checkpoint.size { return .takesAll(.checkpoint) }
        let isOfCheckpoint = current != nil
        if let reason = try contradiction(newest.checkpoint) { return .takesAll(reason) }
        var new = NewEntries(
            head: newest.checkpoint, first: try database.read { try LedgerHead($0).size },
            witnessedSize: current?.checkpoint.size ?? 0, witnesses: isOfCheckpoint ? first.witnesses : [],
            isQuorumMet: isOfCheckpoint && first.isQuorumMet)
        if let reason = try take(&new, files, newest, [current, pending].compactMap { $0?.checkpoint }) {
            return .takesAll(reason)
        }
        do throws(SystemError) {
            if let current { try memory.remember(current, new.isQuorumMet ? .checkpoint : .pending) }
            if let pending { try memory.remember(pending, .pending) }
        } catch { throw .system(error) }
        return .good(new)
    }

    /// Nil where the files go on from all that this machine has seen, as far as sizes tell.
    private func contradiction(_ newest: Checkpoint) throws(StoreError) -> NewCheck.Reason? {
        let own = try database.read { try LedgerHead($0) }
        if own.size == 0 { return .nothingVerified }
        let seen = max(own.size, try remembered()?.size ?? 0)
        if newest.size < seen { return .smaller(seen) }
        return newest.size == own.size && newest.root != own.root ? .otherHistory : nil
    }

    /// Takes the new entries into the store, where they are good; nothing of them otherwise.
    ///
    /// - Parameter heads: all that is published, which must be of one history.
    private func take(
        _ new: inout NewEntries, _ files: LedgerDirectory, _ newest: SignedCheckpoint, _ heads: [Checkpoint]
    ) throws(StoreError) -> NewCheck.Reason? {
        let all = heads + [try remembered()].compactMap(\.self)
        var intake = NewIntake(new, files, newest)
        do throws(StoreError) {
            try database.write { db in
                try intake.run(db, anchors, heads: all)
            }
        } catch {
            guard let reason = intake.reason else { throw error }
            return reason
        }
        new = intake.new
        return nil
    }
}

/// Reads new entries and judges them, within one transaction.
private struct NewIntake {
    private(set) var new: NewEntries
    /// Why the transaction was given up.
    private(set) var reason: NewCheck.Reason?
    private let published: PublishedFiles
    private let newest: SignedCheckpoint

    init(_ new: NewEntries, _ files: LedgerDirectory, _ newest: SignedCheckpoint) {
        (self.new, self.newest) = (new, newest)
        published = PublishedFiles(files: files, size: newest.checkpoint.size)
    }

    mutating func run(_ db: Database, _ anchors: TrustAnchors, heads: [Checkpoint]) throws {
        let size = published.size, first = new.first
        if first < size {
            var intake = try EntryIntake(db, anchors)
            for bundle in first / Limits.tileWidth..<Tile.shapes(level: 0, size: size) { try take(bundle, &intake) }
            try intake.finish()
            guard intake.head.size == size, intake.head.root == newest.checkpoint.root else {
                throw give(up: .otherHistory)
            }
            try compare(db)
            try LedgerRow.setCheckpoint(newest, db)
        }
        // What is published beside it, and what was verified here, also by reading everything, is of this history.
        for head in heads where try StoredHistory.ask(db, { $0.root(atSize: head.size) }) != head.root {
            throw give(up: .otherHistory)
        }
        new.doubted = try db.rows("SELECT entry FROM doubted ORDER BY entry") { $0.integer(0) }
        new.lastDay = try LedgerHead(db).day
    }

    private mutating func take(_ bundle: Int, _ intake: inout EntryIntake) throws {
        let disclosures: [Int: [[UInt8]]]
        do { disclosures = try published.disclosures(bundle) } catch {
            // Not well-formed, or not to be read: whoever reads everything says which.
            throw give(up: .file(LedgerPlace.content(index: bundle).path))
        }
        for bytes in try published.entries(bundle).dropFirst(max(0, intake.head.size - bundle * Limits.tileWidth)) {
            let number = intake.head.size
            guard let (day, statement) = Daftar.Statement.inEntry(bytes) else { throw give(up: .entry(number)) }
            let shown = disclosures[number] ?? []
            try checkContent(shown, statement, number)
            let judgement = try intake.take(
                statement, day, SignatureCheck(statement, intake.rights), NewContent(statement, shown))
            guard judgement.isGood else { throw give(up: .entry(number)) }
            if judgement.effect != nil { throw give(up: .olderContent(number)) }
            new.signatureCount += statement.by.count
            new.notes += judgement.notes
        }
    }

    private mutating func checkContent(_ shown: [[UInt8]], _ statement: Daftar.Statement, _ number: Int) throws {
        do throws(ContentRefusal) {
            if statement.type.isControl, !shown.isEmpty { throw ContentRefusal(.foreignDisclosure) }
            if !statement.type.isControl { try ContentMatch.check(shown, statement) }
        } catch { throw give(up: .entry(number)) }
        if shown.contains(where: { !CapturedFile.published(inDisclosure: $0).isEmpty }) {
            throw give(up: .captures(number))
        }
    }

    /// The files that the new entries touch, byte by byte against what the store would publish.
    private mutating func compare(_ db: Database) throws {
        let size = published.size
        for shape in Tile.grown(from: new.first, to: size) {
            try compare(try TreeStore.tile(db, shape), at: shape.place)
        }
        for index in new.first / Limits.tileWidth...(size - 1) / Limits.tileWidth {
            let width = Tile.width(level: 0, index: index, size: size)
            try compare(try EntryStore.bundle(db, index, size: size), at: .entries(index: index, width: width))
            try compare(try ContentStore.file(db, index, size: size), at: .content(index: index))
        }
    }

    private mutating func compare(_ bytes: [UInt8], at place: LedgerPlace) throws {
        let there = try published.files.read(place, from: 0, count: bytes.count + 1) ?? []
        if there != bytes { throw give(up: .file(place.path)) }
    }

    private mutating func give(up reason: NewCheck.Reason) -> StoreError {
        self.reason = reason
        return .changedMeanwhile
    }
}
