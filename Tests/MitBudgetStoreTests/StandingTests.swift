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
        #expect(between.citizens.listed.map(\.balance.approved) == [.kroner(300)])
        #expect(between.citizens.listed.map(\.pendingTotal) == [nil])
        let before = try desk.ledger.standing(.init(asOf: "2023-01-17"), today: desk.today).0
        #expect(before.citizens.listed.map(\.balance.approved) == [.zero])
        #expect(before.citizens.listed.map(\.pendingTotal) == [.kroner(300)])
        let beforeThat = try desk.ledger.standing(.init(asOf: "2023-01-12"), today: desk.today).0
        #expect(beforeThat.citizens.listed.map(\.pendingTotal) == [.kroner(100)])
    }

    @Test("Of many citizens the numbers are told, and one by one only those whose plan waits, as long as they are few")
    func many() throws {
        let most = Standing.Citizens.mostListed
        let desk = try Desk(
            .terms(
                grant: .kroner(900_000), citizens: .kroner(800_000), project: .kroner(1_000), places: 500, cap: nil))
        func check(listed: Int, waiting: Int, growth: Amount) throws {
            let (whole, anchor) = try desk.ledger.standing(.init(), today: desk.today)
            let limited = try desk.ledger.standing(.init(at: anchor.number), today: desk.today).0
            #expect(whole == limited)
            #expect(whole.citizens.listed.count == listed)
            #expect(whole.citizens.waiting == waiting)
            #expect(whole.citizens.listedWaiting.count == (waiting <= most ? waiting : 0))
            #expect(whole.pending == growth)
            try desk.ledger.standing(.init(), today: desk.today, withDays: false) {
                standing, _, citizens throws(LedgerFailure) in
                var all: [Standing.Participant] = []
                try citizens { all.append($0) }
                #expect(all.count == whole.citizens.enrolled)
                #expect(Standing.Citizens(counting: all) == standing.citizens)
                #expect(standing.forecast == whole.forecast)
            }
        }
        for number in 1...most + 1 {
            try desk.record(.enrol(name: nil, caseNumber: nil, on: .enrolment))
            guard let citizen = ParticipantReference(number: number) else { return }
            try desk.record(.draft(citizen, .of([.new(.kroner(100))])))
            if number == most {
                try check(listed: most, waiting: most, growth: .kroner(Int64(100 * most)))
            }
        }
        try check(listed: 0, waiting: most + 1, growth: .kroner(Int64(100 * (most + 1))))
        try desk.record(.approve("B02", on: .approval))
        try desk.record(.draft("B02", .of([.new(.kroner(70))])))
        try desk.record(.reject("B03", reason: "For dyrt"))
        try desk.record(.withdraw("B04", reason: "Flyttet", on: .later))
        try check(listed: 0, waiting: most - 1, growth: .kroner(Int64(100 * (most - 2) - 30)))
        #expect(try desk.ledger.standing(.init(), today: desk.today).0.citizens.withdrawn == 1)
        #expect(try desk.ledger.verify().findings == [])
    }

    @Test("An entry beyond the end is named, with the last there is")
    func beyondTheEnd() throws {
        let desk = try Desk()
        #expect(throws: LedgerFailure.noSuchEntry(6, last: 5)) {
            try desk.ledger.standing(.init(at: 6), today: desk.today)
        }
    }
}
