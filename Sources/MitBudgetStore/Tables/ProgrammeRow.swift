import CSQLite
import MitBudget
import SQLite

/// The counts and sums in the one row of the table `programme`; the terms stand in the entry that its `terms_entry`
/// names.
struct ProgrammeRow {
    let received: Amount
    let repaid: Amount
    let placesTaken: Int
    let enrolled: Int
    let withdrawn: Int
    let waiting: Int
    let growth: Amount
    let closedThrough: Day?
    /// Whether a result was ever noted.
    let hasResults: Bool

    /// - Throws: a failure of kind `mismatch` if there is not exactly one row. Without it the file's fence is open and
    ///   nothing counts as spent, so no one may record.
    init(readFrom connection: Connection) throws(SQLiteFailure) {
        let found = try connection.first(
            """
            SELECT received_ore, repaid_ore, places_taken, enrolled, withdrawn, pending, pending_ore, closed_through,
                (SELECT count(*) FROM programme), EXISTS (SELECT 1 FROM result)
            FROM programme
            """
        ) { row throws(SQLiteFailure) in (row: try ProgrammeRow(row), count: try row.count(8)) }
        guard let found, found.count == 1 else {
            throw SQLiteFailure(code: SQLITE_MISMATCH, message: "the table programme does not have one row")
        }
        self = found.row
    }

    private init(_ row: Row) throws(SQLiteFailure) {
        received = try row.total(0)
        repaid = try row.total(1)
        placesTaken = try row.count(2)
        enrolled = try row.count(3)
        withdrawn = try row.count(4)
        waiting = try row.count(5)
        growth = try row.amount(6)
        closedThrough = try row.dayOrNull(7)
        hasResults = try row.integer(9) != 0
    }
}
