public import MitBudget
import SQLite

// What is handed over to those who check without the program.
extension Ledger {
    /// Hands over the whole journal as text, entry by entry: the seven lines that are hashed, then the hash.
    ///
    /// No text that is sealed is in it. What is stored is handed over, whether it is in order or not.
    /// - Throws: ``LedgerFailure``.
    public func journalText(_ body: ([UInt8]) throws(LedgerFailure) -> Void) throws(LedgerFailure) {
        var journal = JournalRow()
        try connection.each(
            "SELECT seq, recorded_at, actor, kind, day, body, hash FROM journal ORDER BY seq"
        ) { row throws(LedgerFailure) in
            try LedgerFailure.database { () throws(SQLiteFailure) in try journal.take(row) }
            try body(journal.lines)
        }
    }

    /// The documents that count, and whose bytes are there, of the entries whose day lies in a period; in order of
    /// entry.
    /// - Throws: ``LedgerFailure``.
    public func documents(from: Day, through: Day) throws(LedgerFailure) -> [AttachedDocument] {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.all(
                """
                SELECT a.entry, a.movement, m.participant, a.proof, a.type, a.size, a.evidence, 1, 0
                FROM attachment AS a JOIN movement AS m ON m.entry = a.movement JOIN evidence AS e ON e.id = a.evidence
                WHERE m.day >= ? AND m.day <= ? AND a.detached_entry IS NULL AND e.bytes IS NOT NULL
                ORDER BY a.movement, a.entry
                """,
                from.iso, through.iso, read: AttachedDocument.init)
        }
    }

    /// A document's bytes and salt, and the seal in the entry that attached it; `nil` once they are erased.
    /// - Throws: ``LedgerFailure``.
    public func sealed(_ document: AttachedDocument) throws(LedgerFailure) -> Unsealed? {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first(
                """
                SELECT body ->> '$.evidence.seal', salt, bytes FROM journal JOIN evidence ON id = ?
                WHERE seq = ? AND bytes IS NOT NULL
                """,
                document.evidence, document.number.value
            ) { row throws(SQLiteFailure) in
                Unsealed(seal: try row.text(0), salt: try row.text(1), bytes: try row.blob(2))
            }
        }
    }
}

/// A document, and what proves to anyone that it is the one that was attached.
public struct Unsealed: Equatable, Sendable {
    /// The seal that stands in the journal: SHA-256 of salt, newline and bytes, in hexadecimal digits.
    public let seal: String
    /// The salt.
    public let salt: String
    /// The document's bytes.
    public let bytes: [UInt8]
}
