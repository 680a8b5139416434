import MitBudget

/// The ledger as an in-memory fold of its entries: what model tests run against, and what a rule can be tried on.
///
/// Holds what the rules ask for and nothing else. The store keeps the same in tables.
package struct Book: LedgerView, Sendable {
    /// A citizen, with plans and items.
    package typealias Participant = Accounts.Participant

    /// Where everyone's money stands.
    package private(set) var accounts: Accounts
    private var moved = Movements()
    /// The case numbers that were given, by citizen: entries that were decided here still hold their texts.
    private var caseNumbers: [ParticipantReference: Text] = [:]
    private var keys: [OnceKey: EntryNumber] = [:]

    /// A book with its first entry; `nil` where that opens no ledger.
    package init?(opening entry: Entry) {
        guard let accounts = Accounts(opening: entry) else { return nil }
        self.accounts = accounts
    }

    /// Folds the next entry in, as one that was decided on this book.
    /// - Parameter actor: who recorded it.
    package mutating func apply(_ entry: Entry, by actor: StaffID) {
        guard let number = EntryNumber(head.value + 1) else { return }
        apply(entry, number: number, by: actor)
    }

    /// Folds an entry in. One that this book would not have decided is folded in as far as it makes sense.
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

    /// Remembers the case number of an enrolment that still has its texts.
    package mutating func learnCaseNumber(from entry: Entry) {
        if case .enrolled(let reference, _, .text(let text)?) = entry.event { caseNumbers[reference] = text }
    }
}

// What the rules ask for.
extension Book {
    /// Entries that moved money.
    package var movements: [EntryNumber: Movement] { moved.byEntry }
    /// The terms.
    package var programme: Programme { accounts.programme }
    /// The number of the latest entry.
    package var head: EntryNumber { accounts.head }
    /// Staff, ended ones included.
    package var staff: [StaffID: StaffMember] { accounts.staff }
    /// Citizens, in order of reference.
    package var participants: [Participant] { accounts.participants }
    /// Where each post's money stands.
    package var posts: [PostName: Balance] { accounts.posts }
    /// What was spent on each day on which anything was.
    package var days: [Day: Amount] { accounts.days }
    /// The last day of the closed period.
    package var closedThrough: Day? { accounts.closedThrough }
    /// What has come in of the grant.
    package var received: Amount { accounts.received }
    /// What was paid back to the funder.
    package var repaid: Amount { accounts.repaid }
    /// How many citizens hold a place, counting every day.
    package var placesTaken: Int { accounts.placesTaken }
    /// How many citizens were ever enrolled.
    package var enrolled: Int { accounts.enrolled }
    /// How many administrators are active.
    package var activeAdministrators: Int { accounts.activeAdministrators }

    /// A staff member.
    package func staff(_ id: StaffID) -> StaffMember? { accounts.staff[id] }

    /// Each account that a staff member was ever bound to.
    public func accounts(of id: StaffID) -> Set<AccountName> { accounts.accounts(of: id) }

    /// A citizen's account.
    package func participant(_ reference: ParticipantReference) -> ParticipantAccount? {
        accounts.account(of: reference)
    }

    /// An item of a citizen's approved plans.
    package func item(_ number: ItemNumber, of reference: ParticipantReference) -> ItemAccount? {
        accounts.item(number, of: reference)
    }

    /// The items of a citizen on which money is released.
    package func releasedItems(of reference: ParticipantReference) -> [ItemAccount] {
        accounts.participant(reference)?.releasedItems ?? []
    }

    /// The items of a version.
    package func items(ofVersion version: Int, of reference: ParticipantReference) -> [PlanItem] {
        accounts.participant(reference)?.items(ofVersion: version) ?? []
    }

    /// How many citizens hold a place, from a day on.
    package func placesTaken(from day: Day) -> [DailySums<Int>.Item] { accounts.placeChanges.totals(from: day) }

    /// What was spent on a citizen, by day.
    package func spending(on reference: ParticipantReference) -> DailySums<Amount> {
        accounts.participant(reference)?.spending ?? DailySums()
    }

    /// Whether a citizen who is not withdrawn has that case number.
    package func isHeld(caseNumber: Text) -> Bool {
        caseNumbers.contains { reference, text in
            text.trimmed.elementsEqual(caseNumber.trimmed) && participant(reference)?.isWithdrawn == false
        }
    }

    /// Where a post's money stands.
    package func balance(of post: PostName) -> Balance { accounts.posts[post] ?? .zero }

    /// Where all posts' money stands.
    package var total: Balance { accounts.total }

    /// The entry, not reversed, that holds a voucher.
    package func holder(of voucher: VoucherReference) -> EntryNumber? { moved.holder(of: voucher) }

    /// The entry that was asked for under a key.
    package func holder(once key: OnceKey) -> EntryNumber? { keys[key] }

    /// An entry that moved money.
    package func movement(_ entry: EntryNumber) -> Movement? { moved.byEntry[entry] }

    /// Whether there is an entry of that number.
    package func exists(_ entry: EntryNumber) -> Bool { entry <= head }

    /// The latest refund of a disbursement that stands.
    package func latestRefund(of disbursement: EntryNumber) -> EntryNumber? { moved.latestRefund(of: disbursement) }
}
