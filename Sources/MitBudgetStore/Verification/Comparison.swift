import MitBudget
import SQLite

/// Compares the movements that the entries imply with the stored ones, both in order of entry.
struct MovementComparison {
    static let query: StaticString = """
        SELECT entry, kind, participant, item, area, post, amount_ore, day, paid_day, voucher, refers_to, cancels
        FROM movement ORDER BY entry
        """
    private static let columns = [
        "entry", "kind", "participant", "item", "area", "post", "amount_ore", "day", "paid_day", "voucher", "refers_to",
        "cancels",
    ]
    private var next: [Value]?
    private var hasStarted = false

    mutating func compare(
        _ expected: MovementRow?, at seq: Int64, with stored: inout Rows
    ) throws(SQLiteFailure) -> [Finding] {
        if !hasStarted {
            hasStarted = true
            next = try Self.read(&stored)
        }
        var findings: [Finding] = []
        while case .integer(let entry)? = next?.first, entry < seq {
            findings.append(.projectionDiffers(table: "movement", row: "\(entry)", column: nil))
            next = try Self.read(&stored)
        }
        let isHere = next?.first == .integer(seq)
        switch (expected, isHere ? next : nil) {
        case (nil, nil): break
        case (.some, nil), (nil, .some):
            findings.append(.projectionDiffers(table: "movement", row: "\(seq)", column: nil))
        case (let expected?, let found?):
            for (column, (wanted, value)) in zip(Self.columns, zip(expected.values, found)) where wanted != value {
                findings.append(.projectionDiffers(table: "movement", row: "\(seq)", column: column))
            }
        }
        if isHere { next = try Self.read(&stored) }
        return findings
    }

    /// What is stored beyond the last entry.
    mutating func finish(_ stored: inout Rows) throws(SQLiteFailure) -> [Finding] {
        var findings: [Finding] = []
        while let row = next {
            if case .integer(let entry)? = row.first {
                findings.append(.projectionDiffers(table: "movement", row: "\(entry)", column: nil))
            }
            next = try Self.read(&stored)
        }
        return findings
    }

    private static func read(_ stored: inout Rows) throws(SQLiteFailure) -> [Value]? {
        guard let row = try stored.next() else { return nil }
        var values: [Value] = []
        for column in columns.indices { values.append(try row.legibleValue(column)) }
        return values
    }
}

extension MovementRow {
    /// The columns, in the order of ``MovementComparison/query``.
    var values: [Value] {
        [
            .integer(entry), .text(kind), participant.sqliteValue, item.sqliteValue, area.sqliteValue, post.sqliteValue,
            .integer(amountOre), .text(day), paidDay.sqliteValue, voucher.sqliteValue, refersTo.sqliteValue,
            cancels.sqliteValue,
        ]
    }
}

extension Verifier {
    /// The projections that are small enough to be rebuilt, with how a row of each is named.
    private static let tables: [(name: String, key: [String])] = [
        ("programme", ["id"]), ("post", ["position"]), ("staff", ["staff"]), ("participant", ["number"]),
        ("plan", ["participant", "version"]), ("plan_item", ["participant", "version", "item"]),
        ("item", ["participant", "item"]), ("period", ["entry"]), ("day_total", ["day"]),
    ]

    /// Compares every other projection with the one rebuilt from the journal, row by row. The rebuilt rows come from
    /// the same statements that wrote the stored ones; the totals in them come from the replay, which the triggers that
    /// keep the stored totals never saw.
    mutating func compareProjections() throws(SQLiteFailure) {
        guard let accounts = replay?.accounts else { return }
        try accounts.writeTotals(of: accounts.participants, on: rebuilt)
        try accounts.writeCounts(on: rebuilt)
        for table in Self.tables {
            let query = "SELECT * FROM \(table.name) ORDER BY \(table.key.joined(separator: ", "))"
            let columns = try rebuilt.rows(unsafeSQL: "SELECT name FROM pragma_table_info('\(table.name)')")
                .all { row throws(SQLiteFailure) in try row.text(0) }
            let keys = table.key.compactMap { columns.firstIndex(of: $0) }
            var stored = Cursor(try connection.rows(unsafeSQL: query), keys: keys)
            var wanted = Cursor(try rebuilt.rows(unsafeSQL: query), keys: keys)
            var found = try stored.next()
            var expected = try wanted.next()
            while found != nil || expected != nil {
                switch Cursor.order(found, expected) {
                case .same:
                    for (column, (one, other)) in zip(columns, zip(found?.values ?? [], expected?.values ?? []))
                    where one != other {
                        report(.projectionDiffers(table: table.name, row: found?.name ?? "", column: column))
                    }
                    found = try stored.next()
                    expected = try wanted.next()
                case .first:
                    report(.projectionDiffers(table: table.name, row: found?.name ?? "", column: nil))
                    found = try stored.next()
                case .second:
                    report(.projectionDiffers(table: table.name, row: expected?.name ?? "", column: nil))
                    expected = try wanted.next()
                }
            }
        }
    }
}

/// A table's rows in order of key.
private struct Cursor: ~Copyable {
    struct Record {
        let values: [Value]
        let key: [Value]

        var name: String {
            key.map { value in
                switch value {
                case .integer(let number): "\(number)"
                case .text(let text): text
                case .null, .real, .blob: "?"
                }
            }.joined(separator: "/")
        }
    }

    enum Order {
        case first, second, same
    }

    private var rows: Rows
    private let keys: [Int]

    init(_ rows: consuming Rows, keys: [Int]) {
        self.rows = rows
        self.keys = keys
    }

    mutating func next() throws(SQLiteFailure) -> Record? {
        guard let row = try rows.next() else { return nil }
        var values: [Value] = []
        for column in 0..<row.count { values.append(try row.legibleValue(column)) }
        return Record(values: values, key: keys.map { values[$0] })
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
