public import Daftar
import GRDB

/// A ledger on this machine: the published files, and the working state that is the truth for appending (DESIGN §4.8).
///
/// ```swift
/// let ledger = try Ledger.open("Records", anchors: anchors, folders: folders)
/// try ledger.append([submission], ledgerKeys: [signer], today: today)
/// ```
public final class Ledger {
    public let directory: String
    public let anchors: TrustAnchors
    let database: LedgerDatabase
    private let state: StateFolder
    /// What this machine verified of the ledger, at whatever time.
    let memory: Memory
    /// Captures that wait to be published.
    let staged: StagedEvidence
    private let patience: Duration

    /// How long another writer is waited for.
    public static let patience = Lock.patience

    init(_ directory: String, _ anchors: TrustAnchors, _ folders: UserFolders, _ patience: Duration)
        throws(StoreError)
    {
        (self.directory, self.anchors, self.patience) = (directory, anchors, patience)
        state = StateFolder(folders, anchors.memoryKey)
        memory = Memory(folders, anchors.memoryKey)
        staged = StagedEvidence(folders)
        do { try state.make() } catch { throw .system(error) }
        database = try Ledger.openState(state, OlderState(state, memory, patience), directory, anchors, patience)
    }

    /// Opens the working state; one of an older version gives way to a new one.
    private static func openState(
        _ state: StateFolder, _ older: OlderState, _ directory: String, _ anchors: TrustAnchors,
        _ patience: Duration
    ) throws(StoreError) -> LedgerDatabase {
        let database = try LedgerDatabase(state.database, patience: patience)
        do throws(StoreError) {
            try database.write { try LedgerRow.prepare($0, anchors) }
            return database
        } catch .otherStateVersion(let version) where version < Schema.version {
            try database.close()
        }
        try older.discard(published: directory, anchors)
        let new = try LedgerDatabase(state.database, patience: patience)
        try new.write { try LedgerRow.prepare($0, anchors) }
        return new
    }

    /// Opens a ledger, and brings store and published files together: the next command heals what a crash left.
    ///
    /// Only the folder that was published to last is healed unasked: an older copy elsewhere may be somebody's evidence.
    ///
    /// - Parameter movesHere: this folder is to be published to from now on.
    /// - Throws: `.noLedger` where the folder holds none, `.olderCopy` where it would have to be written to.
    public static func open(
        _ directory: String, anchors: TrustAnchors, folders: UserFolders, patience: Duration = Ledger.patience,
        movesHere: Bool = false
    ) throws(StoreError) -> Ledger {
        let isLedger = LedgerDirectory.isLedger(directory)
        guard isLedger || StateFolder(folders, anchors.memoryKey).isThere else { throw .noLedger(directory) }
        let ledger = try Ledger(directory, anchors, folders, patience)
        // Without a checkpoint it is only a ledger if it is the one whose first publishing was interrupted.
        let published = try ledger.database.read(LedgerRow.directory)
        guard isLedger || published == FileSystem.real(directory) else { throw .noLedger(directory) }
        let standing = try ledger.standing()
        if case .storeAhead(let size) = standing, !movesHere { try ledger.checkIsHome(publishedSize: size) }
        let isForgetful = try ledger.database.read(LedgerRow.forgets)
        if standing != .together || isForgetful { try ledger.whileLocked(ledger.heal) }
        return ledger
    }

    /// Makes a ledger of a charter, in a folder that is new or empty, and publishes it.
    public static func create(
        _ directory: String, policy: Policy, charter: Submission, ledgerKeys: [NoteSigner], today: RecordedDay,
        folders: UserFolders
    ) throws(StoreError) -> Ledger {
        do throws(SystemError) {
            if try FileSystem.status(directory) != nil, try !FileSystem.names(in: directory).isEmpty {
                throw SystemError("make a ledger in", directory, 17)
            }
            try FileSystem.makeFolder(directory, mode: 0o777)
        } catch { throw error.code == 17 ? .exists(directory) : .system(error) }
        let header = EntryHeader(index: 0, previous: Hash.emptyTree, recorded: today)
        let pin = Hash.leaf(charter.statement.entry(header).span)
        let ledger = try Ledger(directory, TrustAnchors(policy: policy, charter: pin), folders, Ledger.patience)
        try ledger.database.write { try LedgerRow.setDirectory(FileSystem.real(directory) ?? directory, $0) }
        try ledger.append([charter], ledgerKeys: ledgerKeys, today: today)
        return ledger
    }

    /// Lets go of the working state; its log is folded in.
    public func close() throws(StoreError) { try database.close() }

    // MARK: For those who sign

    /// What a statement that is signed now has seen.
    public func seen() throws(StoreError) -> Seen {
        let head = try database.read { try LedgerHead($0) }
        return Seen(size: head.size, root: head.root)
    }

    /// Who may sign behind the last entry.
    public func rights() throws(StoreError) -> Rights {
        try database.read { try KeyStore($0).rights(anchors.policy.origin, anchors.policy) }
    }

    /// The day of the last entry.
    public func lastDay() throws(StoreError) -> RecordedDay? { try database.read { try LedgerHead($0).day } }

    /// The newest checkpoint: over every entry, published or not.
    public func checkpoint() throws(StoreError) -> SignedCheckpoint? { try database.read(LedgerRow.checkpoint) }

    /// The entry that holds a statement.
    public func entry(ofStatement hash: Hash) throws(StoreError) -> Int? {
        try database.read { try StoredHistory.ask($0) { $0.entry(ofStatement: hash) } }
    }

    /// The root of the tree at an earlier size; nil for a larger one.
    public func root(atSize size: Int) throws(StoreError) -> Hash? {
        try database.read { try StoredHistory.ask($0) { $0.root(atSize: size) } }
    }

    /// The bytes of an entry; nil where there is no such entry.
    public func bytes(ofEntry index: Int) throws(StoreError) -> [UInt8]? {
        try database.read { try StoredHistory.ask($0) { $0.bytes(ofEntry: index) } }
    }

    // MARK: One writer at a time

    /// Runs `body` with the lock of the working state and an `flock` on the published folder.
    func whileLocked<R>(_ body: () throws(StoreError) -> R) throws(StoreError) -> R {
        let own = try Lock.take(state.lock, isFolder: false, patience: patience)
        let folder = try Lock.take(directory, isFolder: true, patience: patience)
        return try withExtendedLifetime(own) { () throws(StoreError) in
            try withExtendedLifetime(folder) { () throws(StoreError) in try body() }
        }
    }
}
