import MitBudget
import TestSupport
import Testing

@Suite("Plans")
struct PlanTests {
    @Test("Items are numbered in turn and keep their numbers from version to version")
    func keepsNumbers() throws {
        var bench = try Bench()
        try bench.approved([.new(.kroner(1)), .new(.kroner(2))], for: bench.enrolled())
        try bench.drafted([.new(.kroner(5)), .keep(2, .kroner(4)), .keep(1, .kroner(3)), .new(.kroner(6))], for: "B01")
        #expect(bench.book.items(ofVersion: 1, of: "B01").map(\.number) == [1, 2])
        let second = bench.book.items(ofVersion: 2, of: "B01")
        #expect(second.map(\.number) == [1, 2, 3, 4])
        #expect(second.map(\.amount) == [.kroner(3), .kroner(4), .kroner(5), .kroner(6)])
    }

    @Test("The number of an item that was only ever drafted is not given again", arguments: ["replaced", "rejected"])
    func neverReusesDrafted(fate: String) throws {
        var bench = try Bench()
        try bench.drafted([.new(.kroner(1)), .new(.kroner(1))], for: bench.enrolled())
        if fate == "rejected" { try bench.record(.reject("B01", reason: "For dyrt")) }
        try bench.drafted([.new(.kroner(1))], for: "B01")
        #expect(bench.book.items(ofVersion: 2, of: "B01").map(\.number) == [3])
        try bench.drafted([.keep(3, .kroner(1)), .new(.kroner(1))], for: "B01")
        #expect(bench.book.items(ofVersion: 3, of: "B01").map(\.number) == [3, 4])
    }

    @Test("The number of an item that was dropped is not given again, and the item cannot be kept any more")
    func neverReusesDropped() throws {
        var bench = try Bench()
        try bench.approved([.new(.kroner(1)), .new(.kroner(1))], for: bench.enrolled())
        try bench.approved([.keep(1, .kroner(1))], for: "B01")
        try bench.approved([.keep(1, .kroner(1)), .new(.kroner(1))], for: "B01")
        #expect(bench.book.items(ofVersion: 3, of: "B01").map(\.number) == [1, 3])
        #expect(bench.refusal(of: .draft("B01", .of([.keep(2, .kroner(1))]))) == .itemUnknown("B01", 2))
        #expect(bench.refusal(of: .release("B01", item: 2, amount: .ore(1), on: .release)) == .itemUnknown("B01", 2))
        #expect(try bench.item(2, of: "B01") == .zero)
    }

    @Test("An item can be kept from the plan in force or from the latest draft, not from one before that")
    func keepsFromLatest() throws {
        var bench = try Bench()
        try bench.approved([.new(.kroner(1))], for: bench.enrolled())
        try bench.drafted([.new(.kroner(1))], for: "B01")
        #expect(bench.refusal(of: .draft("B01", .of([.keep(1, .kroner(1)), .keep(2, .kroner(1))]))) == nil)
        try bench.record(.reject("B01", reason: "For dyrt"))
        #expect(bench.refusal(of: .draft("B01", .of([.keep(2, .kroner(1))]))) == nil, "rejected, but the latest")
        try bench.drafted([.keep(1, .kroner(1))], for: "B01")
        #expect(bench.refusal(of: .draft("B01", .of([.keep(2, .kroner(1))]))) == .itemUnknown("B01", 2))
    }

    @Test("Numbers are a participant's own")
    func numbersPerParticipant() throws {
        var bench = try Bench()
        try bench.planned(.kroner(1))
        try bench.planned(.kroner(2))
        #expect(try bench.item(1, of: "B01").approved == .kroner(1))
        #expect(try bench.item(1, of: "B02").approved == .kroner(2))
    }

    @Test("Versions are numbered, and each stands where its fate put it")
    func tracksStates() throws {
        var bench = try Bench()
        try bench.enrolled()
        for _ in 1...3 { try bench.drafted([.new(.kroner(1))], for: "B01") }
        try bench.record(.approve("B01", on: .approval))
        try bench.drafted([.new(.kroner(1))], for: "B01")
        try bench.record(.reject("B01", reason: "For dyrt"))
        try bench.approved([.new(.kroner(1))], for: "B01")
        try bench.drafted([.new(.kroner(1))], for: "B01")
        try bench.record(.withdraw("B01", reason: "Flyttet", on: .later))
        let participant = try #require(bench.book.participants.first)
        #expect(participant.plans.map(\.version.number) == [1, 2, 3, 4, 5, 6])
        #expect(
            participant.plans.map(\.record.state)
                == [.replaced, .replaced, .superseded, .rejected, .approved, .lapsed])
        #expect(participant.account.pending == nil)
        #expect(participant.account.approved?.version == 5)
    }

    @Test("A plan in force stays in force while another waits, and when that is turned down")
    func staysInForce() throws {
        var bench = try Bench()
        try bench.planned(.kroner(100))
        try bench.drafted([.keep(1, .kroner(300)), .new(.kroner(50))], for: "B01")
        #expect(try bench.account("B01").growth == .kroner(250))
        #expect(try bench.account("B01").balance.approved == .kroner(100))
        #expect(bench.refusal(of: .release("B01", item: 1, amount: .kroner(101), on: .release))?.rule == .itemExceeded)
        try bench.record(.reject("B01", reason: "For dyrt"))
        #expect(try bench.account("B01").growth == .zero)
        #expect(try bench.account("B01").balance.approved == .kroner(100))
    }

    @Test("Growth is what the waiting plan would add, and may be negative")
    func grows() throws {
        var bench = try Bench()
        try bench.enrolled()
        #expect(try bench.account("B01").growth == .zero)
        try bench.drafted([.new(.kroner(100))], for: "B01")
        #expect(try bench.account("B01").growth == .kroner(100))
        try bench.record(.approve("B01", on: .approval))
        #expect(try bench.account("B01").growth == .zero)
        try bench.drafted([.keep(1, .kroner(30))], for: "B01")
        #expect(try bench.account("B01").growth == -.kroner(70))
        try bench.record(.approve("B01", on: .approval))
        #expect(bench.book.balance(of: .citizens) == .kroner(approved: 30, released: 0, disbursed: 0))
    }

    @Test("An item may change its area, and disbursements carry the area in force")
    func changesArea() throws {
        var bench = try Bench()
        try bench.released(.kroner(100))
        try bench.approved([.keep(1, .kroner(100), area: "housing")], for: "B01")
        let entry = try bench.decide(.disburse(.of(.kroner(1), on: .later))).entry
        guard case .money(.disbursed(_, let area)) = entry.event else {
            Issue.record("no disbursement: \(entry)")
            return
        }
        #expect(area == "housing")
    }

    @Test("Releasing all releases what is left of the item")
    func releasesAll() throws {
        var bench = try Bench()
        try bench.released(.kroner(30), of: .kroner(100))
        let entry = try bench.decide(.release("B01", item: 1, amount: nil, on: .release)).entry
        #expect(entry == Entry(day: .release, event: .money(.released("B01", item: 1, amount: .kroner(70)))))
    }

    @Test("A retraction gives back to the item what may be released again or dropped")
    func retracts() throws {
        var bench = try Bench()
        try bench.released(.kroner(100))
        try bench.record(.retract("B01", item: 1, amount: .kroner(40), reason: "Andet ønske", on: .later))
        #expect(try bench.item(of: "B01") == .kroner(approved: 100, released: 60, disbursed: 0))
        #expect(bench.refusal(of: .release("B01", item: 1, amount: .kroner(40), on: .later)) == nil)
        #expect(bench.refusal(of: .draft("B01", .of([.keep(1, .kroner(60))]))) == nil)
    }

    @Test("Money may be spent from the day of the earliest release on, in whichever order releases were recorded")
    func spendsFromEarliestRelease() throws {
        var bench = try Bench()
        try bench.planned(.kroner(100))
        for day: Day in [.purchase, .release, .later] {
            try bench.record(.release("B01", item: 1, amount: .kroner(10), on: day))
        }
        #expect(bench.refusal(of: .disburse(.of(.kroner(1), on: .release))) == nil)
        let before = Day.release.advanced(by: -1)
        #expect(
            bench.refusal(of: .disburse(.of(.kroner(1), on: before)))
                == .outOfOrder(.disbursementBeforeRelease, day: before, bound: .release))
    }

    @Test("A rule is told of once, however many items it was asked of; the smallest amount answers for all")
    func asksOnce() throws {
        var bench = try Bench()
        try bench.enrolled()
        let met = try bench.decide(.draft("B01", .of([.new(.kroner(2)), .new(.kroner(1)), .new(.kroner(3))]))).met
        #expect(met.count { $0.rule == .amountNotPositive } == 1)
        let items: [PlanProposal.Item] = [.new(.kroner(2)), .new(.zero), .new(.kroner(3))]
        #expect(bench.refusal(of: .draft("B01", .of(items))) == .amountNotPositive(.zero))
    }
}
