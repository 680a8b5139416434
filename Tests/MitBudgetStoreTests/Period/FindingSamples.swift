import MitBudget
import TestSupport

@testable import MitBudgetStore

// Small ledgers to look for findings in. Entries 1 to 5 open the ledger and add staff; 6 enrols B01, 7 drafts the plan,
// 8 approves it, 9 releases on item 1; a test's own entries begin with 10.
extension Desk {
    /// One citizen with a plan of two items; nothing released.
    static func approved(
        _ programme: Programme? = nil, on day: Day = .approval, by approver: StaffID = .caseworker,
        today: Day = "2025-06-30"
    ) throws -> Desk {
        let desk = try Desk(programme, today: today)
        try desk.record(.enrol(name: nil, caseNumber: nil, on: .enrolment))
        try desk.record(.draft("B01", .of([.new(.kroner(20_000)), .new(.kroner(20_000), area: "housing")])))
        try desk.record(.approve("B01", on: day), by: approver)
        return desk
    }

    /// One citizen with a plan of two items and 10.000 kr. released on the first.
    static func released(
        _ programme: Programme? = nil, on day: Day = .release, by releaser: StaffID = .caseworker,
        approvedBy approver: StaffID = .caseworker, today: Day = "2025-06-30"
    ) throws -> Desk {
        let desk = try approved(programme, by: approver, today: today)
        try desk.record(.release("B01", item: 1, amount: .kroner(10_000), on: day), by: releaser)
        return desk
    }

    /// The entries of a finding in a period's report; none if the report does not make it.
    func entries(
        _ kind: ReportFinding.Kind, from: Day = "2022-12-01", through: Day = .windowEnd, at: EntryNumber? = nil
    ) throws -> [Int64] {
        let findings = try ledger.cut(from: from, through: through, at: at).facts.findings
        return findings.filter { $0.kind == kind }.flatMap(\.entries).map(\.value)
    }
}
