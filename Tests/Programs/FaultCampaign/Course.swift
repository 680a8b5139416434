import MitBudget
import MitBudgetStore
import SQLite
import TestSupport

/// A command as a user gives it. To put another under the faults, add it to ``course``. It must leave the journal
/// unchanged or as in the undisturbed run, and it must be repeatable after a failure.
struct Step {
    /// The step's name in a round's name.
    let name: String
    /// Whether the ledger must not exist yet or must not be open elsewhere.
    var standsAlone = false
    /// Lets the clerk give the command; the clerk notes what the user is told.
    let perform: (Clerk) throws(LedgerFailure) -> Void

    init(_ name: String, _ perform: @escaping (Clerk) throws(LedgerFailure) -> Void) {
        self.name = name
        self.perform = perform
    }

    init(_ name: String, _ actor: StaffID, _ command: Command) {
        self.init(name) { clerk throws(LedgerFailure) in try clerk.record(command, by: actor) }
    }

    /// The steps whose results are checked in every round.
    static let (backup, erase, restore) = ("backup", "erase", "restore")

    private var alone: Step {
        var step = self
        step.standsAlone = true
        return step
    }

    /// A course with every kind of writing command and two that read. The last step only ever follows a fault.
    static var course: [Step] {
        let long: Wording = .text(Text(stringLiteral: Clerk.long))
        return [
            Step("init") { clerk throws(LedgerFailure) in try clerk.create() }.alone,
            Step("staff-add", .administrator, .addStaff(.of(.caseworker, .caseworker))),
            Step("staff-add", .administrator, .addStaff(.of(.consultant, .consultant))),
            Step(
                "enrol", .caseworker,
                .enrol(name: .text(Text(stringLiteral: Clerk.name)), caseNumber: "Sag 12/345", on: .enrolment)),
            Step(
                "draft", .caseworker,
                .draft("B01", .of([.new(.kroner(10_000)), .new(.kroner(5_000), area: "housing", text: long)]))),
            Step("approve", .caseworker, .approve("B01", on: .approval)),
            Step("release", .caseworker, .release("B01", item: 1, amount: .kroner(8_000), on: .release)),
            Step("disburse", .caseworker, .disburse(.of(.kroner(4_500), voucher: "K-1", note: long))),
            Step("refund", .caseworker, .refund(8, amount: .kroner(500), voucher: "K-2", on: .refund)),
            Step(
                "retract", .caseworker,
                .retract("B01", item: 1, amount: .kroner(1_000), reason: "Ikke brugt", on: .later)),
            Step("receive", .consultant, .receive(amount: .kroner(238_000), voucher: "R-1", on: .release)),
            Step("expense", .consultant, .spend(.of(.kroner(1_000), voucher: "P-1", payee: "Forkert firma"))),
            Step("reverse", .consultant, .reverse(12, reason: "Tastefejl", on: .later)),
            Step("period-close", .consultant, .closePeriod(through: "2023-03-31")),
            Step(
                "period-reopen", .consultant, .reopenPeriod(through: "2023-01-31", reason: "Et bilag manglede")),
            Step("identified", .caseworker, .readWords("B01", scope: .plan(version: 1), purpose: "Tilsyn")),
            Step("enrol", .caseworker, .enrol(name: nil, caseNumber: nil, on: .later)),
            Step("draft", .caseworker, .draft("B02", .of([.new(.kroner(3_000), area: "life")], agreedOn: .later))),
            Step("reject", .caseworker, .reject("B02", reason: "Ikke begrundet endnu")),
            Step("withdraw", .caseworker, .withdraw("B02", reason: "Flyttet fra kommunen", on: .later)),
            Step("followup", .caseworker, .followUp("B01", result: "reached", note: "Fast arbejde", on: .later)),
            Step("measure", .consultant, .measure("backlog", value: Figure(.kroner(950)), voucher: "S-1", on: .later)),
            Step(
                "terms-amend", .administrator,
                .amend(
                    Amendment(
                        terms: Clerk.terms(lastDay: "2025-06-30"), reason: "Perioden er forlænget", approval: "SBST-7"),
                    on: .later)),
            Step("attach", .caseworker, .attach(.file(Clerk.paper), to: 8, as: .receipt)),
            Step("voucher-approve", .consultant, .approveVouchers(.entries([8]))),
            Step("status") { clerk throws(LedgerFailure) in try clerk.readStanding() },
            Step("verify") { clerk throws(LedgerFailure) in try clerk.verify() },
            Step("staff-end", .administrator, .endStaff(.consultant)),
            Step(backup) { clerk throws(LedgerFailure) in try clerk.backUp() },
            Step("detach") { clerk throws(LedgerFailure) in try clerk.erasePaper() },
            Step(erase) { clerk throws(LedgerFailure) in try clerk.erase() },
            Step("enrol", .caseworker, .enrol(name: "Borger nummer tre", caseNumber: nil, on: .later)),
            // The last three entries are lost, since the backup has none of them.
            Step(restore) { clerk throws(LedgerFailure) in try clerk.restore() }.alone,
            Step("afterwards", .caseworker, .enrol(name: "En ny borger", caseNumber: nil, on: .later)),
        ]
    }
}

extension StaffMember {
    fileprivate static func of(_ id: StaffID, _ role: Role) -> StaffMember {
        StaffMember(id: id, role: role, account: "login", name: nil)
    }
}
