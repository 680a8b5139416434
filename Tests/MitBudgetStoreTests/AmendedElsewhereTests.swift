import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore

/// A ledger that is open in one place while its terms are amended in another.
@Suite("Terms amended elsewhere")
struct AmendedElsewhereTests {
    @Test("The next command is decided by the new terms, and so is the next that is only considered")
    func next() throws {
        let desk = try Desk()
        let other = try Ledger(path: desk.path, access: .recording, patienceMilliseconds: 0)
        defer { other.close() }
        let late = Command.spend(.of(.kroner(1), voucher: "P-1", on: "2025-02-01"))
        let consultant = Caller(account: "login", claim: .consultant)
        func considered() throws -> Rule? {
            do {
                _ = try desk.ledger.consider(late, once: nil, by: consultant, today: desk.today)
                return nil
            } catch LedgerFailure.refused(let refusal, _) {
                return refusal.rule
            }
        }
        #expect(try considered() == .outsideWindow)
        let amendment = Amendment(terms: try .extended(), reason: "Forlænget", approval: nil)
        _ = try other.record(
            .amend(amendment, on: .later), by: Caller(account: "login", claim: .administrator),
            under: desk.circumstances)
        #expect(try considered() == nil)
        try desk.record(late)
        #expect(desk.ledger.programme.lastDay == "2025-06-30")
        // And back: what was open with the longer window is refused by the shorter one.
        let back = Amendment(terms: try .terms(lastDay: "2025-02-01"), reason: "Forkortet", approval: nil)
        _ = try other.record(
            .amend(back, on: .later), by: Caller(account: "login", claim: .administrator), under: desk.circumstances)
        #expect(throws: LedgerFailure.self) {
            try desk.record(.spend(.of(.kroner(1), voucher: "P-2", on: "2025-02-02")))
        }
        #expect(try desk.ledger.verify().findings == [])
    }
}
