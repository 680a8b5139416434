import MitBudget
import TestSupport
import Testing

@Suite("Withdrawals")
struct WithdrawalTests {
    /// A citizen who withdrew after entry 10 had spent 40 of 100 kr.; the programme has one place.
    private func withdrawnBench(_ programme: Programme? = nil) throws -> Bench {
        var bench = try Bench(programme ?? .terms(places: 1))
        try bench.disbursed(.kroner(40), to: bench.released(.kroner(70), of: .kroner(100)), voucher: "K-1")
        try bench.record(.withdraw("B01", reason: "Flyttet", on: .later))
        return bench
    }

    @Test("What was never spent becomes free at once: in the citizen's account, the items and the post")
    func freesUnspent() throws {
        let bench = try withdrawnBench()
        let spent = Balance.kroner(approved: 40, released: 40, disbursed: 40)
        #expect(try bench.account("B01").balance == spent)
        #expect(try bench.item(of: "B01") == spent)
        #expect(bench.book.balance(of: .citizens) == spent)
        #expect(try bench.account("B01").state == .withdrawn(on: .later, cause: .stopped))
    }

    @Test("Another citizen's money is left alone")
    func leavesOthers() throws {
        var bench = try Bench()
        try bench.released(.kroner(70), of: .kroner(100))
        try bench.released(.kroner(7), of: .kroner(10))
        try bench.record(.withdraw("B01", reason: "Flyttet", on: .later))
        #expect(bench.book.balance(of: .citizens) == .kroner(approved: 10, released: 7, disbursed: 0))
        #expect(try bench.item(of: "B02") == .kroner(approved: 10, released: 7, disbursed: 0))
    }

    @Test("The place is kept where money was spent")
    func keepsPlace() throws {
        let bench = try withdrawnBench()
        #expect(bench.book.placesTaken == 1)
        #expect(
            bench.refusal(of: .enrol(name: nil, caseNumber: nil, on: .later)) == .placesTaken(places: 1, on: .later))
    }

    @Test("The place is free where no money was spent, or all of it came back", arguments: [false, true])
    func freesPlace(spent: Bool) throws {
        var bench = try Bench(.terms(places: 1))
        try bench.released(.kroner(70))
        if spent {
            try bench.disbursed(.kroner(40), to: "B01", voucher: "K-1")
            try bench.record(.refund(10, amount: .kroner(40), voucher: "R-1", on: .refund))
        }
        try bench.record(.withdraw("B01", reason: "Flyttet", on: .later))
        #expect(bench.book.placesTaken == 0)
        try bench.record(.enrol(name: nil, caseNumber: nil, on: .later))
        #expect(try bench.account("B02").enrolledOn == .later, "references are not given twice")
    }

    @Test("A refund after the withdrawal lowers all three, and the last øre frees the place")
    func refundsLater() throws {
        var bench = try withdrawnBench()
        try bench.record(.refund(10, amount: .kroner(40) - .ore(1), voucher: "R-1", on: .later))
        let left = Balance(approved: .ore(1), released: .ore(1), disbursed: .ore(1))
        #expect(try bench.account("B01").balance == left)
        #expect(try bench.item(of: "B01") == left)
        #expect(bench.book.balance(of: .citizens) == left)
        #expect(bench.book.placesTaken == 1)
        try bench.record(.refund(10, amount: .ore(1), voucher: "R-2", on: .later))
        #expect(bench.book.balance(of: .citizens) == .zero)
        #expect(bench.book.placesTaken == 0)
    }

    @Test("A reversal after the withdrawal frees the place too")
    func reversesLater() throws {
        var bench = try withdrawnBench()
        try bench.record(.reverse(10, reason: "Forkert borger", on: .later))
        #expect(try bench.account("B01").balance == .zero)
        #expect(bench.book.placesTaken == 0)
    }

    @Test("Cancelling such a refund takes the place again, unless it is given to another")
    func needsPlace() throws {
        var bench = try withdrawnBench()
        let refund = try bench.record(.refund(10, amount: .kroner(40), voucher: "R-1", on: .later))
        let reversal = Command.reverse(refund, reason: "Fejl", on: .later)
        let decision = try bench.decide(reversal)
        #expect(decision.met.contains { $0.rule == .placesTaken && $0.left == .places(0) })
        var other = bench
        try other.record(.enrol(name: nil, caseNumber: nil, on: .later))
        #expect(other.refusal(of: reversal) == .placesTaken(places: 1, on: .later))
        try bench.record(reversal)
        #expect(bench.book.placesTaken == 1)
        #expect(try bench.account("B01").balance == .kroner(approved: 40, released: 40, disbursed: 40))
    }

    @Test("Cancelling such a refund needs no place where some money stayed spent")
    func keepsPlaceItHas() throws {
        var bench = try withdrawnBench()
        let refund = try bench.record(.refund(10, amount: .kroner(10), voucher: "R-1", on: .later))
        #expect(bench.refusal(of: .reverse(refund, reason: "Fejl", on: .later)) == nil)
    }

    @Test("Cancelling such a refund needs room in the post", arguments: [-1, 0, 1])
    func needsRoom(beyond: Int) throws {
        var bench = try withdrawnBench(.terms(cap: nil))
        let refund = try bench.record(.refund(10, amount: .kroner(40), voucher: "R-1", on: .later))
        try bench.planned(.kroner(749_960) + .ore(Int64(beyond)))
        let refusal = bench.refusal(of: .reverse(refund, reason: "Fejl", on: .later))
        let expected = Refusal.postExceeded(.citizens, requested: .kroner(40), available: .kroner(40) - .ore(1))
        #expect(refusal == (beyond > 0 ? expected : nil))
    }

    @Test("A withdrawal lets a waiting plan lapse")
    func lapses() throws {
        var bench = try Bench()
        try bench.drafted([.new(.kroner(1))], for: bench.enrolled())
        try bench.record(.withdraw("B01", reason: "Flyttet", on: .later))
        #expect(try bench.account("B01").pending == nil)
        #expect(try bench.account("B01").growth == .zero)
    }

    @Test("A withdrawn citizen's texts can still be read")
    func readsOn() throws {
        let bench = try withdrawnBench()
        #expect(bench.refusal(of: .readWords("B01", scope: .identity, purpose: "Revision"), by: .auditor) == nil)
    }
}
