import MitBudget
import TestSupport
import Testing

/// The lines of one invoice.
@Suite("Vouchers with several lines")
struct VoucherLineTests {
    /// A voucher of 100 kr., of which entry 11 claims 40.
    private var bench: Bench

    init() throws {
        bench = try Bench.shared()
    }

    private func line(_ kroner: Int64, total: Amount? = nil) -> Command {
        .disburse(.of(.kroner(kroner), to: "B01", voucher: "K-2", total: total))
    }

    @Test("A line that leaves the total out gets that of the first line")
    mutating func filledIn() throws {
        let second = try bench.record(line(10))
        #expect(bench.book.movement(second)?.voucherTotal == .kroner(100))
        #expect(bench.book.use(of: "k-2")?.lines == [11, second])
        #expect(bench.book.use(of: "k-2")?.claimed == .kroner(50))
    }

    @Test("A line that tells another total is refused, with both totals")
    func otherTotal() {
        #expect(
            bench.refusal(of: line(1, total: .kroner(99)))
                == .voucherTotalDiffers("K-2", .kroner(99), known: .kroner(100), by: 11))
        #expect(bench.refusal(of: line(1, total: .kroner(100))) == nil)
    }

    @Test("A voucher whose first line told no total has one line")
    func noTotal() {
        #expect(
            bench.refusal(of: .disburse(.of(.ore(1), to: "B01", voucher: "K-1", total: .kroner(500))))
                == .voucherUsed("K-1", by: 10))
    }

    @Test("A reversed line frees its share, a refund does not")
    mutating func shares() throws {
        let second = try bench.record(line(60))
        #expect(
            bench.refusal(of: line(1))
                == .voucherExceeded("K-2", requested: .kroner(1), available: .zero, total: .kroner(100)))
        try bench.record(.refund(second, amount: .kroner(60), voucher: "K-3", on: .refund))
        #expect(bench.refusal(of: line(1))?.rule == .voucherExceeded)
        try bench.record(.reverse(11, reason: "Fejl", on: .refund))
        #expect(bench.refusal(of: line(40)) == nil)
        #expect(bench.refusal(of: line(41))?.rule == .voucherExceeded)
    }

    @Test("The total stays known when the line that told it is reversed, and is forgotten when no line stands")
    mutating func firstLineReversed() throws {
        let second = try bench.record(line(10))
        try bench.record(.reverse(11, reason: "Fejl", on: .refund))
        #expect(bench.refusal(of: line(1, total: .kroner(99)))?.rule == .voucherExceeded)
        #expect(bench.refusal(of: line(90)) == nil)
        try bench.record(.reverse(second, reason: "Fejl", on: .refund))
        #expect(bench.book.use(of: "K-2") == nil)
        #expect(bench.refusal(of: line(90, total: .kroner(95))) == nil)
    }

    @Test("Refunds, instalments and repayments never share a voucher")
    mutating func others() throws {
        try bench.record(.receive(amount: .kroner(5000), voucher: "R-1", on: .refund))
        for command: Command in [
            .refund(10, amount: .ore(1), voucher: "K-2", on: .refund),
            .receive(amount: .ore(1), voucher: "K-2", on: .refund),
            .repay(amount: .ore(1), voucher: "K-2", on: .refund),
        ] {
            #expect(bench.refusal(of: command) == .voucherUsed("K-2", by: 11))
        }
        #expect(
            bench.refusal(of: .disburse(.of(.ore(1), to: "B01", voucher: "R-1", total: .kroner(5000))))?.rule
                == .voucherUsed)
    }

    @Test("A line of zero is refused as an amount, whatever its voucher")
    func nothing() {
        #expect(bench.refusal(of: line(0, total: .kroner(100)))?.rule == .amountNotPositive)
    }
}
