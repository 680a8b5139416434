import CSQLite
import Glibc

/// The current row of a statement. It is valid only until the next step: read its values, do not keep the row.
///
/// Columns count from 0. Every accessor throws `SQLITE_RANGE` for a column that the row lacks. For a column of another
/// type it throws a failure of kind ``SQLiteFailure/Kind/mismatch`` that names table and column, never the value.
/// Nothing is converted or repaired.
public struct Row {
    private let statement: Statement
    private let columnCount: Int32

    init(_ statement: Statement) {
        self.statement = statement
        columnCount = sqlite3_data_count(statement.handle)
    }

    /// How many columns the row has.
    public var count: Int { Int(columnCount) }

    /// Reads a whole number.
    public func integer(_ column: Int) throws(SQLiteFailure) -> Int64 {
        let index = try index(of: column, holding: SQLITE_INTEGER)
        return sqlite3_column_int64(statement.handle, index)
    }

    /// Reads a whole number, or `nil` for null.
    public func integerOrNull(_ column: Int) throws(SQLiteFailure) -> Int64? {
        try isNull(column) ? nil : integer(column)
    }

    /// Reads text; throws a mismatch if its bytes are not UTF-8.
    public func text(_ column: Int) throws(SQLiteFailure) -> String {
        let bytes = try textBytes(column)
        do throws(UTF8.ValidationError) {
            return String(copying: try UTF8Span(validating: bytes.span))
        } catch {
            throw mismatch(column, "text that is not UTF-8")
        }
    }

    /// Appends the bytes of a text; throws a mismatch if they are not UTF-8.
    public func append(_ column: Int, to bytes: inout [UInt8]) throws(SQLiteFailure) {
        let found = try textBytes(column)
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: found.span)
        } catch {
            throw mismatch(column, "text that is not UTF-8")
        }
        bytes.append(contentsOf: found)
    }

    /// Reads text, or `nil` for null.
    public func textOrNull(_ column: Int) throws(SQLiteFailure) -> String? {
        try isNull(column) ? nil : text(column)
    }

    /// Passes the bytes of a text, in SQLite's own memory, without a copy and without a check that they are UTF-8.
    /// - Parameter body: must not keep the buffer, nor step the statement.
    public func withText<Output>(
        _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(SQLiteFailure) -> Output
    ) throws(SQLiteFailure) -> Output {
        try body(textBytes(column))
    }

    /// Reads raw bytes.
    public func blob(_ column: Int) throws(SQLiteFailure) -> [UInt8] {
        try withBlob(column) { bytes throws(SQLiteFailure) in [UInt8](bytes) }
    }

    /// Passes raw bytes in SQLite's own memory, without a copy.
    /// - Parameter body: must not keep the buffer, nor step the statement.
    public func withBlob<Output>(
        _ column: Int, _ body: (UnsafeRawBufferPointer) throws(SQLiteFailure) -> Output
    ) throws(SQLiteFailure) -> Output {
        let index = try index(of: column, holding: SQLITE_BLOB)
        let start = sqlite3_column_blob(statement.handle, index)
        let length = sqlite3_column_bytes(statement.handle, index)
        // An empty blob has no address.
        guard start != nil || length == 0 else { throw statement.failure(SQLITE_NOMEM) }
        return try body(UnsafeRawBufferPointer(start: start, count: Int(length)))
    }

    /// Whether the column is null.
    public func isNull(_ column: Int) throws(SQLiteFailure) -> Bool {
        sqlite3_column_type(statement.handle, try index(of: column)) == SQLITE_NULL
    }

    /// Reads a value of any type; throws a mismatch only for text that is not UTF-8.
    public func value(_ column: Int) throws(SQLiteFailure) -> Value {
        let index = try index(of: column)
        switch sqlite3_column_type(statement.handle, index) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement.handle, index))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(statement.handle, index))
        case SQLITE_TEXT: return .text(try text(column))
        case SQLITE_BLOB: return .blob(try blob(column))
        default: return .null
        }
    }

    /// Reads the first columns, each as its type: `let (entry, hash) = try row.columns(as: Int64.self, String.self)`.
    public func columns<each Column: Readable>(
        as types: repeat (each Column).Type
    ) throws(SQLiteFailure) -> (repeat each Column) {
        var column = -1
        func next<Element: Readable>(_ type: Element.Type) throws(SQLiteFailure) -> Element {
            column += 1
            return try Element(column: column, of: self)
        }
        return (repeat try next(each types))
    }

    /// Whether a column holds exactly this text, byte for byte, or null for `nil`.
    public func holds(_ text: String?, at column: Int) throws(SQLiteFailure) -> Bool {
        guard let text else { return try isNull(column) }
        let index = try index(of: column)
        guard sqlite3_column_type(statement.handle, index) == SQLITE_TEXT else { return false }
        return try text.utf8.span.withUnsafeBufferPointer { (wanted) throws(SQLiteFailure) in
            Self.areSame(UnsafeRawBufferPointer(wanted), UnsafeRawBufferPointer(try textBytes(column)))
        }
    }

    /// Whether a column holds exactly this whole number, or null for `nil`.
    public func holds(_ number: Int64?, at column: Int) throws(SQLiteFailure) -> Bool {
        guard let number else { return try isNull(column) }
        let index = try index(of: column)
        return sqlite3_column_type(statement.handle, index) == SQLITE_INTEGER
            && sqlite3_column_int64(statement.handle, index) == number
    }

    /// Whether the row holds exactly these values, text byte for byte. Always false for reals and blobs.
    public func holds(_ values: [Value]) throws(SQLiteFailure) -> Bool {
        guard count == values.count else { return false }
        for (column, value) in values.enumerated() {
            let isHeld =
                switch value {
                case .null: try isNull(column)
                case .integer(let number): try holds(number, at: column)
                case .text(let text): try holds(text, at: column)
                case .real, .blob: false
                }
            guard isHeld else { return false }
        }
        return true
    }

    /// The text in SQLite's own memory, valid until the next step or until the column is read as another type.
    private func textBytes(_ column: Int) throws(SQLiteFailure) -> UnsafeBufferPointer<UInt8> {
        let index = try index(of: column, holding: SQLITE_TEXT)
        // Reads the length after the text, since the first call may convert the text and so change its length.
        let start = sqlite3_column_text(statement.handle, index)
        guard start != nil else { throw statement.failure(SQLITE_NOMEM) }
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement.handle, index)))
    }

    private static func areSame(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
        guard one.count == other.count else { return false }
        guard let start = one.baseAddress, let otherStart = other.baseAddress else { return true }
        return memcmp(start, otherStart, one.count) == 0
    }

    private func index(of column: Int) throws(SQLiteFailure) -> Int32 {
        guard let index = Int32(exactly: column), (0..<columnCount).contains(index) else {
            throw SQLiteFailure(
                code: SQLITE_RANGE, message: "no column \(column) among \(columnCount)", sql: statement.sql)
        }
        return index
    }

    private func index(of column: Int, holding type: Int32) throws(SQLiteFailure) -> Int32 {
        let index = try index(of: column)
        let found = sqlite3_column_type(statement.handle, index)
        guard found == type else { throw mismatch(column, "\(Self.name(of: found)), not \(Self.name(of: type))") }
        return index
    }

    private func mismatch(_ column: Int, _ what: String) -> SQLiteFailure {
        SQLiteFailure(code: SQLITE_MISMATCH, message: "\(name(of: column)) holds \(what)", sql: statement.sql)
    }

    /// `table.column` as in the schema; for a computed column, its name in the statement.
    public func name(of column: Int) -> String {
        let index = Int32(clamping: column)
        if let table = sqlite3_column_table_name(statement.handle, index),
            let origin = sqlite3_column_origin_name(statement.handle, index)
        {
            return String(cString: table) + "." + String(cString: origin)
        }
        return sqlite3_column_name(statement.handle, index).map { String(cString: $0) } ?? "column \(column)"
    }

    private static func name(of type: Int32) -> String {
        switch type {
        case SQLITE_INTEGER: "an integer"
        case SQLITE_FLOAT: "a real"
        case SQLITE_TEXT: "text"
        case SQLITE_BLOB: "a blob"
        default: "null"
        }
    }
}
