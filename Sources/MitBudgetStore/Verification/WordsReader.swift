import MitBudget
import SQLite

/// Goes through the sealed texts in the order in which the entries ask for them, which is nearly always that of their
/// numbers: then a text is the next row, and nothing is searched for.
struct WordsReader: ~Copyable {
    /// A row of `words` as it stands.
    struct Words {
        let id: Int64
        let subject: String
        /// Salt, newline and text, as the seal is taken; `nil` where one of them is gone.
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

        /// Whether salt or text are gone.
        var isErased: Bool { sealed == nil }

        /// Whether a seal is that of this text.
        func isSealed(by seal: Seal) -> Bool {
            sealed.map { SHA256.digest(of: $0).isWritten(seal.hash.utf8.span) } ?? false
        }
    }

    /// How many rows may lie between one text and the next before the next is searched for.
    private static let stride = 64
    private let connection: Connection
    private var rows: Rows
    /// The row that the way led to last.
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
