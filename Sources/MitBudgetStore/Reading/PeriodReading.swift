public import MitBudget
import SQLite

/// Reads one period, part by part, from one unchanging state of the file. The result depends only on the entries up to
/// `scope.at` and on the period.
public struct PeriodReading {
    /// Which entries count, and which days are the period.
    public let scope: PeriodFacts.Scope
    /// The anchor of the last entry that counts.
    public let anchor: Anchor
    /// The terms as they are told at the end of the period.
    public var programme: Programme { reader.programme }
    fileprivate let reader: PeriodReader

    /// The facts of a period report, except the voucher list.
    /// - Throws: ``LedgerFailure``.
    public func facts() throws(LedgerFailure) -> PeriodFacts {
        try LedgerFailure.database { () throws(SQLiteFailure) in try reader.facts() }
    }

    /// What was spent day by day by the entries that count, in the period and outside it, in order of day.
    /// - Throws: ``LedgerFailure``.
    public func days() throws(LedgerFailure) -> [Standing.DaySpending] {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            try reader.connection.spending(entries: reader.at, Day.first.iso, through: Day.last.iso)
        }
    }

    /// Hands over the voucher list line by line, in order of recording.
    /// - Throws: ``LedgerFailure``.
    public func vouchers(_ body: (VoucherLine) -> Void) throws(LedgerFailure) {
        try LedgerFailure.database { () throws(SQLiteFailure) in try reader.vouchers(body) }
    }

    /// Hands over what was recorded after the entry of the scope's `since` and concerns the period, in order.
    /// - Throws: ``LedgerFailure``.
    public func later(_ body: (LaterEntry) -> Void) throws(LedgerFailure) {
        try LedgerFailure.database { () throws(SQLiteFailure) in try reader.later(body) }
    }
}

extension Ledger {
    /// Reads a period from one unchanging state of the file.
    /// - Parameters:
    ///   - at: the last entry that counts; `nil` for the latest.
    ///   - since: the last entry of an earlier report; `nil` where none is to be continued.
    ///   - claim: the anchor on that report, which the ledger must bear; `nil` where it is not given.
    ///   - body: reads the facts and the voucher list.
    /// - Throws: ``LedgerFailure``; ``LedgerFailure/contradicted(_:)`` where the ledger does not bear the claim;
    ///   ``LedgerFailure/noSuchEntry(_:last:)`` for an entry beyond the end, or a `since` beyond `at`.
    public func period<Output>(
        from: Day, through: Day, at: EntryNumber? = nil, since: EntryNumber? = nil,
        bearing claim: AnchorClaim? = nil, _ body: (PeriodReading) throws(LedgerFailure) -> Output
    ) throws(LedgerFailure) -> Output {
        try reading { () throws(LedgerFailure) in
            let anchor = try anchor(at: at)
            if let claim { try demand(claim) }
            if let since, since > anchor.number { throw .noSuchEntry(since, last: anchor.number) }
            let scope = PeriodFacts.Scope(from: from, through: through, at: anchor.number, since: since)
            let first = try terms(asOf: nil, at: .opening)
            let told = try terms(asOf: through, at: anchor.number)
            let amendments = try amendments(from: first, in: scope)
            let reader = PeriodReader(
                connection: connection, programme: told, latest: programme, original: first, amendments: amendments,
                scope: scope)
            return try body(PeriodReading(scope: scope, anchor: anchor, reader: reader))
        }
    }
}

extension Ledger {
    private func demand(_ claim: AnchorClaim) throws(LedgerFailure) {
        let last = try anchor().number
        guard claim.number <= last else {
            throw .contradicted(.anchorBeyond(claim.number.value, last: last.value))
        }
        guard claim.matches(try anchor(at: claim.number).hash) else {
            throw .contradicted(.anchorDiffers(claim.number.value))
        }
    }
}

/// Reads the facts of one period.
struct PeriodReader {
    let connection: Connection
    /// The terms as they are told at the end of the period.
    let programme: Programme
    /// The terms of entry 1.
    let original: Programme
    /// The amendments of the period.
    let amendments: Amendments
    let scope: PeriodFacts.Scope
    /// The posts that a report may list: those of its terms, and later ones, on which money may count.
    let posts: [Programme.Post]
    /// The areas that a report may list.
    let areas: [Area]

    init(
        connection: Connection, programme: Programme, latest: Programme, original: Programme, amendments: Amendments,
        scope: PeriodFacts.Scope
    ) {
        self.connection = connection
        self.programme = programme
        self.original = original
        self.amendments = amendments
        self.scope = scope
        posts = programme.posts(and: latest.posts.map(\.name))
        areas = programme.areas(and: latest.areas)
    }

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
        let account = try account()
        let citizens = try citizens(account.items)
        let results = ResultReader(
            connection: connection, programme: programme, entry: at, day: through, isLimited: true)
        return PeriodFacts(
            programme: programme, scope: scope, recordedAt: recordedAt ?? .unixEpoch, closedThrough: closed,
            incomeBefore: account.incomeBefore, repaidBefore: account.repaidBefore, transfers: account.transfers,
            posts: posts(account), participants: citizens.lines, areas: areas(account), months: months(account),
            releases: account.releases, decisions: account.decisions, corrections: account.corrections,
            findings: try remarks(account, citizens), amendments: amendments.made,
            achievements: try results.achievements(enrolled: citizens.lines.count),
            periods: try results.periods(), witnessed: account.witnessed, later: try laterSums())
    }

    /// Reads every entry that counts, in order, from journal and movements together: this single pass is what a report
    /// on a long ledger costs. It also reads some later days' entries, which tell what was in force, what no longer
    /// stands, or other ledgers' anchors.
    private func account() throws(SQLiteFailure) -> PeriodAccount {
        var account = PeriodAccount(scope: scope, programme: programme, posts: posts, areas: areas)
        var subjects = try EntrySubjects(connection, at: at)
        var rows = try connection.rows(
            """
            SELECT j.seq, j.kind, j.day, j.recorded_at, j.actor, m.amount_ore, m.participant, m.item, m.post,
                coalesce(m.area, t.area, d.area), m.paid_day, coalesce(m.voucher, t.voucher), m.refers_to, m.cancels,
                m.disbursed_ore, m.released_ore,
                -- Money between funder and grantee has no post.
                iif(m.post IS NULL, m.received_ore, 0), iif(m.post IS NULL, m.repaid_ore, 0),
                m.voucher_total_ore IS NOT NULL
            FROM journal AS j
            LEFT JOIN movement AS m ON m.entry = j.seq
            LEFT JOIN movement AS t ON t.entry = m.refers_to
            LEFT JOIN movement AS d ON d.entry = t.refers_to
            WHERE j.seq <= ? AND (j.day <= ? OR j.kind IN ('plan-approved', 'release', 'reversal', 'anchor-witnessed'))
            ORDER BY j.seq
            """,
            at, through)
        let columns = EntryColumns(posts: posts, areas: areas)
        while let row = try rows.next() {
            let entry = try columns.entry(row)
            if let movement = try columns.movement(row, entry) {
                account.take(movement)
            } else if entry.kind.isDecision {
                account.take(entry, about: try subjects.subject(of: entry.number))
            } else if entry.kind == .anchorWitnessed, let witnessed = try witnessed(by: entry) {
                account.take(witnessed)
            }
            account.look(at: entry)
        }
        account.close()
        return account
    }

    private func posts(_ account: PeriodAccount) -> [PeriodFacts.Post] {
        zip(posts, account.posts).compactMap { post, spending in
            guard spending != .zero || programme.budget(of: post.name) != nil else { return nil }
            return PeriodFacts.Post(
                name: post.name, budget: post.budget, original: original.budget(of: post.name) ?? .zero,
                spending: spending)
        }
    }
}

extension PeriodReader {
    private func areas(_ account: PeriodAccount) -> [PeriodFacts.AreaSpending] {
        zip(areas, account.areas).compactMap { area, spending in
            guard spending != .zero || programme.areas.contains(area) else { return nil }
            return PeriodFacts.AreaSpending(area: area, spending: spending)
        }
    }

    /// Every month that has a day in the period.
    private func months(_ account: PeriodAccount) -> [PeriodFacts.Month] {
        zip(scope.from.monthNumber..., account.months).map { number, amount in
            PeriodFacts.Month(year: number / 12, month: number % 12 + 1, amount: amount)
        }
    }
}

extension Day {
    /// The month's number, counted from January of the year 0.
    var monthNumber: Int {
        let (year, month, _) = civil
        return year * 12 + month - 1
    }
}
