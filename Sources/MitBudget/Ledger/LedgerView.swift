/// The reads that the rules need: a handful of rows, however large the ledger is.
///
/// The store answers them from indexed rows. Verification and tests answer them from entries applied in memory.
public protocol LedgerView {
    /// The terms of the grant.
    var programme: Programme { get }
    /// The day of the latest amendment; `nil` where the terms are those of entry 1.
    var amendedOn: Day? { get }
    /// The last day of the closed period; `nil` where nothing is closed.
    var closedThrough: Day? { get }
    /// How many citizens were ever enrolled; references are given in turn.
    var enrolled: Int { get }
    /// The money received of the grant, net of reversals.
    var received: Amount { get }
    /// The money paid back to the funder, net of reversals.
    var repaid: Amount { get }
    /// How many administrators are active.
    var activeAdministrators: Int { get }

    /// A staff member, who may be a former one; `nil` where nobody has the id.
    func staff(_ id: StaffID) -> StaffMember?
    /// All accounts that a staff member was ever bound to.
    func accounts(of id: StaffID) -> Set<AccountName>
    /// A citizen's account; `nil` where the citizen is not enrolled.
    func participant(_ reference: ParticipantReference) -> ParticipantAccount?
    /// An item of a citizen's approved plans, dropped ones included.
    func item(_ number: ItemNumber, of reference: ParticipantReference) -> ItemAccount?
    /// The items of a citizen with released money (net), by number.
    func releasedItems(of reference: ParticipantReference) -> [ItemAccount]
    /// The items of a version, by number.
    func items(ofVersion version: Int, of reference: ParticipantReference) -> [PlanItem]
    /// How many citizens hold a place on a day, and on each later day when that changes, in order of day.
    func placesTaken(from day: Day) -> [DailySums<Int>.Item]
    /// The net spending on a citizen by day.
    func spending(on reference: ParticipantReference) -> DailySums<Amount>
    /// The net spending on a recipient whose day lies in a budget period; what came back counts on the day of what had
    /// been spent.
    func spending(on reference: ParticipantReference, in period: Programme.BudgetPeriod) -> Amount
    /// The net spending of a post whose day lies in a budget period.
    func spending(on post: PostName, in period: Programme.BudgetPeriod) -> Amount
    /// What amended terms must have room for.
    var usage: Usage { get }
    /// The recipient with the largest net spending whose day lies in a budget period; `nil` where there is none.
    func largestSpending(in period: Programme.BudgetPeriod) -> (participant: ParticipantReference, amount: Amount)?
    /// The days of a budget period on which money was spent, in order, whether or not it came back.
    func daysSpent(in period: Programme.BudgetPeriod) -> [Day]
    /// Whether an active citizen has this case number, as corrected last. The rules ask it about a plain text only,
    /// never on replay.
    /// - Parameter own: the citizen whose own number does not count; `nil` for none.
    func isHeld(caseNumber: Text, besides own: ParticipantReference?) -> Bool
    /// The balance of a post.
    func balance(of post: PostName) -> Balance
    /// The balance of all posts together.
    var total: Balance { get }
    /// The entries with a voucher that are not reversed; `nil` where there are none.
    func use(of voucher: VoucherReference) -> VoucherUse?
    /// The entry recorded under a key, reversed or not; `nil` where there is none.
    func holder(once key: OnceKey) -> EntryNumber?
    /// An entry that moved money; `nil` where the number is not that of such an entry.
    func movement(_ entry: EntryNumber) -> Movement?
    /// Whether the ledger has an entry of that number.
    func exists(_ entry: EntryNumber) -> Bool
    /// An entry, with its texts as seals; `nil` where there is no such entry.
    func entry(_ number: EntryNumber) -> Entry?
    /// Whether a text of an entry on a citizen was erased since.
    func isErased(_ text: Wording, of entry: EntryNumber, on citizen: ParticipantReference) -> Bool
    /// Who recorded an entry; `nil` where there is no such entry.
    func recorder(of entry: EntryNumber) -> StaffID?
    /// The documents that were ever attached to an entry, in order.
    func documents(on entry: EntryNumber) -> [AttachedDocument]
    /// The document that an entry attached; `nil` where it attached none.
    func document(attachedBy entry: EntryNumber) -> AttachedDocument?
    /// The entries that have a document with these bytes, which still counts. The rules ask it never on replay.
    func carriers(of file: DocumentFile) -> [EntryNumber]
    /// The standing disbursements and expenses up to a day that no manager approved, in order, and who recorded each.
    /// The rules ask it never on replay.
    func awaitingApproval(through day: Day) -> [(entry: EntryNumber, by: StaffID)]
    /// Whether an extract of the books showed that an entry was paid.
    func isConfirmed(_ entry: EntryNumber) -> Bool
    /// The latest refund of a disbursement or an expense that is not reversed; `nil` where there is none.
    func latestRefund(of disbursement: EntryNumber) -> EntryNumber?
}

/// What the ledger holds that amended terms must have room for; only amendments read it.
public struct Usage: Equatable, Sendable {
    /// The recipient with the largest balance, in whichever measure; `nil` where no one is enrolled.
    public var largest: ParticipantAccount?
    /// The posts that an entry names.
    public var posts: Set<PostName>
    /// The areas of items of any version of a plan, each with the first recipient who has one.
    public var areas: [Area: ParticipantReference]
    /// The results that were ever noted, each with the first recipient of whom one was.
    public var results: [ResultCode: ParticipantReference]
    /// The figures that were ever measured.
    public var measured: Set<ResultCode>
    /// The latest day of an entry that must lie in the window, and the first such entry; `nil` where there is none.
    public var lastBound: BoundDay?

    /// Makes a usage from its parts.
    public init(
        largest: ParticipantAccount? = nil, posts: Set<PostName> = [], areas: [Area: ParticipantReference] = [:],
        results: [ResultCode: ParticipantReference] = [:], measured: Set<ResultCode> = [], lastBound: BoundDay? = nil
    ) {
        self.largest = largest
        self.posts = posts
        self.areas = areas
        self.results = results
        self.measured = measured
        self.lastBound = lastBound
    }
}

/// The day of an entry that must lie in the window.
public struct BoundDay: Equatable, Sendable {
    /// The day.
    public let day: Day
    /// The entry.
    public let entry: EntryNumber

    /// Makes it from its parts.
    public init(day: Day, entry: EntryNumber) {
        self.day = day
        self.entry = entry
    }
}
