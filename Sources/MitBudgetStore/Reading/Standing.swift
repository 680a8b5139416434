public import MitBudget
import SQLite

extension Ledger {
    /// Where the grant stands, read from one unchanging state of the file.
    /// - Parameters:
    ///   - scope: what is counted.
    ///   - today: the day as of which it stands where the scope names none.
    /// - Returns: the standing and the anchor of the state that it is read from.
    /// - Throws: ``LedgerFailure``; ``LedgerFailure/noSuchEntry(_:last:)`` for an entry beyond the end.
    public func standing(_ scope: Standing.Scope, today: Day) throws(LedgerFailure) -> (Standing, Anchor) {
        try reading { () throws(LedgerFailure) in
            let anchor = try anchor(at: scope.at)
            return try LedgerFailure.database { () throws(SQLiteFailure) in
                (try scope.isLimited ? limited(scope, today: today) : whole(today: today), anchor)
            }
        }
    }

    /// Everything: from the running totals.
    private func whole(today: Day) throws(SQLiteFailure) -> Standing {
        let received = try connection.first("SELECT received_ore FROM programme") { row throws(SQLiteFailure) in
            try row.amount(0)
        }
        let posts = try connection.all(
            "SELECT post, budget_ore, approved_ore, released_ore, disbursed_ore FROM post ORDER BY position"
        ) { row throws(SQLiteFailure) in
            Standing.Post(name: try row.post(0), budget: try row.amount(1), balance: try row.balance(2))
        }
        let participants = try connection.all(
            """
            SELECT participant, withdrawn_day, approved_ore, released_ore, disbursed_ore,
                (SELECT total_ore FROM plan
                 WHERE plan.participant = p.participant AND plan.version = p.pending_version)
            FROM participant AS p ORDER BY number
            """,
            read: Standing.Participant.init)
        let days = try connection.all("SELECT day, disbursed_ore FROM day_total ORDER BY day", read: spending)
        return Standing(
            programme: programme, asOf: today, received: received ?? .zero, posts: posts, participants: participants,
            days: days)
    }

    private func spending(_ row: Row) throws(SQLiteFailure) -> Standing.DaySpending {
        Standing.DaySpending(day: try row.day(0), amount: try row.amount(1))
    }

    /// Part of it: summed from movements and plans.
    private func limited(_ scope: Standing.Scope, today: Day) throws(SQLiteFailure) -> Standing {
        let day = (scope.asOf ?? Day.last).iso
        let entry = scope.at?.value ?? Int64.max
        let participants = try connection.all(
            """
            SELECT p.participant, iif(withdrawn_entry <= ?1 AND withdrawn_day <= ?2, withdrawn_day, NULL),
                coalesce((SELECT total_ore FROM plan
                    WHERE plan.participant = p.participant AND state IN ('approved', 'superseded')
                        AND decided_entry <= ?1 AND decided_day <= ?2
                    ORDER BY version DESC LIMIT 1), 0),
                coalesce(sum(m.released_ore), 0), coalesce(sum(m.disbursed_ore), 0),
                -- Only the latest version can wait, though an earlier one may have been decided after the day.
                (SELECT iif(decided_entry <= ?1 AND decided_day <= ?2, NULL, total_ore) FROM plan
                 WHERE plan.participant = p.participant AND drafted_entry <= ?1 AND agreed_day <= ?2
                 ORDER BY version DESC LIMIT 1)
            FROM participant AS p
            LEFT JOIN movement AS m ON m.participant = p.participant AND m.entry <= ?1 AND m.day <= ?2
            WHERE enrolled_entry <= ?1 AND enrolled_day <= ?2
            GROUP BY p.number ORDER BY p.number
            """,
            entry, day, read: Standing.Participant.init)
        let citizens = participants.reduce(Balance.zero) { $0 + $1.balance }
        let spent = try connection.all(
            """
            SELECT post.post, budget_ore, coalesce(sum(m.disbursed_ore), 0)
            FROM post LEFT JOIN movement AS m ON m.post = post.post AND m.entry <= ? AND m.day <= ?
            GROUP BY position ORDER BY position
            """,
            entry, day
        ) { row throws(SQLiteFailure) in (try row.post(0), try row.amount(1), try row.amount(2)) }
        let received = try connection.first(
            "SELECT coalesce(sum(received_ore), 0) FROM movement WHERE post IS NULL AND entry <= ? AND day <= ?",
            entry, day
        ) { row throws(SQLiteFailure) in try row.amount(0) }
        let posts = spent.map { name, budget, disbursed in
            Standing.Post(
                name: name, budget: budget,
                balance: name == .citizens
                    ? citizens : Balance(approved: disbursed, released: disbursed, disbursed: disbursed))
        }
        let days = try connection.all(
            """
            SELECT day, sum(disbursed_ore) FROM movement
            WHERE entry <= ? AND day <= ? AND disbursed_ore <> 0 GROUP BY day ORDER BY day
            """,
            entry, day, read: spending)
        return Standing(
            programme: programme, asOf: scope.asOf ?? today, received: received ?? .zero, posts: posts,
            participants: participants, days: days)
    }
}

extension Standing.Participant {
    /// Reads reference, day of withdrawal, approved, released, disbursed and the waiting plan's total.
    init(_ row: Row) throws(SQLiteFailure) {
        let balance = try row.balance(2)
        if let withdrawn = try row.dayOrNull(1) {
            let spent = Balance(
                approved: balance.disbursed, released: balance.disbursed, disbursed: balance.disbursed)
            self.init(
                reference: try row.participant(0), state: .withdrawn(on: withdrawn), balance: spent, pendingTotal: nil)
        } else {
            self.init(
                reference: try row.participant(0), state: .active, balance: balance,
                pendingTotal: try row.isNull(5) ? nil : try row.amount(5))
        }
    }
}

extension Day {
    /// The last day that can be written.
    fileprivate static var last: Day {
        Day.unixEpoch.advanced(by: Int.max)
    }
}
