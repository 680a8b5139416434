import MitBudget
import TestSupport
import Testing

/// A command with a day from the user, and how the window limits it.
private struct Dated: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let mayFollow: Bool
    var mayPrecede = false
    let command: @Sendable (Day) -> Command

    /// On a ledger where B01 has 60 of 100 kr. released, entry 10 spent 40 and entry 11 received 1 kr.
    static let all = [
        Dated(testDescription: "enrol", mayFollow: false) { .enrol(name: nil, caseNumber: nil, on: $0) },
        Dated(testDescription: "draft", mayFollow: false) {
            .draft("B01", .of([.keep(1, .kroner(100))], agreedOn: $0))
        },
        Dated(testDescription: "approve", mayFollow: false) { .approve("B02", on: $0) },
        Dated(testDescription: "release", mayFollow: false) { .release("B01", item: 1, amount: .ore(1), on: $0) },
        Dated(testDescription: "disburse", mayFollow: false) { .disburse(.of(.ore(1), voucher: "K-2", on: $0)) },
        Dated(testDescription: "expense", mayFollow: false) { .spend(.of(.ore(1), on: $0)) },
        Dated(testDescription: "retract", mayFollow: true) {
            .retract("B01", item: 1, amount: .ore(1), reason: "Rest", on: $0)
        },
        Dated(testDescription: "refund", mayFollow: true) { .refund(10, amount: .ore(1), voucher: "R-1", on: $0) },
        Dated(testDescription: "reverse", mayFollow: true) { .reverse(10, reason: "Fejl", on: $0) },
        Dated(testDescription: "withdraw", mayFollow: true) { .withdraw("B01", reason: "Slut", on: $0) },
        Dated(testDescription: "repay", mayFollow: true) { .repay(amount: .ore(1), voucher: "T-3", on: $0) },
        Dated(testDescription: "receive", mayFollow: true, mayPrecede: true) {
            .receive(amount: .ore(1), voucher: "T-2", on: $0)
        },
    ]
}

@Suite("Days around the window")
struct AfterTheWindowTests {
    private func bench() throws -> Bench {
        var bench = try Bench(today: "2030-01-01")
        try bench.disbursed(.kroner(40), to: bench.released(.kroner(60), of: .kroner(100)), voucher: "K-1")
        try bench.record(.receive(amount: .kroner(100), voucher: "T-1", on: .release))
        try bench.drafted([.new(.kroner(1))], for: bench.enrolled())
        return bench
    }

    private let first: Day = "2022-12-01"
    private let last: Day = "2024-12-31"

    @Test("The last day of the window is allowed for all", arguments: Dated.all)
    fileprivate func lastDay(_ dated: Dated) throws {
        #expect(try bench().refusal(of: dated.command(last)) == nil)
    }

    @Test("What settles the programme may be dated after the last day, however long", arguments: Dated.all)
    fileprivate func after(_ dated: Dated) throws {
        for day: Day in ["2025-01-01", "2029-12-31"] {
            let expected = dated.mayFollow ? nil : Refusal.outsideWindow(day, first: first, last: last)
            #expect(try bench().refusal(of: dated.command(day)) == expected)
        }
    }

    @Test("Only an instalment may be dated before the first day", arguments: Dated.all)
    fileprivate func before(_ dated: Dated) throws {
        let day = first.advanced(by: -1)
        let expected = dated.mayPrecede ? nil : Refusal.outsideWindow(day, first: first, last: last)
        #expect(try bench().refusal(of: dated.command(day)) == expected)
    }

    @Test("A closed period binds all of them", arguments: Dated.all)
    fileprivate func closed(_ dated: Dated) throws {
        var bench = try bench()
        try bench.record(.closePeriod(through: last))
        #expect(bench.refusal(of: dated.command(last)) == .periodClosed(last, through: last))
    }

    @Test("Repaid money is gone: neither spending after it nor its reversal is refused for it")
    func repaid() throws {
        var bench = try bench()
        let entry = try bench.record(.repay(amount: .kroner(60), voucher: "T-4", on: last))
        #expect(bench.book.repaid == .kroner(60))
        #expect(bench.refusal(of: .repay(amount: .ore(1), voucher: "T-5", on: last))?.rule == .repayExceeds)
        #expect(bench.refusal(of: .spend(.of(.kroner(1), on: last))) == nil)
        try bench.record(.reverse(entry, reason: "Forkert beløb", on: "2025-02-01"))
        #expect(bench.book.repaid == .zero)
        #expect(bench.refusal(of: .repay(amount: .kroner(60), voucher: "T-4", on: "2025-02-01")) == nil)
    }

    @Test("What comes back of an expense can be spent on its post again")
    func refundsExpense() throws {
        var bench = try Bench()
        try bench.record(.spend(.of(.kroner(202_000))))
        #expect(bench.refusal(of: .spend(.of(.ore(1), voucher: "P-2")))?.rule == .postExceeded)
        let refund = try bench.record(.refund(6, amount: .kroner(5), voucher: "R-1", on: "2025-01-15"))
        #expect(bench.book.balance(of: "project") == .kroner(approved: 201_995, released: 201_995, disbursed: 201_995))
        #expect(bench.refusal(of: .reverse(6, reason: "Fejl", on: .later)) == .notReversible(6, .refunded(by: refund)))
        try bench.record(.spend(.of(.kroner(5), voucher: "P-2")))
    }

    @Test("A refund and its reversal are for whoever records that kind of money")
    func roles() throws {
        var bench = try bench()
        let expense = try bench.record(.spend(.of(.kroner(1))))
        let back = Command.refund(expense, amount: .ore(1), voucher: "R-1", on: .refund)
        #expect(bench.refusal(of: back, by: .caseworker)?.rule == .notPermitted)
        let refund = try bench.record(back, by: .consultant)
        #expect(
            bench.refusal(of: .reverse(refund, reason: "Fejl", on: .refund), by: .caseworker)?.rule == .notPermitted)
        #expect(bench.refusal(of: .reverse(refund, reason: "Fejl", on: .refund), by: .consultant) == nil)
        let citizens = Command.refund(10, amount: .ore(1), voucher: "R-2", on: .refund)
        #expect(bench.refusal(of: citizens, by: .consultant)?.rule == .notPermitted)
        #expect(bench.refusal(of: citizens, by: .caseworker) == nil)
    }

    @Test("An administrator binds a member who still works here to another login")
    func rebinds() throws {
        var bench = try bench()
        try bench.record(.rebindStaff(.caseworker, to: "ny-konto"))
        #expect(bench.book.staff(.caseworker)?.account == "ny-konto")
        #expect(bench.refusal(of: .rebindStaff("nobody", to: "x")) == .staffUnknown("nobody"))
        try bench.record(.endStaff(.colleague))
        #expect(bench.refusal(of: .rebindStaff(.colleague, to: "x")) == .staffUnknown(.colleague))
        #expect(bench.refusal(of: .rebindStaff(.auditor, to: "x"), by: .consultant)?.rule == .notPermitted)
    }
}
