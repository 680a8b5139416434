/// The narrow reads that the rules need: a handful of rows, however large the ledger.
///
/// The store answers them from indexed rows, and folds of entries in memory answer them for verification and tests.
public protocol LedgerView {
    /// The terms.
    var programme: Programme { get }
    /// The last day of the closed period; `nil` where nothing is closed.
    var closedThrough: Day? { get }
    /// How many citizens were ever enrolled; references are given in turn.
    var enrolled: Int { get }
    /// What has come in of the grant, net of reversals.
    var received: Amount { get }
    /// What was paid back to the funder, net of reversals.
    var repaid: Amount { get }
    /// How many administrators are active.
    var activeAdministrators: Int { get }

    /// A staff member, ended ones included.
    func staff(_ id: StaffID) -> StaffMember?
    /// Each account that a staff member was ever bound to.
    func accounts(of id: StaffID) -> Set<AccountName>
    /// A citizen.
    func participant(_ reference: ParticipantReference) -> ParticipantAccount?
    /// An item of a citizen's approved plans, dropped ones included.
    func item(_ number: ItemNumber, of reference: ParticipantReference) -> ItemAccount?
    /// The items of a citizen on which money is released (net), by number.
    func releasedItems(of reference: ParticipantReference) -> [ItemAccount]
    /// The items of a version, by number.
    func items(ofVersion version: Int, of reference: ParticipantReference) -> [PlanItem]
    /// How many citizens hold a place on a day, and on each later day on which that changes, in order of day.
    func placesTaken(from day: Day) -> [DailySums<Int>.Item]
    /// What was spent on a citizen, net, by day.
    func spending(on reference: ParticipantReference) -> DailySums<Amount>
    /// Whether a citizen who is not withdrawn has that case number. Asked for a text that is at hand, never on replay.
    func isHeld(caseNumber: Text) -> Bool
    /// Where a post's money stands.
    func balance(of post: PostName) -> Balance
    /// Where all posts' money stands.
    var total: Balance { get }
    /// The entry, not reversed, that holds a voucher.
    func holder(of voucher: VoucherReference) -> EntryNumber?
    /// The entry that was asked for under a key, reversed or not.
    func holder(once key: OnceKey) -> EntryNumber?
    /// An entry that moved money.
    func movement(_ entry: EntryNumber) -> Movement?
    /// Whether there is an entry of that number.
    func exists(_ entry: EntryNumber) -> Bool
    /// The latest refund of a disbursement or an expense that stands.
    func latestRefund(of disbursement: EntryNumber) -> EntryNumber?
}
