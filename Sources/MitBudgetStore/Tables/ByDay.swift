import MitBudget
import SQLite

extension Connection {
    /// By how much the number of citizens who hold a place changes, by day.
    func placeChanges() throws(SQLiteFailure) -> DailySums<Int> {
        var changes = DailySums<Int>()
        var rows = try rows("SELECT day, change FROM place_day ORDER BY day")
        while let row = try rows.next() { changes.add(try row.change(1), on: try row.day(0)) }
        return changes
    }

    /// What was spent on a citizen, net, by day.
    func spending(on reference: ParticipantReference) throws(SQLiteFailure) -> DailySums<Amount> {
        var spending = DailySums<Amount>()
        var rows = try rows(
            """
            SELECT day, sum(disbursed_ore) FROM movement WHERE participant = ? AND disbursed_ore <> 0
            GROUP BY day ORDER BY day
            """,
            reference.text)
        while let row = try rows.next() { spending.add(try row.amount(1), on: try row.day(0)) }
        return spending
    }
}
