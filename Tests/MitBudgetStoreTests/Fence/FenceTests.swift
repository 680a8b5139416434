import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

@Suite("The fence in the file, from the sqlite3 shell")
struct FenceTests {
    /// Entry 26 enrols B03, who has no plan. Item 1 of B01 has 10.000 kr. approved, 7.000 released, 4.000 disbursed;
    /// the project has spent 12.000, and 238.000 came in. Closed through 31 January 2023.
    static func desk() throws -> Desk {
        let desk = try Desk()
        try desk.course()
        try desk.record(.enrol(name: nil, caseNumber: nil, on: .later))
        return desk
    }

    /// Makes the attempt in a shell, and expects an abort that leaves the contents unchanged.
    private func check(_ trespass: Trespass, settings: String = "") throws {
        let desk = try Self.desk()
        let before = try desk.shell(".dump").output
        let answer = try desk.shell(settings + trespass.sql)
        #expect(answer.errors.contains(trespass.message), "\(answer.errors)")
        for other in ["NOT NULL", "syntax", "no such table", "no such column"] {
            #expect(!answer.errors.contains(other))
        }
        #expect(answer.status != 0)
        #expect(try desk.shell(".dump").output == before)
        #expect(try desk.ledger.verify().findings == [])
    }

    /// Makes the attempt after inserting the journal row that belongs to it, and expects the same abort and no other
    /// row.
    private func checkBehindItsEntry(_ trespass: Trespass) throws {
        let entry = try #require(trespass.entry)
        let desk = try Self.desk()
        let tables = ".dump movement programme post item participant day_total"
        let before = try desk.shell(tables).output
        let answer = try desk.shell("BEGIN; \(entry)\n\(trespass.sql)\nCOMMIT;")
        #expect(answer.errors.contains(trespass.message), "\(answer.errors)")
        for other in ["NOT NULL", "syntax", "no such table", "no such column"] {
            #expect(!answer.errors.contains(other))
        }
        #expect(try desk.shell(tables).output == before)
    }

    @Test("The journal can be neither changed nor numbered otherwise", arguments: Trespass.changingTheJournal)
    func journal(_ trespass: Trespass) throws {
        try check(trespass)
    }

    @Test("Movements can be neither changed nor made up", arguments: Trespass.changingMovements)
    func movements(_ trespass: Trespass) throws {
        try check(trespass)
    }

    @Test(
        "No setting of the connection opens the fence",
        arguments: ["recursive_triggers = ON", "recursive_triggers = OFF", "ignore_check_constraints = ON"],
        [Trespass.changingTheJournal, Trespass.changingMovements].joined().filter { $0.sql.contains("REPLACE") })
    func settings(_ setting: String, _ trespass: Trespass) throws {
        try check(trespass, settings: "PRAGMA foreign_keys = OFF; PRAGMA \(setting);")
    }

    @Test(
        "A raw movement that breaks a rule aborts with the rule's id, also behind its entry in the journal",
        arguments: [Trespass.againstDaysAndPeople, Trespass.againstLimits, Trespass.againstCorrections].joined())
    func rules(_ trespass: Trespass) throws {
        try check(trespass)
        try checkBehindItsEntry(trespass)
        #expect(Rule(rawValue: trespass.message) != nil)
    }

    @Test("What is no whole number of øre is kept out by the table's own type", arguments: Trespass.mistyped)
    func types(_ trespass: Trespass) throws {
        try check(trespass)
        try checkBehindItsEntry(trespass)
    }

    @Test("A movement of a shape that no entry has is kept out, also behind an entry", arguments: Trespass.misshapen)
    func shapes(_ trespass: Trespass) throws {
        try check(trespass)
        try checkBehindItsEntry(trespass)
    }

    @Test("With its entry in the journal the rules hold as well, and exactly up to the limit a movement is let in")
    func limits() throws {
        func attempt(_ amount: Int) throws -> Outside {
            let hash = String(repeating: "b", count: 64)
            return try Self.desk().shell(
                """
                BEGIN;
                INSERT INTO journal
                VALUES (27, '2025-06-30T12:00:00Z', 'sofie', 'disbursement', '2023-02-10', '{}', '\(hash)');
                \(Trespass("", "", amount: "\(amount)").sql)
                COMMIT;
                """)
        }
        #expect(try attempt(300_001).errors.contains("release-exceeded"))
        let exact = try attempt(300_000)
        #expect(exact.errors == "" && exact.status == 0)
    }

    @Test("No item's approved amount, however it got there, lets a release break the cap")
    func cap() throws {
        let desk = try Self.desk()
        try desk.raw("UPDATE item SET approved_ore = 9000000 WHERE participant = 'B01'")
        let above = try desk.shell(Trespass("", "", "release", amount: "4300001").sql)
        #expect(above.errors.contains("cap-exceeded"))
        let exact = try desk.shell(Trespass("", "", "release", amount: "4300000").sql)
        #expect(exact.errors.contains("movement: a movement needs its entry"), "all rules passed: \(exact.errors)")
    }

    @Test("No budget of a post, however it got there, lets spending break the grant")
    func grant() throws {
        let desk = try Self.desk()
        try desk.raw("UPDATE post SET budget_ore = 999999999")
        func expense(_ amount: Int) throws -> String {
            try desk.shell(Trespass.general("", "", "expense", amount: "\(amount)").sql).errors
        }
        #expect(try expense(95_200_000 - 1_200_000 - 400_000 + 1).contains("grant-exceeded"))
        #expect(try expense(95_200_000 - 1_200_000 - 400_000).contains("movement: a movement needs its entry"))
    }
}
