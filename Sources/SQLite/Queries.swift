import CSQLite

/// Statements are literals, values are bound to their `?`. A literal is compiled once for the connection's life.
///
/// All of these throw what SQLite says: kind ``SQLiteFailure/Kind/busy`` if another connection held its lock for longer
/// than the connection waits, ``SQLiteFailure/Kind/constraint`` if a constraint or a trigger refused, and so on. They
/// throw `SQLITE_RANGE` unless there are as many values as parameters.
///
/// Swift 6.3 infers `any Error` for a closure that throws and does not say what. So name the columns' types, hand
/// over a function such as `Account.init(row:)`, step with `while let row = try rows.next()`, or spell the closure's
/// type out.
extension Connection {
    /// Runs one statement to its end and leaves any rows unread.
    /// - Returns: how many rows it inserted, updated or deleted, without those changed by triggers.
    @inlinable
    @discardableResult
    public func run<each Input: Bindable>(
        _ sql: StaticString, _ values: repeat each Input
    ) throws(SQLiteFailure) -> Int {
        try run(to: rows(sql, repeat each values))
    }

    /// Starts one statement, to step through its rows.
    @inlinable
    public func rows<each Input: Bindable>(
        _ sql: StaticString, _ values: repeat each Input
    ) throws(SQLiteFailure) -> Rows {
        let rows = try unbound(sql)
        try rows.bind(repeat each values)
        return rows
    }

    /// Reads the first column of the first row, if there is one.
    @inlinable
    public func first<each Input: Bindable, Column: Readable>(
        _ sql: StaticString, _ values: repeat each Input, as type: Column.Type
    ) throws(SQLiteFailure) -> Column? {
        try rows(sql, repeat each values).first { (row) throws(SQLiteFailure) in try Column(column: 0, of: row) }
    }

    /// Reads the columns of the first row, if there is one: `try first("SELECT …", id, as: Int64.self, String?.self)`.
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

    /// Reads the first row, if there is one, and leaves the rest.
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

    /// Hands over every row in turn, holding one at a time; throwing stops.
    ///
    /// The closure must say what it throws: `{ (row) throws(ReportFailure) in … }`.
    /// - Throws: what the body throws, and the database's failure carried as that type.
    @inlinable
    public func each<each Input: Bindable, Failure: CarriesSQLiteFailure>(
        _ sql: StaticString, _ values: repeat each Input, body: (Row) throws(Failure) -> Void
    ) throws(Failure) {
        var rows = try Failure.carrying(try self.rows(sql, repeat each values))
        while let row = try Failure.carrying(try rows.next()) { try body(row) }
    }

    /// Hands over every row in turn, holding one at a time; throwing stops.
    /// - Throws: what the body throws, or a ``SQLiteFailure``.
    @inlinable
    public func each<each Input: Bindable, Failure: Error>(
        _ sql: StaticString, _ values: repeat each Input, body: (Row) throws(Failure) -> Void
    ) throws {
        var rows = try rows(sql, repeat each values)
        while let row = try rows.next() { try body(row) }
    }

    /// Runs every statement of a script in turn. It is not a transaction unless it says so itself.
    /// - Throws: the failure of the first statement that fails; those before it have been done.
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
        // After a statement that changes no rows, such as CREATE TABLE, `changes` still speaks of an earlier one.
        return totalChanges == before ? 0 : changes
    }
}

/// The same for SQL that is put together at run time: the names of tables in a loop, say. Never let anything into the
/// text that came from outside the program; values are bound here too. These statements are compiled at every use.
extension Connection {
    /// Runs one statement to its end, as ``run(_:_:)`` does.
    @inlinable
    @discardableResult
    public func run<each Input: Bindable>(
        unsafeSQL sql: String, _ values: repeat each Input
    ) throws(SQLiteFailure) -> Int {
        try run(to: rows(unsafeSQL: sql, repeat each values))
    }

    /// Starts one statement, as ``rows(_:_:)`` does.
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
