import Daftar
import Dispatch
import GRDB
import Glibc

/// The SQLite file of the working state, opened so that a commit is on disk when it returns.
final class LedgerDatabase: Sendable {
    private let queue: DatabaseQueue

    /// An entry and its index take half the system calls of SQLite's own 4 KiB.
    private static let page = 8 << 10
    /// The most that this SQLite maps.
    private static let mapped = 0x7FFF_0000
    /// In KiB: what is read or written by the page.
    private static let cache = 24 << 10
    /// The log is folded in once it has so many pages: SQLite's own number.
    private static let fold = 1000

    /// Opens the file, and makes it where there is none; `secret` to all but its owner.
    ///
    /// - Parameter patience: how long another connection is waited for. Writers are kept apart by our own lock.
    init(_ path: String, patience: Duration = Lock.patience) throws(StoreError) {
        queue = try StoreError.mapping {
            // SQLite gives its `-wal` and `-shm` files the mode of the database.
            _ = try OpenFile.open(path, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o600)
            var configuration = Configuration()
            configuration.journalMode = .wal
            configuration.busyMode = .timeout(patience / .seconds(1))
            // Only a new file takes a page size, and only before WAL is on.
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA page_size = \(Self.page)") }
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.inDatabase(Self.prepare)
            return queue
        }
    }

    /// Turning WAL on resets `synchronous` to NORMAL, so it is set after, and looked at.
    private static func prepare(_ db: Database) throws {
        try db.execute(
            sql:
                "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -\(cache); PRAGMA mmap_size = \(mapped)"
        )
        for (pragma, value) in [("synchronous", "2"), ("secure_delete", "1"), ("journal_mode", "wal")] {
            guard try db.rows("PRAGMA \(pragma)", read: { $0.text(0) }).first == value else {
                throw StoreError.database("PRAGMA \(pragma) is not \(value)")
            }
        }
    }

    /// Reads. What is read of a large file comes by way of memory maps, without a system call a page.
    func read<R>(_ body: (Database) throws -> R) throws(StoreError) -> R {
        try StoreError.mapping { try queue.read(body) }
    }

    /// One transaction: all of it, or nothing. When this returns it is on disk.
    func write<R>(_ body: (Database) throws -> R) throws(StoreError) -> R {
        try StoreError.mapping { try queue.write(body) }
    }

    /// The same for a batch: its log, which may be as large as what was there, is not folded in before this returns.
    /// Whoever has other work then gives it to `foldingLog`.
    func writeBatch<R>(_ body: (Database) throws -> R) throws(StoreError) -> R {
        try foldLog(atPages: 0)
        defer { try? foldLog(atPages: Self.fold) }
        return try write(body)
    }

    private func foldLog(atPages count: Int) throws(StoreError) {
        try StoreError.mapping { try queue.inDatabase { try $0.execute(sql: "PRAGMA wal_autocheckpoint = \(count)") } }
    }

    /// Folds a long log in while `body` runs. What can't be folded now stays in the log, where it is just as safe.
    func foldingLog<R>(_ body: () throws(StoreError) -> R) throws(StoreError) -> R {
        let path = queue.path, log = (try? FileSystem.status(path + "-wal")) ?? nil
        guard let log, log.st_size > Self.fold * Self.page else { return try body() }
        let folding = DispatchGroup()
        DispatchQueue.global().async(group: folding) {
            try? DatabaseQueue(path: path).inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)") }
        }
        defer { folding.wait() }
        return try body()
    }

    /// Room for the indexes of a ledger of `size` entries: a batch touches their pages all over. What it adds behind the
    /// last row is never touched again, and goes to the log as the room fills up, not all at the commit.
    static func makeRoom(_ db: Database, forIndexOf size: Int) throws {
        try db.execute(sql: "PRAGMA cache_size = -\(cache + size / 4)")
    }

    /// A transaction that is rolled back whatever happens: says whether it could be done.
    func rehearse(_ body: (Database) throws -> Void) throws(StoreError) {
        try StoreError.mapping {
            try queue.writeWithoutTransaction { db in
                try db.inTransaction(.immediate) {
                    try body(db)
                    return .rollback
                }
            }
        }
    }

    /// Takes withdrawn content out for good: no word in the index, no free page, no old log.
    ///
    /// What if we crash on the way? `forgets` still says so, and the next command does it again.
    ///
    /// - Throws: `.notForgotten` where somebody reads there and does not let go: the log can't be cut short then.
    func forget() throws(StoreError) {
        try StoreError.mapping {
            try queue.writeWithoutTransaction { db in
                try SearchIndex.rebuild(db)
                try db.execute(sql: "VACUUM")
                let isBusy = try db.rows("PRAGMA wal_checkpoint(TRUNCATE)") { $0.integer(0) != 0 }.first ?? true
                if isBusy { throw StoreError.notForgotten }
                try db.inTransaction {
                    try LedgerRow.setForgets(false, db)
                    return .commit
                }
            }
        }
    }

    func close() throws(StoreError) {
        try StoreError.mapping { try queue.close() }
    }
}

extension StoreError {
    /// Gives every error of the store its type.
    static func mapping<R>(_ body: () throws -> R) throws(StoreError) -> R {
        do { return try body() } catch let error as StoreError { throw error } catch let error as SystemError {
            throw .system(error)
        } catch let error as LedgerReadError { throw .unreadable(error) } catch let error as DatabaseError {
            throw of(error)
        } catch { throw .database("\(error)") }
    }

    /// What is wrong with the disk is no damage to the database: whoever read that would delete it.
    private static func of(_ error: DatabaseError) -> StoreError {
        switch error.resultCode {
        case .SQLITE_FULL: .system(SystemError("write", "the working state", ENOSPC))
        case .SQLITE_READONLY: .system(SystemError("write", "the working state", EROFS))
        default: .database("\(error)")
        }
    }
}
