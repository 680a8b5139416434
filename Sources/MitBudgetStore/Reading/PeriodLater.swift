import MitBudget
import SQLite

// What was recorded after a report was printed, and concerns its period.
extension PeriodReader {
    /// The sums; `nil` where no earlier report is named.
    func laterSums() throws(SQLiteFailure) -> PeriodFacts.Later? {
        guard let since = scope.since else { return nil }
        return try connection.first(
            """
            SELECT count(*), coalesce(sum(disbursed_ore), 0)
            FROM journal LEFT JOIN movement ON entry = seq
            WHERE seq > ? AND seq <= ? AND journal.day >= ? AND journal.day <= ?
            """,
            since.value, at, from, through
        ) { row throws(SQLiteFailure) in PeriodFacts.Later(count: try row.count(0), delta: try row.amount(1)) }
    }

    /// Hands over the entries in order, one at a time; none where no earlier report is named.
    func later(_ body: (LaterEntry) -> Void) throws(SQLiteFailure) {
        guard let since = scope.since else { return }
        var rows = try connection.rows(
            """
            SELECT j.seq, j.kind, j.day, j.recorded_at, j.actor, coalesce(m.participant, j.body ->> '$.participant'),
                m.item, coalesce(m.voucher, t.voucher), m.disbursed_ore,
                m.disbursed_ore + m.released_ore + m.received_ore + m.repaid_ore
            FROM journal AS j
            LEFT JOIN movement AS m ON m.entry = j.seq
            LEFT JOIN movement AS t ON t.entry = m.refers_to
            WHERE j.seq > ? AND j.seq <= ? AND j.day >= ? AND j.day <= ?
            ORDER BY j.seq
            """,
            since.value, at, from, through)
        while let row = try rows.next() {
            body(
                LaterEntry(
                    entry: try row.entry(0), kind: try row.meaning(1) { EntryKind(rawValue: $0) }, day: try row.day(2),
                    recordedAt: try row.moment(3), staff: try row.staff(4), participant: try row.participantOrNull(5),
                    item: try row.itemOrNull(6), voucher: try row.isNull(7) ? nil : try row.voucher(7),
                    amount: try row.amountOrNull(9), spent: try row.amountOrNull(8)))
        }
    }

    /// Another ledger's anchor that an entry holds.
    func witnessed(by entry: PeriodEntry) throws(SQLiteFailure) -> PeriodFacts.Witnessed? {
        try connection.first(
            "SELECT body ->> '$.origin', body ->> '$.anchor' FROM journal WHERE seq = ?", entry.number.value
        ) { row throws(SQLiteFailure) in
            let anchor = try row.meaning(1) { Anchor(text: $0) }
            return PeriodFacts.Witnessed(
                entry: entry.number, day: entry.day, recordedAt: entry.recordedAt, staff: entry.staff,
                testimony: Testimony(origin: try row.voucher(0), entry: anchor.number, hash: anchor.hash.hex))
        }
    }
}
