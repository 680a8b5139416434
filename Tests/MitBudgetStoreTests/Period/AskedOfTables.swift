import MitBudget
import SQLite

@testable import MitBudgetStore

/// The lists and remarks of a period report, each read from the tables by a statement of its own. The report's single
/// pass over the entries must come to the same. In every statement ?1 is the last entry that counts, ?2 the first day
/// and ?3 the last.
struct AskedOfTables {
    let path: String
    let programme: Programme
    let scope: PeriodFacts.Scope

    /// The entries of a remark; `nil` for those that the report itself reads from the tables.
    func entries(of kind: ReportFinding.Kind) throws -> [Int64]? {
        let limits = programme.thresholds
        return switch kind {
        case .lateEntry: try ask(Self.late, limits.lateDays)
        case .sameHand: try ask(Self.sameHand, 0)
        case .sameDay: try ask(Self.sameDay, 0)
        case .possibleDuplicate: try ask(Self.duplicate, limits.duplicateDays)
        case .idlePlan: try ask(Self.idlePlan, limits.idlePlanDays)
        case .idleRelease: try ask(Self.idleRelease, limits.idleReleaseDays)
        case .paidAfterWindow: try ask(Self.paidAfter, 0)
        case .proofMissing: try ask(Self.unproven, Self.mask(programme.proof))
        case .documentTwice: try ask(Self.twice, 0)
        case .lastMonthRush, .sharedAccount, .reopenedPeriod, .unapprovedChange: nil
        }
    }

    func decisions() throws -> [[Value]] { try rows(Self.decided, 0) }
    func releases() throws -> [[Value]] { try rows(Self.released, 0) }
    func corrections() throws -> [[Value]] { try rows(Self.corrected, 0) }
    func citizens() throws -> [[Value]] { try rows(Self.citizens, 0) }
    func posts() throws -> [[Value]] { try rows(Self.posts, 0) }
    func areas() throws -> [[Value]] { try rows(Self.areas, 0) }

    func proof() throws -> [[Value]] { try rows(Self.proof, 0) }
    func shares() throws -> [[Value]] { try rows(Self.shares, 0) }
    func later(than entry: EntryNumber) throws -> [[Value]] { try rows(Self.since, Int(entry.value)) }
    func witnessed() throws -> [[Value]] { try rows(Self.witnessed, 0) }

    private static func mask(_ proof: [Programme.Proof]) -> Int {
        proof.reduce(0) { mask, proof in
            switch proof {
            case .receipt: mask | 1
            case .payment: mask | 2
            case .approval: mask | 4
            }
        }
    }

    private func ask(_ sql: StaticString, _ threshold: Int) throws -> [Int64] {
        try rows(sql, threshold).map { row in
            guard case .integer(let entry)? = row.first else { throw SQLiteFailure(code: 20, message: "no entry") }
            return entry
        }
    }

    private func rows(_ sql: StaticString, _ threshold: Int) throws -> [[Value]] {
        let connection = try Connection(path: path, access: .readOnly, busyMilliseconds: 0)
        return try connection.rows(sql, scope.at.value, scope.from.iso, scope.through.iso, threshold).all {
            row throws(SQLiteFailure) in
            var values: [Value] = []
            for column in 0..<row.count { values.append(try row.value(column)) }
            return values
        }
    }

    private static let decided: StaticString = """
        SELECT seq, kind, day, recorded_at, body ->> '$.participant', body ->> '$.version', body ->> '$.through', actor
        FROM journal
        WHERE seq <= ?1 AND day >= ?2 AND day <= ?3 AND ?4 = 0 AND kind IN (
            'participant-enrolled', 'participant-withdrawn', 'plan-approved', 'plan-rejected', 'period-closed',
            'period-reopened')
        ORDER BY seq
        """

    private static let released: StaticString = """
        SELECT m.entry, m.kind, m.day, j.recorded_at, m.participant, m.item, m.released_ore, j.actor
        FROM movement AS m JOIN journal AS j ON j.seq = m.entry
        WHERE m.entry <= ?1 AND m.day >= ?2 AND m.day <= ?3 AND ?4 = 0 AND m.kind IN ('release', 'retraction')
        ORDER BY m.entry
        """

    private static let corrected: StaticString = """
        SELECT m.entry, m.day, j.recorded_at, m.refers_to, m.cancels, m.participant, m.amount_ore, j.actor
        FROM movement AS m JOIN journal AS j ON j.seq = m.entry
        WHERE m.entry <= ?1 AND m.day >= ?2 AND m.day <= ?3 AND ?4 = 0 AND m.kind = 'reversal' ORDER BY m.entry
        """

    private static let citizens: StaticString = """
        SELECT p.participant, sum(m.released_ore), sum(iif(m.day < ?2, m.disbursed_ore, 0)),
            sum(iif(m.day >= ?2, m.disbursed_ore, 0))
        FROM participant AS p
        JOIN movement AS m ON m.participant = p.participant AND m.entry <= ?1 AND m.day <= ?3
        WHERE enrolled_entry <= ?1 AND enrolled_day <= ?3 AND ?4 = 0
            AND NOT coalesce(withdrawn_entry <= ?1 AND withdrawn_day <= ?3, 0)
        GROUP BY p.number ORDER BY p.number
        """

    private static let posts: StaticString = """
        SELECT post, sum(iif(day < ?2, disbursed_ore, 0)), sum(iif(day >= ?2, disbursed_ore, 0))
        FROM movement WHERE post IS NOT NULL AND disbursed_ore <> 0 AND entry <= ?1 AND day <= ?3 AND ?4 = 0
        GROUP BY post ORDER BY post
        """

    private static let areas: StaticString = """
        SELECT coalesce(m.area, t.area, d.area) AS about, sum(iif(m.day < ?2, m.disbursed_ore, 0)),
            sum(iif(m.day >= ?2, m.disbursed_ore, 0))
        FROM movement AS m
        LEFT JOIN movement AS t ON t.entry = m.refers_to
        LEFT JOIN movement AS d ON d.entry = t.refers_to
        WHERE m.post = 'citizens' AND m.disbursed_ore <> 0 AND m.entry <= ?1 AND m.day <= ?3 AND ?4 = 0
        GROUP BY about ORDER BY about
        """

    /// Entries of the period whose day a user gave, recorded more than ?4 days after it.
    private static let late: StaticString = """
        SELECT seq FROM journal
        WHERE seq <= ?1 AND day >= ?2 AND day <= ?3
            AND julianday(substr(recorded_at, 1, 10)) - julianday(day) > ?4
        ORDER BY seq
        """

    /// Disbursements by the staff member who also approved the plan then in force and released on the item.
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

    /// The standing disbursements of the period that have a standing duplicate at most ?4 days away. A
    /// duplicate has the same amount on the same item, and another voucher.
    private static let duplicate: StaticString = """
        WITH standing AS (
            SELECT * FROM movement AS m
            WHERE kind = 'disbursement' AND entry <= ?1 AND day <= ?3 AND NOT EXISTS (
                SELECT 1 FROM movement AS v WHERE v.refers_to = m.entry AND v.kind = 'reversal' AND v.entry <= ?1))
        SELECT DISTINCT one.entry FROM standing AS one JOIN standing AS other
            USING (participant, item, amount_ore)
        WHERE one.voucher_key <> other.voucher_key AND one.day >= ?2
            AND abs(julianday(one.day) - julianday(other.day)) <= ?4
        ORDER BY one.entry
        """

    /// Active citizens' approvals in force at the end of the period, ?4 days or more after the approval and after the
    /// last disbursement.
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
        SELECT entry FROM movement
        WHERE entry <= ?1 AND day >= ?2 AND day <= ?3 AND ?4 = 0 AND paid_day > coalesce(
            (SELECT body ->> '$.terms.lastDay' FROM journal
             WHERE kind = 'terms-amended' AND seq <= ?1 AND day <= ?3 ORDER BY seq DESC LIMIT 1),
            (SELECT body ->> '$.terms.lastDay' FROM journal WHERE seq = 1))
        ORDER BY entry
        """
}
