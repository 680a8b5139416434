import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

@Suite("Many commands in one transaction")
struct RecorderTests {
    private static let caller = Caller(account: "login", claim: .caseworker)
    /// After how many commands the tables trail behind: at once, on the way, never.
    private static let patiences = [0, 3, Int.max]

    /// B01 with 10.000 kr. approved and 8.000 released on item 1; the next entry is 10.
    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.record(.enrol(name: nil, caseNumber: nil, on: .enrolment))
        try desk.record(.draft("B01", .of([.new(.kroner(10_000))])))
        try desk.record(.approve("B01", on: .approval))
        try desk.record(.release("B01", item: 1, amount: .kroner(8_000), on: .release))
        return desk
    }

    private func purchases(_ count: Int, of amount: Amount, on recorder: Recorder) throws(LedgerFailure) {
        for number in 1...count {
            let voucher = VoucherReference(stringLiteral: "M-\(number)")
            try recorder.record(.disburse(.of(amount, to: "B01", voucher: voucher)), by: Self.caller)
        }
    }

    @Test(
        "What is kept stands in the file as if it had been recorded one by one, with the fence up again",
        arguments: patiences)
    func keeps(patience: Int) throws {
        let (many, single) = (try desk(), try desk())
        try many.ledger.recordMany(under: many.circumstances, trailingAfter: patience) {
            recorder throws(LedgerFailure) in
            try purchases(20, of: .kroner(100), on: recorder)
            return true
        }
        for number in 1...20 {
            let voucher = VoucherReference(stringLiteral: "M-\(number)")
            try single.record(.disburse(.of(.kroner(100), to: "B01", voucher: voucher)))
        }
        let dump = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
        for table in try single.query(dump).map({ $0[0].plain }) {
            #expect(try many.query("SELECT * FROM \(table)") == single.query("SELECT * FROM \(table)"), "\(table)")
        }
        #expect(try many.findings() == [])
        let fenced = try many.shell(
            "INSERT INTO movement (entry, kind, amount_ore, day) VALUES (99, 'expense', 1, '2020-01-01');")
        #expect(fenced.errors.contains("outside-window"))
    }

    @Test("What is not kept, or stops half-way, leaves no trace, and the fence stays up", arguments: patiences)
    func drops(patience: Int) throws {
        let desk = try desk()
        let before = try desk.query("SELECT * FROM sqlite_schema") + desk.query("SELECT * FROM journal")
        try desk.ledger.recordMany(under: desk.circumstances, trailingAfter: patience) {
            recorder throws(LedgerFailure) in
            try purchases(5, of: .kroner(1), on: recorder)
            return false
        }
        #expect(throws: LedgerFailure.self) {
            try desk.ledger.recordMany(under: desk.circumstances, trailingAfter: patience) {
                recorder throws(LedgerFailure) in
                try purchases(5, of: .kroner(1_601), on: recorder)
                return true
            }
        }
        #expect(try desk.query("SELECT * FROM sqlite_schema") + desk.query("SELECT * FROM journal") == before)
        #expect(try desk.findings() == [])
    }

    @Test("A refused command leaves no trace, and those after it are decided without it", arguments: patiences)
    func goesOn(patience: Int) throws {
        let desk = try desk()
        try desk.ledger.recordMany(under: desk.circumstances, trailingAfter: patience) {
            recorder throws(LedgerFailure) in
            try purchases(1, of: .kroner(5_000), on: recorder)
            #expect(throws: LedgerFailure.self) {
                try recorder.record(.disburse(.of(.kroner(3_001), to: "B01", voucher: "N-1")), by: Self.caller)
            }
            #expect(throws: LedgerFailure.self) {
                try recorder.record(.disburse(.of(.kroner(1), to: "B01", voucher: "M-1")), by: Self.caller)
            }
            try recorder.record(.disburse(.of(.kroner(3_000), to: "B01", voucher: "N-1")), by: Self.caller)
            return true
        }
        #expect(try desk.findings() == [])
        #expect(try desk.query("SELECT disbursed_ore FROM item") == [[.integer(800_000)]])
    }

    @Test("A voucher whose lines are all reversed may get another total", arguments: patiences)
    func anotherTotal(patience: Int) throws {
        let desk = try desk()
        try desk.ledger.recordMany(under: desk.circumstances, trailingAfter: patience) {
            recorder throws(LedgerFailure) in
            let line = Command.disburse(.of(.kroner(1), to: "B01", voucher: "F-1", total: .kroner(10)))
            let first = try recorder.record(line, by: Self.caller).recorded.number
            try recorder.record(.reverse(first, reason: "Fejl", on: .later), by: Self.caller)
            for total: Amount? in [.kroner(40), nil] {
                try recorder.record(
                    .disburse(.of(.kroner(20), to: "B01", voucher: "f-1", total: total)), by: Self.caller)
            }
            return true
        }
        #expect(try desk.findings() == [])
        #expect(try desk.query("SELECT count(*) FROM movement WHERE voucher_key = 'f-1'") == [[3]])
    }

    @Test("Every command is decided on all before it, wherever the tables are by then", arguments: [0, 1, 700, 1500])
    func trails(patience: Int) throws {
        let desk = try desk()
        try desk.ledger.recordMany(under: desk.circumstances, trailingAfter: patience) {
            recorder throws(LedgerFailure) in
            var spent: EntryNumber?
            for number in 1...2000 {
                let voucher = VoucherReference(stringLiteral: "M-\(number)")
                let disbursement = Disbursement.of(.kroner(3), to: "B01", voucher: voucher)
                let recorded = try recorder.record(.disburse(disbursement), by: Self.caller).recorded
                #expect(throws: LedgerFailure.self) {
                    let small = VoucherReference(stringLiteral: "m-\(number)")
                    let again = Disbursement.of(.kroner(3), to: "B01", voucher: small)
                    try recorder.record(.disburse(again), by: Self.caller)
                }
                if number % 97 == 0, let spent {
                    let reason = Wording.text("Twice")
                    try recorder.record(.reverse(spent, reason: reason, on: .purchase), by: Self.caller)
                    #expect(throws: LedgerFailure.self) {
                        try recorder.record(.reverse(spent, reason: reason, on: .purchase), by: Self.caller)
                    }
                }
                spent = recorded.number
            }
            return true
        }
        #expect(try desk.findings() == [])
        #expect(try desk.query("SELECT disbursed_ore FROM item") == [[.integer((2000 - 20) * 300)]])
    }

    @Test("A disk that fills up while the tables trail behind stops the work and leaves no trace", arguments: [0, 300])
    func fillsUp(patience: Int) throws {
        let desk = try desk()
        let before = try desk.query("SELECT * FROM sqlite_schema") + desk.query("SELECT * FROM journal")
        let pages = try #require(try desk.ledger.connection.first("PRAGMA page_count", as: Int64.self))
        _ = try desk.ledger.connection.rows(unsafeSQL: "PRAGMA max_page_count = \(pages + 40)").all { _ in () }
        let failure = #expect(throws: LedgerFailure.self) {
            try desk.ledger.recordMany(under: desk.circumstances, trailingAfter: patience) {
                recorder throws(LedgerFailure) in
                try purchases(7_000, of: .kroner(1), on: recorder)
                return true
            }
        }
        guard case .sqlite(let failure)? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(failure.kind == .full)
        #expect(try desk.query("SELECT * FROM sqlite_schema") + desk.query("SELECT * FROM journal") == before)
        #expect(try desk.findings() == [])
    }

    @Test(
        "The fence refuses at the end what a file's own limits do not allow",
        arguments: [
            ("UPDATE programme SET cap_ore = 450000", "cap-exceeded"),
            ("UPDATE post SET budget_ore = 450000 WHERE post = 'citizens'", "post-exceeded"),
            ("UPDATE programme SET grant_ore = 450000", "grant-exceeded"),
            ("UPDATE programme SET first_day = '2023-06-01'", "outside-window"),
        ])
    func refuses(sql: String, rule: String) throws {
        let desk = try desk()
        try desk.raw(sql)
        let failure = #expect(throws: LedgerFailure.self) {
            try desk.ledger.recordMany(under: desk.circumstances) { recorder throws(LedgerFailure) in
                try purchases(5, of: .kroner(1_000), on: recorder)
                return true
            }
        }
        // A cap in the file that is lower than what is already released violates the rule by itself.
        #expect(failure == .damaged(.tables(fence: rule)))
        #expect(try desk.query("SELECT count(*) FROM movement") == [[.integer(1)]])
    }

    @Test("A fence that is not the one that was made is not put up anew as if it were")
    func altered() throws {
        let desk = try desk()
        try desk.raw(
            """
            DROP TRIGGER movement_fence;
            CREATE TRIGGER movement_fence BEFORE INSERT ON movement BEGIN SELECT 1; END
            """)
        let failure = #expect(throws: LedgerFailure.self) {
            try desk.ledger.recordMany(under: desk.circumstances) { _ throws(LedgerFailure) in true }
        }
        guard case .sqlite(let failure)? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(failure.kind == .mismatch)
        #expect(try desk.findings() == [.schemaAltered("movement_fence")])
    }
}
