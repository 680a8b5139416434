import JSON
public import MitBudget
import SQLite

/// The journal as typed entries, for exports.
extension Ledger {
    /// Hands over every entry in order, one at a time, texts as seals.
    /// - Parameter last: the last entry to read; `nil` for all.
    /// - Throws: what the body throws; ``LedgerFailure/damaged(_:)`` at an entry that cannot be read.
    public func entries(
        through last: EntryNumber? = nil, _ body: (Recorded) throws(LedgerFailure) -> Void
    ) throws(LedgerFailure) {
        var row = JournalRow()
        try connection.each(
            """
            SELECT seq, recorded_at, actor, kind, day, body, hash FROM journal WHERE seq <= coalesce(?, seq)
            ORDER BY seq
            """,
            last?.value
        ) { next throws(LedgerFailure) in
            try LedgerFailure.carrying(try row.take(next))
            guard let recorded = row.recorded() else { throw .damaged(.entry(row.seq)) }
            try body(recorded)
        }
    }

    /// The text that a seal stands for; `nil` once it is erased. Before the caller reads texts on citizens, it records
    /// why.
    /// - Throws: ``LedgerFailure``.
    public func text(of seal: Seal) throws(LedgerFailure) -> String? {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first("SELECT text FROM words WHERE id = ?", seal.words, as: String?.self) ?? nil
        }
    }

    /// Whether an entry was reversed later.
    /// - Throws: ``LedgerFailure``.
    public func isReversed(_ entry: EntryNumber) throws(LedgerFailure) -> Bool {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first(
                "SELECT 1 FROM movement WHERE refers_to = ? AND kind = 'reversal'", entry.value, as: Int64.self) != nil
        }
    }

    /// The area and the voucher that an entry's money was spent under. A refund or a reversal has those of the entry
    /// that it refers to.
    /// - Throws: ``LedgerFailure``.
    public func origin(of entry: EntryNumber) throws(LedgerFailure) -> (area: Area?, voucher: VoucherReference?) {
        let row = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first(
                """
                SELECT coalesce(m.area, o.area, oo.area), coalesce(m.voucher, o.voucher)
                FROM movement AS m LEFT JOIN movement AS o ON o.entry = m.refers_to
                LEFT JOIN movement AS oo ON oo.entry = o.refers_to WHERE m.entry = ?
                """,
                entry.value
            ) { row throws(SQLiteFailure) in
                (
                    area: try row.meaningOrNull(0) { try? Area($0) },
                    voucher: try row.meaningOrNull(1) { try? VoucherReference($0) }
                )
            }
        }
        return row ?? (nil, nil)
    }

    /// The earliest day on which money moved; `nil` if none moved.
    /// - Throws: ``LedgerFailure``.
    public var firstMovement: Day? {
        get throws(LedgerFailure) {
            try LedgerFailure.database { () throws(SQLiteFailure) in
                try connection.first("SELECT min(day) FROM movement") { row throws(SQLiteFailure) in
                    try row.dayOrNull(0)
                } ?? nil
            }
        }
    }

    /// Hands over each citizen and area that money was disbursed for, once each, in order.
    /// - Throws: ``LedgerFailure``.
    public func spentOn(
        _ body: (ParticipantReference, Area) -> Void
    ) throws(LedgerFailure) {
        try connection.each(
            """
            SELECT p.participant, a.area FROM participant AS p
            CROSS JOIN (SELECT DISTINCT area FROM movement WHERE kind = 'disbursement') AS a
            WHERE EXISTS (SELECT 1 FROM movement AS m
                WHERE m.participant = p.participant AND m.area = a.area AND m.kind = 'disbursement')
            ORDER BY p.number, a.area
            """
        ) { row throws(LedgerFailure) in
            let found = try LedgerFailure.database { () throws(SQLiteFailure) in
                (try row.participant(0), try row.area(1))
            }
            body(found.0, found.1)
        }
    }
}
