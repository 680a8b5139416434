import CSQLite
import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore
@testable import SQLite

/// A decision costs the same however large the ledger is. The cost is counted in steps of SQLite's machine, never in
/// time.
@Suite("What a decision costs")
struct CostTests {
    /// A ledger with room for many citizens, and one citizen who can get more entries.
    private final class GrowingLedger {
        let desk: Desk
        private var vouchers = 0

        init() throws {
            desk = try Desk(
                .terms(
                    grant: .kroner(900_000_000), citizens: .kroner(800_000_000), project: .kroner(1_000_000),
                    places: 10_000, cap: nil))
        }

        func voucher() -> VoucherReference {
            vouchers += 1
            return VoucherReference(stringLiteral: "V-\(vouchers)")
        }

        /// Adds citizens, each with a purchase, a refund and its reversal: nine entries each, one of them the
        /// project's.
        func grow(by citizens: Int) throws {
            for _ in 0..<citizens {
                let reference = try enrol()
                try desk.record(.draft(reference, .of([.new(.kroner(100)), .new(.kroner(50))])))
                try desk.record(.approve(reference, on: .approval))
                try desk.record(.release(reference, item: 1, amount: nil, on: .release))
                let spent = try desk.record(.disburse(.of(.kroner(60), to: reference, voucher: voucher()))).number
                try desk.record(.disburse(.of(.kroner(10), to: reference, voucher: voucher())))
                let back = try desk.record(
                    .refund(spent, amount: .kroner(20), voucher: voucher(), on: .refund)
                ).number
                try desk.record(.reverse(back, reason: "Fejl", on: .later))
                try desk.record(.spend(.of(.kroner(1), voucher: voucher())))
            }
        }

        func enrol() throws -> ParticipantReference {
            try desk.record(.enrol(name: "Navn", caseNumber: nil, on: .enrolment))
            return try #require(ParticipantReference(number: try desk.ledger.enrolled))
        }

        /// The steps that each kind of entry takes, including its commit.
        func steps() throws -> [EntryKind: Int] {
            var steps: [EntryKind: Int] = [:]
            func count(_ command: Command) throws -> EntryNumber {
                _ = self.count()
                let recorded = try desk.record(command)
                steps[recorded.entry.event.kind] = self.count()
                return recorded.number
            }
            _ = try count(.enrol(name: "Navn", caseNumber: nil, on: .enrolment))
            let one = try #require(ParticipantReference(number: try desk.ledger.enrolled))
            _ = try count(.draft(one, .of([.new(.kroner(100))])))
            _ = try count(.reject(one, reason: "For dyrt"))
            try desk.record(.draft(one, .of([.new(.kroner(100))])))
            _ = try count(.approve(one, on: .approval))
            _ = try count(.release(one, item: 2, amount: nil, on: .release))
            _ = try count(.retract(one, item: 2, amount: .kroner(1), reason: "Fejl", on: .later))
            let spent = try count(.disburse(.of(.kroner(60), to: one, item: 2, voucher: voucher())))
            let back = try count(.refund(spent, amount: .kroner(1), voucher: voucher(), on: .refund))
            _ = try count(.reverse(back, reason: "Fejl", on: .later))
            _ = try count(.spend(.of(.kroner(1), voucher: voucher())))
            _ = try count(.receive(amount: .kroner(1), voucher: voucher(), on: .release))
            _ = try count(.readWords(one, scope: .identity, purpose: "Tilsyn"))
            _ = try count(.withdraw(one, reason: "Flyttet", on: .later))
            return steps
        }

        /// The steps that a standing takes.
        func stepsOfStanding() throws -> Int {
            _ = count()
            try desk.ledger.standing(.init(), today: desk.today, withDays: false) { _, _, _ throws(LedgerFailure) in }
            return count()
        }

        /// The statements kept so far.
        func statements() throws -> [OpaquePointer] {
            let database = try desk.ledger.connection.database()
            return Array(
                sequence(first: sqlite3_next_stmt(database, nil)) { sqlite3_next_stmt(database, $0) }.compactMap(\.self)
            )
        }

        /// Steps taken since the last count.
        private func count() -> Int {
            ((try? statements()) ?? []).reduce(0) { $0 + Int(sqlite3_stmt_status($1, SQLITE_STMTSTATUS_VM_STEP, 1)) }
        }
    }

    @Test("An entry takes as many steps in a ledger of two thousand entries as in one of two hundred")
    func steps() throws {
        let growing = try GrowingLedger()
        try growing.grow(by: 20)
        let small = try growing.steps()
        try growing.grow(by: 200)
        let large = try growing.steps()
        #expect(try growing.desk.ledger.anchor().number > 2_000)
        #expect(small.count == 13)
        for (kind, steps) in small {
            let more = try #require(large[kind])
            #expect(steps > 100 && Double(more) < 1.2 * Double(steps), "\(kind.rawValue): \(steps), then \(more)")
        }
    }

    @Test("Where everything stands takes as many steps for three hundred citizens as for half of them")
    func standing() throws {
        let growing = try GrowingLedger()
        try growing.grow(by: 150)
        let small = try growing.stepsOfStanding()
        try growing.grow(by: 150)
        let large = try growing.stepsOfStanding()
        #expect(small > 50 && large == small, "\(small), then \(large)")
    }

    @Test("No statement of a decision or a recording reads a growing table from end to end")
    func plans() throws {
        let growing = try GrowingLedger()
        try growing.grow(by: 2)
        _ = try growing.steps()
        let tables = ["journal", "words", "movement", "participant", "plan", "plan_item", "item", "period"]
        var explained = 0
        for statement in try growing.statements() {
            guard let text = sqlite3_sql(statement).map({ String(cString: $0) }),
                ["SELECT", "INSERT", "UPDATE"].contains(where: text.hasPrefix)
            else { continue }
            // The latest entry is read from the end, one row of it. For a new entry SQLite plans to scan for broken
            // references to it, but only if there are any; the steps show that it does not.
            if text.hasSuffix("ORDER BY seq DESC LIMIT 1") || text.hasPrefix("INSERT INTO journal") { continue }
            explained += 1
            let prepared = try Statement.explain(text, on: growing.desk.ledger.connection.database())
            for line in prepared where line.hasPrefix("SCAN") {
                let table = line.split(separator: " ")[1]
                #expect(!tables.contains(String(table)), "\(line) in \(text)")
            }
        }
        #expect(explained > 30, "\(explained)")
    }
}

extension Statement {
    /// The lines of a statement's query plan.
    fileprivate static func explain(_ sql: String, on database: OpaquePointer) throws -> [String] {
        var handle: OpaquePointer?
        defer { sqlite3_finalize(handle) }
        try #require(sqlite3_prepare_v2(database, "EXPLAIN QUERY PLAN " + sql, -1, &handle, nil) == SQLITE_OK)
        var lines: [String] = []
        while sqlite3_step(handle) == SQLITE_ROW {
            if let line = sqlite3_column_text(handle, 3) { lines.append(String(cString: line)) }
        }
        return lines
    }
}
