public import Daftar
import GRDB

/// What an append did.
public struct Appended: Hashable, Sendable {
    /// The index of the first new entry.
    public let first: Int
    /// The leaf hashes of the new entries.
    public let leaves: [Hash]
    /// Over the whole ledger, signed.
    public let checkpoint: SignedCheckpoint
    /// A note for each entry that a person should know of.
    public let notes: [Note]
    /// Published files that were damaged or gone, and were written anew from what was committed, by their places.
    public internal(set) var healed: [String] = []
}

extension Ledger {
    /// Appends a batch: all of it or nothing.
    ///
    /// - Parameters:
    ///   - today: the ledger's day, UTC.
    ///   - confirmsClock: a person confirmed a clock that is before the last entry or far after it.
    @discardableResult
    public func append(
        _ batch: [Submission], ledgerKeys: [NoteSigner], today: RecordedDay, confirmsClock: Bool = false
    ) throws(StoreError) -> Appended {
        try append(from: SubmissionList(batch), ledgerKeys: ledgerKeys, today: today, confirmsClock: confirmsClock)
    }

    /// The same for a batch that is made while it is written.
    @discardableResult
    public func append(
        from source: some SubmissionSource, ledgerKeys: [NoteSigner], today: RecordedDay, confirmsClock: Bool = false
    ) throws(StoreError) -> Appended {
        try check(ledgerKeys)
        return try whileLocked { () throws(StoreError) in
            try reconcile()
            try checkGrowsFromRemembered()
            try checkHasRoom()
            let day = try day(today, confirmsClock), evidence = evidenceAtHand()
            let here = FileSystem.real(directory) ?? directory
            var appended = try database.writeBatch { db in
                // With the entries: whoever heals a crash knows where they belong.
                if try LedgerRow.directory(db) != here { try LedgerRow.setDirectory(here, db) }
                var batch = try BatchWriter(db, anchors, day, evidence)
                return try batch.run(source, ledgerKeys)
            }
            // Committed: from here on a crash is healed by publishing again.
            do throws(StoreError) { appended.healed = try database.foldingLog(reconcile) } catch {
                throw .unpublished(entries: appended.leaves.count, error)
            }
            try forgetWithdrawn()
            return appended
        }
    }

    /// Says whether a batch could be appended, and leaves everything as it was.
    public func dryRun(_ batch: [Submission], today: RecordedDay) throws(StoreError) {
        let day = try day(today, true), evidence = evidenceAtHand()
        try database.rehearse { db in
            var writer = try BatchWriter(db, anchors, day, evidence)
            try writer.takeAll(SubmissionList(batch))
        }
    }

    /// Which of these captures could not be published, for they are neither in `evidence/` nor waiting.
    public func missingEvidence(_ digests: [Hash]) -> [Hash] {
        evidenceAtHand().missing(digests)
    }

    private func evidenceAtHand() -> EvidenceAtHand {
        EvidenceAtHand(published: try? LedgerDirectory(directory), staged: staged)
    }

    // MARK: Checks

    /// A folder that can't be written is better known before the commit than after it.
    private func checkHasRoom() throws(StoreError) {
        do throws(SystemError) {
            for folder in [".", "tile", "tile/0", "tile/entries", "content", "evidence"] {
                let path = folder == "." ? directory : Path.join(directory, folder)
                if FileSystem.isFolder(path) { try FileSystem.checkWritable(path) }
            }
        } catch { throw .system(error) }
    }

    private func check(_ keys: [NoteSigner]) throws(StoreError) {
        let known = anchors.policy.ledgerKeys
        guard !keys.isEmpty else { throw .signing(.noKey) }
        if let stranger = keys.first(where: { !known.contains($0.verifierKey) }) {
            throw .notTheLedgersKey(stranger.verifierKey)
        }
    }

    /// The day to record: never before the last entry's.
    private func day(_ today: RecordedDay, _ confirmsClock: Bool) throws(StoreError) -> RecordedDay {
        guard let last = try lastDay() else { return today }
        // A clock that was set back, or a year ahead: either the last entry is wrong or this machine.
        let isOdd = today < last || today.year > last.year + 1
        if isOdd, !confirmsClock { throw .oddClock(today: today, last: last) }
        return max(today, last)
    }
}
