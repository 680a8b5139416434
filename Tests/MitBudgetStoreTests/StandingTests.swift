import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore

@Suite("Where the grant stands")
struct StandingTests {
    @Test("An earlier version decided after the day does not wait beside a later one in force on that day")
    func backdatedApproval() throws {
        let desk = try Desk()
        try desk.record(.enrol(name: nil, caseNumber: nil, on: .enrolment))
        try desk.record(.draft("B01", .of([.new(.kroner(100))], agreedOn: "2023-01-10")))
        try desk.record(.approve("B01", on: "2023-02-20"))
        try desk.record(.draft("B01", .of([.new(.kroner(300))], agreedOn: "2023-01-15")))
        try desk.record(.approve("B01", on: "2023-01-20"))
        let between = try desk.ledger.standing(.init(asOf: "2023-01-25"), today: desk.today).0
        #expect(between.participants.map(\.balance.approved) == [.kroner(300)])
        #expect(between.participants.map(\.pendingTotal) == [nil])
        let before = try desk.ledger.standing(.init(asOf: "2023-01-17"), today: desk.today).0
        #expect(before.participants.map(\.balance.approved) == [.zero])
        #expect(before.participants.map(\.pendingTotal) == [.kroner(300)])
        let beforeThat = try desk.ledger.standing(.init(asOf: "2023-01-12"), today: desk.today).0
        #expect(beforeThat.participants.map(\.pendingTotal) == [.kroner(100)])
    }

    @Test("An entry beyond the end is named, with the last there is")
    func beyondTheEnd() throws {
        let desk = try Desk()
        #expect(throws: LedgerFailure.noSuchEntry(6, last: 5)) {
            try desk.ledger.standing(.init(at: 6), today: desk.today)
        }
    }
}
