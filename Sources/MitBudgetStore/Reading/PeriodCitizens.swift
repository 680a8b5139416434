import MitBudget
import SQLite

/// A citizen and the plan in force at the end of a period.
struct PeriodCitizen {
    let reference: ParticipantReference
    let isEnrolled: Bool
    let withdrawn: Day?
    let pendingTotal: Amount?
    let plan: ParticipantAccount.ApprovedPlan?
    let planTotal: Amount
    let planEntry: EntryNumber?

    /// The citizen's line in the report.
    func line(_ sums: CitizenSums) -> PeriodFacts.Participant {
        let spent = sums.spending.closing
        let balance = Balance(approved: planTotal, released: sums.released, disbursed: spent)
        return PeriodFacts.Participant(
            standing: Standing.Participant(reference, withdrawn: withdrawn, balance: balance, pending: pendingTotal),
            plan: plan, spending: sums.spending)
    }
}

/// The money of a citizen: that of all items.
struct CitizenSums {
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

extension PeriodReader {
    /// All citizens, in order of reference.
    func citizens() throws(SQLiteFailure) -> [PeriodCitizen] {
        try connection.all(
            """
            SELECT p.participant, enrolled_entry <= ?1 AND enrolled_day <= ?2,
                iif(withdrawn_entry <= ?1 AND withdrawn_day <= ?2, withdrawn_day, NULL),
                -- As in a standing: only the latest version can wait.
                (SELECT iif(decided_entry <= ?1 AND decided_day <= ?2, NULL, total_ore) FROM plan
                 WHERE plan.participant = p.participant AND drafted_entry <= ?1 AND agreed_day <= ?2
                 ORDER BY version DESC LIMIT 1),
                a.version, a.decided_by, a.decided_day, a.total_ore, a.decided_entry
            FROM participant AS p
            LEFT JOIN plan AS a ON a.participant = p.participant AND a.version = (
                SELECT max(version) FROM plan AS v
                WHERE v.participant = p.participant AND v.state IN ('approved', 'superseded')
                    AND v.decided_entry <= ?1 AND v.decided_day <= ?2)
            ORDER BY p.number
            """,
            at, through
        ) { row throws(SQLiteFailure) in
            let plan: ParticipantAccount.ApprovedPlan? =
                if let version = try row.countOrNull(4) {
                    ParticipantAccount.ApprovedPlan(version: version, by: try row.staff(5), on: try row.day(6))
                } else { nil }
            return PeriodCitizen(
                reference: try row.participant(0), isEnrolled: try row.integer(1) != 0,
                withdrawn: try row.dayOrNull(2), pendingTotal: try row.isNull(3) ? nil : try row.amount(3), plan: plan,
                planTotal: try plan == nil ? .zero : row.amount(7), planEntry: try row.entryOrNull(8))
        }
    }
}
