import MitBudget
import SQLite

extension PeriodReader {
    /// The voucher list, in order of recording.
    func vouchers(_ body: (VoucherLine) -> Void) throws(SQLiteFailure) {
        let columns = VoucherColumns()
        try eachVoucher(withNet: false) { row throws(SQLiteFailure) in body(try columns.read(row)) }
    }

    /// The standing disbursements and expenses of the period that lack proof which the terms ask for, unless all of
    /// the money came back.
    func unproven() throws(SQLiteFailure) -> ReportFinding? {
        let asked = programme.proof
        guard !asked.isEmpty else { return nil }
        var entries: [EntryNumber] = []
        var lacking = asked.map { _ in [] as [EntryNumber] }
        let columns = VoucherColumns()
        try eachVoucher(withNet: true) { row throws(SQLiteFailure) in
            guard try row.integer(16) > 0, let proof = try columns.proof(row) else { return }
            let missing = asked.indices.filter { !proof.has(asked[$0]) }
            guard !missing.isEmpty else { return }
            let entry = try row.entry(0)
            entries.append(entry)
            for place in missing { lacking[place].append(entry) }
        }
        guard !entries.isEmpty else { return nil }
        let lacks = zip(asked, lacking).filter { !$1.isEmpty }.map { ReportFinding.Lack($0, of: $1) }
        return ReportFinding(kind: .proofMissing, entries: entries, lacks: lacks)
    }

    /// Hands over a row for each voucher, in order of recording.
    ///
    /// Like the amounts of a report, its proof is that of the period's last day: what was attached, taken off,
    /// approved, refunded or reversed by an entry that counts, of that day or an earlier one.
    /// - Parameter withNet: whether to read what a standing disbursement or expense is about once refunds are
    ///   subtracted; otherwise the column is zero.
    private func eachVoucher(
        withNet: Bool, _ body: (Row) throws(SQLiteFailure) -> Void
    ) throws(SQLiteFailure) {
        var rows = try connection.rows(
            """
            WITH proven AS MATERIALIZED (
                SELECT line.voucher_key AS voucher, max(a.proof = 'receipt') AS receipt,
                    max(a.proof = 'payment') AS payment
                FROM attachment AS a
                JOIN journal AS j ON j.seq = a.entry AND j.day <= ?3
                JOIN movement AS line ON line.entry = a.movement
                LEFT JOIN journal AS off ON off.seq = a.detached_entry AND off.seq <= ?1 AND off.day <= ?3
                LEFT JOIN movement AS r
                    ON r.refers_to = line.entry AND r.kind = 'reversal' AND r.entry <= ?1 AND r.day <= ?3
                WHERE a.entry <= ?1 AND off.seq IS NULL AND r.entry IS NULL
                GROUP BY line.voucher_key)
            SELECT m.entry, m.kind, m.day, j.recorded_at, m.paid_day, coalesce(m.voucher, t.voucher), m.participant,
                m.item, coalesce(m.area, t.area, d.area), m.post, m.disbursed_ore, j.actor,
                m.voucher_total_ore,
                -- Few vouchers have several lines, so these are added up where one stands.
                CASE WHEN m.voucher_total_ore IS NOT NULL THEN (
                    SELECT coalesce(sum(line.amount_ore), 0) FROM movement AS line
                    WHERE line.voucher_key = m.voucher_key AND line.voucher_total_ore IS NOT NULL AND line.entry <= ?1
                        AND line.day <= ?3 AND NOT EXISTS (
                            SELECT 1 FROM movement AS r
                            WHERE r.refers_to = line.entry AND r.kind = 'reversal' AND r.entry <= ?1 AND r.day <= ?3))
                END,
                iif(r.entry IS NULL, proven.receipt, 0),
                iif(r.entry IS NULL, coalesce(proven.payment, 0) OR coalesce(paid.day <= ?3, 0), 0),
                CASE WHEN ?4 = 0 OR r.entry IS NOT NULL OR m.kind NOT IN ('disbursement', 'expense') THEN 0
                    ELSE m.amount_ore - (
                        SELECT coalesce(sum(amount_ore), 0) FROM movement AS back
                        WHERE back.refers_to = m.entry AND back.kind = 'refund' AND back.entry <= ?1 AND back.day <= ?3
                            AND NOT EXISTS (
                                SELECT 1 FROM movement AS r WHERE r.refers_to = back.entry AND r.kind = 'reversal'
                                    AND r.entry <= ?1 AND r.day <= ?3))
                END,
                iif(r.entry IS NULL AND approved.day <= ?3, approved.actor, NULL)
            FROM movement AS m
            JOIN journal AS j ON j.seq = m.entry
            LEFT JOIN movement AS t ON t.entry = m.refers_to
            LEFT JOIN movement AS d ON d.entry = t.refers_to
            LEFT JOIN movement AS r
                ON r.refers_to = m.entry AND r.kind = 'reversal' AND r.entry <= ?1 AND r.day <= ?3
            LEFT JOIN proven ON proven.voucher = m.voucher_key
            LEFT JOIN approval ON approval.movement = m.entry AND approval.entry <= ?1
            LEFT JOIN journal AS approved ON approved.seq = approval.entry
            LEFT JOIN confirmation AS c ON c.movement = m.entry AND c.entry <= ?1
            LEFT JOIN journal AS paid ON paid.seq = c.entry
            WHERE m.entry <= ?1 AND m.day >= ?2 AND m.day <= ?3 AND m.disbursed_ore <> 0
            ORDER BY m.entry
            """,
            at, from, through, withNet ? 1 : 0)
        while let row = try rows.next() { try body(row) }
    }
}

/// Reads vouchers from the rows of the statement that lists them.
private struct VoucherColumns {
    private let kinds = RepeatingColumn { row, column throws(SQLiteFailure) in try row.movementKind(column) }
    private let areas = RepeatingColumn { row, column throws(SQLiteFailure) in try row.area(column) }
    private let posts = RepeatingColumn { row, column throws(SQLiteFailure) in try row.post(column) }
    private let staff = RepeatingColumn { row, column throws(SQLiteFailure) in try row.staff(column) }
    private let managers = RepeatingColumn { row, column throws(SQLiteFailure) in try row.staff(column) }

    func read(_ row: Row) throws(SQLiteFailure) -> VoucherLine {
        VoucherLine(
            entry: try row.entry(0), kind: try kinds.value(row, 1), day: try row.day(2), recordedAt: try row.moment(3),
            paid: try row.dayOrNull(4), voucher: try row.voucher(5), participant: try row.participantOrNull(6),
            item: try row.itemOrNull(7), area: try areas.valueOrNull(row, 8), post: try posts.value(row, 9),
            amount: try row.amount(10), staff: try staff.value(row, 11), share: try share(row), proof: try proof(row))
    }

    private func share(_ row: Row) throws(SQLiteFailure) -> VoucherShare? {
        guard let total = try row.amountOrNull(12) else { return nil }
        return VoucherShare(total: total, claimed: try row.amount(13))
    }

    /// What proves a disbursement or an expense; `nil` for money that came back.
    func proof(_ row: Row) throws(SQLiteFailure) -> VoucherProof? {
        switch try kinds.value(row, 1) {
        case .disbursement, .expense:
            VoucherProof(
                hasReceipt: try row.holds(1, at: 14), hasPayment: try row.holds(1, at: 15),
                approvedBy: try managers.valueOrNull(row, 17))
        case .refund, .reversal, .release, .retraction, .receipt, .repayment: nil
        }
    }
}
