import JSON
import MitBudget
import SQLite

/// The lists of a period report that name entry after entry.
extension PeriodReader {
    func releases() throws(SQLiteFailure) -> [PeriodFacts.Release] {
        try connection.all(
            """
            SELECT m.entry, m.kind, m.day, j.recorded_at, m.participant, m.item, m.released_ore, j.actor
            FROM movement AS m JOIN journal AS j ON j.seq = m.entry
            WHERE m.entry <= ? AND m.day >= ? AND m.day <= ? AND m.kind IN ('release', 'retraction') ORDER BY m.entry
            """,
            at, from, through
        ) { row throws(SQLiteFailure) in
            PeriodFacts.Release(
                entry: try row.entry(0), kind: try row.movementKind(1), day: try row.day(2),
                recordedAt: try row.moment(3), participant: try row.participant(4), item: try row.item(5),
                amount: try row.amount(6), staff: try row.staff(7))
        }
    }

    func decisions() throws(SQLiteFailure) -> [PeriodFacts.DecisionMade] {
        try connection.all(
            """
            SELECT seq, kind, day, recorded_at, body ->> '$.participant', body ->> '$.version', body ->> '$.through',
                actor
            FROM journal
            WHERE seq <= ? AND day >= ? AND day <= ? AND kind IN (
                'participant-enrolled', 'participant-withdrawn', 'plan-approved', 'plan-rejected', 'period-closed',
                'period-reopened')
            ORDER BY seq
            """,
            at, from, through
        ) { row throws(SQLiteFailure) in
            PeriodFacts.DecisionMade(
                entry: try row.entry(0), kind: try row.meaning(1) { EntryKind(rawValue: $0) }, day: try row.day(2),
                recordedAt: try row.moment(3), participant: try row.participantOrNull(4),
                version: try row.countOrNull(5), through: try row.dayOrNull(6), staff: try row.staff(7))
        }
    }

    func corrections() throws(SQLiteFailure) -> [PeriodFacts.Correction] {
        try connection.all(
            """
            SELECT m.entry, m.day, j.recorded_at, m.refers_to, m.cancels, m.participant, m.amount_ore, j.actor
            FROM movement AS m JOIN journal AS j ON j.seq = m.entry
            WHERE m.entry <= ? AND m.day >= ? AND m.day <= ? AND m.kind = 'reversal' ORDER BY m.entry
            """,
            at, from, through
        ) { row throws(SQLiteFailure) in
            PeriodFacts.Correction(
                entry: try row.entry(0), day: try row.day(1), recordedAt: try row.moment(2),
                reverses: try row.entry(3), kind: try row.movementKind(4), participant: try row.participantOrNull(5),
                amount: try row.amount(6), staff: try row.staff(7))
        }
    }
}
