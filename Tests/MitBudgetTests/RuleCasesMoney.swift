import MitBudget
import TestSupport

extension RuleCase {
    /// The rules on releases, disbursements, expenses and receipts.
    static let money: [RuleCase] =
        items + ceilings + [
            RuleCase("releasing what one approved oneself", .samePerson(.caseworker, approver: .caseworker)) { beyond in
                var bench = try Bench(.terms(separateReleaser: true))
                try bench.planned(.kroner(1))
                return bench.answer(
                    .release("B01", item: 1, amount: nil, on: .release), by: beyond > 0 ? .caseworker : .colleague)
            },
            RuleCase(
                "releasing what another staff id of one's account approved",
                .samePerson(.colleague, approver: .caseworker)
            ) { beyond in
                var bench = try Bench(.terms(separateReleaser: true))
                try bench.planned(.kroner(1))
                if beyond > 0 { try bench.record(.rebindStaff(.colleague, to: AccountName(StaffID.caseworker.text))) }
                return bench.answer(.release("B01", item: 1, amount: nil, on: .release), by: .colleague)
            },
            RuleCase(
                "releasing what someone approved with whom one once shared an account",
                .samePerson(.colleague, approver: .caseworker)
            ) { beyond in
                var bench = try Bench(.terms(separateReleaser: true))
                try bench.planned(.kroner(1))
                if beyond > 0 {
                    try bench.record(.rebindStaff(.colleague, to: AccountName(StaffID.caseworker.text)))
                    try bench.record(.rebindStaff(.caseworker, to: "another"))
                }
                return bench.answer(.release("B01", item: 1, amount: nil, on: .release), by: .colleague)
            },
            RuleCase("the citizens' post", .postUnknown(.citizens, known: ["project"])) { beyond in
                try Bench().answer(.spend(.of(.kroner(1), post: beyond > 0 ? .citizens : "project")))
            },
            RuleCase("a strange post", .postUnknown("wages", known: ["project"])) { beyond in
                try Bench().answer(.spend(.of(.kroner(1), post: beyond > 0 ? "wages" : "project")))
            },
        ]

    private static let items = [
        unapproved("a release") { .release("B01", item: 1, amount: nil, on: .release) },
        unapproved("a retraction") { .retract("B01", item: 1, amount: .ore(1), reason: "Fejl", on: .release) },
        unapproved("a disbursement") { .disburse(.of(.ore(1), to: "B01")) },
        strange("a release") { .release("B01", item: $0, amount: .ore(1), on: .release) },
        strange("a retraction") { .retract("B01", item: $0, amount: .ore(1), reason: "Fejl", on: .release) },
        strange("a disbursement") { .disburse(.of(.ore(1), to: "B01", item: $0)) },
        RuleCase(
            "releasing above the item",
            .itemExceeded(ItemReference("B01", 1), requested: .kroner(60) + .ore(1), available: .kroner(60)), .ore
        ) { beyond in
            var bench = try Bench()
            try bench.released(.kroner(40), of: .kroner(100))
            return bench.answer(.release("B01", item: 1, amount: .kroner(60) + .ore(Int64(beyond)), on: .release))
        },
        RuleCase(
            "disbursing above the release",
            .releaseExceeded(
                ItemReference("B01", 1), requested: .kroner(60) + .ore(1), available: .kroner(60),
                releasable: .kroner(100)), .ore
        ) { beyond in
            var bench = try Bench()
            try bench.disbursed(.kroner(40), to: bench.released(.kroner(100), of: .kroner(200)), voucher: "K-1")
            return bench.answer(.disburse(.of(.kroner(60) + .ore(Int64(beyond)), to: "B01", voucher: "K-2")))
        },
        RuleCase(
            "retracting what is spent",
            .retractExceeds(ItemReference("B01", 1), requested: .kroner(60) + .ore(1), available: .kroner(60)), .ore
        ) { beyond in
            var bench = try Bench()
            try bench.disbursed(.kroner(40), to: bench.released(.kroner(100)), voucher: "K-1")
            let amount = Amount.kroner(60) + .ore(Int64(beyond))
            return bench.answer(.retract("B01", item: 1, amount: amount, reason: "Andet ønske", on: .later))
        },
    ]

    private static func unapproved(_ what: String, _ command: @escaping @Sendable () -> Command) -> RuleCase {
        RuleCase("\(what) on a plan that only waits", .planNotApproved("B01")) { beyond in
            var bench = try Bench()
            if beyond > 0 {
                try bench.drafted([.new(.kroner(1))], for: bench.enrolled())
            } else {
                try bench.released(.kroner(1), of: .kroner(2))
            }
            return bench.answer(command())
        }
    }

    private static func strange(_ what: String, _ command: @escaping @Sendable (ItemNumber) -> Command) -> RuleCase {
        RuleCase("\(what) on an item that the plan lacks", .itemUnknown("B01", 3)) { beyond in
            var bench = try Bench()
            try bench.approved([.new(.kroner(1)), .new(.kroner(1))], for: bench.enrolled())
            let items: [ItemNumber] = [1, 2, 3]
            for item in items.prefix(2) { try bench.record(.release("B01", item: item, amount: .ore(9), on: .release)) }
            return bench.answer(command(items[1 + beyond]))
        }
    }

    private static let ceilings = [
        // No ordinary command reaches this rule: the terms are fixed, drafting keeps a plan's items within the cap, and
        // releases and disbursements stay within the items. So the view overstates what the citizen has spent.
        RuleCase(
            "disbursing above the cap",
            .capExceeded("B01", requested: .kroner(60), available: .kroner(60) - .ore(1)), .ore
        ) { beyond in
            var bench = try Bench()
            try bench.released(.kroner(100))
            let spent = Amount.kroner(49_940) + .ore(Int64(beyond))
            let view = OverstatedView(book: bench.book, disbursed: spent)
            return Result { () throws(Refusal) in
                try decide(.disburse(.of(.kroner(60))), by: .caseworker, on: bench.today, in: view)
            }
        },
        RuleCase(
            "an expense above its post",
            .postExceeded("project", requested: .kroner(2000) + .ore(1), available: .kroner(2000)), .ore
        ) { beyond in
            var bench = try Bench()
            try bench.record(.spend(.of(.kroner(200_000), voucher: "P-1")))
            return bench.answer(.spend(.of(.kroner(2000) + .ore(Int64(beyond)), voucher: "P-2")))
        },
        RuleCase(
            "receiving more than the grant",
            .grantExceeded(requested: .kroner(52_000) + .ore(1), available: .kroner(52_000)), .ore
        ) { beyond in
            var bench = try Bench()
            try bench.record(.receive(amount: .kroner(900_000), voucher: "T-1", on: .release))
            let amount = Amount.kroner(52_000) + .ore(Int64(beyond))
            return bench.answer(.receive(amount: amount, voucher: "T-2", on: .release))
        },
        RuleCase(
            "paying back more than is left",
            .repayExceeds(requested: .kroner(60) + .ore(1), available: .kroner(60)), .ore
        ) { beyond in
            var bench = try Bench()
            try bench.record(.receive(amount: .kroner(100), voucher: "T-1", on: .release))
            try bench.record(.spend(.of(.kroner(30))))
            try bench.record(.repay(amount: .kroner(10), voucher: "T-2", on: .later))
            return bench.answer(.repay(amount: .kroner(60) + .ore(Int64(beyond)), voucher: "T-3", on: .later))
        },
    ]
}

/// A book that overstates what every citizen has spent, to test the last check.
private struct OverstatedView: LedgerView {
    let book: Book
    let disbursed: Amount

    var programme: Programme { book.programme }
    var amendedOn: Day? { book.amendedOn }
    var usage: Usage { book.usage }
    var closedThrough: Day? { book.closedThrough }
    var enrolled: Int { book.enrolled }
    var received: Amount { book.received }
    var repaid: Amount { book.repaid }
    var total: Balance { book.total }
    var activeAdministrators: Int { book.activeAdministrators }

    func staff(_ id: StaffID) -> StaffMember? { book.staff(id) }
    func accounts(of id: StaffID) -> Set<AccountName> { book.accounts(of: id) }
    func participant(_ reference: ParticipantReference) -> ParticipantAccount? {
        var account = book.participant(reference)
        account?.balance.disbursed = disbursed
        return account
    }
    func item(_ number: ItemNumber, of reference: ParticipantReference) -> ItemAccount? {
        book.item(number, of: reference)
    }
    func releasedItems(of reference: ParticipantReference) -> [ItemAccount] { book.releasedItems(of: reference) }
    func items(ofVersion version: Int, of reference: ParticipantReference) -> [PlanItem] {
        book.items(ofVersion: version, of: reference)
    }
    func placesTaken(from day: Day) -> [DailySums<Int>.Item] { book.placesTaken(from: day) }
    func spending(on reference: ParticipantReference) -> DailySums<Amount> { book.spending(on: reference) }
    func spending(on reference: ParticipantReference, in period: Programme.BudgetPeriod) -> Amount {
        book.spending(on: reference, in: period)
    }
    func spending(on post: PostName, in period: Programme.BudgetPeriod) -> Amount {
        book.spending(on: post, in: period)
    }
    func largestSpending(
        in period: Programme.BudgetPeriod
    ) -> (participant: ParticipantReference, amount: Amount)? {
        book.largestSpending(in: period)
    }
    func daysSpent(in period: Programme.BudgetPeriod) -> [Day] { book.daysSpent(in: period) }
    func isHeld(caseNumber: Text, besides own: ParticipantReference?) -> Bool {
        book.isHeld(caseNumber: caseNumber, besides: own)
    }
    func entry(_ number: EntryNumber) -> Entry? { book.entry(number) }
    func isErased(_ text: Wording, of entry: EntryNumber, on citizen: ParticipantReference) -> Bool {
        book.isErased(text, of: entry, on: citizen)
    }
    func balance(of post: PostName) -> Balance { book.balance(of: post) }
    func use(of voucher: VoucherReference) -> VoucherUse? { book.use(of: voucher) }
    func holder(once key: OnceKey) -> EntryNumber? { book.holder(once: key) }
    func movement(_ entry: EntryNumber) -> Movement? { book.movement(entry) }
    func exists(_ entry: EntryNumber) -> Bool { book.exists(entry) }
    func latestRefund(of disbursement: EntryNumber) -> EntryNumber? { book.latestRefund(of: disbursement) }
    func recorder(of entry: EntryNumber) -> StaffID? { book.recorder(of: entry) }
    func documents(on entry: EntryNumber) -> [AttachedDocument] { book.documents(on: entry) }
    func document(attachedBy entry: EntryNumber) -> AttachedDocument? { book.document(attachedBy: entry) }
    func carriers(of file: DocumentFile) -> [EntryNumber] { book.carriers(of: file) }
    func isConfirmed(_ entry: EntryNumber) -> Bool { book.isConfirmed(entry) }
    func awaitingApproval(through day: Day) -> [(entry: EntryNumber, by: StaffID)] {
        book.awaitingApproval(through: day)
    }
}
