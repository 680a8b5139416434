import CSQLite

/// A prepared statement. It finalizes itself, so its pointer stays valid for an owner that outlives the connection's
/// closing.
final class Statement {
    let handle: OpaquePointer
    /// Whether a ``Rows`` is stepping through it; no second one may share it.
    private(set) var isInUse = false

    private init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// Compiles the first statement of a text.
    /// - Parameter flags: `SQLITE_PREPARE_PERSISTENT` for a statement that is kept.
    /// - Returns: the statement, or `nil` if only blanks and comments are left, and the text after it.
    /// - Throws: what SQLite's compiler reports, with the text.
    static func prepare(
        _ text: UnsafeBufferPointer<UInt8>, on database: OpaquePointer, flags: Int32 = 0
    ) throws(SQLiteFailure) -> (statement: Statement?, rest: UnsafeBufferPointer<UInt8>) {
        var handle: OpaquePointer?
        var read = 0
        // A length above Int32.max is cut to it, and SQLite refuses the text as too big.
        let code = text.withMemoryRebound(to: CChar.self) { characters in
            var tail: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v3(
                database, characters.baseAddress, Int32(clamping: text.count), UInt32(flags), &handle, &tail)
            if let start = characters.baseAddress, let tail { read = tail - start }
            return code
        }
        guard code == SQLITE_OK else {
            throw SQLiteFailure(code: code, on: database, sql: String(decoding: text, as: UTF8.self))
        }
        return (handle.map(Statement.init), UnsafeBufferPointer(rebasing: text[read...]))
    }

    /// Compiles a text that is exactly one statement.
    /// - Throws: what ``prepare(_:on:flags:)`` throws, and `SQLITE_MISUSE` if the text has no statement or several:
    ///   SQLite itself would silently ignore all but the first.
    static func prepareOne(
        _ text: UnsafeBufferPointer<UInt8>, on database: OpaquePointer, flags: Int32 = 0
    ) throws(SQLiteFailure) -> Statement {
        let (statement, rest) = try prepare(text, on: database, flags: flags)
        guard let statement, rest.allSatisfy(\.isBlank) else {
            throw SQLiteFailure(
                code: SQLITE_MISUSE, message: "not exactly one statement", sql: String(decoding: text, as: UTF8.self))
        }
        return statement
    }

    /// Runs every statement of a text in turn.
    /// - Throws: the failure of the first that fails; those before it have taken effect.
    static func runAll(_ text: UnsafeBufferPointer<UInt8>, on database: OpaquePointer) throws(SQLiteFailure) {
        var rest = text
        while true {
            let prepared = try prepare(rest, on: database)
            guard let statement = prepared.statement else { break }
            var rows = Rows(statement)
            while try rows.next() != nil {}
            rest = prepared.rest
        }
        // SQLite would stop at a NUL as if the text ended there.
        guard !rest.contains(0) else {
            throw SQLiteFailure(
                code: SQLITE_MISUSE, message: "a NUL in the script", sql: String(decoding: rest, as: UTF8.self))
        }
    }

    /// The statement as written, with `?` where values are bound.
    var sql: String? {
        sqlite3_sql(handle).map { String(cString: $0) }
    }

    /// The failure of the latest call on this statement.
    func failure(_ code: Int32) -> SQLiteFailure {
        SQLiteFailure(code: code, on: sqlite3_db_handle(handle), sql: sql)
    }

    /// Reserves the statement for one ``Rows``.
    func begin() {
        isInUse = true
    }

    /// Gives up the locks and returns the statement. Its values stay until others are bound, as they are at every use.
    /// - Returns: the result code of the end: a statement that writes outside a transaction commits here at the latest.
    func end() -> Int32 {
        guard isInUse else { return SQLITE_OK }
        isInUse = false
        return sqlite3_reset(handle)
    }

    /// - Throws: `SQLITE_RANGE` unless the statement has that many parameters: SQLite would use null for missing ones.
    func expect(parameters count: Int) throws(SQLiteFailure) {
        let expected = sqlite3_bind_parameter_count(handle)
        guard count == expected else {
            throw SQLiteFailure(
                code: SQLITE_RANGE, message: "\(count) values for \(expected) parameters", sql: sql)
        }
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\t")
            || self == UInt8(ascii: "\r")
    }
}
