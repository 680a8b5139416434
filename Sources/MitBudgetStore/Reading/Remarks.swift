import MitBudget
import SQLite

/// What an auditor would ask about, found in the journal's figures alone: words may be erased, and a report must not
/// change when they are. In every statement ?1 is the last entry that counts, ?2 the first day and ?3 the last.
extension PeriodReader {
    func remarks() throws(SQLiteFailure) -> [Remark] {
        var remarks: [Remark] = []
        for kind in Remark.Kind.allCases {
            let entries = try entries(of: kind)
            if !entries.isEmpty { remarks.append(Remark(kind: kind, entries: entries)) }
        }
        return remarks
    }

    private func entries(of kind: Remark.Kind) throws(SQLiteFailure) -> [EntryNumber] {
        let limits = programme.thresholds
        return switch kind {
        case .lateEntry: try list(Self.late, limits.lateDays)
        case .sameHand: try list(Self.sameHand, 0)
        case .sameDay: try list(Self.sameDay, 0)
        case .possibleDuplicate: try list(Self.duplicate, limits.duplicateDays)
        case .idlePlan: try list(Self.idlePlan, limits.idlePlanDays)
        case .idleRelease: try list(Self.idleRelease, limits.idleReleaseDays)
        case .paidAfterWindow: try list(Self.paidAfter, 0)
        case .lastMonthRush: try rush()
        case .sharedAccount: try list(Self.sharedAccount, 0)
        case .reopenedPeriod: try list(Self.reopened, 0)
        }
    }

    private func list(_ sql: StaticString, _ threshold: Int) throws(SQLiteFailure) -> [EntryNumber] {
        try connection.all(sql, at, from, through, threshold) { row throws(SQLiteFailure) in try row.entry(0) }
    }

    /// Entries of the period whose day a user gave, recorded more than ?4 days after it.
    private static let late: StaticString = """
        SELECT seq FROM journal
        WHERE seq <= ?1 AND day >= ?2 AND day <= ?3
            AND julianday(substr(recorded_at, 1, 10)) - julianday(day) > ?4
        ORDER BY seq
        """

    /// Disbursements by the one who also approved the plan then in force and released on the item.
    private static let sameHand: StaticString = """
        SELECT m.entry FROM movement AS m JOIN journal AS j ON j.seq = m.entry
        WHERE m.kind = 'disbursement' AND m.entry <= ?1 AND m.day >= ?2 AND m.day <= ?3 AND ?4 = 0
            AND j.actor = (
                SELECT decided_by FROM plan
                WHERE plan.participant = m.participant AND state IN ('approved', 'superseded')
                    AND decided_entry < m.entry
                ORDER BY version DESC LIMIT 1)
            AND EXISTS (
                SELECT 1 FROM movement AS r JOIN journal AS k ON k.seq = r.entry
                WHERE r.participant = m.participant AND r.item = m.item AND r.kind = 'release' AND r.entry < m.entry
                    AND k.actor = j.actor)
        ORDER BY m.entry
        """

    /// Disbursements of the day on which the plan then in force was approved.
    private static let sameDay: StaticString = """
        SELECT m.entry FROM movement AS m
        WHERE m.kind = 'disbursement' AND m.entry <= ?1 AND m.day >= ?2 AND m.day <= ?3 AND ?4 = 0
            AND m.day = (
                SELECT decided_day FROM plan
                WHERE plan.participant = m.participant AND state IN ('approved', 'superseded')
                    AND decided_entry < m.entry
                ORDER BY version DESC LIMIT 1)
        ORDER BY m.entry
        """

    /// Disbursements of the period that stand, and that have a standing twin at most ?4 days away: the nearest of the
    /// same amount on the same item, before or after, tells. No two that stand have one voucher.
    private static let duplicate: StaticString = """
        SELECT entry FROM (
            SELECT entry, day, lag(day) OVER alike AS before, lead(day) OVER alike AS after
            FROM movement AS m
            WHERE kind = 'disbursement' AND entry <= ?1 AND day <= ?3 AND NOT EXISTS (
                SELECT 1 FROM movement AS v WHERE v.refers_to = m.entry AND v.kind = 'reversal' AND v.entry <= ?1)
            WINDOW alike AS (PARTITION BY participant, item, amount_ore ORDER BY day, entry))
        WHERE day >= ?2
            AND (julianday(day) - julianday(before) <= ?4 OR julianday(after) - julianday(day) <= ?4)
        ORDER BY entry
        """

    /// Approvals in force at the end of the period of citizens who are active then, ?4 days or more after the approval
    /// and after the last disbursement.
    private static let idlePlan: StaticString = """
        SELECT a.decided_entry FROM participant AS p JOIN plan AS a ON a.participant = p.participant AND a.version = (
            SELECT max(version) FROM plan AS v
            WHERE v.participant = p.participant AND v.state IN ('approved', 'superseded')
                AND v.decided_entry <= ?1 AND v.decided_day <= ?3)
        WHERE NOT coalesce(p.withdrawn_entry <= ?1 AND p.withdrawn_day <= ?3, 0) AND ?2 <= ?3
            AND julianday(?3) - julianday(max(a.decided_day, coalesce((
                SELECT max(day) FROM movement AS m
                WHERE m.participant = p.participant AND m.kind = 'disbursement' AND m.entry <= ?1 AND m.day <= ?3),
                ''))) >= ?4
        ORDER BY a.decided_entry
        """

    /// The last release on each item of an active citizen that has money unspent at the end of the period, ?4 days or
    /// more after the last movement on it.
    private static let idleRelease: StaticString = """
        SELECT max(iif(m.kind = 'release', m.entry, 0)) AS latest
        FROM movement AS m JOIN participant AS p ON p.participant = m.participant
        WHERE m.entry <= ?1 AND m.day <= ?3 AND ?2 <= ?3
            AND NOT coalesce(p.withdrawn_entry <= ?1 AND p.withdrawn_day <= ?3, 0)
        GROUP BY m.participant, m.item
        HAVING sum(m.released_ore) > sum(m.disbursed_ore) AND julianday(?3) - julianday(max(m.day)) >= ?4
        ORDER BY latest
        """

    /// Disbursements and expenses of the period that were paid after the window.
    private static let paidAfter: StaticString = """
        SELECT entry FROM movement JOIN programme
        WHERE entry <= ?1 AND day >= ?2 AND day <= ?3 AND paid_day > last_day AND ?4 = 0 ORDER BY entry
        """

    /// The entries that added staff whose account someone else has too.
    private static let sharedAccount: StaticString = """
        SELECT added_entry FROM staff AS one
        WHERE added_entry <= ?1 AND ?2 <= ?3 AND ?4 = 0 AND EXISTS (
            SELECT 1 FROM staff AS other
            WHERE other.account = one.account AND other.staff <> one.staff AND other.added_entry <= ?1)
        ORDER BY added_entry
        """

    /// Reopenings that opened a day of the period again.
    private static let reopened: StaticString = """
        SELECT entry FROM (
            SELECT entry, kind, through_day, lag(through_day) OVER (ORDER BY entry) AS before
            FROM period WHERE entry <= ?1)
        WHERE kind = 'period-reopened' AND before >= ?2 AND through_day < ?3 AND ?4 = 0 ORDER BY entry
        """

    /// The period's spending in the window's last 31 days, where that is over so many percent of all spending.
    private func rush() throws(SQLiteFailure) -> [EntryNumber] {
        let start = programme.lastDay.advanced(by: -30)
        guard scope.through >= start else { return [] }
        let sums = try connection.first(
            """
            SELECT coalesce(sum(iif(day >= ?2, disbursed_ore, 0)), 0), coalesce(sum(disbursed_ore), 0)
            FROM movement WHERE entry <= ?1 AND day <= ?3
            """,
            at, start.iso, through
        ) { row throws(SQLiteFailure) in (late: try row.integer(0), all: try row.integer(1)) }
        guard let sums, sums.late > 0, sums.late * 100 > sums.all * Int64(programme.thresholds.rushPercent) else {
            return []
        }
        return try connection.all(
            """
            SELECT entry FROM movement
            WHERE entry <= ? AND day >= max(?, ?) AND day <= ? AND disbursed_ore <> 0 ORDER BY entry
            """,
            at, from, start.iso, through
        ) { row throws(SQLiteFailure) in try row.entry(0) }
    }
}
