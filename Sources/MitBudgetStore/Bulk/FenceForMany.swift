import CSQLite
import SQLite

/// The fence for many movements in one transaction: it is checked once for all of them before the commit, instead of
/// once for each. Only the recording connection sees the file meanwhile, so no one else ever finds it without its
/// triggers.
struct FenceForMany {
    private let connection: Connection
    private let lastBefore: Int64

    /// Drops the triggers that check each movement. Call it only inside a transaction.
    /// - Throws: a failure of kind `mismatch` if the schema is not the one that the program makes: creating the right
    ///   triggers afterwards would hide that.
    init(opening connection: Connection) throws(SQLiteFailure) {
        self.connection = connection
        lastBefore = try connection.first("SELECT max(seq) FROM journal", as: Int64?.self).flatMap(\.self) ?? 0
        guard try Schema.isAsMade(on: connection) else {
            throw SQLiteFailure(code: SQLITE_MISMATCH, message: "the schema is not the one that was made")
        }
        try connection.script(
            """
            DROP TRIGGER movement_fence; DROP TRIGGER movement_places; DROP TRIGGER movement_totals;
            DROP TRIGGER movement_back; DROP TRIGGER movement_days;
            """)
    }

    /// Checks every limit, then creates the triggers again.
    /// - Throws: a failure of kind `constraint` with the rule's id, as a trigger would.
    func close() throws(SQLiteFailure) {
        try refuse(try connection.first(Self.ceilings, lastBefore, as: String.self))
        try refuse(try connection.first(Self.movements, lastBefore, as: String.self))
        try ProofTotals(connection: connection).addNew(after: lastBefore)
        try connection.script(Schema.movementFence)
        try connection.script(Schema.places)
        try connection.script(Schema.totals)
    }

    private func refuse(_ rule: String?) throws(SQLiteFailure) {
        if let rule { throw SQLiteFailure(code: SQLITE_CONSTRAINT, message: rule) }
    }

    /// The limits on totals. They depend on the totals alone, not on single movements.
    private static let ceilings: StaticString = """
        SELECT CASE
            WHEN EXISTS (SELECT 1 FROM item WHERE released_ore > approved_ore) THEN 'item-exceeded'
            WHEN EXISTS (SELECT 1 FROM item WHERE disbursed_ore > released_ore OR disbursed_ore < 0)
                THEN 'release-exceeded'
            WHEN EXISTS (SELECT 1 FROM participant WHERE max(approved_ore, released_ore, disbursed_ore) > cap_ore)
                THEN 'cap-exceeded'
            WHEN EXISTS (SELECT 1 FROM post WHERE max(approved_ore, released_ore, disbursed_ore) > budget_ore)
                THEN 'post-exceeded'
            WHEN (SELECT sum(disbursed_ore) FROM post) > grant_ore OR received_ore > grant_ore THEN 'grant-exceeded'
            WHEN EXISTS (
                SELECT 1 FROM period_ceiling AS span
                JOIN movement AS m ON m.incurred_day BETWEEN span.first_day AND span.last_day
                WHERE span.post = '' AND m.participant IN (SELECT participant FROM movement WHERE entry > ?)
                GROUP BY span.first_day, m.participant HAVING sum(disbursed_ore) > max(budget_ore))
                OR EXISTS (
                    SELECT 1 FROM period_ceiling AS span
                    WHERE post <> '' AND budget_ore < (
                        SELECT coalesce(sum(incurred_ore), 0) FROM day_total
                        WHERE day BETWEEN span.first_day AND span.last_day AND post = span.post))
                THEN 'period-budget-exceeded'
            WHEN places < (
                SELECT max(taken)
                FROM (SELECT day, sum(change) OVER (ORDER BY day) AS taken FROM place_day) WHERE day >= terms_day)
                THEN 'places-taken' END AS rule
        FROM programme WHERE rule IS NOT NULL
        """

    /// The conditions that each movement must meet, whatever came after it.
    private static let movements: StaticString = """
        SELECT CASE
            WHEN entry.kind IS NOT m.kind OR entry.day IS NOT m.day
                THEN 'movement: a movement needs its entry in the journal'
            WHEN m.day < first_day AND m.kind <> 'receipt'
                    OR m.day > last_day AND m.kind IN ('release', 'disbursement', 'expense')
                THEN 'outside-window'
            WHEN m.amount_ore <= 0 THEN 'amount-not-positive'
            WHEN (m.kind IN ('release', 'retraction', 'disbursement') OR m.kind = 'refund' AND m.post IS 'citizens')
                    AND part.item IS NULL
                THEN 'item-unknown'
            WHEN m.kind IN ('release', 'retraction', 'disbursement') AND m.post IS NOT 'citizens'
                    OR m.kind = 'expense' AND (m.post IS 'citizens' OR m.post IS NULL)
                    OR m.kind IN ('receipt', 'repayment') AND m.post IS NOT NULL
                THEN 'post-unknown'
            WHEN m.refers_to IS NOT NULL AND m.kind NOT IN ('refund', 'reversal')
                    OR m.cancels IS NOT NULL AND m.kind <> 'reversal'
                THEN 'movement: only a refund or a reversal refers to another, only a reversal cancels'
            WHEN m.voucher IS NOT NULL AND EXISTS (
                SELECT 1 FROM movement AS line
                WHERE line.voucher_key = m.voucher_key AND line.entry < m.entry
                    AND coalesce(line.voucher_total_ore <> m.voucher_total_ore, 1) AND NOT EXISTS (
                        SELECT 1 FROM movement AS reversal
                        WHERE reversal.refers_to = line.entry AND reversal.kind = 'reversal'))
                THEN iif(m.voucher_total_ore IS NULL, 'voucher-used', 'voucher-exceeded')
            WHEN m.voucher_total_ore < (
                SELECT sum(amount_ore) FROM movement AS line
                WHERE line.voucher_key = m.voucher_key AND NOT EXISTS (
                    SELECT 1 FROM movement AS reversal
                    WHERE reversal.refers_to = line.entry AND reversal.kind = 'reversal'))
                    -- Once no line stood, the voucher may have got another total.
                    AND NOT EXISTS (
                        SELECT 1 FROM movement AS reversal
                        WHERE reversal.refers_to = m.entry AND reversal.kind = 'reversal')
                THEN 'voucher-exceeded'
            WHEN m.kind = 'reversal' AND EXISTS (
                SELECT 1 FROM movement AS other
                WHERE other.refers_to = m.refers_to AND other.kind = 'reversal' AND other.entry <> m.entry)
                THEN 'already-reversed' END AS rule
        FROM movement AS m JOIN programme
        LEFT JOIN journal AS entry ON entry.seq = m.entry
        LEFT JOIN item AS part ON part.participant = m.participant AND part.item = m.item
        WHERE m.entry > ? AND rule IS NOT NULL
        LIMIT 1
        """
}
