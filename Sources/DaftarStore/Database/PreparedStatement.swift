import Daftar
import GRDB
import GRDBSQLite

/// A statement that is prepared once and run for each row, with values that go straight into SQLite.
///
/// The connection keeps it for whoever asks the same next. So it must not be run while its own rows are read.
struct PreparedStatement {
    enum Value {
        case null
        case integer(Int)
        case text(String)
        /// Text as its bytes.
        case utf8([UInt8])
        case blob([UInt8])
        case hash(Hash)

        static func optional(_ text: String?) -> Value { text.map { .text($0) } ?? .null }
        static func optional(_ number: Int?) -> Value { number.map { .integer($0) } ?? .null }
    }

    private let db: Database
    private let statement: GRDB.Statement

    /// SQLite copies the bytes before `bind` returns.
    private static var copied: sqlite3_destructor_type? { unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    init(_ db: Database, _ sql: String) throws {
        self.db = db
        statement = try db.cachedStatement(sql: sql)
    }

    /// Runs the statement for its effect.
    func run(_ values: Value...) throws { try run(values) }

    func run(_ values: [Value]) throws {
        try bind(values)
        try step(expecting: SQLITE_DONE)
    }

    /// The first column of the first row as an integer; nil without a row.
    func integer(_ values: Value...) throws -> Int? { try rows(values, limit: 1) { $0.integer(0) }.first }

    /// The first column of the first row as bytes; nil without a row.
    func bytes(_ values: Value...) throws -> [UInt8]? { try rows(values, limit: 1) { $0.bytes(0) }.first }

    /// All rows.
    func all<R>(_ values: [Value] = [], read: (StatementRow) throws -> R) throws -> [R] {
        try rows(values, limit: .max, read)
    }

    /// Rows until `read` says that it is enough.
    func each(_ values: [Value], read: (StatementRow) throws -> Bool) throws {
        try bind(values)
        let row = unsafe StatementRow(statement: statement.sqliteStatement)
        defer { unsafe sqlite3_reset(statement.sqliteStatement) }
        while true {
            switch unsafe sqlite3_step(statement.sqliteStatement) {
            case SQLITE_ROW: if try !read(row) { return }
            case SQLITE_DONE: return
            default: throw failure()
            }
        }
    }

    /// Runs the statement for each row of a plain table.
    ///
    /// - Parameter first: for each row a value that comes before its cells; none where there is no such column.
    func run(all rows: PlainRows, first: [String]) throws {
        let offset: CInt = first.isEmpty ? 1 : 2
        for row in 0..<rows.count {
            if !first.isEmpty { guard bind(.text(first[row]), at: 1) == SQLITE_OK else { throw failure() } }
            let cells = rows.cells(of: row)
            for cell in cells {
                let index = CInt(cell - cells.lowerBound) + offset
                guard bind(cell, of: rows, at: index) == SQLITE_OK else { throw failure() }
            }
            try step(expecting: SQLITE_DONE)
        }
    }

    // MARK: Steps

    /// Numbers and flags go in as integers: their digits, and 1 for `yes`.
    private func bind(_ cell: Int, of rows: PlainRows, at index: CInt) -> CInt {
        let row = unsafe statement.sqliteStatement
        switch rows.form(of: cell) {
        case .none: return unsafe sqlite3_bind_null(row, index)
        case .flag: return unsafe sqlite3_bind_int64(row, index, rows.text(of: cell).count == 3 ? 1 : 0)
        case .number:
            let number = rows.bytes[rows.text(of: cell)].reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
            return unsafe sqlite3_bind_int64(row, index, number)
        case .text, .plain:
            return unsafe rows.bytes.withUnsafeBytes { raw in
                let text = unsafe UnsafeRawBufferPointer(rebasing: raw[rows.text(of: cell)])
                let characters = unsafe text.assumingMemoryBound(to: CChar.self)
                return unsafe sqlite3_bind_text(
                    row, index, characters.baseAddress, CInt(characters.count), Self.copied)
            }
        }
    }

    private func rows<R>(_ values: [Value], limit: Int, _ read: (StatementRow) throws -> R) throws -> [R] {
        try bind(values)
        let row = unsafe StatementRow(statement: statement.sqliteStatement)
        defer { unsafe sqlite3_reset(statement.sqliteStatement) }
        var rows: [R] = []
        while rows.count < limit {
            switch unsafe sqlite3_step(statement.sqliteStatement) {
            case SQLITE_ROW: rows.append(try read(row))
            case SQLITE_DONE: return rows
            default: throw failure()
            }
        }
        return rows
    }

    private func step(expecting code: CInt) throws {
        let result = unsafe sqlite3_step(statement.sqliteStatement)
        // The reset repeats the error, which is thrown here already.
        unsafe sqlite3_reset(statement.sqliteStatement)
        if result != code { throw failure() }
    }

    private func bind(_ values: [Value]) throws {
        for (i, value) in values.enumerated() {
            guard bind(value, at: CInt(i + 1)) == SQLITE_OK else { throw failure() }
        }
    }

    private func bind(_ value: Value, at index: CInt) -> CInt {
        let row = unsafe statement.sqliteStatement
        switch value {
        case .null: return unsafe sqlite3_bind_null(row, index)
        case .integer(let number): return unsafe sqlite3_bind_int64(row, index, Int64(number))
        case .text(var text):
            return text.withUTF8 { utf8 in
                unsafe utf8.withMemoryRebound(to: CChar.self) {
                    unsafe sqlite3_bind_text(row, index, $0.baseAddress, CInt($0.count), Self.copied)
                }
            }
        case .utf8(let bytes):
            return unsafe bytes.withUnsafeBytes { raw in
                let text = unsafe raw.assumingMemoryBound(to: CChar.self)
                return unsafe sqlite3_bind_text(row, index, text.baseAddress, CInt(text.count), Self.copied)
            }
        case .blob(let bytes):
            return unsafe bytes.withUnsafeBytes {
                unsafe sqlite3_bind_blob(row, index, $0.baseAddress, CInt($0.count), Self.copied)
            }
        case .hash(let hash):
            return unsafe hash.withBigEndianWords {
                unsafe sqlite3_bind_blob(row, index, $0.baseAddress, CInt($0.count), Self.copied)
            }
        }
    }

    private func failure() -> DatabaseError {
        DatabaseError(resultCode: db.lastErrorCode, message: db.lastErrorMessage)
    }
}

/// The row that a statement stands at. It is valid only while it is read.
@safe
struct StatementRow {
    private let statement: OpaquePointer

    @unsafe init(statement: OpaquePointer) { unsafe self.statement = statement }

    func isNull(_ column: CInt) -> Bool { unsafe sqlite3_column_type(statement, column) == SQLITE_NULL }

    func integer(_ column: CInt) -> Int { Int(unsafe sqlite3_column_int64(statement, column)) }

    func bytes(_ column: CInt) -> [UInt8] {
        let count = Int(unsafe sqlite3_column_bytes(statement, column))
        guard let start = unsafe sqlite3_column_blob(statement, column) else { return [] }
        return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    func text(_ column: CInt) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func hash(_ column: CInt) -> Hash? { Hash(bytes(column)) }

    func optionalInteger(_ column: CInt) -> Int? { isNull(column) ? nil : integer(column) }
    func optionalText(_ column: CInt) -> String? { isNull(column) ? nil : text(column) }
}

extension Database {
    /// Runs a statement once.
    func run(_ sql: String, _ values: PreparedStatement.Value...) throws {
        try PreparedStatement(self, sql).run(values)
    }

    /// Reads all rows of a statement.
    func rows<R>(
        _ sql: String, _ values: PreparedStatement.Value..., read: (StatementRow) throws -> R
    ) throws -> [R] {
        try PreparedStatement(self, sql).all(values, read: read)
    }
}
