import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

/// A file that someone altered is refused, and never ends the program.
@Suite("Trust in what was not checked")
struct TrustTests {
    /// What every command does with a ledger, each on a connection of its own.
    private static func uses(of desk: Desk) -> [(name: String, use: () throws -> Void)] {
        let caller = Caller(account: "login", claim: .caseworker)
        func open(_ access: Ledger.Access, _ work: (Ledger) throws(LedgerFailure) -> Void) throws(LedgerFailure) {
            try Ledger.with(path: desk.path, access: access, work)
        }
        return [
            (
                "status",
                {
                    try open(.reading) { ledger throws(LedgerFailure) in
                        _ = try ledger.standing(.init(), today: .windowEnd)
                    }
                }
            ),
            (
                "status as of a day",
                {
                    try open(.reading) { ledger throws(LedgerFailure) in
                        _ = try ledger.standing(.init(asOf: .windowEnd), today: .windowEnd)
                    }
                }
            ),
            ("anchor", { try open(.reading) { ledger throws(LedgerFailure) in _ = try ledger.anchor() } }),
            (
                "a purchase",
                {
                    let command = Command.disburse(.of(.ore(1), voucher: "N-1"))
                    try open(.recording) { ledger throws(LedgerFailure) in
                        _ = try ledger.record(command, by: caller, under: desk.circumstances)
                    }
                }
            ),
            (
                "an enrolment",
                {
                    let command = Command.enrol(name: nil, caseNumber: nil, on: .later)
                    try open(.recording) { ledger throws(LedgerFailure) in
                        _ = try ledger.record(command, by: caller, under: desk.circumstances)
                    }
                }
            ),
            (
                "an import",
                {
                    let command = Command.draft("B01", .of([.new(.kroner(1))], agreedOn: .later))
                    try open(.recording) { ledger throws(LedgerFailure) in
                        try ledger.recordMany(under: desk.circumstances) { recorder throws(LedgerFailure) in
                            try recorder.record(command, by: caller)
                            return true
                        }
                    }
                }
            ),
        ]
    }

    /// Expects that each use either succeeds or finds the file damaged, and that some use does the latter.
    private func expectDamage(_ desk: Desk, allDamaged: Bool = false, _ what: String) throws {
        let before = try desk.query("SELECT seq, hash FROM journal")
        var damages = 0
        for (name, use) in Self.uses(of: desk) {
            do {
                try use()
            } catch let failure as LedgerFailure {
                if failure.isOfTheFile { damages += 1 } else { Issue.record("\(what), \(name): \(failure)") }
            }
        }
        #expect(damages > 0, "\(what)")
        if allDamaged { #expect(damages == Self.uses(of: desk).count, "\(what)") }
        if allDamaged { #expect(try desk.query("SELECT seq, hash FROM journal") == before) }
    }

    private static func desk() throws -> Desk {
        let desk = try Desk()
        try desk.course()
        try desk.record(.draft("B01", .of([.keep(1, .kroner(9_000))], agreedOn: .later)))
        return desk
    }

    @Test(
        "Whatever in the schema is not as it was made, no row is read and nothing recorded",
        arguments: [
            "DROP TRIGGER movement_fence", "DROP INDEX movement_of_voucher", "CREATE TABLE note (text TEXT)",
            "CREATE VIEW other AS SELECT 1", "ALTER TABLE staff ADD COLUMN password TEXT",
            "CREATE TRIGGER skim AFTER INSERT ON journal BEGIN SELECT 1; END", "ANALYZE",
        ])
    func schema(_ script: String) throws {
        let desk = try Self.desk()
        try desk.raw(script)
        try expectDamage(desk, allDamaged: true, script)
        #expect(try Ledger.verify(path: desk.path, by: Caller(account: "login")).findings.map(\.id) == [.schemaAltered])
    }

    @Test("A schema that was made in another order is the same schema")
    func order() throws {
        let desk = try Self.desk()
        try desk.tamper("SELECT 1")
        try desk.ledger.connection.run("VACUUM")
        try Ledger.with(path: desk.path, access: .recording) { ledger throws(LedgerFailure) in
            _ = try ledger.anchor()
        }
        let isAsMade = try Schema.isAsMade(on: desk.ledger.connection)
        #expect(isAsMade)
    }

    @Test(
        "A view in the place of a table is what verification finds, without reading it",
        arguments: ["journal", "staff"])
    func view(_ table: String) throws {
        let desk = try Self.desk()
        desk.ledger.close()
        try desk.raw(
            """
            PRAGMA legacy_alter_table = ON; ALTER TABLE \(table) RENAME TO kept;
            CREATE VIEW \(table) AS WITH RECURSIVE more (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more)
                SELECT kept.* FROM more, kept;
            """)
        try expectDamageOfSchema(desk)
        let found = try Ledger.verify(path: desk.path, by: Caller(account: "nobody"))
        #expect(found.entries == 0 && found.findings.contains(.schemaAltered(table)))
    }

    private func expectDamageOfSchema(_ desk: Desk) throws {
        for (name, use) in Self.uses(of: desk) {
            let failure = #expect(throws: LedgerFailure.self, "\(name)") { try use() }
            #expect(failure?.isOfTheFile == true, "\(name)")
        }
    }

    @Test(
        "Without exactly one row of the programme no one records",
        arguments: [
            "DELETE FROM programme",
            """
            PRAGMA ignore_check_constraints = ON;
            INSERT INTO programme (id, programme, terms_entry, terms_day, grant_ore, places, first_day, last_day)
            SELECT 2, programme, terms_entry, terms_day, grant_ore, places, first_day, last_day FROM programme
            """,
        ])
    func programme(_ script: String) throws {
        let desk = try Self.desk()
        try desk.raw(script)
        let before = try desk.query("SELECT count(*) FROM journal")
        for (name, use) in Self.uses(of: desk) where name != "anchor" && name != "status as of a day" {
            let failure = #expect(throws: LedgerFailure.self, "\(name)") { try use() }
            #expect(failure?.isOfTheFile == true, "\(name): \(String(describing: failure))")
        }
        #expect(try desk.query("SELECT count(*) FROM journal") == before)
    }

    private static let figures: [Int64] = [.min, .max, -1, -.max, 1 << 62]

    @Test("A figure that no ledger can have is damage, wherever it stands", arguments: figures)
    func impossible(_ figure: Int64) throws {
        let columns = try Self.desk().query(
            """
            SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
            WHERE t.type = 'table' AND c.type = 'INTEGER' AND c.pk = 0
                AND t.name IN (
                    'programme', 'post', 'participant', 'plan', 'plan_item', 'item', 'day_total', 'movement',
                    'place_day')
                AND c.name NOT LIKE '%_words' AND c.name NOT LIKE '%_entry' AND c.name NOT IN ('refers_to')
            """)
        #expect(columns.count >= 30)
        for (table, column) in columns.map({ ($0[0].plain, $0[1].plain) }) {
            let desk = try Self.desk()
            // If every row must be different, only one is altered.
            try desk.tamper("UPDATE OR IGNORE \(table) SET \(column) = \(figure)")
            for (name, use) in Self.uses(of: desk) {
                do {
                    try use()
                } catch let failure as LedgerFailure {
                    #expect(failure.isOfTheFile || failure.isRefusal, "\(table).\(column), \(name): \(failure)")
                }
            }
            #expect(try desk.ledger.verify().findings != [], "\(table).\(column)")
            if table == "programme", !["grant_ore", "places", "cap_ore"].contains(column),
                column != "pending_ore" || figure != -1
            {
                #expect(throws: LedgerFailure.self, "\(table).\(column)") { try Self.uses(of: desk)[0].use() }
            }
        }
    }

    @Test("Limits that are not the terms' are damage where the fence goes by them", arguments: [.min, -1, 0, 100])
    func limits(figure: Int64) throws {
        let receive = Command.receive(GrantPayment(amount: .kroner(1), voucher: "R-9", note: nil), on: .purchase)
        let disburse = Command.disburse(.of(.ore(1), voucher: "N-1"))
        for (table, column, actor, command) in [
            ("programme", "grant_ore", StaffID.consultant, receive), ("post", "budget_ore", .caseworker, disburse),
        ] {
            let desk = try Self.desk()
            try desk.tamper("UPDATE \(table) SET \(column) = \(figure)")
            let caller = Caller(account: "login", claim: actor)
            for many in [false, true] {
                let failure = #expect(throws: LedgerFailure.self, "\(table), \(many)") {
                    let ledger = try Ledger(path: desk.path, access: .recording)
                    defer { ledger.close() }
                    guard many else {
                        _ = try ledger.record(command, by: caller, under: desk.circumstances)
                        return
                    }
                    try ledger.recordMany(under: desk.circumstances) { recorder throws(LedgerFailure) in
                        try recorder.record(command, by: caller)
                        return true
                    }
                }
                let fence = table == "post" ? "post-exceeded" : "grant-exceeded"
                #expect(failure == .damaged(.tables(fence: fence)), "\(table), \(many)")
            }
        }
    }

    @Test("Text that is no day is told by table and column, and not repeated")
    func place() throws {
        let desk = try Self.desk()
        try desk.tamper("UPDATE programme SET closed_through = 'Hemmelig'")
        do {
            try Self.uses(of: desk)[0].use()
            Issue.record("it was read")
        } catch LedgerFailure.sqlite(let failure) {
            #expect(failure.message == "programme.closed_through holds what it cannot hold")
        }
    }

    @Test("Amounts that sum beyond all counting are damage, or found")
    func sums() throws {
        let desk = try Self.desk()
        try desk.tamper(
            """
            PRAGMA ignore_check_constraints = ON;
            WITH RECURSIVE n (n) AS (SELECT 100 UNION ALL SELECT n + 1 FROM n WHERE n < 10100)
            INSERT INTO post SELECT 'p' || n, n, \(Amount.limit), \(Amount.limit), 0, 0 FROM n
            """)
        #expect(throws: LedgerFailure.self) { try Self.uses(of: desk)[0].use() }
        #expect(try !desk.ledger.verify().isClean)
        let most: Amount = .ore(Amount.limit)
        let sum = (0..<10_000).reduce(Amount.zero) { sum, _ in sum + most }
        #expect(sum.ore == Int64.max && (-sum - sum).ore == Int64.min)
        #expect((.zero - (-sum - sum)).ore == Int64.max)
    }
}

extension LedgerFailure {
    /// Whether the program ends with 65 on it: the file's contents are impossible.
    fileprivate var isOfTheFile: Bool {
        switch self {
        case .damaged: true
        case .sqlite(let failure): failure.kind == .mismatch
        default: false
        }
    }

    fileprivate var isRefusal: Bool {
        if case .refused = self { true } else { false }
    }
}
