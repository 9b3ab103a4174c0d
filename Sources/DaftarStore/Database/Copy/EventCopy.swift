package import Daftar
import Glibc
import GRDB

/// Events as a database of their own, to be handed on: the plain tables, views over them, and what they are of.
///
/// It is made of events and never of the working state, whose old pages and tables hold what is nobody else's. The same
/// events give the same bytes: rows by entry, one page size, no time, nothing left over in free pages.
package final class EventCopy {
    private let path: String
    private let temporary: String
    private let queue: DatabaseQueue
    private let schema: CopySchema
    private var isDone = false

    /// What the export is of, as its table `ledger` says it.
    package struct About: Sendable {
        let values: [String?]

        package init(
            origin: String, size: Int, root: String, lastDay: String?, title: String, licence: String, filter: String,
            caveat: String
        ) {
            values = [origin, String(size), root, lastDay, title, licence, filter, caveat]
        }
    }

    /// Makes the file beside its place.
    ///
    /// - Parameter isPrivate: it holds parts that are not public: each row says so, and nobody but its owner may read it.
    package init(_ path: String, about: About, isPrivate: Bool) throws(StoreError) {
        let temporary = "\(path).\(getpid()).tmp", schema = CopySchema(PlainTable.all, isPrivate: isPrivate)
        (self.path, self.temporary, self.schema) = (path, temporary, schema)
        queue = try EventCopy.mapping(temporary) {
            _ = try OpenFile.open(
                temporary, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, mode: isPrivate ? 0o600 : 0o666)
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            configuration.prepareDatabase { try $0.execute(sql: CopySchema.settings) }
            return try DatabaseQueue(path: temporary, configuration: configuration)
        }
        try ask { db in
            try db.beginTransaction(.immediate)
            try db.execute(sql: schema.tables)
            try PreparedStatement(db, "INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?)").run(
                about.values.map { .optional($0) })
        }
    }

    deinit {
        if isDone { return }
        try? queue.close()
        unsafe unlink(temporary)
    }

    /// Adds events, each of them once, ascending by entry.
    package func add(_ events: [RecordedEvent]) throws(StoreError) {
        let pieces = stride(from: 0, to: events.count, by: 64).map { $0..<min($0 + 64, events.count) }
        let made = Lanes.map(pieces.count) { [schema] piece in schema.rows(events[pieces[piece]]) }
        try ask { db in
            for (place, table) in schema.all.enumerated() {
                let insert = try PreparedStatement(db, schema.insert(table))
                for rows in made { try insert.run(all: rows[place].rows, first: rows[place].isPrivate) }
            }
        }
    }

    /// Makes the indexes and views, and puts the file in its place.
    package func finish() throws(StoreError) {
        try ask { db in
            try db.execute(sql: schema.afterwards)
            try db.commit()
        }
        try StoreError.mapping {
            try queue.close()
            let file = try OpenFile.open(temporary, O_RDONLY)
            guard fsync(file.descriptor) == 0 else { throw SystemError("fsync", temporary) }
            guard unsafe rename(temporary, path) == 0 else { throw SystemError("rename", path) }
            isDone = true
            try FileSystem.syncFolder(Path.parent(path))
        }
    }

    private func ask<R>(_ body: (Database) throws -> R) throws(StoreError) -> R {
        try EventCopy.mapping(temporary) { try queue.inDatabase(body) }
    }

    /// What goes wrong here is the disk's doing, not the working state's.
    private static func mapping<R>(_ path: String, _ body: () throws -> R) throws(StoreError) -> R {
        try StoreError.mapping {
            do { return try body() } catch let error as DatabaseError {
                throw SystemError("write", path, error.resultCode == .SQLITE_FULL ? ENOSPC : EIO)
            }
        }
    }
}
