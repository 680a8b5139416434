import MitBudget
import SQLite

extension PeriodReader {
    /// The voucher list, in order of recording.
    func vouchers(_ body: (VoucherLine) -> Void) throws(SQLiteFailure) {
        var rows = try connection.rows(
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
            at, from, through)
        let columns = VoucherColumns()
        while let row = try rows.next() { body(try columns.read(row)) }
    }
}

/// Reads vouchers from the rows of the statement that lists them.
private struct VoucherColumns {
    private let kinds = RepeatingColumn { row, column throws(SQLiteFailure) in try row.movementKind(column) }
    private let areas = RepeatingColumn { row, column throws(SQLiteFailure) in try row.area(column) }
    private let posts = RepeatingColumn { row, column throws(SQLiteFailure) in try row.post(column) }
    private let staff = RepeatingColumn { row, column throws(SQLiteFailure) in try row.staff(column) }

    func read(_ row: Row) throws(SQLiteFailure) -> VoucherLine {
        VoucherLine(
            entry: try row.entry(0), kind: try kinds.value(row, 1), day: try row.day(2), recordedAt: try row.moment(3),
            paid: try row.dayOrNull(4), voucher: try row.voucher(5), participant: try row.participantOrNull(6),
            item: try row.itemOrNull(7), area: try areas.valueOrNull(row, 8), post: try posts.value(row, 9),
            amount: try row.amount(10), staff: try staff.value(row, 11))
    }
}
