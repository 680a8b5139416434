import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore

/// Commands that are sent again under their key.
@Suite("Recording once")
struct OnceTests {
    private static let caller = Caller(account: "login", claim: .consultant)
    private static let once = Once("bank-1")

    private static func receipt(_ amount: Amount = .kroner(100), note: Wording? = "Første rate") -> Command {
        .receive(GrantPayment(amount: amount, voucher: "T-1", note: note), on: .purchase)
    }

    private func give(
        _ command: Command, _ once: Once, to desk: Desk, by caller: Caller = Self.caller
    ) throws -> Ledger.Recording {
        try desk.ledger.record(command, once: once, by: caller, under: desk.circumstances)
    }

    private func rule(_ work: () throws -> Void) -> Rule? {
        do {
            try work()
        } catch LedgerFailure.refused(let refusal, _) {
            return refusal.rule
        } catch {}
        return nil
    }

    @Test("The same again answers the entry that is there, reversed or not, and records nothing")
    func again() throws {
        let desk = try Desk()
        let first = try give(Self.receipt(), Self.once, to: desk)
        #expect(!first.isRepeated)
        #expect(first.recorded.entry.once == "bank-1")
        try desk.record(.reverse(first.recorded.number, reason: "Fejl", on: .later))
        let second = try give(Self.receipt(), Self.once, to: desk)
        #expect(second.isRepeated)
        #expect(second.recorded == first.recorded)
        #expect(try desk.ledger.verify().findings == [])
        #expect(try desk.ledger.anchor().number.value == first.recorded.number.value + 1)
    }

    @Test("Anything else under the key is refused, and so is anyone else")
    func other() throws {
        let desk = try Desk()
        try desk.record(.addStaff(StaffMember(id: "kurt", role: .consultant, account: "login", name: nil)))
        _ = try give(Self.receipt(), Self.once, to: desk)
        let others: [(Command, StaffID)] = [
            (Self.receipt(.kroner(101)), .consultant), (Self.receipt(note: "Anden rate"), .consultant),
            (Self.receipt(), "kurt"), (.closePeriod(through: .purchase), .consultant),
        ]
        for (command, actor) in others {
            let caller = Caller(account: "login", claim: actor)
            #expect(rule { _ = try give(command, Self.once, to: desk, by: caller) } == .onceUsed)
            #expect(
                rule {
                    _ = try desk.ledger.consider(command, once: Self.once, by: caller, today: desk.today)
                } == .onceUsed)
        }
        let caseworker = Caller(account: "login", claim: .caseworker)
        #expect(rule { _ = try give(Self.receipt(), Self.once, to: desk, by: caseworker) } == .notPermitted)
    }

    @Test("What was refused or only considered uses no key")
    func unused() throws {
        let desk = try Desk()
        #expect(rule { _ = try give(Self.receipt(.zero), Self.once, to: desk) } == .amountNotPositive)
        _ = try desk.ledger.consider(Self.receipt(), once: Self.once, by: Self.caller, today: desk.today)
        #expect(try !give(Self.receipt(), Self.once, to: desk).isRepeated)
    }

    @Test("A text that was erased is any text")
    func erased() throws {
        let desk = try Desk()
        let caseworker = Caller(account: "login", claim: .caseworker)
        func enrolment(_ name: Wording) -> Command { .enrol(name: name, caseNumber: nil, on: .enrolment) }
        let first = try give(enrolment("Sofie"), Self.once, to: desk, by: caseworker)
        #expect(rule { _ = try give(enrolment("Maja"), Self.once, to: desk, by: caseworker) } == .onceUsed)
        try desk.ledger.erase(
            "B01", reason: "Dom", override: "Dom", by: Caller(account: "login", claim: .administrator),
            under: desk.circumstances)
        #expect(try give(enrolment("Maja"), Self.once, to: desk, by: caseworker).recorded == first.recorded)
    }

    @Test(
        "Within many commands the second use answers the first, whether the tables trail behind or not",
        arguments: [0, 9])
    func many(patience: Int) throws {
        let desk = try Desk()
        try desk.ledger.recordMany(under: desk.circumstances, trailingAfter: patience) {
            recorder throws(LedgerFailure) in
            let first = try recorder.record(Self.receipt(), once: Self.once, by: Self.caller)
            let second = try recorder.record(Self.receipt(), once: Self.once, by: Self.caller)
            #expect(!first.isRepeated && second.isRepeated && first.recorded == second.recorded)
            #expect(throws: LedgerFailure.self) {
                try recorder.record(Self.receipt(.kroner(7)), once: Self.once, by: Self.caller)
            }
            return true
        }
        #expect(try give(Self.receipt(), Self.once, to: desk).isRepeated)
        #expect(try desk.ledger.verify().findings == [])
    }

    @Test(
        "Verification finds a key that stands for another entry, for none, or is gone",
        arguments: [
            "UPDATE once SET entry = 2", "DELETE FROM once", "INSERT INTO once (once, entry) VALUES ('bank-2', 2)",
        ])
    func verified(script: String) throws {
        let desk = try Desk()
        _ = try give(Self.receipt(), Self.once, to: desk)
        try desk.raw(script)
        let findings = try desk.ledger.verify().findings
        #expect(findings.count == 1)
        guard case .projectionDiffers(table: "once", _, _)? = findings.first else {
            Issue.record("\(findings)")
            return
        }
    }
}
