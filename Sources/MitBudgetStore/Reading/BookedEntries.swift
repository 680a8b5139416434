public import MitBudget
import SQLite

extension Ledger {
    /// The standing entries that moved money on an account, by their day of payment, or by their own where they tell
    /// none: disbursements, expenses, refunds, instalments and repayments, in order. A reversed entry is left out, and
    /// so is its reversal.
    /// - Throws: ``LedgerFailure``.
    public func bookedEntries(paidIn period: ClosedRange<Day>) throws(LedgerFailure) -> [BookedEntry] {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            var rows = try connection.rows(
                """
                SELECT entry, kind, amount_ore, coalesce(paid_day, day), voucher, voucher_total_ore
                FROM movement AS m
                WHERE kind IN ('disbursement', 'expense', 'refund', 'receipt', 'repayment')
                    AND coalesce(paid_day, day) BETWEEN ? AND ?
                    AND NOT EXISTS (
                        SELECT 1 FROM movement AS r WHERE r.refers_to = m.entry AND r.kind = 'reversal')
                ORDER BY entry
                """,
                period.lowerBound.iso, period.upperBound.iso)
            let kinds = RepeatingColumn { row, column throws(SQLiteFailure) in try row.movementKind(column) }
            var entries: [BookedEntry] = []
            while let row = try rows.next() {
                let entry = BookedEntry(
                    entry: try row.entry(0), kind: try kinds.value(row, 1), amount: try row.amount(2),
                    day: try row.day(3), voucher: try row.voucher(4),
                    voucherTotal: try row.isNull(5) ? nil : row.amount(5))
                if let entry { entries.append(entry) }
            }
            return entries
        }
    }
}
