import MitBudget
import TestSupport

/// A ledger in use, and all parts of a command on it. Each offence changes one thing.
///
/// B01 has a plan of 20.000 kr. on item 1; 10.000 are released and entry 10 spent 4.000. A version that keeps the item
/// waits. B02 is enrolled without a plan. One place is left. Voucher P-1 is used. Nils no longer works here. Different
/// people must approve and release.
struct Scene {
    /// What an offence changes. A command cannot commit two offences that change the same thing.
    enum Thing {
        case day, today, books, subject, item, amount, places, goal, kept, more, waiting, voucher, paid, personal, long
        case post, staff, actor, override, once, terms, result, total, document
    }

    private(set) var bench: Bench
    private let early: Day
    private(set) var day: Day = .later
    private(set) var paid: Day = .later
    private(set) var reference: ParticipantReference = "B01"
    private(set) var item: ItemNumber = 1
    private(set) var amount = Amount.kroner(100)
    private(set) var goal: Wording = "Et job"
    private(set) var kept = Amount.kroner(20_000)
    private(set) var more: [PlanProposal.Item] = []
    private(set) var voucher: VoucherReference = "N-1"
    private(set) var total: Amount?
    private(set) var document = DocumentFile.sample("Ny kvittering")
    private(set) var entry: EntryNumber = 10
    private(set) var personal: Wording = "Sofie"
    private(set) var long: Wording = "Sag 17"
    private(set) var account: AccountName = "nina"
    private(set) var staff: StaffID = "nina"
    private(set) var post: PostName = "project"
    private(set) var actor: StaffID?
    private(set) var override: Wording? = "Dom"
    private(set) var once: OnceKey?
    private(set) var result: ResultCode = "reached"
    private(set) var target: ResultCode = "backlog"
    private(set) var grant = Amount.kroner(952_000)

    /// Makes the scene; a day before `early` is too early for the command.
    init(early: Day) throws {
        bench = try Bench(
            .terms(
                places: 3, drawingMonths: 12, separateReleaser: true, settleBy: "2025-01-31",
                results: [.init(code: "reached", aim: .share(percent: nil)), .backlog]))
        try bench.planned(.kroner(20_000))
        try bench.record(.release("B01", item: 1, amount: .kroner(10_000), on: .release), by: .colleague)
        try bench.disbursed(.kroner(4000), to: "B01", voucher: "K-1")
        try bench.drafted([.keep(1, .kroner(20_000))], for: "B01")
        try bench.record(.enrol(name: nil, caseNumber: "Sag 16", on: .enrolment))
        try bench.record(.spend(.of(.kroner(1), voucher: "P-1")))
        try bench.record(.receive(amount: .kroner(5000), voucher: "R-0", on: .later), once: "R-0")
        try bench.record(.addStaff(StaffMember(id: "nils", role: .auditor, account: "nils", name: nil)))
        try bench.record(.endStaff("nils"))
        try bench.record(.attach(.file(.sample("Udskrift")), to: 10, as: .payment))
        self.early = early
    }

    /// Why the command would be refused here.
    func refusal(of command: Command) -> Refusal? {
        var usual = bench.usualActor(for: command)
        // The approver may not release.
        if case .release = command { usual = .colleague }
        return bench.refusal(of: command, by: actor ?? usual, once: once)
    }

    /// What an offence against a rule changes.
    static func touched(by rule: Rule) -> Set<Thing> {
        switch rule {
        case .outsideWindow, .drawingOver: [.day]
        case .futureDay: [.today]
        case .periodClosed: [.books]
        case .outOfOrder: [.day, .subject, .item, .waiting]
        case .placesTaken: [.places]
        case .participantUnknown, .participantWithdrawn, .planNotApproved: [.subject, .kept, .item, .amount, .waiting]
        case .planIncomplete: [.goal]
        case .planBelowReleased: [.kept, .subject, .waiting]
        case .planOverCap, .itemUnknown: [.more, .item, .amount]
        case .planNotPending: [.waiting, .subject]
        case .itemExceeded, .releaseExceeded, .retractExceeds, .refundExceeds, .repayExceeds, .postExceeded,
            .grantExceeded, .capExceeded:
            [.amount, .subject, .item, .post]
        case .samePerson, .staffUnknown, .notPermitted: [.actor]
        case .voucherUsed: [.voucher]
        case .voucherExceeded: [.total]
        case .notReversible, .alreadyReversed: [.subject, .day, .amount]
        case .paidTooLate: [.paid]
        case .personalNumber: [.personal]
        case .caseTaken, .textTooLong: [.long]
        case .amountNotPositive: [.more, .amount]
        case .postUnknown: [.post]
        case .staffTaken: [.staff]
        case .onceUsed: [.once]
        case .retentionRunning: [.override]
        case .periodBudgetExceeded: [.terms, .day, .amount, .post]
        case .termsBelowUsed: [.terms]
        case .resultUnknown: [.result]
        case .voucherUnknown, .textUnknown: [.subject]
        case .evidenceKnown, .evidenceType: [.document]
        case .noRecipients, .notPersonal: []
        }
    }

    /// New terms with this grant, and posts that fit into it.
    var terms: Programme {
        var draft = TermsDraft(bench.book.programme)
        draft.grant = grant
        let most = grant < .kroner(200_000) ? Amount.zero : .kroner(100_000)
        draft.posts = draft.posts.map { .init(name: $0.name, budget: min($0.budget, most)) }
        draft.cap = nil
        guard let terms = try? draft.programme else { preconditionFailure("the draft is sound") }
        return terms
    }

    /// Commits an offence.
    mutating func offend(_ rule: Rule) throws {
        switch rule {
        case .outsideWindow: day = "2025-01-01"
        case .futureDay: bench.today = "2022-12-03"
        case .periodClosed: try bench.record(.closePeriod(through: "2025-01-01"))
        case .outOfOrder: day = early
        case .placesTaken: try bench.enrolled()
        case .participantUnknown: reference = "B99"
        case .participantWithdrawn: try bench.record(.withdraw("B01", reason: "Flyttet", on: .later))
        case .planIncomplete: goal = " "
        case .planOverCap: more.append(.new(.kroner(50_000)))
        case .planBelowReleased:
            // The waiting version and the drafted one ask for less than what is released by now.
            kept = .kroner(10_000) - .ore(1)
            try bench.drafted([.keep(1, .kroner(10_000))], for: "B01")
            try bench.record(.release("B01", item: 1, amount: .ore(1), on: .later), by: .colleague)
        case .planNotPending: try bench.record(.reject("B01", reason: "For dyrt"))
        case .planNotApproved: reference = "B02"
        case .itemUnknown:
            item = 9
            more.append(.keep(9, .kroner(1)))
        case .itemExceeded, .releaseExceeded, .retractExceeds, .refundExceeds, .repayExceeds, .postExceeded,
            .grantExceeded:
            amount = .kroner(1_000_000)
        case .drawingOver: day = "2024-01-16"
        case .samePerson: actor = .caseworker
        case .voucherUsed: voucher = "P-1"
        case .voucherExceeded: total = .zero - .ore(1)
        case .notReversible, .voucherUnknown, .textUnknown: entry = 6
        case .evidenceKnown:
            document = .sample("Kvittering")
            try bench.record(.attach(.file(document), to: 10, as: .receipt))
        case .evidenceType: document = DocumentFile(Array("<html>".utf8))
        case .alreadyReversed: try bench.record(.reverse(10, reason: "Fejl", on: .later))
        case .paidTooLate: paid = "2025-02-01"
        case .personalNumber:
            personal = "Født 010180-1234"
            account = "010180-1234"
        case .caseTaken: long = "Sag 16"
        case .textTooLong: long = .text(Text(stringLiteral: String(repeating: "x", count: Text.limit + 1)))
        case .amountNotPositive:
            amount = .zero
            more.append(.new(.zero))
        case .postUnknown: post = "wages"
        case .staffTaken: staff = .auditor
        case .onceUsed: once = "R-0"
        case .retentionRunning: override = nil
        case .staffUnknown: actor = "nobody"
        case .notPermitted: actor = "nils"
        case .periodBudgetExceeded:
            // What is spent is all that the period allows.
            var draft = TermsDraft(bench.book.programme)
            draft.budgetPeriods = [
                .init(
                    firstDay: draft.firstDay, lastDay: draft.lastDay, cap: .kroner(4000),
                    posts: [.init(name: "project", budget: .kroner(1))])
            ]
            let amendment = try Amendment(terms: draft.programme, reason: "Ramme for året", approval: nil)
            try bench.record(.amend(amendment, on: .purchase))
        case .termsBelowUsed: grant = .kroner(10)
        case .resultUnknown: (result, target) = ("lost", "reached")
        case .capExceeded, .noRecipients, .notPersonal: break
        }
    }
}
