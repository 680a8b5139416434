import MitBudget
import TestSupport
import Testing

@Suite("Corrections")
struct CorrectionTests {
    @Test("A refund can be spent again on the same item")
    func refunds() throws {
        var bench = try Bench.spent()
        try bench.record(.refund(10, amount: .kroner(30), voucher: "R-1", on: .refund))
        #expect(try bench.item(of: "B01") == .kroner(approved: 200, released: 200, disbursed: 70))
        #expect(bench.book.movement(10)?.refunded == .kroner(30))
        #expect(bench.refusal(of: .disburse(.of(.kroner(130), voucher: "K-2"))) == nil)
    }

    @Test("A reversed disbursement can be spent again, and its voucher can be recorded again")
    func reverses() throws {
        var bench = try Bench.spent()
        let again = Command.disburse(.of(.kroner(200), voucher: "K-1"))
        let reversal = try bench.record(.reverse(10, reason: "Forkert beløb", on: .refund))
        #expect(try bench.item(of: "B01") == .kroner(approved: 200, released: 200, disbursed: 0))
        #expect(bench.book.movement(10)?.reversedBy == reversal)
        let entry = try bench.record(again)
        #expect(bench.book.use(of: "K-1")?.lines == [entry])
        #expect(bench.refusal(of: .spend(.of(.ore(1), voucher: "K-1"))) == .voucherUsed("K-1", by: entry))
    }

    @Test(
        "Every kind of entry that holds a voucher frees it when it is reversed",
        arguments: [
            Command.disburse(.of(.ore(1), voucher: "X-1")), .spend(.of(.ore(1), voucher: "X-1")),
            .receive(amount: .ore(1), voucher: "X-1", on: .purchase),
            .refund(10, amount: .ore(1), voucher: "X-1", on: .purchase),
        ])
    func freesVoucher(command: Command) throws {
        var bench = try Bench.spent()
        let entry = try bench.record(command)
        #expect(bench.book.use(of: "X-1")?.lines == [entry])
        try bench.record(.reverse(entry, reason: "Fejl", on: .refund))
        #expect(bench.book.use(of: "X-1") == nil)
        let again = try bench.record(command)
        #expect(bench.book.use(of: "X-1")?.lines == [again])
    }

    @Test("A disbursement can be reversed once no refund of it stands")
    func waitsForRefunds() throws {
        var bench = try Bench.spent()
        let first = try bench.record(.refund(10, amount: .kroner(10), voucher: "R-1", on: .refund))
        let second = try bench.record(.refund(10, amount: .kroner(20), voucher: "R-2", on: .refund))
        let reversal = Command.reverse(10, reason: "Fejl", on: .refund)
        #expect(bench.refusal(of: reversal) == .notReversible(10, .refunded(by: second)))
        try bench.record(.reverse(second, reason: "Fejl", on: .refund))
        #expect(bench.refusal(of: reversal) == .notReversible(10, .refunded(by: first)))
        #expect(bench.book.movement(10)?.refunded == .kroner(10))
        try bench.record(.reverse(first, reason: "Fejl", on: .refund))
        #expect(try bench.item(of: "B01").disbursed == .kroner(100))
        try bench.record(reversal)
        #expect(try bench.item(of: "B01").disbursed == .zero)
    }

    @Test("A reversed refund can be given again")
    func refundsAgain() throws {
        var bench = try Bench.spent()
        let refund = try bench.record(.refund(10, amount: .kroner(100), voucher: "R-1", on: .refund))
        #expect(bench.refusal(of: .refund(10, amount: .ore(1), voucher: "R-2", on: .refund))?.rule == .refundExceeds)
        try bench.record(.reverse(refund, reason: "Fejl", on: .refund))
        #expect(bench.refusal(of: .refund(10, amount: .kroner(100), voucher: "R-1", on: .refund)) == nil)
    }

    @Test("Cancelling a refund spends its money again, so it must not have been retracted")
    func cannotSpendRetracted() throws {
        var bench = try Bench.spent()
        let refund = try bench.record(.refund(10, amount: .kroner(100), voucher: "R-1", on: .refund))
        try bench.record(.retract("B01", item: 1, amount: .kroner(200), reason: "Andet ønske", on: .refund))
        try bench.approved([.new(.kroner(50))], for: "B01")
        #expect(
            bench.refusal(of: .reverse(refund, reason: "Fejl", on: .refund))
                == .releaseExceeded(
                    ItemReference("B01", 1), requested: .kroner(100), available: .zero, releasable: .zero))
    }

    @Test("Reversed expenses and receipts leave room for others")
    func reversesOthers() throws {
        var bench = try Bench()
        let expense = try bench.record(.spend(.of(.kroner(202_000))))
        #expect(bench.book.balance(of: "project") == .kroner(approved: 202_000, released: 202_000, disbursed: 202_000))
        let receipt = try bench.record(.receive(amount: .kroner(952_000), voucher: "T-1", on: .purchase))
        #expect(bench.book.received == .kroner(952_000))
        try bench.record(.reverse(expense, reason: "Fejl", on: .refund))
        try bench.record(.reverse(receipt, reason: "Fejl", on: .refund))
        #expect(bench.book.balance(of: "project") == .zero)
        #expect(bench.book.received == .zero)
        #expect(bench.refusal(of: .spend(.of(.kroner(202_000)))) == nil)
        #expect(bench.refusal(of: .receive(amount: .kroner(952_000), voucher: "T-1", on: .purchase)) == nil)
    }

    @Test("A correction names what it corrects")
    func namesTarget() throws {
        var bench = try Bench.spent()
        let refund = try bench.decide(.refund(10, amount: .kroner(1), voucher: "R-1", on: .refund)).entry
        #expect(
            refund.event.money
                == .refunded(
                    .init(
                        origin: .disbursement(10, on: ItemReference("B01", 1)), amount: .kroner(1), voucher: "R-1",
                        note: nil, incurred: .purchase)))
        let reversal = try bench.decide(.reverse(10, reason: "Fejl", on: .refund)).entry
        #expect(
            reversal.event.money
                == .reversed(
                    .init(
                        entry: 10, of: .disbursement, participant: "B01", item: 1, post: .citizens,
                        amount: .kroner(100), incurred: .purchase, reason: "Fejl")))
        let expense = try bench.record(.spend(.of(.kroner(7))))
        #expect(
            try bench.decide(.reverse(expense, reason: "Fejl", on: .refund)).entry.event.money
                == .reversed(
                    .init(
                        entry: expense, of: .expense, participant: nil, item: nil, post: "project", amount: .kroner(7),
                        incurred: .purchase, reason: "Fejl")))
    }
}
