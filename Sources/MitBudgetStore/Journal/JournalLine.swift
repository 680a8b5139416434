public import JSON
import SQLite

/// A row of the journal as stored, for lists. It need not hold an entry that can be understood, as a ``Recorded`` does:
/// `restore` names the entries that would be lost of a ledger that is out of order.
public struct JournalLine: Equatable, Sendable {
    /// The entry's number, from 1.
    public let number: Int64
    /// When it was recorded, `2023-02-01T09:15:00Z`.
    public let recordedAt: String
    /// The staff member who recorded it.
    public let actor: String
    /// The code of the entry's kind, such as `release`.
    public let kind: String
    /// The day that the entry concerns, `2023-02-01`.
    public let day: String
    /// The entry's numbers, days, codes and references, with texts as seals.
    public let body: JSON
    /// The stored hash of the chain up to and including this entry.
    public let hash: String
}

extension JournalLine {
    /// Reads seq, recorded_at, actor, kind, day, body and hash.
    init(_ row: Row) throws(SQLiteFailure) {
        number = try row.integer(0)
        recordedAt = try row.text(1)
        actor = try row.text(2)
        kind = try row.text(3)
        day = try row.text(4)
        body = try row.meaning(5) { try? JSON(parsing: $0) }
        hash = try row.text(6)
    }
}
