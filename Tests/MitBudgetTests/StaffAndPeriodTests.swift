import MitBudget
import TestSupport
import Testing

@Suite("Staff and periods")
struct StaffAndPeriodTests {
    /// One command of each kind, and the roles that may give it.
    private static let permissions: [(Command, Set<Role>)] = [
        (.addStaff(StaffMember(id: "nina", role: .auditor, account: "nina", name: nil)), [.administrator]),
        (.endStaff(.auditor), [.administrator]),
        (.enrol(name: nil, caseNumber: nil, on: .later), [.caseworker]),
        (.withdraw("B01", reason: "Flyttet", on: .later), [.caseworker]),
        (.draft("B02", .of([.new(.kroner(1))])), [.caseworker]),
        (.approve("B02", on: .approval), [.caseworker]),
        (.reject("B02", reason: "For dyrt"), [.caseworker]),
        (.release("B01", item: 1, amount: nil, on: .later), [.caseworker]),
        (.retract("B01", item: 1, amount: .kroner(1), reason: "Fejl", on: .later), [.caseworker]),
        (.disburse(.of(.kroner(1), voucher: "K-2")), [.caseworker]),
        (.refund(10, amount: .kroner(1), voucher: "R-1", on: .later), [.caseworker]),
        (.spend(.of(.kroner(1), voucher: "P-2")), [.consultant]),
        (.receive(amount: .kroner(1), voucher: "T-2", on: .later), [.consultant]),
        (.reverse(10, reason: "Fejl", on: .later), [.caseworker]),
        (.reverse(13, reason: "Fejl", on: .later), [.consultant]),
        (.reverse(14, reason: "Fejl", on: .later), [.consultant]),
        (.closePeriod(through: .enrolment), [.consultant]),
        (.reopenPeriod(through: "2022-12-01", reason: "Glemt bilag"), [.consultant]),
        (.readWords("B01", scope: .identity, purpose: "Tilsyn"), [.caseworker, .auditor]),
        (.readWords("B01", scope: .disclosure, purpose: "Indsigt"), [.administrator]),
        (.eraseWords("B01", reason: "Tiden er ovre", override: "Dom"), [.administrator]),
        (.restore(.ofLostLedger(byRoot: false)), [.administrator]),
    ]

    @Test("A command is for the roles that the contract names, and for no others", arguments: permissions)
    func permits(command: Command, roles: Set<Role>) throws {
        var bench = try Bench()
        try bench.disbursed(.kroner(10), to: bench.released(.kroner(20), of: .kroner(30)), voucher: "K-1")
        try bench.drafted([.new(.kroner(1))], for: bench.enrolled())
        #expect(try bench.record(.spend(.of(.kroner(1)))) == 13)
        #expect(try bench.record(.receive(amount: .kroner(1), voucher: "T-1", on: .purchase)) == 14)
        try bench.record(.closePeriod(through: "2022-12-02"))
        let people: [(StaffID, Role)] = [
            (.caseworker, .caseworker), (.consultant, .consultant), (.auditor, .auditor),
            (.administrator, .administrator),
        ]
        for (id, role) in people {
            let refusal = bench.refusal(of: command, by: id)
            #expect(refusal == (roles.contains(role) ? nil : .notPermitted(.role(id, role, allowed: roles))))
        }
    }

    @Test(
        "Whoever may not give a command learns nothing about what it concerns", arguments: [999, 10] as [EntryNumber])
    func keepsQuiet(entry: EntryNumber) throws {
        let bench = try Bench.spent()
        #expect(bench.refusal(of: .reverse(entry, reason: "Fejl", on: .later), by: .auditor)?.rule == .notPermitted)
    }

    @Test("The last administrator cannot be ended; of two, either can")
    func keepsAdministrator() throws {
        var bench = try Bench()
        #expect(bench.refusal(of: .endStaff(.administrator)) == .notPermitted(.lastAdministrator(.administrator)))
        try bench.record(.addStaff(StaffMember(id: "nina", role: .administrator, account: "nina", name: nil)))
        #expect(bench.book.activeAdministrators == 2)
        #expect(bench.refusal(of: .endStaff("nina")) == nil)
        try bench.record(.endStaff(.administrator))
        #expect(bench.book.activeAdministrators == 1)
        #expect(bench.refusal(of: .endStaff("nina"), by: "nina") == .notPermitted(.lastAdministrator("nina")))
        #expect(bench.refusal(of: .endStaff("nina"), by: .administrator) == .notPermitted(.ended(.administrator)))
    }

    @Test("Someone who was ended stays in the ledger and does nothing more")
    func endsStaff() throws {
        var bench = try Bench()
        try bench.record(.endStaff(.caseworker))
        #expect(bench.book.staff(.caseworker)?.isActive == false)
        #expect(
            bench.refusal(of: .enrol(name: nil, caseNumber: nil, on: .later), by: .caseworker)
                == .notPermitted(.ended(.caseworker)))
        #expect(bench.refusal(of: .enrol(name: nil, caseNumber: nil, on: .later), by: .colleague) == nil)
    }

    @Test("A closed period takes no entry of any kind, and the day after it does")
    func closes() throws {
        var bench = try Bench.spent()
        try bench.drafted([.new(.kroner(1))], for: bench.enrolled())
        try bench.record(.closePeriod(through: .later))
        let commands: [(Day) -> Command] = [
            { .enrol(name: nil, caseNumber: nil, on: $0) }, { .withdraw("B01", reason: "Flyttet", on: $0) },
            { .draft("B01", .of([.keep(1, .kroner(200))], agreedOn: $0)) }, { .approve("B02", on: $0) },
            { .retract("B01", item: 1, amount: .ore(1), reason: "Fejl", on: $0) },
            { .disburse(.of(.ore(1), voucher: "K-2", on: $0)) },
            { .refund(10, amount: .ore(1), voucher: "R-1", on: $0) }, { .spend(.of(.ore(1), on: $0)) },
            { .receive(amount: .ore(1), voucher: "T-1", on: $0) }, { .reverse(10, reason: "Fejl", on: $0) },
        ]
        for command in commands {
            #expect(bench.refusal(of: command(.later)) == .periodClosed(.later, through: .later))
            #expect(bench.refusal(of: command(Day.later.advanced(by: 1))) == nil)
        }
        #expect(bench.refusal(of: .reject("B02", reason: "For dyrt")) == nil, "dated by its recording")
    }

    @Test("A close can be set back to an earlier day, and closed again from there")
    func reopens() throws {
        var bench = try Bench()
        try bench.record(.closePeriod(through: .later))
        try bench.record(.reopenPeriod(through: .purchase, reason: "Glemt bilag"))
        #expect(bench.book.closedThrough == .purchase)
        #expect(bench.refusal(of: .spend(.of(.ore(1), on: Day.purchase.advanced(by: 1)))) == nil)
        #expect(bench.refusal(of: .spend(.of(.ore(1), on: .purchase)))?.rule == .periodClosed)
        #expect(bench.refusal(of: .closePeriod(through: Day.purchase.advanced(by: 1))) == nil)
    }

    @Test("Where nothing is closed, nothing in the window can be reopened")
    func reopensNothing() throws {
        let bench = try Bench()
        #expect(bench.refusal(of: .reopenPeriod(through: .purchase, reason: "Fejl"))?.rule == .outOfOrder)
        #expect(bench.refusal(of: .reopenPeriod(through: "2022-12-01", reason: "Fejl"))?.rule == .outOfOrder)
    }

    @Test("What concerns no day of the citizens carries the day of recording")
    func datesByRecording() throws {
        var bench = try Bench(today: "2023-06-01")
        try bench.drafted([.new(.kroner(1))], for: bench.enrolled())
        let closing = try bench.decide(.closePeriod(through: .later))
        #expect(closing.entry == Entry(day: "2023-06-01", event: .periodClosed(through: .later)))
        #expect(try bench.decide(.reject("B01", reason: "For dyrt")).entry.day == "2023-06-01")
        #expect(try bench.decide(.endStaff(.auditor)).entry.day == "2023-06-01")
        #expect(try bench.decide(.readWords("B01", scope: .identity, purpose: "Tilsyn")).entry.day == "2023-06-01")
        #expect(try bench.decide(.approve("B01", on: .approval)).entry.day == .approval)
    }
}
