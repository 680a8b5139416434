/// The queries for the sqlite3 shell that correspond to the program's report of 2023.
enum Questions {
    /// The report's sums, from the movements: posts, areas, months, citizens and income.
    static let sums = [
        """
        SELECT post, sum(iif(day < '2023-01-01', disbursed_ore, 0)), sum(iif(day >= '2023-01-01', disbursed_ore, 0))
        FROM movement WHERE day <= '2023-12-31' AND post IS NOT NULL GROUP BY post
        """,
        """
        SELECT coalesce(m.area, t.area, d.area) AS about, sum(iif(m.day < '2023-01-01', m.disbursed_ore, 0)),
            sum(iif(m.day >= '2023-01-01', m.disbursed_ore, 0))
        FROM movement AS m
        LEFT JOIN movement AS t ON t.entry = m.refers_to
        LEFT JOIN movement AS d ON d.entry = t.refers_to
        WHERE m.post = 'citizens' AND m.disbursed_ore <> 0 AND m.day <= '2023-12-31' GROUP BY about
        """,
        """
        SELECT substr(day, 1, 7) AS month, sum(disbursed_ore) FROM movement
        WHERE day BETWEEN '2023-01-01' AND '2023-12-31' GROUP BY month
        """,
        """
        SELECT participant, sum(released_ore), sum(iif(day < '2023-01-01', disbursed_ore, 0)),
            sum(iif(day >= '2023-01-01', disbursed_ore, 0))
        FROM movement WHERE day <= '2023-12-31' AND participant IS NOT NULL GROUP BY participant
        """,
        """
        SELECT sum(iif(day < '2023-01-01', received_ore, 0)), sum(iif(day >= '2023-01-01', received_ore, 0))
        FROM movement WHERE day <= '2023-12-31' AND post IS NULL
        """,
    ]

    /// The voucher list, column for column.
    static let vouchers = """
        SELECT m.entry, m.day, j.recorded_at, m.paid_day, coalesce(m.voucher, t.voucher), m.participant, m.item,
            coalesce(m.area, t.area, d.area), m.post, m.kind, m.disbursed_ore, j.actor
        FROM movement AS m
        JOIN journal AS j ON j.seq = m.entry
        LEFT JOIN movement AS t ON t.entry = m.refers_to
        LEFT JOIN movement AS d ON d.entry = t.refers_to
        WHERE m.day BETWEEN '2023-01-01' AND '2023-12-31' AND m.disbursed_ore <> 0
        ORDER BY m.entry
        """
}
