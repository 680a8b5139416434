import CSQLite

/// The rows of a statement, one at a time, as SQLite finds them.
///
/// The type cannot be copied. When a value goes out of scope, also by a throw, the statement is reset and gives up its
/// read lock.
public struct Rows: ~Copyable {
    private let statement: Statement
    private var isAtEnd = false

    init(_ statement: Statement) {
        self.statement = statement
        statement.begin()
    }

    deinit {
        // Here either nothing was left to do, or something else has already failed.
        _ = statement.end()
    }

    /// Binds the values of the parameters, before the first step.
    /// - Throws: `SQLITE_RANGE` unless there are as many values as parameters.
    @inlinable
    func bind<each Input: Bindable>(_ values: repeat each Input) throws(SQLiteFailure) {
        var count = 0
        for _ in repeat each values { count += 1 }
        try expect(parameters: count)
        var index: Int32 = 0
        for value in repeat each values {
            index += 1
            try value.bind(to: parameter(index))
        }
    }

    @usableFromInline
    func expect(parameters count: Int) throws(SQLiteFailure) {
        try statement.expect(parameters: count)
    }

    @usableFromInline
    func parameter(_ index: Int32) -> BoundParameter {
        BoundParameter(index, of: statement)
    }

    /// Steps to the next row; returns `nil` after the last one, at every further call, too.
    /// - Throws: the statement's failure.
    public mutating func next() throws(SQLiteFailure) -> Row? {
        guard !isAtEnd else { return nil }
        let code = sqlite3_step(statement.handle)
        guard code != SQLITE_ROW else { return Row(statement) }
        // Another step would make SQLite start over.
        isAtEnd = true
        guard code == SQLITE_DONE else { throw statement.failure(code) }
        return nil
    }

    /// Stops before the last row and reports a failure.
    /// - Throws: the failure of ending the statement; only one that writes (`INSERT … RETURNING`) can fail here.
    public consuming func finish() throws(SQLiteFailure) {
        let code = statement.end()
        guard code == SQLITE_OK else { throw statement.failure(code) }
    }

    /// Reads the first row and ignores the others; `nil` without rows.
    /// - Throws: what the statement or the reading throws.
    @inlinable
    public consuming func first<Element>(
        _ read: (Row) throws(SQLiteFailure) -> Element
    ) throws(SQLiteFailure) -> Element? {
        guard let row = try next() else { return nil }
        let element = try read(row)
        try finish()
        return element
    }

    /// Reads every row.
    /// - Throws: what the statement or the reading throws.
    @inlinable
    public consuming func all<Element>(
        _ read: (Row) throws(SQLiteFailure) -> Element
    ) throws(SQLiteFailure) -> [Element] {
        var elements: [Element] = []
        while let row = try next() { elements.append(try read(row)) }
        return elements
    }
}
