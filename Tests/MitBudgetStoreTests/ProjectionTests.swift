import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

/// Every column of every projection is altered, one by one; each projection also gets a row too many and one too few.
@Suite("Verification of the projections")
struct ProjectionTests {
    /// A projection, the columns that name its rows, and the row that is altered.
    struct Table: CustomTestStringConvertible {
        let name: String
        let keys: [String]
        let condition: String
        let row: String

        var testDescription: String { name }
    }

    static let tables = [
        Table(name: "programme", keys: ["id"], condition: "id = 1", row: "1"),
        Table(name: "post", keys: ["position"], condition: "position = 2", row: "2"),
        Table(name: "staff", keys: ["staff"], condition: "staff = 'kim'", row: "kim"),
        Table(name: "login", keys: ["staff", "entry"], condition: "staff = 'kim'", row: "kim/24"),
        Table(name: "participant", keys: ["number"], condition: "number = 2", row: "2"),
        Table(
            name: "plan", keys: ["participant", "version"], condition: "participant = 'B01' AND version = 1",
            row: "B01/1"),
        Table(
            name: "plan_item", keys: ["participant", "version", "item"], condition: "participant = 'B01' AND item = 2",
            row: "B01/1/2"),
        Table(name: "item", keys: ["participant", "item"], condition: "item = 2", row: "B01/2"),
        Table(name: "movement", keys: ["entry"], condition: "entry = 13", row: "13"),
        Table(name: "attachment", keys: ["entry"], condition: "entry = 32", row: "32"),
        Table(name: "confirmation", keys: ["movement"], condition: "movement = 13", row: "13"),
        Table(name: "approval", keys: ["movement"], condition: "movement = 13", row: "13"),
        Table(
            name: "proof_total", keys: ["receipt", "payment", "approval"],
            condition: "receipt AND payment AND approval",
            row: "1/1/1"),
        Table(name: "period", keys: ["entry"], condition: "entry = 21", row: "21"),
        Table(
            name: "period_ceiling", keys: ["first_day", "post"],
            condition: "post = 'project' AND first_day = '2022-12-01'", row: "2022-12-01/project"),
        Table(name: "result", keys: ["participant", "entry"], condition: "entry = 27", row: "B01/27"),
        Table(
            name: "day_total", keys: ["day", "post"], condition: "day = '2025-03-03'", row: "2025-03-03/project"),
    ]

    /// The usual history with amended terms.
    private static func desk() throws -> Desk {
        let desk = try VerifyTests.desk()
        try desk.amending()
        let receipt = DocumentFile(Array("Møbelhuset: reol".utf8))
        try desk.record(.attach(.file(receipt), to: 13, as: .receipt))
        let sum = String(repeating: "0f", count: 32)
        try desk.record(.confirm(Confirmation(statement: sum, payments: [.init(entry: 13, line: 2)])))
        try desk.record(.approveVouchers(.entries([13])), by: .administrator)
        return desk
    }

    @Test("A column altered in one row is told by table, row and column", arguments: tables)
    func columns(_ table: Table) throws {
        let desk = try Self.desk()
        let columns = try desk.query("SELECT name, type FROM pragma_table_info('\(table.name)')").map {
            $0.map(\.plain)
        }
        #expect(columns.count > table.keys.count)
        for column in columns where !table.keys.contains(column[0]) {
            let name = column[0]
            let other = column[1] == "INTEGER" ? "coalesce(\(name) + 1, 1)" : "coalesce(\(name) || 'x', 'x')"
            let before = try desk.query("SELECT \(name) FROM \(table.name) WHERE \(table.condition)")
            try #require(before.count == 1)
            try desk.tamper("UPDATE \(table.name) SET \(name) = \(other) WHERE \(table.condition)")
            #expect(
                try desk.findings() == [.projectionDiffers(table: table.name, row: table.row, column: name)], "\(name)")
            let value = Self.literal(before[0][0])
            try desk.tamper("UPDATE \(table.name) SET \(name) = \(value) WHERE \(table.condition)")
        }
        #expect(try desk.findings() == [])
    }

    @Test("A missing row is told by table and row", arguments: tables)
    func missing(_ table: Table) throws {
        let desk = try Self.desk()
        try desk.tamper("DELETE FROM \(table.name) WHERE \(table.condition)")
        #expect(try desk.findings() == [.projectionDiffers(table: table.name, row: table.row, column: nil)])
    }

    @Test(
        "An extra row is told by table and row",
        arguments: [
            ("post", "INSERT INTO post (post, position, budget_ore) VALUES ('wages', 3, 1)", "3"),
            ("staff", "INSERT INTO staff VALUES ('abe', 'auditor', 'login', NULL, 2, NULL)", "abe"),
            (
                "participant",
                """
                INSERT INTO participant (participant, number, enrolled_entry, enrolled_day)
                VALUES ('B03', 3, 7, '2022-12-05')
                """, "3"
            ),
            (
                "plan",
                """
                INSERT INTO plan (participant, version, state, agreed_day, drafted_entry, total_ore)
                VALUES ('B01', 2, 'pending', '2023-01-10', 8, 1)
                """, "B01/2"
            ),
            ("plan_item", "INSERT INTO plan_item VALUES ('B01', 1, 3, 'job', 1, NULL)", "B01/1/3"),
            ("item", "INSERT INTO item (participant, item, area, in_force) VALUES ('B00', 1, 'job', 1)", "B00/1"),
            (
                "movement",
                """
                INSERT INTO movement (entry, kind, participant, item, post, amount_ore, day)
                VALUES (11, 'release', 'B01', 1, 'citizens', 1, '2023-02-01')
                """, "11"
            ),
            (
                "movement",
                """
                INSERT INTO movement (entry, kind, participant, item, post, amount_ore, day)
                VALUES (26, 'release', 'B01', 1, 'citizens', 1, '2023-02-01')
                """, "26"
            ),
            ("attachment", "INSERT INTO attachment VALUES (22, 13, 'receipt', 'text/plain', 1, 1, NULL)", "22"),
            ("confirmation", "INSERT INTO confirmation VALUES (15, 22, 3)", "15"),
            ("approval", "INSERT INTO approval VALUES (15, 22)", "15"),
            ("proof_total", "INSERT INTO proof_total VALUES (2, 0, 0, 1, 1)", "2/0/0"),
            ("period", "INSERT INTO period VALUES (22, 'period-closed', '2023-01-01')", "22"),
            ("period_ceiling", "INSERT INTO period_ceiling VALUES ('2023-01-01', '', '2023-12-31', 1)", "2023-01-01/"),
            ("result", "INSERT INTO result VALUES ('B01', 22, 'reached', '2023-01-01')", "B01/22"),
        ])
    func extra(table: String, sql: String, row: String) throws {
        let desk = try VerifyTests.desk()
        try desk.tamper(sql)
        #expect(try desk.findings() == [.projectionDiffers(table: table, row: row, column: nil)])
    }

    private static func literal(_ value: Value) -> String {
        switch value {
        case .integer(let number): "\(number)"
        case .text(let text): "'\(text)'"
        case .null, .real, .blob: "NULL"
        }
    }
}
