public import Daftar

/// Why something can't be done with a ledger on this machine.
public enum StoreError: Error, Sendable {
    case system(SystemError)
    case unreadable(LedgerReadError)
    /// There is no ledger in this folder (exit 10).
    case noLedger(String)
    /// A checkpoint lies there that no key of the trust anchors signed, or that can't be read: it is not ours to replace.
    case foreignCheckpoint(String)
    /// Another writer has it, and did not let go while we waited (exit 11).
    case locked(String)
    /// Neither `HOME` nor the XDG variable is set.
    case noHome
    /// The database of the working state can't be used: SQLite's own words.
    case database(String)
    /// The working state is not what we wrote: it can be deleted, and is built anew from the published files.
    case damagedState(String)
    /// The working state was written by another version of this program; it can be deleted as well.
    case otherStateVersion(Int)
    /// It was written by an older version, and holds more than is published: it is the only copy of that.
    case olderState(Int, size: Int)
    /// Something is there already: a ledger is never overwritten.
    case exists(String)
    /// The published files are not intact: nothing is adopted from them (exit 3).
    case notIntact(VerificationReport)
    /// The folder holds fewer entries than the working state, and is not the one that is published to.
    case olderCopy(String, home: String, size: Int, newest: Int)
    /// The published files and what this machine has seen hold different histories under one name. Both are kept as they are.
    case disagree(published: Checkpoint, own: Checkpoint)
    /// The published files changed between two looks: somebody writes there without our lock.
    case changedMeanwhile
    /// The published files need a newer version from this entry on (exit 5).
    case needsNewer(Int)
    /// A statement can't be appended; nothing was.
    case refused(Refusal)
    /// The clock of this machine is before the ledger's last day, or far after it; a person must confirm it.
    case oddClock(today: RecordedDay, last: RecordedDay)
    /// So many entries are committed and could not be published: the next command does it, once this is put right.
    indirect case unpublished(entries: Int, StoreError)
    /// Withdrawn content is out of the published files and of every table, and not yet out of old pages and the log of the
    /// working state: another process reads there. The next command does it.
    case notForgotten
    /// A timestamp can't be taken; nothing was changed.
    case timestamp(TimestampRefusal)
    /// There is nothing to append.
    case nothingToAppend
    /// A key that signs for another ledger, or none of the policy's.
    case notTheLedgersKey(VerifierKey)
    case signing(SigningError)
    /// A witness's answer that can't be taken.
    case cosignature(CosignatureRefusal)
}
