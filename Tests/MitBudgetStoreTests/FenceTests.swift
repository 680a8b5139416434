import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

/// A statement from the sqlite3 shell, and what its abort must say.
struct Trespass: CustomTestStringConvertible {
    let name: String
    let sql: String
    let message: String

    var testDescription: String { name }

    init(_ name: String, _ message: String, sql: String) {
        (self.name, self.message, self.sql) = (name, message, sql)
    }

    /// A raw movement that names only what every movement has, and whatever else is given.
    init(
        _ name: String, _ message: String, _ kind: String = "disbursement", participant: String? = "B01",
        item: String = "1", post: String? = "citizens", amount: String = "100", day: String = "2023-02-10",
        entry: Int = 27, and more: [String: String] = [:]
    ) {
        func quoted(_ text: String?) -> String { text.map { "'\($0)'" } ?? "NULL" }
        let further = more.sorted { $0.key < $1.key }
        let columns = ["entry", "kind", "participant", "item", "post", "amount_ore", "day"] + further.map(\.key)
        let values =
            ["\(entry)", quoted(kind), quoted(participant), item, quoted(post), amount, quoted(day)]
            + further.map(\.value)
        self.init(
            name, message,
            sql: "INSERT INTO movement (\(columns.joined(separator: ", "))) VALUES (\(values.joined(separator: ", ")));"
        )
    }
}

extension Trespass {
    private static let row = "'2025-06-30T12:00:00Z', 'sofie', 'words-read', '2025-06-30', '{}', '\(hash)'"
    private static let hash = String(repeating: "a", count: 64)

    static let onTheJournal = [
        Trespass("an update", "journal", sql: "UPDATE journal SET body = '{}' WHERE seq = 13;"),
        Trespass("an update of nothing but the same", "journal", sql: "UPDATE journal SET actor = actor;"),
        Trespass("an update that may be ignored", "journal", sql: "UPDATE OR IGNORE journal SET day = '2023-01-01';"),
        Trespass("a deletion", "journal", sql: "DELETE FROM journal WHERE seq = 26;"),
        Trespass("a deletion of all", "journal", sql: "DELETE FROM journal;"),
        Trespass("an insert or replace", "journal", sql: "INSERT OR REPLACE INTO journal VALUES (13, \(row));"),
        Trespass("a replace", "journal", sql: "REPLACE INTO journal VALUES (26, \(row));"),
        Trespass("an insert or ignore", "journal", sql: "INSERT OR IGNORE INTO journal VALUES (26, \(row));"),
        Trespass(
            "an upsert", "journal",
            sql: "INSERT INTO journal VALUES (13, \(row)) ON CONFLICT (seq) DO UPDATE SET body = '{}';"),
        Trespass("an update or replace", "journal", sql: "UPDATE OR REPLACE journal SET seq = 25 WHERE seq = 26;"),
        Trespass("a number left out", "journal", sql: "INSERT INTO journal VALUES (28, \(row));"),
        Trespass("a number given twice", "journal", sql: "INSERT INTO journal VALUES (26, \(row));"),
        Trespass("number zero", "journal", sql: "INSERT INTO journal VALUES (0, \(row));"),
        Trespass("a negative number", "journal", sql: "INSERT INTO journal VALUES (-1, \(row));"),
        Trespass("no number", "journal", sql: "INSERT INTO journal VALUES (NULL, \(row));"),
        Trespass(
            "a time before the entry before", "journal",
            sql: "INSERT INTO journal VALUES (27, \(row.replacing("12:00:00", with: "11:59:59")));"
        ),
    ]

    static let onMovements = [
        Trespass("an update", "movement", sql: "UPDATE movement SET amount_ore = 1 WHERE entry = 13;"),
        Trespass(
            "an update or replace", "movement", sql: "UPDATE OR REPLACE movement SET entry = 12 WHERE entry = 13;"),
        Trespass("a deletion", "movement", sql: "DELETE FROM movement WHERE entry = 13;"),
        Trespass("a deletion of all", "movement", sql: "DELETE FROM movement;"),
        Trespass(
            "an insert or replace", "movement",
            sql: """
                INSERT OR REPLACE INTO movement (entry, kind, participant, item, post, amount_ore, day)
                VALUES (13, 'disbursement', 'B01', 1, 'citizens', 1, '2023-02-10');
                """),
        Trespass(
            "a replace", "movement",
            sql: """
                REPLACE INTO movement (entry, kind, participant, item, post, amount_ore, day)
                VALUES (13, 'disbursement', 'B01', 1, 'citizens', 1, '2023-02-10');
                """),
        Trespass(
            "an insert or ignore", "release-exceeded",
            sql: """
                INSERT OR IGNORE INTO movement (entry, kind, participant, item, post, amount_ore, day)
                VALUES (27, 'disbursement', 'B01', 1, 'citizens', 300001, '2023-02-10');
                """),
        Trespass("a movement without its entry in the journal", "movement"),
        Trespass("a movement for an entry of another kind", "movement", entry: 11),
        Trespass("a movement of no known kind", "movement", "gift"),
    ]

    static let againstRules = [
        Trespass("the day before the window", "outside-window", day: "2022-11-30"),
        Trespass("the day after the window", "outside-window", day: "2025-01-01"),
        Trespass("no day", "outside-window", and: [:]).replacing("'2023-02-10'", by: "NULL"),
        Trespass("the last closed day", "period-closed", day: "2023-01-31"),
        Trespass("an unknown citizen", "participant-unknown", participant: "B99"),
        Trespass("no citizen", "participant-unknown", participant: nil),
        Trespass("a withdrawn citizen", "participant-withdrawn", participant: "B02"),
        Trespass("a release to a withdrawn citizen", "participant-withdrawn", "release", participant: "B02"),
        Trespass("no approved plan", "plan-not-approved", participant: "B03"),
        Trespass("a release without an approved plan", "plan-not-approved", "release", participant: "B03"),
        Trespass("an unknown item", "item-unknown", item: "9"),
        Trespass("no item", "item-unknown", item: "NULL"),
        Trespass("one øre above the item", "item-exceeded", "release", amount: "300001"),
        Trespass("one øre above what is released", "release-exceeded", amount: "300001"),
        Trespass("one øre above what was never released", "release-exceeded", item: "2", amount: "1"),
        Trespass(
            "one øre above the post", "post-exceeded", "expense", participant: nil, item: "NULL", post: "project",
            amount: "19000001"),
        Trespass(
            "one øre above the grant", "grant-exceeded", "receipt", participant: nil, item: "NULL", post: nil,
            amount: "71400001"),
        Trespass("a voucher used", "voucher-used", and: ["voucher": "'K-1'"]),
        Trespass("a refund's voucher used", "voucher-used", and: ["voucher": "'K-2'"]),
        Trespass("one øre above what can be taken back", "retract-exceeds", "retraction", amount: "300001"),
        Trespass(
            "one øre above what can come back", "refund-exceeds", "refund", amount: "400001",
            and: ["refers_to": "13"]),
        Trespass("a refund of nothing", "not-reversible", "refund"),
        Trespass(
            "a reversal of a release", "not-reversible", "reversal", amount: "800000",
            and: ["refers_to": "12", "cancels": "'release'"]),
        Trespass(
            "a reversal of less", "not-reversible", "reversal", participant: nil, item: "NULL", post: "project",
            amount: "1", and: ["refers_to": "17", "cancels": "'expense'"]),
        Trespass("a reversal of nothing", "not-reversible", "reversal"),
        Trespass(
            "a second reversal", "already-reversed", "reversal", participant: nil, item: "NULL", post: "project",
            amount: "100000", and: ["refers_to": "18", "cancels": "'expense'"]),
        Trespass("nothing", "amount-not-positive", amount: "0"),
        Trespass("less than nothing", "amount-not-positive", amount: "-1"),
        Trespass("a release of less than nothing", "amount-not-positive", "release", amount: "-1"),
        Trespass(
            "a receipt of less than nothing", "amount-not-positive", "receipt", participant: nil, item: "NULL",
            post: nil, amount: "-1"),
        Trespass("no amount", "amount-not-positive", amount: "NULL"),
        Trespass("an unknown post", "post-unknown", "expense", participant: nil, item: "NULL", post: "wages"),
        Trespass("an expense on the citizens' post", "post-unknown", "expense", participant: nil, item: "NULL"),
        Trespass("a disbursement from another post", "post-unknown", post: "project"),
        Trespass("a disbursement from no post", "post-unknown", post: nil),
        Trespass("a receipt on a post", "post-unknown", "receipt", participant: nil, item: "NULL"),
    ]

    private func replacing(_ text: String, by other: String) -> Trespass {
        Trespass(name, message, sql: String(sql.split(separator: text).joined(separator: other)))
    }
}

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

    private func check(_ trespass: Trespass) throws {
        let desk = try Self.desk()
        let before = try desk.shell(".dump").output
        let answer = try desk.shell(trespass.sql)
        #expect(answer.errors.contains(trespass.message), "\(answer.errors)")
        #expect(!answer.errors.contains("NOT NULL") && !answer.errors.contains("syntax"), "\(answer.errors)")
        #expect(answer.status != 0)
        #expect(try desk.shell(".dump").output == before)
        #expect(try desk.ledger.verify().findings == [])
    }

    @Test("The journal can be neither changed nor numbered otherwise", arguments: Trespass.onTheJournal)
    func journal(_ trespass: Trespass) throws {
        try check(trespass)
    }

    @Test("Movements can be neither changed nor made up", arguments: Trespass.onMovements)
    func movements(_ trespass: Trespass) throws {
        try check(trespass)
    }

    @Test("A raw movement that breaks a rule aborts with the rule's id", arguments: Trespass.againstRules)
    func rules(_ trespass: Trespass) throws {
        try check(trespass)
        #expect(Rule(rawValue: trespass.message) != nil)
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
            try desk.shell(
                Trespass("", "", "expense", participant: nil, item: "NULL", post: "project", amount: "\(amount)").sql
            ).errors
        }
        #expect(try expense(95_200_000 - 1_200_000 - 400_000 + 1).contains("grant-exceeded"))
        #expect(try expense(95_200_000 - 1_200_000 - 400_000).contains("movement: a movement needs its entry"))
    }
}
