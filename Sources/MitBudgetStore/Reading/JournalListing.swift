public import MitBudget
import SQLite

/// Which entries to list.
public struct JournalFilter: Sendable {
    /// Only entries of this day or later.
    public let from: Day?
    /// Only entries of this day or earlier.
    public let through: Day?
    /// Only entries about this citizen.
    public let participant: ParticipantReference?
    /// Only entries of this kind.
    public let kind: EntryKind?

    /// Makes a filter; a criterion that is `nil` lets every entry pass.
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
