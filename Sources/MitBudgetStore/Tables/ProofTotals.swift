import MitBudget
import SQLite

/// How much money is proved by what: the totals behind the money at risk, so that an overview need not read the
/// vouchers.
///
/// What a voucher's lines count as is subtracted before something changes about the voucher, and added again as it is
/// afterwards. A new voucher counts as proved by nothing: the trigger `movement_totals` adds it, during an import
/// ``addNew(after:)``.
struct ProofTotals {
    let connection: Connection

    /// The eight totals, all zero.
    func begin() throws(SQLiteFailure) {
        try connection.run(
            """
            INSERT INTO proof_total (receipt, payment, approval)
            SELECT r.value, p.value, a.value FROM json_each('[0,1]') AS r, json_each('[0,1]') AS p,
                json_each('[0,1]') AS a
            """)
    }

    /// Lets something change about the vouchers of some entries.
    func changing(
        vouchersOf entries: [EntryNumber], _ change: () throws(SQLiteFailure) -> Void
    ) throws(SQLiteFailure) {
        var keys = Set<String>()
        for entry in entries {
            // A refund stands for what it came back from.
            let key = try connection.first(
                """
                SELECT voucher_key FROM movement WHERE kind IN ('disbursement', 'expense') AND entry IN (
                    ?1, (SELECT refers_to FROM movement WHERE entry = ?1))
                """,
                entry.value, as: String.self)
            if let key { keys.insert(key) }
        }
        try changing(keys, change)
    }

    /// Lets something change about the other lines of a voucher.
    func changing(
        linesOf voucher: VoucherReference, _ change: () throws(SQLiteFailure) -> Void
    ) throws(SQLiteFailure) {
        try changing([voucher.key], change)
    }

    private func changing(
        _ keys: Set<String>, _ change: () throws(SQLiteFailure) -> Void
    ) throws(SQLiteFailure) {
        for key in keys { try count(key, times: -1) }
        try change()
        for key in keys { try count(key, times: 1) }
    }

    private func count(_ key: String, times sign: Int64) throws(SQLiteFailure) {
        try connection.run(
            """
            UPDATE proof_total SET
                vouchers = proof_total.vouchers + ?2 * part.vouchers, net_ore = proof_total.net_ore + ?2 * part.net
            FROM (
                WITH
                    line AS (
                        SELECT entry, amount_ore FROM movement AS m
                        WHERE voucher_key = ?1 AND kind IN ('disbursement', 'expense') AND NOT EXISTS (
                            SELECT 1 FROM movement AS r WHERE r.refers_to = m.entry AND r.kind = 'reversal')),
                    paper AS (
                        SELECT proof FROM attachment
                        WHERE movement IN (SELECT entry FROM line) AND detached_entry IS NULL)
                SELECT 'receipt' IN (SELECT proof FROM paper) AS receipt,
                    'payment' IN (SELECT proof FROM paper) OR entry IN (SELECT movement FROM confirmation) AS payment,
                    entry IN (SELECT movement FROM approval) AS approval, count(*) AS vouchers, sum(net_ore) AS net
                FROM (
                    SELECT entry, amount_ore - (
                            SELECT coalesce(sum(amount_ore), 0) FROM movement AS back
                            WHERE back.refers_to = line.entry AND back.kind = 'refund' AND NOT EXISTS (
                                SELECT 1 FROM movement AS r
                                WHERE r.refers_to = back.entry AND r.kind = 'reversal')) AS net_ore
                    FROM line)
                WHERE net_ore > 0 GROUP BY 1, 2, 3) AS part
            WHERE part.receipt = proof_total.receipt AND part.payment = proof_total.payment
                AND part.approval = proof_total.approval
            """,
            key, sign)
    }

    /// Counts the new vouchers of an import, which no trigger counted.
    /// - Parameter last: the last entry before the import.
    func addNew(after last: Int64) throws(SQLiteFailure) {
        try connection.run(
            """
            UPDATE proof_total SET
                vouchers = proof_total.vouchers + part.vouchers, net_ore = proof_total.net_ore + part.net
            FROM (
                SELECT count(*) AS vouchers, coalesce(sum(amount_ore), 0) AS net FROM movement
                WHERE entry > ? AND kind IN ('disbursement', 'expense') AND voucher_total_ore IS NULL) AS part
            WHERE receipt = 0 AND payment = 0 AND approval = 0
            """,
            last)
    }

    /// The totals.
    func read() throws(SQLiteFailure) -> [ProofTotal] {
        try connection.all(
            "SELECT receipt, payment, approval, vouchers, net_ore FROM proof_total WHERE vouchers > 0",
            read: ProofTotal.init)
    }

    /// The totals as the entries up to one and the days up to one imply them, all movements read once.
    func counted(upTo entry: Int64, through day: String) throws(SQLiteFailure) -> [ProofTotal] {
        try connection.all(
            """
            WITH
                gone AS MATERIALIZED (
                    SELECT refers_to AS entry FROM movement
                    WHERE refers_to IS NOT NULL AND kind = 'reversal' AND entry <= ?1 AND day <= ?2),
                back AS MATERIALIZED (
                    SELECT refers_to AS entry, sum(amount_ore) AS ore FROM movement
                    WHERE refers_to IS NOT NULL AND kind = 'refund' AND entry <= ?1 AND day <= ?2
                        AND entry NOT IN (SELECT entry FROM gone)
                    GROUP BY refers_to),
                document AS MATERIALIZED (
                    SELECT voucher_key, max(proof = 'receipt') AS receipt, max(proof = 'payment') AS payment
                    FROM attachment AS a JOIN movement AS line ON line.entry = a.movement
                    JOIN journal AS put ON put.seq = a.entry LEFT JOIN journal AS taken ON taken.seq = detached_entry
                    WHERE put.seq <= ?1 AND put.day <= ?2
                        AND (taken.seq IS NULL OR taken.seq > ?1 OR taken.day > ?2)
                        AND line.entry NOT IN (SELECT entry FROM gone)
                    GROUP BY voucher_key),
                paid AS MATERIALIZED (
                    SELECT movement FROM confirmation JOIN journal ON seq = entry WHERE seq <= ?1 AND day <= ?2),
                agreed AS MATERIALIZED (
                    SELECT movement FROM approval JOIN journal ON seq = entry WHERE seq <= ?1 AND day <= ?2)
            SELECT coalesce(document.receipt, 0), coalesce(document.payment, 0) OR m.entry IN paid, m.entry IN agreed,
                count(*), sum(amount_ore - coalesce(back.ore, 0))
            FROM movement AS m
            LEFT JOIN back ON back.entry = m.entry
            LEFT JOIN document ON document.voucher_key = m.voucher_key
            WHERE m.kind IN ('disbursement', 'expense') AND m.entry <= ?1 AND m.day <= ?2
                AND m.entry NOT IN (SELECT entry FROM gone) AND amount_ore > coalesce(back.ore, 0)
            GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
            """,
            entry, day, read: ProofTotal.init)
    }
}

extension ProofTotal {
    fileprivate init(_ row: Row) throws(SQLiteFailure) {
        var proofs: Set<Programme.Proof> = []
        if try row.integer(0) != 0 { proofs.insert(.receipt) }
        if try row.integer(1) != 0 { proofs.insert(.payment) }
        if try row.integer(2) != 0 { proofs.insert(.approval) }
        self.init(proofs: proofs, vouchers: try row.count(3), net: try row.amount(4))
    }

    /// The key of the total's row in the table.
    var key: [Int] { [Programme.Proof.receipt, .payment, .approval].map { proofs.contains($0) ? 1 : 0 } }
}
