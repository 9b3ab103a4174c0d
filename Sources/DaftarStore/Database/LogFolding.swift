import Dispatch
import Glibc
import GRDB

/// Copies a long log (`-wal`) into the database, on a connection of its own, while its owner does something else.
///
/// SQLite would do it within the commit that made the log long, and everybody would wait: for a batch of 100,000 that is
/// as long as publishing takes. What if we crash on the way? The log is whole until all of it is copied and on disk.
/// What if it fails? The log stays, is read as before, and is copied by whoever closes the database last.
final class LogFolding: Sendable {
    private let log: String
    private let connect: @Sendable () throws -> DatabaseQueue
    private let queue = DispatchQueue(label: "daftar.log")
    /// In bytes. What is shorter is folded in when the database is closed.
    private static let long = 8 << 20

    init(log: String, connect: @escaping @Sendable () throws -> DatabaseQueue) {
        (self.log, self.connect) = (log, connect)
    }

    deinit { wait() }

    /// Starts where the log is long; returns at once.
    func startWhereLong() {
        guard ((try? FileSystem.status(log)) ?? nil).map({ $0.st_size >= Self.long }) == true else { return }
        queue.async { [connect] in
            _ = try? connect().writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)") }
        }
    }

    /// Returns when nothing is under way.
    func wait() { queue.sync {} }
}
