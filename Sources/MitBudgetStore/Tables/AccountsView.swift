import MitBudget

/// A view that follows the entries in accounts, and answers everything from them except single movements and texts.
protocol AccountsView: LedgerView {
    /// The accounts after the entries so far.
    var accounts: Accounts { get }
    func citizen(_ reference: ParticipantReference) -> Accounts.Participant?
}

extension AccountsView {
    var programme: Programme { accounts.programme }
    var amendedOn: Day? { accounts.amendedOn }
    var closedThrough: Day? { accounts.closedThrough }
    var enrolled: Int { accounts.enrolled }
    var received: Amount { accounts.received }
    var repaid: Amount { accounts.repaid }
    var total: Balance { accounts.total }
    var activeAdministrators: Int { accounts.activeAdministrators }

    func staff(_ id: StaffID) -> StaffMember? { accounts.staff[id] }
    func accounts(of id: StaffID) -> Set<AccountName> { accounts.accounts(of: id) }
    func participant(_ reference: ParticipantReference) -> ParticipantAccount? { citizen(reference)?.account }
    func item(_ number: ItemNumber, of reference: ParticipantReference) -> ItemAccount? {
        citizen(reference)?.items[number]
    }
    func releasedItems(of reference: ParticipantReference) -> [ItemAccount] { citizen(reference)?.releasedItems ?? [] }
    func items(ofVersion version: Int, of reference: ParticipantReference) -> [PlanItem] {
        citizen(reference)?.items(ofVersion: version) ?? []
    }
    func spending(on reference: ParticipantReference) -> DailySums<Amount> {
        citizen(reference)?.spending ?? DailySums()
    }
    func spending(on reference: ParticipantReference, in period: Programme.BudgetPeriod) -> Amount {
        citizen(reference)?.spending(in: period) ?? .zero
    }
    func placesTaken(from day: Day) -> [DailySums<Int>.Item] { accounts.placeChanges.totals(from: day) }
    func balance(of post: PostName) -> Balance { accounts.posts[post] ?? .zero }
    func exists(_ entry: EntryNumber) -> Bool { entry <= accounts.head }
}
