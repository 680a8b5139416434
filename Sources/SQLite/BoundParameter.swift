import CSQLite

/// The place of a `?` in a statement, for one value. SQLite keeps a copy of texts and blobs.
///
/// All functions throw `SQLITE_TOOBIG` for a text or a blob above SQLite's limit.
public struct BoundParameter {
    private let statement: Statement
    /// Counts from 1.
    private let index: Int32

    init(_ index: Int32, of statement: Statement) {
        self.statement = statement
        self.index = index
    }

    /// Binds null.
    public func bindNull() throws(SQLiteFailure) {
        try check(sqlite3_bind_null(statement.handle, index))
    }

    /// Binds a whole number.
    public func bind(_ number: Int64) throws(SQLiteFailure) {
        try check(sqlite3_bind_int64(statement.handle, index, number))
    }

    /// Binds a floating-point number.
    public func bind(_ number: Double) throws(SQLiteFailure) {
        try check(sqlite3_bind_double(statement.handle, index, number))
    }

    /// Binds text.
    public func bind(_ text: String) throws(SQLiteFailure) {
        var text = text
        let code = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                sqlite3_bind_text64(
                    statement.handle, index, characters.baseAddress, UInt64(characters.count), csqlite_transient(),
                    UInt8(SQLITE_UTF8))
            }
        }
        try check(code)
    }

    /// Binds raw bytes.
    public func bind(_ bytes: [UInt8]) throws(SQLiteFailure) {
        // An empty blob may have no address, and SQLite would take that for null.
        guard !bytes.isEmpty else { return try check(sqlite3_bind_zeroblob(statement.handle, index, 0)) }
        let code = bytes.withUnsafeBytes {
            sqlite3_bind_blob64(statement.handle, index, $0.baseAddress, UInt64($0.count), csqlite_transient())
        }
        try check(code)
    }

    private func check(_ code: Int32) throws(SQLiteFailure) {
        guard code == SQLITE_OK else { throw statement.failure(code) }
    }
}
