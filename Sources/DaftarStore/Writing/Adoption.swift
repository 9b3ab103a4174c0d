import Daftar
import GRDB

/// Takes published entries into the store that it does not have: only from files that were just verified whole.
struct Adoption {
    let files: LedgerDirectory
    let anchors: TrustAnchors
    let database: LedgerDatabase

    /// Adopts everything up to the published head.
    ///
    /// - Throws: `.notIntact` with the whole report where the files have any finding, `.disagree` where they are intact
    ///   by themselves and another history than ours.
    func run(_ own: LedgerHead, remembered: Checkpoint?) throws(StoreError) {
        let report = try verify([checkpoint(own), remembered].compactMap(\.self).max { $0.size < $1.size })
        guard let published = try PublishedFiles.head(files, anchors.policy), published.checkpoint.size == report.size
        else {
            throw .notIntact(report)
        }
        try database.write { db in
            try adopt(published.checkpoint, db)
            try LedgerRow.setCheckpoint(published, db)
        }
    }

    /// - Parameter remembered: the most that this machine has seen, in the store or in an earlier verification.
    private func verify(_ remembered: Checkpoint?) throws(StoreError) -> VerificationReport {
        let report: VerificationReport
        do {
            report = try Verification(files: files, anchors: anchors, isChosen: true, remembered: remembered).run()
        } catch { throw .unreadable(error) }
        if case .contradicts(let remembered) = report.memory, let published = report.pending ?? report.checkpoint {
            throw .disagree(published: published, own: remembered)
        }
        guard report.findings.isEmpty else { throw .notIntact(report) }
        if let entry = report.needsNewerFrom { throw .needsNewer(entry) }
        return report
    }

    private func checkpoint(_ head: LedgerHead) -> Checkpoint? {
        head.size == 0 ? nil : Checkpoint(origin: anchors.policy.origin, size: head.size, root: head.root)
    }

    private typealias Read = (RecordedDay, Daftar.Statement, NewContent)

    /// The entries of a bundle with their content, made ready on all cores; nil for bytes that are no entry.
    private func read(_ bundle: Int, _ published: PublishedFiles) throws -> [Read?] {
        let entries = try published.entries(bundle), first = bundle * Limits.tileWidth
        let disclosures = try published.disclosures(bundle)
        return Lanes.map(entries.count) { i in
            guard let (day, statement) = Daftar.Statement.inEntry(entries[i]) else { return nil }
            return (day, statement, NewContent(statement, disclosures[first + i] ?? []))
        }
    }

    private func adopt(_ head: Checkpoint, _ db: Database) throws {
        let published = PublishedFiles(files: files, size: head.size)
        var intake = try EntryIntake(db, anchors)
        for bundle in intake.head.size / Limits.tileWidth..<Tile.shapes(level: 0, size: head.size) {
            let skipped = max(0, intake.head.size - bundle * Limits.tileWidth)
            for entry in try read(bundle, published).dropFirst(skipped) {
                guard let (day, statement, content) = entry else { throw StoreError.changedMeanwhile }
                let judgement = try intake.take(statement, day, nil, content)
                guard judgement.isGood else { throw StoreError.needsNewer(intake.head.size) }
                if case .release(let about, _) = judgement.effect { try intake.adoptReleased(about, published) }
            }
        }
        try intake.finish()
        // What was read a second time must be what was verified.
        guard intake.head.size == head.size, intake.head.root == head.root else {
            throw StoreError.changedMeanwhile
        }
        // These files are what we would publish: nothing is due.
        try db.execute(sql: "DELETE FROM content_due; DELETE FROM evidence_due")
    }
}
