import MitBudget
import TestSupport
import Testing

/// A command that is allowed as it is, and the offences that it can commit.
private struct Question: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The rules that can refuse it, in any combination of rules on different things.
    fileprivate let own: [Rule]
    /// A day before that of the entry the command builds on.
    var early: Day = .enrolment
    let command: @Sendable (Scene) -> Command
    /// The command's own rules and the one that can refuse any command.
    var rules: [Rule] { own + [.onceUsed] }

    static let days: [Rule] = [.outsideWindow, .futureDay, .periodClosed]
    /// The rules on a day that may lie after the window, since the entry settles the programme.
    static let settling: [Rule] = [.futureDay, .periodClosed]
    static let actors: [Rule] = [.staffUnknown, .notPermitted]

    static let all = [
        Question(
            testDescription: "enrol", own: days + [.placesTaken, .caseTaken, .personalNumber, .textTooLong] + actors
        ) { .enrol(name: $0.personal, caseNumber: $0.long, on: $0.day) },
        Question(
            testDescription: "withdraw",
            own: settling + [.outOfOrder, .participantUnknown, .participantWithdrawn, .personalNumber] + actors,
            early: "2022-12-04"
        ) { .withdraw($0.reference, reason: $0.personal, on: $0.day) },
        Question(
            testDescription: "draft",
            own: days + actors + [
                .outOfOrder, .participantUnknown, .participantWithdrawn, .planIncomplete, .planOverCap,
                .planBelowReleased, .itemUnknown, .personalNumber, .textTooLong, .amountNotPositive,
            ], early: "2022-12-04"
        ) {
            let proposal = PlanProposal.of(
                [.keep(1, $0.kept)] + $0.more, agreedOn: $0.day, goal: $0.goal, wishes: $0.personal, purpose: $0.long)
            return .draft($0.reference, proposal)
        },
        Question(
            testDescription: "approve",
            own: days + actors + [
                .outOfOrder, .participantUnknown, .participantWithdrawn, .planBelowReleased, .planNotPending,
            ], early: "2023-01-09"
        ) { .approve($0.reference, on: $0.day) },
        Question(
            testDescription: "reject",
            own: actors + [.participantUnknown, .participantWithdrawn, .planNotPending, .personalNumber]
        ) { .reject($0.reference, reason: $0.personal) },
        Question(
            testDescription: "release",
            own: days + actors + [
                .outOfOrder, .participantUnknown, .participantWithdrawn, .planNotApproved, .itemUnknown, .itemExceeded,
                .drawingOver, .samePerson, .amountNotPositive,
            ], early: "2023-01-14"
        ) { .release($0.reference, item: $0.item, amount: $0.amount, on: $0.day) },
        Question(
            testDescription: "retract",
            own: settling + actors + [
                .outOfOrder, .participantUnknown, .participantWithdrawn, .planNotApproved, .itemUnknown,
                .retractExceeds, .personalNumber, .amountNotPositive,
            ], early: "2023-01-31"
        ) { .retract($0.reference, item: $0.item, amount: $0.amount, reason: $0.personal, on: $0.day) },
        Question(
            testDescription: "disburse",
            own: days + actors + [
                .outOfOrder, .participantUnknown, .participantWithdrawn, .planNotApproved, .itemUnknown,
                .releaseExceeded, .periodBudgetExceeded, .drawingOver, .voucherUsed, .voucherExceeded, .paidTooLate,
                .personalNumber, .textTooLong, .amountNotPositive,
            ], early: "2023-01-31"
        ) {
            .disburse(
                .of(
                    $0.amount, to: $0.reference, item: $0.item, voucher: $0.voucher, total: $0.total,
                    payee: $0.personal, on: $0.day, paid: $0.paid, note: $0.long))
        },
        Question(
            testDescription: "refund",
            own: settling + actors + [
                .outOfOrder, .voucherUsed, .refundExceeds, .notReversible, .alreadyReversed, .amountNotPositive,
            ], early: "2023-02-09"
        ) { .refund($0.entry, amount: $0.amount, voucher: $0.voucher, on: $0.day) },
        Question(
            testDescription: "spend",
            own: days + actors + [
                .postExceeded, .periodBudgetExceeded, .voucherUsed, .voucherExceeded, .paidTooLate, .personalNumber,
                .amountNotPositive, .postUnknown,
            ]
        ) {
            .spend(
                .of(
                    $0.amount, post: $0.post, voucher: $0.voucher, total: $0.total, payee: $0.personal, on: $0.day,
                    paid: $0.paid))
        },
        Question(
            testDescription: "receive", own: settling + actors + [.grantExceeded, .voucherUsed, .amountNotPositive]
        ) { .receive(amount: $0.amount, voucher: $0.voucher, on: $0.day) },
        Question(
            testDescription: "repay", own: settling + actors + [.voucherUsed, .repayExceeds, .amountNotPositive]
        ) { .repay(amount: $0.amount, voucher: $0.voucher, on: $0.day) },
        Question(
            testDescription: "reverse",
            own: settling + actors + [.outOfOrder, .notReversible, .alreadyReversed, .personalNumber],
            early: "2023-02-09"
        ) { .reverse($0.entry, reason: $0.personal, on: $0.day) },
        Question(
            testDescription: "amend", own: settling + actors + [.termsBelowUsed, .personalNumber]
        ) { .amend(Amendment(terms: $0.terms, reason: $0.personal, approval: nil), on: $0.day) },
        Question(
            testDescription: "follow up",
            own: settling + actors + [
                .outOfOrder, .participantUnknown, .resultUnknown, .personalNumber,
            ], early: "2022-12-04"
        ) { .followUp($0.reference, result: $0.result, note: $0.personal, on: $0.day) },
        Question(
            testDescription: "measure", own: settling + actors + [.resultUnknown]
        ) { .measure($0.target, value: nil, voucher: $0.voucher, on: $0.day) },
        Question(
            testDescription: "attach", own: actors + [.voucherUnknown, .evidenceKnown, .evidenceType]
        ) { .attach(.file($0.document), to: $0.entry, as: .receipt) },
        Question(
            testDescription: "detach", own: actors + [.voucherUnknown]
        ) { .detach($0.entry, as: .payment, reason: $0.personal, erasing: false) },
        Question(
            testDescription: "approve vouchers", own: actors + [.alreadyReversed, .voucherUnknown]
        ) { .approveVouchers(.entries([$0.entry])) },
        Question(
            testDescription: "correct", own: actors + [.textUnknown, .personalNumber, .textTooLong]
        ) { .correct($0.entry, .payee, text: $0.long, reason: $0.personal) },
        Question(
            testDescription: "add staff", own: actors + [.personalNumber, .textTooLong, .staffTaken]
        ) { .addStaff(StaffMember(id: $0.staff, role: .auditor, account: $0.account, name: $0.long)) },
        Question(
            testDescription: "read words", own: actors + [.participantUnknown, .personalNumber]
        ) { .readWords($0.reference, scope: .identity, purpose: $0.personal) },
        Question(
            testDescription: "erase words",
            own: actors + [.participantUnknown, .personalNumber, .retentionRunning]
        ) { scene in .eraseWords(scene.reference, reason: scene.personal, override: scene.override) },
    ]
}

/// Two offences of one command.
private struct Clash: CustomTestStringConvertible, Sendable {
    let question: Question
    let first: Rule
    let second: Rule

    var testDescription: String { "\(question.testDescription): \(first.rawValue) before \(second.rawValue)" }

    static let all = Question.all.flatMap { question in
        question.rules.flatMap { first in
            question.rules.compactMap { second -> Clash? in
                guard rank(first) < rank(second), Scene.touched(by: first).isDisjoint(with: Scene.touched(by: second))
                else { return nil }
                return Clash(question: question, first: first, second: second)
            }
        }
    }

    /// The rank of a rule: permission is checked first, then the command's key, then all other rules in the table's
    /// order.
    private static func rank(_ rule: Rule) -> Int {
        if Question.actors.contains(rule) { return rule.precedence - 2 * Rule.allCases.count }
        return rule == .onceUsed ? -1 : rule.precedence
    }
}

@Suite("Precedence")
struct PrecedenceTests {
    @Test("A command without offence is recorded", arguments: Question.all)
    fileprivate func innocent(_ question: Question) throws {
        let scene = try Scene(early: question.early)
        #expect(scene.refusal(of: question.command(scene)) == nil)
    }

    @Test("Every offence is refused by its own rule", arguments: Question.all)
    fileprivate func alone(_ question: Question) throws {
        for rule in question.rules {
            var scene = try Scene(early: question.early)
            try scene.offend(rule)
            #expect(scene.refusal(of: question.command(scene))?.rule == rule)
        }
    }

    @Test("Where two rules refuse, the first in order speaks", arguments: Clash.all)
    fileprivate func clash(_ clash: Clash) throws {
        var scene = try Scene(early: clash.question.early)
        // The later rule's offence comes first, since nothing can be recorded on a closed book.
        try scene.offend(clash.second)
        try scene.offend(clash.first)
        #expect(scene.refusal(of: clash.question.command(scene))?.rule == clash.first)
    }

    @Test("Every rule takes part but the one that no ordinary command can break")
    func covered() {
        // The case of `cap-exceeded` gives the reason; the others need other terms, under which other rules are idle.
        let unreachable: Set<Rule> = [.capExceeded, .noRecipients, .notPersonal]
        let asked = Set(Question.all.flatMap(\.rules))
        #expect(Rule.allCases.filter { !asked.contains($0) && !unreachable.contains($0) }.isEmpty)
    }
}
