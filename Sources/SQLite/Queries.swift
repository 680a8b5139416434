import CSQLite

/// Statements are literals, and values are bound to their `?`. Each connection compiles a literal once.
///
/// All of these throw what SQLite reports: kind ``SQLiteFailure/Kind/busy`` if another connection held its lock for
/// longer than the connection waits, ``SQLiteFailure/Kind/constraint`` if a constraint or a trigger refused, and so on.
/// They throw `SQLITE_RANGE` unless there are as many values as parameters.
///
/// Swift 6.3 infers `any Error` for a throwing closure without a stated error type. So name the columns' types, pass a
/// function such as `Account.init(row:)`, step with `while let row = try rows.next()`, or write out the closure's type.
extension Connection {
    /// Runs a statement to its end and ignores its rows.
    /// - Returns: how many rows it inserted, updated or deleted, not counting those changed by triggers.
    @inlinable
    @discardableResult
    public func run<each Input: Bindable>(
        _ sql: StaticString, _ values: repeat each Input
    ) throws(SQLiteFailure) -> Int {
        try run(to: rows(sql, repeat each values))
    }

    /// Starts a statement, to step through its rows.
    @inlinable
    public func rows<each Input: Bindable>(
        _ sql: StaticString, _ values: repeat each Input
    ) throws(SQLiteFailure) -> Rows {
        let rows = try unbound(sql)
        try rows.bind(repeat each values)
        return rows
    }

    /// Reads the first column of the first row; `nil` without rows.
    @inlinable
    public func first<each Input: Bindable, Column: Readable>(
        _ sql: StaticString, _ values: repeat each Input, as type: Column.Type
    ) throws(SQLiteFailure) -> Column? {
        try rows(sql, repeat each values).first { (row) throws(SQLiteFailure) in try Column(column: 0, of: row) }
    }

    /// Reads the columns of the first row, or `nil`: `try first("SELECT …", id, as: Int64.self, String?.self)`.
    @inlinable
    public func first<each Input: Bindable, each Column: Readable>(
        _ sql: StaticString, _ values: repeat each Input, as types: repeat (each Column).Type
    ) throws(SQLiteFailure) -> (repeat each Column)? {
        try rows(sql, repeat each values).first { (row) throws(SQLiteFailure) in
            try row.columns(as: repeat each types)
        }
    }

    /// Reads the first column of every row.
    @inlinable
    public func all<each Input: Bindable, Column: Readable>(
        _ sql: StaticString, _ values: repeat each Input, as type: Column.Type
    ) throws(SQLiteFailure) -> [Column] {
        try rows(sql, repeat each values).all { (row) throws(SQLiteFailure) in try Column(column: 0, of: row) }
    }

    /// Reads the columns of every row.
    @inlinable
    public func all<each Input: Bindable, each Column: Readable>(
        _ sql: StaticString, _ values: repeat each Input, as types: repeat (each Column).Type
    ) throws(SQLiteFailure) -> [(repeat each Column)] {
        try rows(sql, repeat each values).all { (row) throws(SQLiteFailure) in
            try row.columns(as: repeat each types)
        }
    }

    /// Reads the first row and ignores the others; `nil` without rows.
    @inlinable
    public func first<each Input: Bindable, Element>(
        _ sql: StaticString, _ values: repeat each Input, read: (Row) throws(SQLiteFailure) -> Element
    ) throws(SQLiteFailure) -> Element? {
        try rows(sql, repeat each values).first(read)
    }

    /// Reads every row.
    @inlinable
    public func all<each Input: Bindable, Element>(
        _ sql: StaticString, _ values: repeat each Input, read: (Row) throws(SQLiteFailure) -> Element
    ) throws(SQLiteFailure) -> [Element] {
        try rows(sql, repeat each values).all(read)
    }

    /// Passes every row to the body, one at a time; a throwing body ends the loop.
    ///
    /// The closure must state what it throws: `{ (row) throws(ReportFailure) in … }`.
    /// - Throws: what the body throws; a failure of the database is wrapped in the same type.
    @inlinable
    public func each<each Input: Bindable, Failure: CarriesSQLiteFailure>(
        _ sql: StaticString, _ values: repeat each Input, body: (Row) throws(Failure) -> Void
    ) throws(Failure) {
        var rows = try Failure.carrying(try self.rows(sql, repeat each values))
        while let row = try Failure.carrying(try rows.next()) { try body(row) }
    }

    /// Passes every row to the body, one at a time; a throwing body ends the loop.
    /// - Throws: what the body throws, or a ``SQLiteFailure``.
    @inlinable
    public func each<each Input: Bindable, Failure: Error>(
        _ sql: StaticString, _ values: repeat each Input, body: (Row) throws(Failure) -> Void
    ) throws {
        var rows = try rows(sql, repeat each values)
        while let row = try rows.next() { try body(row) }
    }

    /// Runs every statement of a script in turn. The script is no transaction unless it begins one.
    /// - Throws: the failure of the first statement that fails; the statements before it have taken effect.
    public func script(_ sql: StaticString) throws(SQLiteFailure) {
        try script(unsafeSQL: sql.description)
    }

    @usableFromInline
    func unbound(_ sql: StaticString) throws(SQLiteFailure) -> Rows {
        Rows(try statement(for: sql))
    }

    @usableFromInline
    func unbound(_ sql: String) throws(SQLiteFailure) -> Rows {
        Rows(try statement(for: sql))
    }

    @usableFromInline
    func run(to rows: consuming Rows) throws(SQLiteFailure) -> Int {
        let before = totalChanges
        while try rows.next() != nil {}
        // After a statement that changes no rows, such as CREATE TABLE, `changes` still counts an earlier one.
        return totalChanges == before ? 0 : changes
    }
}

/// The same for SQL that is built at run time, such as table names in a loop. The text must never contain anything from
/// outside the program; values are bound here, too. These statements are compiled at every use.
extension Connection {
    /// Runs a statement to its end, as ``run(_:_:)`` does.
    @inlinable
    @discardableResult
    public func run<each Input: Bindable>(
        unsafeSQL sql: String, _ values: repeat each Input
    ) throws(SQLiteFailure) -> Int {
        try run(to: rows(unsafeSQL: sql, repeat each values))
    }

    /// Starts a statement, as ``rows(_:_:)`` does.
    @inlinable
    public func rows<each Input: Bindable>(
        unsafeSQL sql: String, _ values: repeat each Input
    ) throws(SQLiteFailure) -> Rows {
        let rows = try unbound(sql)
        try rows.bind(repeat each values)
        return rows
    }

    /// Runs every statement of a script, as ``script(_:)`` does.
    public func script(unsafeSQL sql: String) throws(SQLiteFailure) {
        let database = try database()
        try Array(sql.utf8).withUnsafeBufferPointer { (text) throws(SQLiteFailure) in
            try Statement.runAll(text, on: database)
        }
    }
}
