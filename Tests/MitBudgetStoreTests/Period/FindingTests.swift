import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore

/// What a report remarks on and what it does not: a small ledger on each side of every limit.
@Suite("Findings")
struct FindingTests {
    @Test("What is recorded 30 days after its day is not late; 31 days after, it is", arguments: [29, 30, 31])
    func lateEntry(days: Int) throws {
        let day = Day.windowEnd
        let desk = try Desk(today: day)
        try desk.turn(to: day.advanced(by: days))
        try desk.record(.enrol(name: nil, caseNumber: nil, on: day))
        #expect(try desk.entries(.lateEntry) == (days > 30 ? [6] : []))
        #expect(try desk.entries(.lateEntry, through: day.advanced(by: -1)) == [], "its day is outside the period")
    }

    @Test(
        "One hand is remarked on where one person approved, released and disbursed",
        arguments: [
            (StaffID.caseworker, StaffID.caseworker, StaffID.caseworker, true),
            (.colleague, .caseworker, .caseworker, false), (.caseworker, .colleague, .caseworker, false),
            (.caseworker, .caseworker, .colleague, false),
        ])
    func sameHand(approver: StaffID, releaser: StaffID, payer: StaffID, isOne: Bool) throws {
        let desk = try Desk.released(by: releaser, approvedBy: approver)
        try desk.record(.disburse(.of(.kroner(100))), by: payer)
        #expect(try desk.entries(.sameHand) == (isOne ? [10] : []))
    }

    @Test("One hand needs a release on the item itself, and the plan that was in force")
    func sameHandElsewhere() throws {
        let desk = try Desk.released(by: .colleague)
        try desk.record(.release("B01", item: 2, amount: .kroner(100), on: .release), by: .caseworker)
        try desk.record(.disburse(.of(.kroner(100))), by: .caseworker)
        #expect(try desk.entries(.sameHand) == [], "the caseworker released on another item")
        try desk.record(.disburse(.of(.kroner(50), item: 2, voucher: "K-2")), by: .caseworker)
        #expect(try desk.entries(.sameHand) == [12])
        try desk.record(.draft("B01", .of([.keep(1, .kroner(20_000)), .keep(2, .kroner(20_000), area: "housing")])))
        try desk.record(.approve("B01", on: .later), by: .colleague)
        try desk.record(.disburse(.of(.kroner(50), item: 2, voucher: "K-3", on: .later)), by: .caseworker)
        #expect(try desk.entries(.sameHand) == [12], "another now approved; what was paid before is still one hand's")
    }

    @Test("Paying on the day of the approval is remarked on, the day after is not", arguments: [0, 1])
    func sameDay(days: Int) throws {
        let desk = try Desk.released(on: .approval)
        try desk.record(.disburse(.of(.kroner(100), on: Day.approval.advanced(by: days))))
        #expect(try desk.entries(.sameDay) == (days == 0 ? [10] : []))
    }

    @Test("The same amount twice is remarked on up to 14 days apart", arguments: [0, 13, 14, 15])
    func duplicate(days: Int) throws {
        let desk = try Desk.released()
        try desk.record(.disburse(.of(.kroner(100))))
        let second = Day.purchase.advanced(by: days)
        try desk.record(.disburse(.of(.kroner(100), voucher: "K-2", on: second)))
        #expect(try desk.entries(.possibleDuplicate) == (days <= 14 ? [10, 11] : []))
        #expect(try desk.entries(.possibleDuplicate, at: 10) == [], "there was one then")
    }

    @Test("Of several payments alike, each that has another near it is remarked on, also across the period's first day")
    func duplicates() throws {
        let desk = try Desk.released()
        for (index, days) in [0, 40, 54, 69, 69].enumerated() {
            let day = Day.purchase.advanced(by: days)
            try desk.record(.disburse(.of(.kroner(100), voucher: VoucherReference("K-\(index)"), on: day)))
        }
        #expect(try desk.entries(.possibleDuplicate) == [11, 12, 13, 14])
        let from = Day.purchase.advanced(by: 54)
        #expect(try desk.entries(.possibleDuplicate, from: from, through: from) == [12], "its twin lies before")
        let first = Day.purchase.advanced(by: 40)
        #expect(try desk.entries(.possibleDuplicate, from: first, through: first) == [], "its twin comes after")
    }

    @Test("An øre apart, on another item, or with one of them cancelled, two payments are no duplicate")
    func noDuplicate() throws {
        let desk = try Desk.released()
        try desk.record(.release("B01", item: 2, amount: .kroner(100), on: .release))
        try desk.record(.disburse(.of(.kroner(100))))
        try desk.record(.disburse(.of(.ore(10_001), voucher: "K-2")))
        try desk.record(.disburse(.of(.kroner(100), item: 2, voucher: "K-3")))
        #expect(try desk.entries(.possibleDuplicate) == [])
        try desk.record(.disburse(.of(.kroner(100), voucher: "K-4")))
        #expect(try desk.entries(.possibleDuplicate) == [11, 14])
        try desk.record(.reverse(14, reason: "Betalt to gange", on: .later))
        #expect(try desk.entries(.possibleDuplicate) == [])
        #expect(try desk.entries(.possibleDuplicate, at: 14) == [11, 14], "before it was cancelled both stood")
    }

    @Test("Lines of one voucher are no duplicates of each other, but each may have one with another voucher")
    func linesOfOneVoucher() throws {
        let desk = try Desk.released()
        for total: Amount? in [.kroner(1000), nil, nil] {
            try desk.record(.disburse(.of(.kroner(100), voucher: "K-1", total: total)))
        }
        #expect(try desk.entries(.possibleDuplicate) == [])
        try desk.record(.disburse(.of(.kroner(100), voucher: "K-2", on: Day.purchase.advanced(by: 14))))
        #expect(try desk.entries(.possibleDuplicate) == [10, 11, 12, 13])
    }

    @Test("A plan is idle from the 180th day after the approval", arguments: [179, 180, 181])
    func idlePlan(days: Int) throws {
        let desk = try Desk.approved()
        let through = Day.approval.advanced(by: days)
        #expect(try desk.entries(.idlePlan, through: through) == (days >= 180 ? [8] : []))
    }

    @Test("A plan is idle from the 180th day after the last payment, unless the citizen has left")
    func idleAfterPayment() throws {
        let desk = try Desk.released()
        try desk.record(.disburse(.of(.kroner(100))))
        #expect(try desk.entries(.idlePlan, through: Day.purchase.advanced(by: 179)) == [])
        #expect(try desk.entries(.idlePlan, through: Day.purchase.advanced(by: 180)) == [8])
        try desk.record(.withdraw("B01", reason: "Flyttet", on: .later))
        #expect(try desk.entries(.idlePlan, through: Day.purchase.advanced(by: 180)) == [])
        #expect(try desk.entries(.idlePlan, through: Day.purchase.advanced(by: 180), at: 10) == [8])
    }

    @Test("A release is idle from the 90th day", arguments: [89, 90, 91])
    func idleRelease(days: Int) throws {
        let desk = try Desk.released()
        let through = Day.release.advanced(by: days)
        #expect(try desk.entries(.idleRelease, through: through) == (days >= 90 ? [9] : []))
    }

    @Test("A release is idle from the 90th day after the last movement on it, and not where all of it is spent")
    func idleAfterMovement() throws {
        let desk = try Desk.released()
        try desk.record(.disburse(.of(.ore(999_999))))
        #expect(try desk.entries(.idleRelease, through: Day.purchase.advanced(by: 89)) == [])
        #expect(try desk.entries(.idleRelease, through: Day.purchase.advanced(by: 90)) == [9], "an øre is left")
        try desk.record(.disburse(.of(.ore(1), voucher: "K-2")))
        #expect(try desk.entries(.idleRelease) == [])
        #expect(try desk.entries(.idleRelease, at: 10) == [9])
    }

    @Test("Payment after the window is remarked on, payment on its last day is not", arguments: [0, 1])
    func paidAfterWindow(days: Int) throws {
        let desk = try Desk.released()
        let paid = Day.windowEnd.advanced(by: days)
        try desk.record(.disburse(.of(.kroner(100), on: .windowEnd, paid: paid)))
        try desk.record(.spend(.of(.kroner(100), on: .windowEnd, paid: paid)))
        #expect(try desk.entries(.paidAfterWindow) == (days > 0 ? [10, 11] : []))
    }

    @Test(
        "A quarter of all spending in the last 31 days is no rush; an øre more is",
        arguments: [(9_999, false), (10_000, false), (10_001, true)])
    func rush(ore: Int64, isRemarked: Bool) throws {
        let desk = try Desk()
        try desk.record(.spend(.of(.kroner(300), voucher: "P-1", on: "2024-11-30")))
        try desk.record(.spend(.of(.ore(ore), voucher: "P-2", on: "2024-12-01")))
        #expect(try desk.entries(.lastMonthRush) == (isRemarked ? [7] : []))
        #expect(try desk.entries(.lastMonthRush, through: "2024-11-30") == [], "the last days are not in the period")
    }

    @Test("The staff of one account are named by the entries that added them")
    func sharedAccount() throws {
        let desk = try Desk()
        #expect(try desk.entries(.sharedAccount, at: 1) == [], "one person, one account")
        #expect(try desk.entries(.sharedAccount, at: 2) == [1, 2])
        try desk.record(.addStaff(StaffMember(id: "kim", role: .auditor, account: "kim", name: nil)))
        #expect(try desk.entries(.sharedAccount) == [1, 2, 3, 4, 5], "entry 6 added someone with an account alone")
        try desk.record(.addStaff(StaffMember(id: "kaj", role: .auditor, account: "kim", name: nil)))
        #expect(try desk.entries(.sharedAccount) == [1, 2, 3, 4, 5, 6, 7])
    }

    @Test(
        "A reopening is remarked on where it opened a day of the period",
        arguments: [
            ("2023-02-01", "2023-02-28", true), ("2023-03-31", "2023-04-30", true), ("2023-04-01", "2023-04-30", false),
            ("2023-01-01", "2023-01-31", false), ("2023-01-01", "2023-02-01", true),
        ] as [(Day, Day, Bool)])
    func reopenedPeriod(from: Day, through: Day, isRemarked: Bool) throws {
        let desk = try Desk()
        try desk.record(.closePeriod(through: "2023-03-31"))
        try desk.record(.reopenPeriod(through: "2023-01-31", reason: "Et bilag manglede"))
        #expect(try desk.entries(.reopenedPeriod, from: from, through: through) == (isRemarked ? [7] : []))
        #expect(try desk.entries(.reopenedPeriod, from: from, through: through, at: 6) == [])
    }

    @Test(
        "A ledger in which all is as it should be is remarked on for nothing but the desk's one account",
        arguments: ReportFinding.Kind.allCases)
    func orderly(kind: ReportFinding.Kind) throws {
        let desk = try Desk(today: .enrolment)
        try desk.record(.enrol(name: nil, caseNumber: nil, on: .enrolment))
        try desk.turn(to: .approval)
        try desk.record(.draft("B01", .of([.new(.kroner(20_000))])))
        try desk.record(.approve("B01", on: .approval))
        try desk.turn(to: .purchase)
        try desk.record(.release("B01", item: 1, amount: .kroner(10_000), on: .release), by: .colleague)
        try desk.record(.disburse(.of(.kroner(10_000))))
        try desk.record(.closePeriod(through: .purchase))
        let found = try desk.entries(kind, through: .purchase)
        #expect(found == (kind == .sharedAccount ? [1, 2, 3, 4, 5] : []))
    }

    @Test("The limits are those of the programme file that the ledger was opened with", arguments: [0, 1])
    func limitsOfTheFile(beyond: Int) throws {
        let terms = BuiltInProgramme.file.replacing(
            "\"keepYears\": 5",
            with: """
                "keepYears": 5, "findings": {"lateDays": 3, "duplicateDays": 2, "idlePlanDays": 20, \
                "idleReleaseDays": 10, "rushPercent": 50}
                """)
        let programme = try ProgrammeFile.read(Array(terms.utf8))
        let isBeyond = beyond > 0

        let late = try Desk(programme, today: "2024-12-31")
        try late.turn(to: "2025-01-03")
        try late.turn(to: late.today.advanced(by: beyond))
        try late.record(.enrol(name: nil, caseNumber: nil, on: .windowEnd))
        #expect(try late.entries(.lateEntry) == (isBeyond ? [6] : []))

        let twice = try Desk.released(programme)
        try twice.record(.disburse(.of(.kroner(100))))
        try twice.record(.disburse(.of(.kroner(100), voucher: "K-2", on: Day.purchase.advanced(by: 2 + beyond))))
        #expect(try twice.entries(.possibleDuplicate) == (isBeyond ? [] : [10, 11]))

        let plan = try Desk.approved(programme)
        #expect(try plan.entries(.idlePlan, through: Day.approval.advanced(by: 19 + beyond)) == (isBeyond ? [8] : []))

        let release = try Desk.released(programme)
        let through = Day.release.advanced(by: 9 + beyond)
        #expect(try release.entries(.idleRelease, through: through) == (isBeyond ? [9] : []))

        let rush = try Desk(programme)
        try rush.record(.spend(.of(.kroner(300), voucher: "P-1", on: "2024-11-30")))
        try rush.record(.spend(.of(.ore(30_000 + Int64(beyond)), voucher: "P-2", on: .windowEnd)))
        #expect(try rush.entries(.lastMonthRush) == (isBeyond ? [7] : []))
    }
}
