import MitBudget

/// The ledger in memory, made by applying its entries. Model tests compare with it, and rules are tested on it.
///
/// It holds only what the rules ask for. The store keeps the same in tables.
package struct Book: LedgerView, Sendable {
    package typealias Participant = Accounts.Participant

    /// Everyone's money.
    package private(set) var accounts: Accounts
    private var moved = Movements()
    /// The case numbers by citizen: entries that were decided here still hold their texts.
    private var caseNumbers: [ParticipantReference: Text] = [:]
    private var keys: [OnceKey: EntryNumber] = [:]

    /// A book with its first entry; `nil` where that entry does not open a ledger.
    package init?(opening entry: Entry) {
        guard let accounts = Accounts(opening: entry) else { return nil }
        self.accounts = accounts
    }

    /// Applies the next entry, which was decided on this book.
    /// - Parameter actor: who recorded it.
    package mutating func apply(_ entry: Entry, by actor: StaffID) {
        guard let number = EntryNumber(head.value + 1) else { return }
        apply(entry, number: number, by: actor)
    }

    /// Applies an entry. One that this book would have refused is applied where that makes sense.
    /// - Parameters:
    ///   - number: its number.
    ///   - actor: who recorded it.
    package mutating func apply(_ entry: Entry, number: EntryNumber, by actor: StaffID) {
        accounts.apply(entry, number: number, by: actor)
        moved.apply(entry, number: number)
        if let key = entry.once { keys[key] = number }
        learnCaseNumber(from: entry)
        if case .wordsErased(let reference, _, _) = entry.event { caseNumbers[reference] = nil }
    }

    /// Keeps the case number of an enrolment that still has its texts.
    package mutating func learnCaseNumber(from entry: Entry) {
        if case .enrolled(let reference, _, .text(let text)?) = entry.event { caseNumbers[reference] = text }
    }
}

// The reads of the rules.
extension Book {
    /// The entries that moved money.
    package var movements: [EntryNumber: Movement] { moved.byEntry }
    package var programme: Programme { accounts.programme }
    package var head: EntryNumber { accounts.head }
    /// Staff, former members included.
    package var staff: [StaffID: StaffMember] { accounts.staff }
    /// The citizens, in order of reference.
    package var participants: [Participant] { accounts.participants }
    /// The balance of each post.
    package var posts: [PostName: Balance] { accounts.posts }
    /// The net spending of each day that has any.
    package var days: [Day: Amount] {
        accounts.days.values.reduce(into: [:]) { days, ofPost in
            for (day, total) in ofPost where total.disbursed != .zero { days[day, default: .zero] += total.disbursed }
        }.filter { $0.value != .zero }
    }
    package var amendedOn: Day? { accounts.amendedOn }
    /// The last day of the closed period.
    package var closedThrough: Day? { accounts.closedThrough }
    /// The money received of the grant, net of reversals.
    package var received: Amount { accounts.received }
    /// The money paid back to the funder, net of reversals.
    package var repaid: Amount { accounts.repaid }
    /// How many citizens hold a place, over all days.
    package var placesTaken: Int { accounts.placesTaken }
    /// How many citizens were ever enrolled.
    package var enrolled: Int { accounts.enrolled }
    /// How many administrators are active.
    package var activeAdministrators: Int { accounts.activeAdministrators }

    package func staff(_ id: StaffID) -> StaffMember? { accounts.staff[id] }

    /// All accounts that a staff member was ever bound to.
    public func accounts(of id: StaffID) -> Set<AccountName> { accounts.accounts(of: id) }

    package func participant(_ reference: ParticipantReference) -> ParticipantAccount? {
        accounts.account(of: reference)
    }

    /// An item of a citizen's approved plans.
    package func item(_ number: ItemNumber, of reference: ParticipantReference) -> ItemAccount? {
        accounts.item(number, of: reference)
    }

    /// The items of a citizen with released money.
    package func releasedItems(of reference: ParticipantReference) -> [ItemAccount] {
        accounts.participant(reference)?.releasedItems ?? []
    }

    package func items(ofVersion version: Int, of reference: ParticipantReference) -> [PlanItem] {
        accounts.participant(reference)?.items(ofVersion: version) ?? []
    }

    /// How many citizens hold a place, from a day on.
    package func placesTaken(from day: Day) -> [DailySums<Int>.Item] { accounts.placeChanges.totals(from: day) }

    /// The net spending on a citizen by day.
    package func spending(on reference: ParticipantReference) -> DailySums<Amount> {
        accounts.participant(reference)?.spending ?? DailySums()
    }

    package func spending(on reference: ParticipantReference, in period: Programme.BudgetPeriod) -> Amount {
        accounts.participant(reference)?.spending(in: period) ?? .zero
    }

    package func spending(on post: PostName, in period: Programme.BudgetPeriod) -> Amount {
        accounts.spending(on: post, in: period)
    }

    package var usage: Usage { accounts.usage }

    package func largestSpending(
        in period: Programme.BudgetPeriod
    ) -> (participant: ParticipantReference, amount: Amount)? {
        accounts.largestSpending(in: period)
    }

    package func daysSpent(in period: Programme.BudgetPeriod) -> [Day] { accounts.daysSpent(in: period) }

    /// Whether an active citizen has this case number.
    package func isHeld(caseNumber: Text) -> Bool {
        caseNumbers.contains { reference, text in
            text.trimmed.elementsEqual(caseNumber.trimmed) && participant(reference)?.isWithdrawn == false
        }
    }

    package func balance(of post: PostName) -> Balance { accounts.posts[post] ?? .zero }

    /// The balance of all posts together.
    package var total: Balance { accounts.total }

    /// The entry with a voucher that is not reversed.
    package func use(of voucher: VoucherReference) -> VoucherUse? { moved.use(of: voucher) }

    /// The entry recorded under a key.
    package func holder(once key: OnceKey) -> EntryNumber? { keys[key] }

    package func movement(_ entry: EntryNumber) -> Movement? { moved.byEntry[entry] }

    package func exists(_ entry: EntryNumber) -> Bool { entry <= head }

    /// The latest refund of a disbursement that is not reversed.
    package func latestRefund(of disbursement: EntryNumber) -> EntryNumber? { moved.latestRefund(of: disbursement) }
}
