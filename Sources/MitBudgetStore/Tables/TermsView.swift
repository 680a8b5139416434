import MitBudget
import SQLite

// What the rules on terms and budget periods read. Amendments alone read what needs more than a few rows.
extension StoreView {
    var amendedOn: Day? {
        read { () throws(SQLiteFailure) in try connection.latestAmendment() }
    }

    func spending(on reference: ParticipantReference, in period: Programme.BudgetPeriod) -> Amount {
        read { () throws(SQLiteFailure) in
            try connection.first(
                """
                SELECT coalesce(sum(disbursed_ore), 0) FROM movement
                WHERE participant = ? AND incurred_day BETWEEN ? AND ?
                """,
                reference.text, period.firstDay.iso, period.lastDay.iso
            ) { row throws(SQLiteFailure) in try row.amount(0) }
        } ?? .zero
    }

    func spending(on post: PostName, in period: Programme.BudgetPeriod) -> Amount {
        read { () throws(SQLiteFailure) in try connection.spending(on: post, in: period) } ?? .zero
    }

    var usage: Usage {
        read { () throws(SQLiteFailure) in
            Usage(
                largest: try largestAccount(),
                posts: Set(
                    try connection.all("SELECT DISTINCT post FROM movement WHERE post IS NOT NULL") {
                        row throws(SQLiteFailure) in try row.post(0)
                    }),
                areas: Dictionary(
                    try connection.all(
                        """
                        SELECT area, participant, min(number) FROM plan_item JOIN participant USING (participant)
                        GROUP BY area
                        """
                    ) { row throws(SQLiteFailure) in (try row.area(0), try row.participant(1)) },
                    uniquingKeysWith: { first, _ in first }),
                results: Dictionary(
                    try connection.all(
                        """
                        SELECT result.result, participant, min(number) FROM result JOIN participant USING (participant)
                        WHERE result.result IS NOT NULL GROUP BY result.result
                        """
                    ) { row throws(SQLiteFailure) in (try row.result(0), try row.participant(1)) },
                    uniquingKeysWith: { first, _ in first }),
                measured: Set(
                    try connection.all(
                        """
                        SELECT DISTINCT body ->> '$.target' FROM journal
                        WHERE kind IN ('terms-amended', 'measure-noted') AND kind = 'measure-noted'
                        """
                    ) { row throws(SQLiteFailure) in try row.result(0) }),
                lastBound: try connection.first(
                    """
                    WITH bound (day, entry) AS (
                        SELECT enrolled_day, enrolled_entry FROM participant
                        UNION ALL SELECT agreed_day, drafted_entry FROM plan
                        UNION ALL SELECT decided_day, decided_entry FROM plan WHERE state IN ('approved', 'superseded')
                        UNION ALL
                        SELECT day, entry FROM movement WHERE kind IN ('release', 'disbursement', 'expense'))
                    SELECT day, min(entry) FROM bound WHERE day = (SELECT max(day) FROM bound) GROUP BY day
                    """
                ) { row throws(SQLiteFailure) in BoundDay(day: try row.day(0), entry: try row.entry(1)) })
        } ?? Usage()
    }

    private func largestAccount() throws(SQLiteFailure) -> ParticipantAccount? {
        try connection.first(
            """
            SELECT participant FROM participant ORDER BY max(approved_ore, released_ore, disbursed_ore) DESC, number
            LIMIT 1
            """
        ) { row throws(SQLiteFailure) in try row.participant(0) }.flatMap(participant)
    }

    func largestSpending(in period: Programme.BudgetPeriod) -> (participant: ParticipantReference, amount: Amount)? {
        read { () throws(SQLiteFailure) in
            try connection.first(
                """
                SELECT m.participant, sum(m.disbursed_ore) AS spent
                FROM movement AS m JOIN participant USING (participant)
                WHERE incurred_day BETWEEN ? AND ? GROUP BY m.participant ORDER BY spent DESC, number LIMIT 1
                """,
                period.firstDay.iso, period.lastDay.iso
            ) { row throws(SQLiteFailure) in (try row.participant(0), try row.amount(1)) }
        }
    }

    func daysSpent(in period: Programme.BudgetPeriod) -> [Day] {
        read { () throws(SQLiteFailure) in
            try connection.all(
                """
                SELECT DISTINCT incurred_day FROM movement WHERE incurred_day BETWEEN ? AND ? ORDER BY incurred_day
                """,
                period.firstDay.iso, period.lastDay.iso
            ) { row throws(SQLiteFailure) in try row.day(0) }
        } ?? []
    }
}

extension Connection {
    /// The day of the latest amendment; `nil` where the terms are those of entry 1.
    func latestAmendment() throws(SQLiteFailure) -> Day? {
        try first(
            """
            SELECT day FROM journal
            WHERE kind IN ('terms-amended', 'measure-noted') AND kind = 'terms-amended' ORDER BY seq DESC LIMIT 1
            """
        ) { row throws(SQLiteFailure) in try row.day(0) }
    }

    /// The net spending of a post whose day lies in a budget period.
    func spending(on post: PostName, in period: Programme.BudgetPeriod) throws(SQLiteFailure) -> Amount {
        try first(
            "SELECT coalesce(sum(incurred_ore), 0) FROM day_total WHERE day BETWEEN ? AND ? AND post = ?",
            period.firstDay.iso, period.lastDay.iso, post.text
        ) { row throws(SQLiteFailure) in try row.amount(0) } ?? .zero
    }

    /// What refunds and reversals on a citizen move from their own day to the day of what had been spent.
    func shifts(on reference: ParticipantReference) throws(SQLiteFailure) -> DailySums<Amount> {
        var shifts = DailySums<Amount>()
        var rows = try rows(
            """
            SELECT day, incurred_day, disbursed_ore FROM movement
            WHERE participant = ? AND incurred_day <> day AND disbursed_ore <> 0
            """,
            reference.text)
        while let row = try rows.next() {
            let amount = try row.amount(2)
            shifts.add(-amount, on: try row.day(0))
            shifts.add(amount, on: try row.day(1))
        }
        return shifts
    }
}
