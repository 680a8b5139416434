public import JSON
public import MitBudget
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

/// Which entries to list.
public struct JournalFilter: Sendable {
    /// From this day on.
    public let from: Day?
    /// Up to this day.
    public let through: Day?
    /// Only those on this citizen.
    public let participant: ParticipantReference?
    /// Only those of this kind.
    public let kind: EntryKind?

    /// A filter; what is `nil` lets everything pass.
    public init(from: Day?, through: Day?, participant: ParticipantReference?, kind: EntryKind?) {
        self.from = from
        self.through = through
        self.participant = participant
        self.kind = kind
    }
}

extension Ledger {
    /// Hands over the entries that pass a filter, in order, one at a time.
    /// - Throws: ``LedgerFailure``.
    public func journal(
        _ filter: JournalFilter, _ body: (JournalLine) -> Void
    ) throws(LedgerFailure) {
        try connection.each(
            """
            SELECT seq, recorded_at, actor, kind, day, body, hash FROM journal
            WHERE (?1 IS NULL OR day >= ?1) AND (?2 IS NULL OR day <= ?2) AND (?3 IS NULL OR kind = ?3)
                AND (?4 IS NULL OR body ->> '$.participant' = ?4)
            ORDER BY seq
            """,
            filter.from?.iso, filter.through?.iso, filter.kind?.rawValue, filter.participant?.text
        ) { row throws(LedgerFailure) in
            body(try LedgerFailure.database { () throws(SQLiteFailure) in try JournalLine(row) })
        }
    }

    /// The anchor of the latest entry, or of the one asked for.
    /// - Throws: ``LedgerFailure/noSuchEntry(_:last:)``.
    public func anchor(at entry: EntryNumber? = nil) throws(LedgerFailure) -> Anchor {
        let head = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first(
                "SELECT seq, hash FROM journal WHERE ?1 IS NULL OR seq = ?1 ORDER BY seq DESC LIMIT 1", entry?.value
            ) { row throws(SQLiteFailure) in
                Anchor(number: try row.entry(0), hash: try row.meaning(1) { Digest(hex: $0) })
            }
        }
        if let head { return head }
        guard let entry else { throw .damaged(.opening) }
        throw .noSuchEntry(entry, last: try anchor().number)
    }
}
