public import JSON
import SQLite

/// A row of the journal as it stands, for reading. What cannot be read is told by verification, not here.
public struct JournalLine: Equatable, Sendable {
    /// Its number.
    public let number: Int64
    /// When it was recorded, `2023-02-01T09:15:00Z`.
    public let recordedAt: String
    /// Who recorded it.
    public let actor: String
    /// The kind's code.
    public let kind: String
    /// The day that it concerns.
    public let day: String
    /// Numbers, days, codes and references.
    public let body: JSON
    /// The chain's hash.
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
