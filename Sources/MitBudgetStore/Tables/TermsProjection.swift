import MitBudget
import SQLite

extension Projection {
    /// Writes what the fence and the totals need of the terms: of the first entry, or of an amendment.
    /// - Parameter first: on this day and later no more places are held than the terms have.
    func put(_ terms: Programme, from first: Day) throws(SQLiteFailure) {
        try connection.run(
            """
            UPDATE programme SET
                terms_entry = ?, terms_day = ?, grant_ore = ?, places = ?, cap_ore = ?, first_day = ?, last_day = ?
            """,
            number.value, first.iso, terms.grant.ore, terms.places, terms.cap?.ore, terms.firstDay.iso,
            terms.lastDay.iso)
        // A post that is gone is named by no movement. Positions are unique, so the old ones make room first.
        try connection.run("UPDATE post SET position = -position")
        for (index, post) in terms.posts.enumerated() {
            try connection.run(
                """
                INSERT INTO post (post, position, budget_ore) VALUES (?, ?, ?)
                ON CONFLICT (post) DO UPDATE SET position = excluded.position, budget_ore = excluded.budget_ore
                """,
                post.name.text, index + 1, post.budget.ore)
        }
        try connection.run("DELETE FROM post WHERE position < 0")
        try connection.run("DELETE FROM period_ceiling")
        for ceiling in terms.periodCeilings {
            try connection.run(
                "INSERT INTO period_ceiling (first_day, post, last_day, budget_ore) VALUES (?, ?, ?, ?)",
                ceiling.period.firstDay.iso, ceiling.post, ceiling.period.lastDay.iso, ceiling.most.ore)
        }
    }

    /// Notes a result; the one that counts stands in the participant's row.
    func note(_ result: ResultCode?, for reference: ParticipantReference) throws(SQLiteFailure) {
        try connection.run(
            "INSERT INTO result (participant, entry, result, day) VALUES (?, ?, ?, ?)", reference.text, number.value,
            result?.text, day.iso)
        try connection.run(
            """
            UPDATE participant SET result = (
                SELECT result FROM result WHERE participant = ?1 ORDER BY day DESC, entry DESC LIMIT 1)
            WHERE participant = ?1
            """,
            reference.text)
    }
}

extension Programme {
    /// Every ceiling of a budget period, in order of day and post; that on each recipient has no post.
    var periodCeilings: [(period: BudgetPeriod, post: String, most: Amount)] {
        budgetPeriods.flatMap { period in
            (period.cap.map { [(period, "", $0)] } ?? []) + period.posts.map { (period, $0.name.text, $0.budget) }
        }
    }
}
