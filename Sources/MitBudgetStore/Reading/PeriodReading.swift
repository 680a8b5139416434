public import MitBudget
import SQLite

extension Ledger {
    /// Hands over one voucher after the other to a body.
    public typealias Vouchers = ((VoucherLine) -> Void) throws(LedgerFailure) -> Void

    /// Reads the facts of a period report, and the voucher list line by line, from one unchanging state of the file.
    /// They depend on the entries up to `at`, on the period and on nothing else.
    /// - Parameters:
    ///   - at: the last entry that counts; the latest where none is named.
    ///   - body: is handed the facts, the last entry's anchor, and the way to the voucher list.
    /// - Throws: ``LedgerFailure``; ``LedgerFailure/noSuchEntry(_:last:)`` for an entry beyond the end.
    public func period<Output>(
        from: Day, through: Day, at: EntryNumber? = nil,
        _ body: (PeriodFacts, Anchor, Vouchers) throws(LedgerFailure) -> Output
    ) throws(LedgerFailure) -> Output {
        try reading { () throws(LedgerFailure) in
            let anchor = try anchor(at: at)
            let scope = PeriodFacts.Scope(from: from, through: through, at: anchor.number)
            let facts = try LedgerFailure.database { () throws(SQLiteFailure) in
                try PeriodReader(connection: connection, programme: programme, scope: scope).facts()
            }
            return try body(facts, anchor) { line throws(LedgerFailure) in try vouchers(scope, line) }
        }
    }

    /// The voucher list of a period, in order of recording.
    private func vouchers(
        _ scope: PeriodFacts.Scope, _ body: (VoucherLine) -> Void
    ) throws(LedgerFailure) {
        try connection.each(
            """
            SELECT m.entry, m.kind, m.day, j.recorded_at, m.paid_day, coalesce(m.voucher, t.voucher), m.participant,
                m.item, coalesce(m.area, t.area, d.area), m.post, m.disbursed_ore, j.actor
            FROM movement AS m
            JOIN journal AS j ON j.seq = m.entry
            LEFT JOIN movement AS t ON t.entry = m.refers_to
            LEFT JOIN movement AS d ON d.entry = t.refers_to
            WHERE m.entry <= ? AND m.day >= ? AND m.day <= ? AND m.disbursed_ore <> 0
            ORDER BY m.entry
            """,
            scope.at.value, scope.from.iso, scope.through.iso
        ) { row throws(LedgerFailure) in
            body(try LedgerFailure.database { () throws(SQLiteFailure) in try VoucherLine(row) })
        }
    }
}

extension VoucherLine {
    fileprivate init(_ row: Row) throws(SQLiteFailure) {
        self.init(
            entry: try row.entry(0), kind: try row.movementKind(1), day: try row.day(2), recordedAt: try row.moment(3),
            paid: try row.dayOrNull(4), voucher: try row.voucher(5), participant: try row.participantOrNull(6),
            item: try row.itemOrNull(7), area: try row.isNull(8) ? nil : try row.area(8), post: try row.post(9),
            amount: try row.amount(10), staff: try row.staff(11))
    }
}

extension Row {
    func movementKind(_ column: Int) throws(SQLiteFailure) -> MovementKind {
        try meaning(column) { MovementKind(rawValue: $0) }
    }

    func voucher(_ column: Int) throws(SQLiteFailure) -> VoucherReference {
        try meaning(column) { try? VoucherReference($0) }
    }

    fileprivate func spending(_ column: Int) throws(SQLiteFailure) -> PeriodFacts.Spending {
        PeriodFacts.Spending(opening: try amount(column), period: try amount(column + 1))
    }
}

/// Reads the facts of one period. In every statement ?1 is the last entry that counts, ?2 the first day and ?3 the
/// last.
struct PeriodReader {
    let connection: Connection
    let programme: Programme
    let scope: PeriodFacts.Scope

    var at: Int64 { scope.at.value }
    var from: String { scope.from.iso }
    var through: String { scope.through.iso }

    func facts() throws(SQLiteFailure) -> PeriodFacts {
        let recordedAt = try connection.first("SELECT recorded_at FROM journal WHERE seq = ?", at) {
            row throws(SQLiteFailure) in try row.moment(0)
        }
        let closed = try connection.first(
            "SELECT through_day FROM period WHERE entry <= ? ORDER BY entry DESC LIMIT 1", at
        ) { row throws(SQLiteFailure) in try row.day(0) }
        let incomeBefore = try connection.first(
            "SELECT coalesce(sum(received_ore), 0) FROM movement WHERE post IS NULL AND entry <= ? AND day < ?", at,
            from
        ) { row throws(SQLiteFailure) in try row.amount(0) }
        return PeriodFacts(
            programme: programme, scope: scope, recordedAt: recordedAt ?? .unixEpoch, closedThrough: closed,
            incomeBefore: incomeBefore ?? .zero, instalments: try instalments(), posts: try posts(),
            participants: try participants(), areas: try areas(), months: try months(), releases: try releases(),
            decisions: try decisions(), corrections: try corrections(), findings: try remarks())
    }

    private func instalments() throws(SQLiteFailure) -> [PeriodFacts.Instalment] {
        try connection.all(
            """
            SELECT m.entry, m.day, coalesce(m.voucher, t.voucher), m.received_ore
            FROM movement AS m LEFT JOIN movement AS t ON t.entry = m.refers_to
            WHERE m.entry <= ? AND m.day >= ? AND m.day <= ? AND m.received_ore <> 0 ORDER BY m.entry
            """,
            at, from, through
        ) { row throws(SQLiteFailure) in
            PeriodFacts.Instalment(
                entry: try row.entry(0), day: try row.day(1), voucher: try row.voucher(2), amount: try row.amount(3))
        }
    }

    private func posts() throws(SQLiteFailure) -> [PeriodFacts.Post] {
        try connection.all(
            """
            SELECT post.post, budget_ore, coalesce(sum(iif(m.day < ?2, m.disbursed_ore, 0)), 0),
                coalesce(sum(iif(m.day >= ?2, m.disbursed_ore, 0)), 0)
            FROM post LEFT JOIN movement AS m ON m.post = post.post AND m.entry <= ?1 AND m.day <= ?3
            GROUP BY position ORDER BY position
            """,
            at, from, through
        ) { row throws(SQLiteFailure) in
            PeriodFacts.Post(name: try row.post(0), budget: try row.amount(1), spending: try row.spending(2))
        }
    }

    private func participants() throws(SQLiteFailure) -> [PeriodFacts.Participant] {
        try connection.all(
            """
            SELECT p.participant, iif(withdrawn_entry <= ?1 AND withdrawn_day <= ?3, withdrawn_day, NULL),
                coalesce(a.total_ore, 0), coalesce(sum(m.released_ore), 0), coalesce(sum(m.disbursed_ore), 0),
                -- As in a standing: only the latest version can wait.
                (SELECT iif(decided_entry <= ?1 AND decided_day <= ?3, NULL, total_ore) FROM plan
                 WHERE plan.participant = p.participant AND drafted_entry <= ?1 AND agreed_day <= ?3
                 ORDER BY version DESC LIMIT 1),
                a.version, a.decided_by, a.decided_day,
                coalesce(sum(iif(m.day < ?2, m.disbursed_ore, 0)), 0),
                coalesce(sum(iif(m.day >= ?2, m.disbursed_ore, 0)), 0)
            FROM participant AS p
            LEFT JOIN plan AS a ON a.participant = p.participant AND a.version = (
                SELECT max(version) FROM plan AS v
                WHERE v.participant = p.participant AND v.state IN ('approved', 'superseded')
                    AND v.decided_entry <= ?1 AND v.decided_day <= ?3)
            LEFT JOIN movement AS m ON m.participant = p.participant AND m.entry <= ?1 AND m.day <= ?3
            WHERE enrolled_entry <= ?1 AND enrolled_day <= ?3
            GROUP BY p.number ORDER BY p.number
            """,
            at, from, through
        ) { row throws(SQLiteFailure) in
            let plan: ParticipantAccount.ApprovedPlan? =
                if let version = try row.countOrNull(6) {
                    ParticipantAccount.ApprovedPlan(version: version, by: try row.staff(7), on: try row.day(8))
                } else { nil }
            return PeriodFacts.Participant(
                standing: try Standing.Participant(row), plan: plan, spending: try row.spending(9))
        }
    }

    private func areas() throws(SQLiteFailure) -> [PeriodFacts.AreaSpending] {
        let spent = try connection.all(
            """
            SELECT coalesce(m.area, t.area, d.area) AS about, sum(iif(m.day < ?2, m.disbursed_ore, 0)),
                sum(iif(m.day >= ?2, m.disbursed_ore, 0))
            FROM movement AS m
            LEFT JOIN movement AS t ON t.entry = m.refers_to
            LEFT JOIN movement AS d ON d.entry = t.refers_to
            WHERE m.post = 'citizens' AND m.disbursed_ore <> 0 AND m.entry <= ?1 AND m.day <= ?3 GROUP BY about
            """,
            at, from, through
        ) { row throws(SQLiteFailure) in (try row.area(0), try row.spending(1)) }
        return programme.areas.map { area in
            PeriodFacts.AreaSpending(
                area: area, spending: spent.first { $0.0 == area }?.1 ?? .zero)
        }
    }

    private func months() throws(SQLiteFailure) -> [PeriodFacts.Month] {
        let spent = try connection.all(
            """
            SELECT substr(day, 1, 7) AS month, sum(disbursed_ore) FROM movement
            WHERE entry <= ? AND day >= ? AND day <= ? GROUP BY month
            """,
            at, from, through
        ) { row throws(SQLiteFailure) in (try row.text(0), try row.amount(1)) }
        let byMonth = Dictionary(spent, uniquingKeysWith: { first, _ in first })
        let (first, last) = (scope.from.civil, scope.through.civil)
        let range =
            first.year * 12 + first.month
            - 1...max(
                first.year * 12 + first.month - 1, last.year * 12 + last.month - 1)
        return range.map { count in
            let empty = PeriodFacts.Month(year: count / 12, month: count % 12 + 1, amount: .zero)
            return PeriodFacts.Month(year: empty.year, month: empty.month, amount: byMonth[empty.code] ?? .zero)
        }
    }
}
