import MitBudget
import SQLite

/// The citizens at the end of a period, and what the remarks need to know about them.
struct PeriodCitizens {
    /// The citizens' lines in the report, in order of reference.
    var lines: [PeriodFacts.Participant] = []
    /// The citizens whose budget was stopped by then.
    var withdrawn: Set<ParticipantReference> = []
    /// Active citizens' approvals in force then, long after the approval and after the last disbursement.
    var idlePlans: [EntryNumber] = []
}

extension PeriodReader {
    /// Reads the citizens, in order of reference, and adds their items' money.
    func citizens(_ items: [PeriodAccount.Item]) throws(SQLiteFailure) -> PeriodCitizens {
        let sums = CitizenSums.added(items)
        var citizens = PeriodCitizens()
        var rows = try connection.rows(
            """
            SELECT p.participant, enrolled_entry <= ?1 AND enrolled_day <= ?2,
                iif(withdrawn_entry <= ?1 AND withdrawn_day <= ?2, withdrawn_day, NULL),
                -- As in a standing: only the latest version can wait.
                (SELECT iif(decided_entry <= ?1 AND decided_day <= ?2, NULL, total_ore) FROM plan
                 WHERE plan.participant = p.participant AND drafted_entry <= ?1 AND agreed_day <= ?2
                 ORDER BY version DESC LIMIT 1),
                a.version, a.decided_by, a.decided_day, a.total_ore, a.decided_entry,
                withdrawn_cause,
                (SELECT decided_day FROM plan AS f
                 WHERE f.participant = p.participant AND f.state IN ('approved', 'superseded')
                    AND f.decided_entry <= ?1 AND f.decided_day <= ?2
                 ORDER BY version LIMIT 1)
            FROM participant AS p
            LEFT JOIN plan AS a ON a.participant = p.participant AND a.version = (
                SELECT max(version) FROM plan AS v
                WHERE v.participant = p.participant AND v.state IN ('approved', 'superseded')
                    AND v.decided_entry <= ?1 AND v.decided_day <= ?2)
            ORDER BY p.number
            """,
            at, through)
        while let row = try rows.next() {
            let reference = try row.participant(0)
            try citizens.take(row, reference, sums[reference] ?? CitizenSums(), scope, programme)
        }
        return citizens
    }
}

extension PeriodCitizens {
    fileprivate mutating func take(
        _ row: Row, _ reference: ParticipantReference, _ sums: CitizenSums, _ scope: PeriodFacts.Scope,
        _ programme: Programme
    ) throws(SQLiteFailure) {
        let isEnrolled = try row.integer(1) != 0
        let state = try ParticipantAccount.State(row, day: 2, cause: 9)
        let plan: ParticipantAccount.ApprovedPlan? =
            if let version = try row.countOrNull(4) {
                ParticipantAccount.ApprovedPlan(version: version, by: try row.staff(5), on: try row.day(6))
            } else { nil }
        if case .withdrawn = state {
            self.withdrawn.insert(reference)
        } else if let plan {
            let last = max(plan.day, sums.lastDisbursement ?? plan.day)
            if last.days(to: scope.through) >= programme.thresholds.idlePlanDays { idlePlans.append(try row.entry(8)) }
        }
        guard isEnrolled else { return }
        let balance = Balance(
            approved: try plan == nil ? .zero : row.amount(7), released: sums.released,
            disbursed: sums.spending.closing)
        let pending = try row.isNull(3) ? nil : row.amount(3)
        lines.append(
            PeriodFacts.Participant(
                standing: Standing.Participant(
                    reference: reference, state: state, balance: balance, pendingTotal: pending,
                    drawingEnds: try row.dayOrNull(10).flatMap(programme.drawingEnd)),
                plan: plan, spending: sums.spending))
    }
}

/// A citizen's money: the sum of all items.
private struct CitizenSums {
    var released = Amount.zero
    var spending = PeriodFacts.Spending.zero
    var lastDisbursement: Day?

    static func added(_ items: [PeriodAccount.Item]) -> [ParticipantReference: CitizenSums] {
        var citizens: [ParticipantReference: CitizenSums] = [:]
        for item in items { citizens[item.reference.participant, default: CitizenSums()].add(item) }
        return citizens
    }

    private mutating func add(_ item: PeriodAccount.Item) {
        released += item.released
        spending = spending + item.spending
        guard let day = item.lastDisbursement else { return }
        lastDisbursement = max(lastDisbursement ?? day, day)
    }
}
