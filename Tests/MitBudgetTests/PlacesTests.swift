import MitBudget
import TestSupport
import Testing

@Suite("Places, day by day")
struct PlacesTests {
    private static let enrolment = Command.enrol(name: nil, caseNumber: nil, on: .enrolment)

    /// A programme with one place, whose first citizen enrolled and left on 1 March 2023.
    private func left(cause: WithdrawalCause = .stopped) throws -> Bench {
        var bench = try Bench(.terms(places: 1))
        try bench.enrolled()
        try bench.record(.withdraw("B01", cause: cause, reason: "Flyttet", on: .later))
        return bench
    }

    private func enrolling(on day: Day) -> Command { .enrol(name: nil, caseNumber: nil, on: day) }

    @Test("A place is free from the day of the withdrawal on, not before it")
    func byDay() throws {
        let bench = try left()
        let before = Day.later.advanced(by: -1)
        #expect(bench.refusal(of: enrolling(on: before)) == .placesTaken(places: 1, on: before))
        #expect(bench.refusal(of: enrolling(on: .later)) == nil)
    }

    @Test("Enrolling on an earlier day needs the place on every later one")
    func backwards() throws {
        var bench = try left()
        try bench.record(enrolling(on: "2023-05-01"))
        // From 1 March to 30 April nobody holds the place; later someone does.
        #expect(bench.refusal(of: enrolling(on: .later)) == .placesTaken(places: 1, on: "2023-05-01"))
    }

    @Test("Who has finished keeps the place, spent or not", arguments: WithdrawalCause.allCases)
    func causes(cause: WithdrawalCause) throws {
        let refusal = try left(cause: cause).refusal(of: enrolling(on: .later))
        #expect(refusal == (cause == .finished ? .placesTaken(places: 1, on: .later) : nil))
    }

    @Test("Money spent after the day of withdrawal takes the place again from that day on")
    func spentLater() throws {
        var bench = try Bench(.terms(places: 1))
        try bench.disbursed(.kroner(40), to: bench.released(.kroner(70)), voucher: "K-1")
        try bench.record(.withdraw("B01", reason: "Flyttet", on: .release))
        // The place is free only from 1 to 9 February.
        #expect(bench.book.placesTaken(from: .release).map(\.sum) == [0, 1])
        #expect(bench.refusal(of: enrolling(on: .release)) == .placesTaken(places: 1, on: .purchase))
        // The purchase comes back in full on 20 February, so the place is free from then on.
        try bench.record(.refund(10, amount: .kroner(40), voucher: "R-1", on: .refund))
        #expect(bench.refusal(of: enrolling(on: Day.refund.advanced(by: -1)))?.rule == .placesTaken)
        #expect(bench.refusal(of: enrolling(on: .refund)) == nil)
    }

    @Test("Cancelling a refund asks only for the days on which the place is not held anyway")
    func cancelsLater() throws {
        var bench = try Bench(.terms(places: 1))
        try bench.disbursed(.kroner(40), to: bench.released(.kroner(70)), voucher: "K-1")
        try bench.record(.withdraw("B01", reason: "Flyttet", on: .purchase))
        let first = try bench.record(.refund(10, amount: .kroner(10), voucher: "R-1", on: .refund))
        try bench.record(.refund(10, amount: .kroner(30), voucher: "R-2", on: .later))
        let reversal = Command.reverse(first, reason: "Fejl", on: .refund)
        // The 30 kr. that had not come back hold the place until 1 March. After that it is free until another takes it
        // in May.
        #expect(bench.refusal(of: reversal) == nil)
        try bench.record(enrolling(on: "2023-05-01"))
        #expect(bench.refusal(of: reversal) == .placesTaken(places: 1, on: "2023-05-01"))
    }
}
