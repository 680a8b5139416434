/// A type that a column can be read as.
public protocol Readable {
    /// Reads a column, counting from 0.
    /// - Throws: what the accessors of ``Row`` throw.
    init(column: Int, of row: Row) throws(SQLiteFailure)
}

extension Int64: Readable {
    /// Reads a whole number.
    public init(column: Int, of row: Row) throws(SQLiteFailure) {
        self = try row.integer(column)
    }
}

extension String: Readable {
    /// Reads text.
    public init(column: Int, of row: Row) throws(SQLiteFailure) {
        self = try row.text(column)
    }
}

extension Value: Readable {
    /// Reads a value of any storage class.
    public init(column: Int, of row: Row) throws(SQLiteFailure) {
        self = try row.value(column)
    }
}

extension Optional: Readable where Wrapped: Readable {
    /// Reads null as `nil`.
    public init(column: Int, of row: Row) throws(SQLiteFailure) {
        self = try row.isNull(column) ? nil : Wrapped(column: column, of: row)
    }
}
