import MitBudget
import SQLite

extension Accounts {
    /// Writes the running totals into their tables: those of the programme, of every post, of every day on which places
    /// change, of every day on which money was spent since the accounts began, and of some citizens with their items.
    func writeTotals(of citizens: [Participant], on connection: Connection) throws(SQLiteFailure) {
        try connection.run(
            "UPDATE programme SET received_ore = ?, repaid_ore = ?, places_taken = ?", received.ore, repaid.ore,
            placesTaken)
        try connection.run("DELETE FROM place_day")
        for item in placeChanges.items {
            try connection.run("INSERT INTO place_day (day, change) VALUES (?, ?)", item.day.iso, item.sum)
        }
        for (post, balance) in posts {
            try connection.run(
                "UPDATE post SET approved_ore = ?, released_ore = ?, disbursed_ore = ? WHERE post = ?",
                balance.approved.ore, balance.released.ore, balance.disbursed.ore, post.text)
        }
        for (post, days) in days {
            for (day, total) in days {
                try connection.run(
                    """
                    INSERT INTO day_total (day, post, disbursed_ore, incurred_ore) VALUES (?, ?, ?, ?)
                    ON CONFLICT (day, post) DO UPDATE SET
                        disbursed_ore = disbursed_ore + excluded.disbursed_ore,
                        incurred_ore = incurred_ore + excluded.incurred_ore
                    """,
                    day.iso, post.text, total.disbursed.ore, total.incurred.ore)
            }
        }
        for citizen in citizens { try citizen.writeTotals(on: connection) }
    }
}

extension Accounts.Participant {
    fileprivate func writeTotals(on connection: Connection) throws(SQLiteFailure) {
        let (reference, balance) = (account.reference.text, account.balance)
        try connection.run(
            "UPDATE participant SET approved_ore = ?, released_ore = ?, disbursed_ore = ? WHERE participant = ?",
            balance.approved.ore, balance.released.ore, balance.disbursed.ore, reference)
        for item in items.values {
            try connection.run(
                """
                UPDATE item SET first_release_day = ?, approved_ore = ?, released_ore = ?, disbursed_ore = ?
                WHERE participant = ? AND item = ?
                """,
                item.firstRelease?.iso, item.balance.approved.ore, item.balance.released.ore,
                item.balance.disbursed.ore, reference, item.number.value)
        }
    }
}
