import MitBudget
import SQLite

/// Compares the movements that the entries imply with the stored ones, both in order of entry.
struct MovementComparison: ~Copyable {
    private static let columns = [
        "entry", "kind", "participant", "item", "area", "post", "amount_ore", "day", "paid_day", "origin_day",
        "voucher", "voucher_total_ore", "refers_to", "cancels",
    ]
    private var stored: Rows
    private var next: Row?

    init(connection: Connection) throws(SQLiteFailure) {
        var rows = try connection.rows(
            """
            SELECT entry, kind, participant, item, area, post, amount_ore, day, paid_day, origin_day, voucher,
                voucher_total_ore, refers_to, cancels
            FROM movement ORDER BY entry
            """)
        next = try rows.next()
        stored = rows
    }

    mutating func compare(_ expected: MovementRow?, at seq: Int64) throws(SQLiteFailure) -> [VerifyFinding] {
        var findings: [VerifyFinding] = []
        while let row = next, try row.integer(0) < seq { findings.append(try pass(row)) }
        var found = next
        if let row = found, try !row.holds(seq, at: 0) { found = nil }
        switch (expected, found) {
        case (nil, nil): break
        case (.some, nil): findings.append(.projectionDiffers(table: "movement", row: "\(seq)", column: nil))
        case (nil, let found?): findings.append(try pass(found))
        case (let expected?, let found?):
            if try !expected.isHeld(by: found) {
                for (index, wanted) in expected.values.enumerated() where try found.legibleValue(index) != wanted {
                    findings.append(
                        .projectionDiffers(table: "movement", row: "\(seq)", column: Self.columns[index]))
                }
            }
            next = try stored.next()
        }
        return findings
    }

    /// Reports the rows stored beyond the last entry.
    mutating func finish() throws(SQLiteFailure) -> [VerifyFinding] {
        var findings: [VerifyFinding] = []
        while let row = next { findings.append(try pass(row)) }
        return findings
    }

    /// Reports a row that no entry implies, and moves past it.
    private mutating func pass(_ row: Row) throws(SQLiteFailure) -> VerifyFinding {
        let entry = try row.integer(0)
        next = try stored.next()
        return .projectionDiffers(table: "movement", row: "\(entry)", column: nil)
    }
}

extension MovementRow {
    /// The columns, in the order of ``MovementComparison``.
    fileprivate var values: [Value] {
        [
            .integer(entry), .text(kind), participant.sqliteValue, item.sqliteValue, area.sqliteValue, post.sqliteValue,
            .integer(amountOre), .text(day), paidDay.sqliteValue, originDay.sqliteValue, voucher.sqliteValue,
            voucherTotalOre.sqliteValue, refersTo.sqliteValue, cancels.sqliteValue,
        ]
    }

    /// Whether a row holds exactly these values, byte for byte.
    fileprivate func isHeld(by row: Row) throws(SQLiteFailure) -> Bool {
        guard try row.holds(entry, at: 0), try row.holds(kind, at: 1), try row.holds(participant, at: 2),
            try row.holds(item.map(Int64.init), at: 3), try row.holds(area, at: 4), try row.holds(post, at: 5),
            try row.holds(amountOre, at: 6), try row.holds(day, at: 7), try row.holds(paidDay, at: 8),
            try row.holds(originDay, at: 9), try row.holds(voucher, at: 10),
            try row.holds(voucherTotalOre, at: 11), try row.holds(refersTo, at: 12), try row.holds(cancels, at: 13)
        else { return false }
        return true
    }
}

extension Verifier {
    /// Compares every other projection with what the journal implies, row by row.
    mutating func compareProjections() throws(SQLiteFailure) {
        guard let replay else { return }
        let implied = ImpliedRows(replay)
        try compare("programme", by: ["id"], with: implied.terms)
        try compare("post", by: ["position"], with: implied.posts)
        try compare("period_ceiling", by: ["first_day", "post"], with: implied.ceilings)
        try compare("result", by: ["participant", "entry"], with: implied.results)
        try compare("staff", by: ["staff"], with: implied.staff)
        try compare("participant", by: ["number"], with: implied.participants)
        try compare("plan", by: ["participant", "version"], with: implied.plans)
        try compare("plan_item", by: ["participant", "version", "item"], with: implied.planItems)
        try compare("item", by: ["participant", "item"], with: implied.items)
        try compare("period", by: ["entry"], with: implied.periods)
        try compare("day_total", by: ["day", "post"], with: implied.days)
        try compare("place_day", by: ["day"], with: implied.places)
        try compare("login", by: ["staff", "entry"], with: implied.logins)
        try compare("attachment", by: ["entry"], with: ImpliedRows.attachments(replay))
        try compare("approval", by: ["movement"], with: ImpliedRows.approvals(replay))
        try compare("confirmation", by: ["movement"], with: ImpliedRows.confirmations(replay))
        try compare("correction", by: ["entry"], with: ImpliedRows.corrections(replay))
        try compare("once", by: ["once"], with: replay.keys())
        // The last total is counted from tables, so it says nothing before these are right.
        guard !findings.contains(where: { $0.id == .projectionDiffers }) else { return }
        try compare("proof_total", by: ["receipt", "payment", "approval"], with: impliedProofs())
    }

    /// The totals of what proves the money, by the tables that were compared before: the journal implies those.
    private func impliedProofs() throws(SQLiteFailure) -> [[Value]] {
        let counted = try ProofTotals(connection: connection).counted(upTo: Int64.max, through: Day.last.iso)
        return (0..<8).map { number in
            let key = [number >> 2 & 1, number >> 1 & 1, number & 1]
            let total = counted.first { $0.key == key }
            return (key + [total?.vouchers ?? 0]).map { .integer(Int64($0)) } + [.integer(total?.net.ore ?? 0)]
        }
    }

    /// - Parameter key: the columns that name a row; both sides are sorted by them.
    private mutating func compare(
        _ table: String, by key: [String], with implied: some Sequence<[Value]>
    ) throws(SQLiteFailure) {
        let columns = try connection.rows(unsafeSQL: "SELECT name FROM pragma_table_info('\(table)')")
            .all { row throws(SQLiteFailure) in try row.text(0) }
        let keys = key.compactMap { columns.firstIndex(of: $0) }
        var stored = try connection.rows(unsafeSQL: "SELECT * FROM \(table) ORDER BY \(key.joined(separator: ", "))")
        var rows = implied.makeIterator()
        var (found, expected) = (try stored.next(), rows.next())
        while found != nil || expected != nil {
            let order = try compare(found, expected, of: table, columns: columns, keys: keys)
            if order != .second { found = try stored.next() }
            if order != .first { expected = rows.next() }
        }
    }

    /// Reports how a stored row differs from the implied one, and says which of them comes first by key.
    private mutating func compare(
        _ found: Row?, _ expected: [Value]?, of table: String, columns: [String], keys: [Int]
    ) throws(SQLiteFailure) -> Record.Order {
        // Nearly all rows are the same and need no closer look.
        if let found, let expected, try found.holds(expected) { return .same }
        let (one, other) = (Record(try found?.values(), keys: keys), Record(expected, keys: keys))
        let order = Record.order(one, other)
        switch order {
        case .same:
            for (column, (left, right)) in zip(columns, zip(one?.values ?? [], other?.values ?? []))
            where left != right {
                report(.projectionDiffers(table: table, row: one?.name ?? "", column: column))
            }
        case .first: report(.projectionDiffers(table: table, row: one?.name ?? "", column: nil))
        case .second: report(.projectionDiffers(table: table, row: other?.name ?? "", column: nil))
        }
        return order
    }
}

extension Row {
    /// All values as stored.
    fileprivate func values() throws(SQLiteFailure) -> [Value] {
        var values: [Value] = []
        for column in 0..<count { values.append(try legibleValue(column)) }
        return values
    }
}

/// A row of a table, to be compared with another.
private struct Record {
    enum Order {
        case first, second, same
    }

    let values: [Value]
    private let key: [Value]

    init?(_ values: [Value]?, keys: [Int]) {
        guard let values else { return nil }
        self.values = values
        key = keys.map { values[$0] }
    }

    var name: String {
        key.map { value in
            switch value {
            case .integer(let number): "\(number)"
            case .text(let text): text
            case .null, .real, .blob: "?"
            }
        }.joined(separator: "/")
    }

    /// Which of two rows comes first by key, as SQLite sorts.
    static func order(_ one: Record?, _ other: Record?) -> Order {
        guard let one else { return .second }
        guard let other else { return .first }
        for (left, right) in zip(one.key, other.key) where left != right {
            switch (left, right) {
            case (.integer(let left), .integer(let right)): return left < right ? .first : .second
            case (.text(let left), .text(let right)):
                return left.utf8.lexicographicallyPrecedes(right.utf8) ? .first : .second
            default: return .first
            }
        }
        return .same
    }
}
