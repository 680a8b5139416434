import MitBudget
import TestSupport

extension RuleCase {
    /// The rules on citizens and staff.
    static let people: [RuleCase] = participants + staff

    private static let participants = [
        RuleCase("enrolling one too many", .placesTaken(places: 3, on: .enrolment), .places) { beyond in
            var bench = try Bench(.terms(places: 3))
            for _ in 0..<2 + beyond { try bench.enrolled() }
            return bench.answer(.enrol(name: nil, caseNumber: nil, on: .enrolment))
        },
        RuleCase("enrolling with another's case number", .caseTaken) { beyond in
            var bench = try Bench()
            try bench.record(.enrol(name: nil, caseNumber: "Sag 17", on: .enrolment))
            if beyond < 0 { try bench.record(.withdraw("B01", reason: "Flyttet", on: .later)) }
            let caseNumber: Wording = beyond == 0 ? "Sag 18" : " Sag 17\u{A0}"
            return bench.answer(.enrol(name: nil, caseNumber: caseNumber, on: .later))
        },
        RuleCase("a key that another entry bears", .onceUsed("bank-1", by: 6)) { beyond in
            var bench = try Bench()
            let key: OnceKey = beyond > 0 ? "bank-1" : "Bank-1"
            let entry = try bench.record(.receive(amount: .kroner(1), voucher: "T-1", on: .purchase), once: key)
            // The key still belongs to the entry after its reversal.
            if beyond == 0 { try bench.record(.reverse(entry, reason: "Fejl", on: .later), once: "bank-2") }
            return bench.answer(.receive(amount: .kroner(1), voucher: "T-2", on: .purchase), once: "bank-1")
        },
        RuleCase("the one after the last", .participantUnknown("B04", last: "B03")) { beyond in
            var bench = try Bench()
            for _ in 0..<3 { try bench.enrolled() }
            let references: [ParticipantReference] = ["B02", "B03", "B04"]
            return bench.answer(.withdraw(references[1 + beyond], reason: "Flyttet", on: .later))
        },
        RuleCase("no one enrolled", .participantUnknown("B01", last: nil)) { beyond in
            var bench = try Bench()
            if beyond <= 0 { try bench.enrolled() }
            return bench.answer(.readWords("B01", scope: .identity, purpose: "Tilsyn"))
        },
        withdrawn("a draft") { _ in .draft("B01", .of([.keep(1, .kroner(100))])) },
        withdrawn("an approval", before: { try $0.drafted([.keep(1, .kroner(100))], for: "B01") }) { _ in
            .approve("B01", on: .later)
        },
        withdrawn("a rejection", before: { try $0.drafted([.keep(1, .kroner(100))], for: "B01") }) { _ in
            .reject("B01", reason: "For dyrt")
        },
        withdrawn("a release") { _ in .release("B01", item: 1, amount: nil, on: .later) },
        withdrawn("a retraction") { _ in
            .retract("B01", item: 1, amount: .kroner(1), reason: "Fejl", on: .later)
        },
        withdrawn("a disbursement") { _ in .disburse(.of(.kroner(1), to: "B01")) },
        withdrawn("a withdrawal") { _ in .withdraw("B01", reason: "Flyttet", on: .later) },
    ]

    /// A command on a citizen with 50 kr. released of 100, whose budget is stopped one step beyond the limit.
    private static func withdrawn(
        _ what: String, before prepare: @escaping @Sendable (inout Bench) throws -> Void = { _ in },
        _ command: @escaping @Sendable (Bench) -> Command
    ) -> RuleCase {
        RuleCase("\(what) after the withdrawal", .participantWithdrawn("B01", on: .later)) { beyond in
            var bench = try Bench()
            try bench.released(.kroner(50), of: .kroner(100))
            try prepare(&bench)
            if beyond > 0 { try bench.record(.withdraw("B01", reason: "Flyttet", on: .later)) }
            return bench.answer(command(bench))
        }
    }

    private static let staff = [
        RuleCase(
            "erasing on the last day of the time to keep",
            .retentionRunning("B01", today: "2029-12-31", last: "2029-12-31")
        ) { beyond in
            var bench = try Bench()
            try bench.enrolled()
            bench.today = beyond > 0 ? "2029-12-31" : "2030-01-01"
            return bench.answer(.eraseWords("B01", reason: "Tiden er ovre", override: nil))
        },
        RuleCase(
            "erasing in time with nothing that comes before the duty",
            .retentionRunning("B01", today: "2023-06-01", last: "2029-12-31")
        ) { beyond in
            var bench = try Bench()
            try bench.enrolled()
            bench.today = "2023-06-01"
            return bench.answer(.eraseWords("B01", reason: "Ønske", override: beyond > 0 ? nil : "Dom"))
        },
        RuleCase("adding an id that is given", .staffTaken(.auditor)) { beyond in
            let id: StaffID = beyond > 0 ? .auditor : "nina"
            return try Bench().answer(.addStaff(StaffMember(id: id, role: .auditor, account: "nina", name: nil)))
        },
        RuleCase("adding an id that was given once", .staffTaken(.auditor)) { beyond in
            var bench = try Bench()
            try bench.record(.endStaff(.auditor))
            let id: StaffID = beyond > 0 ? .auditor : "nina"
            return bench.answer(.addStaff(StaffMember(id: id, role: .auditor, account: "nina", name: nil)))
        },
        RuleCase("a command by a stranger", .staffUnknown("nina")) { beyond in
            try Bench().answer(
                .enrol(name: nil, caseNumber: nil, on: .enrolment), by: beyond > 0 ? "nina" : .caseworker)
        },
        RuleCase("ending a stranger", .staffUnknown("nina")) { beyond in
            try Bench().answer(.endStaff(beyond > 0 ? "nina" : .auditor))
        },
        RuleCase("ending someone twice", .staffUnknown(.auditor)) { beyond in
            var bench = try Bench()
            if beyond > 0 { try bench.record(.endStaff(.auditor)) }
            return bench.answer(.endStaff(.auditor))
        },
        RuleCase(
            "a command of another role", .notPermitted(.role(.auditor, .auditor, allowed: [.caseworker]))
        ) { beyond in
            try Bench().answer(
                .enrol(name: nil, caseNumber: nil, on: .enrolment), by: beyond > 0 ? .auditor : .caseworker)
        },
        RuleCase("a command by someone whose work has ended", .notPermitted(.ended(.caseworker))) { beyond in
            var bench = try Bench()
            if beyond > 0 { try bench.record(.endStaff(.caseworker)) }
            return bench.answer(.enrol(name: nil, caseNumber: nil, on: .enrolment), by: .caseworker)
        },
        RuleCase("ending the last administrator", .notPermitted(.lastAdministrator(.administrator))) { beyond in
            var bench = try Bench()
            let second = StaffMember(id: "nina", role: .administrator, account: "nina", name: nil)
            try bench.record(.addStaff(second))
            if beyond > 0 { try bench.record(.endStaff("nina")) }
            return bench.answer(.endStaff(.administrator))
        },
    ]
}
