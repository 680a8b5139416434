import MitBudget
import SQLite

/// Reads the sealed texts in the order in which the entries refer to them. That is nearly always the order of their
/// numbers, so the text is usually the next row and needs no search.
struct WordsReader: ~Copyable {
    /// A row of `words` as stored.
    struct Words {
        let id: Int64
        let subject: String
        /// Salt, newline and text, as they are sealed; `nil` if salt or text is gone.
        private let sealed: [UInt8]?

        fileprivate init(_ row: Row) throws(SQLiteFailure) {
            id = try row.integer(0)
            subject = try row.legible(1)
            guard try !row.isNull(2), try !row.isNull(3) else {
                sealed = nil
                return
            }
            var sealed: [UInt8] = []
            sealed.reserveCapacity(128)
            try row.appendLegible(2, to: &sealed)
            sealed.append(UInt8(ascii: "\n"))
            try row.appendLegible(3, to: &sealed)
            self.sealed = sealed
        }

        /// Whether salt or text is gone.
        var isErased: Bool { sealed == nil }

        /// Whether a seal is that of this text.
        func isSealed(by seal: Seal) -> Bool {
            sealed.map { SHA256.digest(of: $0) == Digest(hex: seal.hash.utf8.span) } ?? false
        }
    }

    /// How many rows the reader passes before it searches for a text instead.
    private static let stride = 64
    private let connection: Connection
    private var rows: Rows
    /// The last row that the reader passed.
    private var passed: Words?

    init(connection: Connection) throws(SQLiteFailure) {
        self.connection = connection
        rows = try connection.rows("SELECT id, subject, salt, text FROM words ORDER BY id")
    }

    /// The row of a number, if there is one.
    mutating func words(_ id: Int64) throws(SQLiteFailure) -> Words? {
        for _ in 0..<Self.stride {
            if let passed, passed.id >= id { break }
            guard let row = try rows.next() else { break }
            passed = try Words(row)
        }
        if let passed, passed.id == id { return passed }
        var found = try connection.rows("SELECT id, subject, salt, text FROM words WHERE id = ?", id)
        guard let row = try found.next() else { return nil }
        return try Words(row)
    }
}
