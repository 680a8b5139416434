import CSQLite
public import MitBudget
import SQLite

extension Ledger {
    /// Hands over one citizen after the other to a body.
    public typealias Citizens = ((Standing.Participant) -> Void) throws(LedgerFailure) -> Void

    /// Reads where the grant stands, and the citizens one by one, from one unchanging state of the file.
    /// - Parameters:
    /// - scope: which entries and days count.
    ///   - today: the day of the standing if the scope names none.
    ///   - withDays: whether the standing lists all days on which money was spent, or only those that its forecast
    ///     needs.
    ///   - body: gets the standing, the anchor of the state that it was read from, and a function that hands over the
    ///     citizens.
    /// - Throws: ``LedgerFailure``; ``LedgerFailure/noSuchEntry(_:last:)`` for an entry beyond the end.
    public func standing<Output>(
        _ scope: Standing.Scope, today: Day, withDays: Bool,
        _ body: (Standing, Anchor, Citizens) throws(LedgerFailure) -> Output
    ) throws(LedgerFailure) -> Output {
        try reading { () throws(LedgerFailure) in
            let anchor = try anchor(at: scope.at)
            let reader = StandingReader(
                connection: connection,
                programme: try scope.isLimited ? terms(asOf: scope.asOf, at: scope.at) : programme, scope: scope,
                asOf: scope.asOf ?? today, withDays: withDays)
            let standing = try LedgerFailure.database { () throws(SQLiteFailure) in try reader.standing() }
            return try body(standing, anchor) { citizen throws(LedgerFailure) in try reader.citizens(citizen) }
        }
    }

    /// The standing with all days on which money was spent, and the anchor of the state that it was read from.
    /// - Throws: as ``standing(_:today:withDays:_:)``.
    public func standing(_ scope: Standing.Scope, today: Day) throws(LedgerFailure) -> (Standing, Anchor) {
        try standing(scope, today: today, withDays: true) { standing, anchor, _ throws(LedgerFailure) in
            (standing, anchor)
        }
    }
}

/// Reads one standing.
///
/// An unlimited standing comes from running totals, so its cost does not depend on the number of citizens, unless the
/// terms have budget periods with a ceiling for each. One limited to an entry or a day is summed from movements and
/// plans.
private struct StandingReader {
    let connection: Connection
    let programme: Programme
    let scope: Standing.Scope
    let asOf: Day
    let withDays: Bool

    func standing() throws(SQLiteFailure) -> Standing {
        try scope.isLimited ? limited() : whole()
    }

    /// Hands over all citizens, in order of reference, holding one at a time.
    func citizens(_ body: (Standing.Participant) -> Void) throws(LedgerFailure) {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            var rows = try citizens()
            while let row = try rows.next() { body(try participant(row)) }
        }
    }

    private func citizens() throws(SQLiteFailure) -> Rows {
        try scope.isLimited ? limitedCitizens() : wholeCitizens()
    }

    /// The first day whose spending is listed.
    private var firstDay: String {
        (withDays ? Day.first : Standing.firstRecentDay(asOf: asOf)).iso
    }

    // MARK: Unlimited, from the running totals

    private func whole() throws(SQLiteFailure) -> Standing {
        let totals = try ProgrammeRow(readFrom: connection)
        let posts = try connection.all(
            "SELECT post, budget_ore, approved_ore, released_ore, disbursed_ore FROM post ORDER BY position"
        ) { row throws(SQLiteFailure) in
            Standing.Post(name: try row.post(0), budget: try row.amount(1), balance: try row.balance(2))
        }
        guard Amount.sum(posts.map(\.balance.approved)) != nil, Amount.sum(posts.map(\.budget)) != nil else {
            throw SQLiteFailure(code: SQLITE_MISMATCH, message: "the table post sums to what no grant can be")
        }
        let days = try connection.all(
            """
            SELECT day, sum(disbursed_ore) AS spent FROM day_total WHERE day >= ? GROUP BY day HAVING spent <> 0
            ORDER BY day
            """,
            firstDay,
            read: Standing.DaySpending.init)
        let most = Standing.Citizens.mostListed
        let listed =
            totals.enrolled <= most ? try wholeCitizens().all(participant) : []
        let waiting =
            totals.enrolled <= most
            ? listed.filter { $0.pendingTotal != nil }
            : 1...most ~= totals.waiting ? try wholeWaiting() : []
        let citizens = Standing.Citizens(
            enrolled: totals.enrolled, withdrawn: totals.withdrawn, placesTaken: totals.placesTaken,
            waiting: totals.waiting, growth: totals.growth, drawing: try drawingRights(), listed: listed,
            listedWaiting: waiting)
        return Standing(
            programme: programme, asOf: asOf, received: totals.received, repaid: totals.repaid, posts: posts,
            citizens: citizens, days: days,
            achievements: try achievements(enrolled: totals.enrolled, isCounted: totals.hasResults),
            periods: try periods(), proofs: try proofs())
    }

    /// The drawing rights of active citizens with more approved than disbursed; for a withdrawn citizen the two are
    /// equal.
    private func drawingRights() throws(SQLiteFailure) -> [Standing.DrawingRight] {
        guard programme.drawingMonths != nil else { return [] }
        var rights: [Standing.DrawingRight] = []
        var rows = try connection.rows(
            """
            SELECT first_approved_day, count(*), sum(approved_ore - disbursed_ore) FROM participant
            WHERE approved_ore > disbursed_ore GROUP BY first_approved_day
            """)
        while let row = try rows.next() {
            guard let last = programme.drawingEnd(from: try row.day(0)) else { continue }
            Standing.DrawingRight(last: last, citizens: try row.count(1), unspent: try row.amount(2)).join(&rights)
        }
        return rights
    }

    private func wholeCitizens() throws(SQLiteFailure) -> Rows {
        try connection.rows(
            """
            SELECT participant, withdrawn_day, approved_ore, released_ore, disbursed_ore,
                (SELECT total_ore FROM plan
                 WHERE plan.participant = p.participant AND plan.version = p.pending_version),
                withdrawn_cause, first_approved_day
            FROM participant AS p ORDER BY number
            """)
    }

    private func wholeWaiting() throws(SQLiteFailure) -> [Standing.Participant] {
        try connection.all(
            """
            SELECT p.participant, withdrawn_day, approved_ore, released_ore, disbursed_ore, total_ore, withdrawn_cause,
                first_approved_day
            FROM plan CROSS JOIN participant AS p ON p.participant = plan.participant
            WHERE state = 'pending' ORDER BY number
            """,
            read: participant)
    }

    // MARK: Limited, from movements and plans

    private func limited() throws(SQLiteFailure) -> Standing {
        let (entry, day) = limits
        var citizens = Standing.Citizens()
        var promised = Balance.zero
        var rows = try limitedCitizens()
        while let row = try rows.next() {
            let citizen = try participant(row)
            citizens.count(citizen)
            promised = promised + citizen.balance
        }
        let spent = try connection.all(
            """
            SELECT post, sum(disbursed_ore) FROM movement WHERE post IS NOT NULL AND entry <= ? AND day <= ?
            GROUP BY post
            """,
            entry, day
        ) { row throws(SQLiteFailure) in (post: try row.post(0), amount: try row.amount(1)) }
        let grant = try connection.first(
            """
            SELECT coalesce(sum(received_ore), 0), coalesce(sum(repaid_ore), 0) FROM movement
            WHERE post IS NULL AND entry <= ? AND day <= ?
            """,
            entry, day
        ) { row throws(SQLiteFailure) in (received: try row.amount(0), repaid: try row.amount(1)) }
        let ofCitizens = promised
        let posts = programme.posts(and: spent.filter { $0.amount != .zero }.map(\.post)).map { post in
            let disbursed = spent.first { $0.post == post.name }?.amount ?? .zero
            return Standing.Post(
                name: post.name, budget: post.budget,
                balance: post.name == .citizens
                    ? ofCitizens : Balance(approved: disbursed, released: disbursed, disbursed: disbursed))
        }
        let days = try connection.spending(entries: entry, firstDay, through: day)
        return Standing(
            programme: programme, asOf: asOf, received: grant?.received ?? .zero, repaid: grant?.repaid ?? .zero,
            posts: posts, citizens: citizens, days: days,
            achievements: try achievements(enrolled: citizens.enrolled, isCounted: true), periods: try periods(),
            proofs: try proofs())
    }

    /// The last entry and the last day that count.
    private var limits: (entry: Int64, day: String) {
        (scope.at?.value ?? Int64.max, (scope.asOf ?? Day.last).iso)
    }

    private func limitedCitizens() throws(SQLiteFailure) -> Rows {
        let (entry, day) = limits
        return try connection.rows(
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
                 ORDER BY version DESC LIMIT 1),
                withdrawn_cause,
                (SELECT decided_day FROM plan
                 WHERE plan.participant = p.participant AND state IN ('approved', 'superseded')
                    AND decided_entry <= ?1 AND decided_day <= ?2
                 ORDER BY version LIMIT 1)
            FROM participant AS p
            LEFT JOIN movement AS m ON m.participant = p.participant AND m.entry <= ?1 AND m.day <= ?2
            WHERE enrolled_entry <= ?1 AND enrolled_day <= ?2
            GROUP BY p.number ORDER BY p.number
            """,
            entry, day)
    }
}

extension StandingReader {
    private func achievements(enrolled: Int, isCounted: Bool) throws(SQLiteFailure) -> Achievements {
        guard isCounted || !programme.results.isEmpty else { return Achievements() }
        return try results.achievements(enrolled: enrolled, isCounted: isCounted)
    }

    private func periods() throws(SQLiteFailure) -> [PeriodBudget] {
        guard !programme.budgetPeriods.isEmpty else { return [] }
        return try results.periods()
    }

    private func proofs() throws(SQLiteFailure) -> [ProofTotal] {
        guard !programme.proof.isEmpty else { return [] }
        let totals = ProofTotals(connection: connection)
        return try scope.isLimited ? totals.counted(upTo: limits.entry, through: limits.day) : totals.read()
    }

    private var results: ResultReader {
        let (entry, day) = limits
        return ResultReader(
            connection: connection, programme: programme, entry: entry, day: day, isLimited: scope.isLimited)
    }
}

extension StandingReader {
    /// Reads reference, day of withdrawal, approved, released, disbursed, the waiting plan's total, cause of withdrawal
    /// and day of the first approval.
    private func participant(_ row: Row) throws(SQLiteFailure) -> Standing.Participant {
        Standing.Participant(
            reference: try row.participant(0), state: try ParticipantAccount.State(row, day: 1, cause: 6),
            // Up to a given day, money may be taken back before it is given.
            balance: Balance(
                approved: try row.amount(2), released: try row.amount(3), disbursed: try row.amount(4)),
            pendingTotal: try row.isNull(5) ? nil : try row.amount(5),
            drawingEnds: try row.dayOrNull(7).flatMap(programme.drawingEnd))
    }
}

extension Standing.DaySpending {
    /// Reads a day and what was spent on it.
    init(_ row: Row) throws(SQLiteFailure) {
        self.init(day: try row.day(0), amount: try row.amount(1))
    }
}

extension Connection {
    /// What the entries up to a number spent, day by day, from one day through another.
    func spending(
        entries: Int64, _ first: String, through last: String
    ) throws(SQLiteFailure) -> [Standing.DaySpending] {
        try all(
            """
            SELECT day, sum(disbursed_ore) AS spent FROM movement
            WHERE entry <= ? AND day >= ? AND day <= ? AND disbursed_ore <> 0 GROUP BY day HAVING spent <> 0
            ORDER BY day
            """,
            entries, first, last, read: Standing.DaySpending.init)
    }
}

extension Day {
    /// The first day that can be written.
    static var first: Day {
        Day.unixEpoch.advanced(by: Int.min)
    }

    /// The last day that can be written.
    static var last: Day {
        Day.unixEpoch.advanced(by: Int.max)
    }
}
