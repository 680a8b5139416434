import MitBudget
import SQLite

/// Puts entries and their texts into the tables.
protocol EntryWriter: AnyObject {
    /// Stores a text.
    /// - Returns: its row in the table `words`.
    func keep(_ text: SaltedText) throws(LedgerFailure) -> Int64
    /// Stores a document.
    /// - Returns: its row in the table `evidence`.
    func keep(_ document: SaltedDocument) throws(LedgerFailure) -> Int64
    /// Writes an entry into the journal, and what follows from it into the projections.
    func write(_ recorded: Recorded, body: String) throws(LedgerFailure)
}

/// A text on its way into the table `words`.
struct SaltedText: Sendable {
    let subject: String
    let salt: String
    let text: String
}

/// A document on its way into the table `evidence`.
struct SaltedDocument: Sendable {
    let subject: String
    let salt: String
    let bytes: [UInt8]
}

/// Writes each entry and text at once.
final class DirectWriter: EntryWriter {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    func keep(_ text: SaltedText) throws(LedgerFailure) -> Int64 {
        try LedgerFailure.carrying(try text.keep(as: nil, on: connection))
        return connection.lastInsertRow
    }

    func keep(_ document: SaltedDocument) throws(LedgerFailure) -> Int64 {
        try LedgerFailure.carrying(try document.keep(as: nil, on: connection))
        return connection.lastInsertRow
    }

    func write(_ recorded: Recorded, body: String) throws(LedgerFailure) {
        try LedgerFailure.carrying(try recorded.write(body: body, on: connection))
    }
}

extension SaltedText {
    /// - Parameter row: the row that it gets; `nil` for the next.
    func keep(as row: Int64?, on connection: Connection) throws(SQLiteFailure) {
        try connection.run("INSERT INTO words (id, subject, salt, text) VALUES (?, ?, ?, ?)", row, subject, salt, text)
    }
}

extension SaltedDocument {
    /// - Parameter row: the row that it gets; `nil` for the next.
    func keep(as row: Int64?, on connection: Connection) throws(SQLiteFailure) {
        try connection.run(
            "INSERT INTO evidence (id, subject, salt, bytes) VALUES (?, ?, ?, ?)", row, subject, salt, Value.blob(bytes)
        )
    }
}

extension Recorded {
    func write(body: String, on connection: Connection) throws(SQLiteFailure) {
        try connection.run(
            "INSERT INTO journal (seq, recorded_at, actor, kind, day, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
            number.value, recordedAt.iso, actor.text, entry.event.kind.rawValue, entry.day.iso, body, hash.hex)
        let projection = Projection(connection: connection, number: number, actor: actor, day: entry.day)
        try projection.project(entry.event)
        if let once = entry.once { try projection.keep(once) }
    }
}
