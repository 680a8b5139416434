/// The ledger as an in-memory fold of its entries: what verification replays and model tests run against.
///
/// Holds what the rules ask for and nothing else. The store keeps the same in tables; that the two agree, row for row,
/// is what `verify` shows.
public struct Book: LedgerView, Sendable {
    /// A citizen with the items of all approved plans and the versions that can still matter.
    public struct Participant: Equatable, Sendable {
        /// The account.
        public internal(set) var account: ParticipantAccount
        /// Items that were ever approved, by number.
        public internal(set) var items: [ItemNumber: ItemAccount] = [:]
        /// Each version's items, the latest last.
        public internal(set) var versions: [PlanVersion] = []
        /// Where each version stands.
        public internal(set) var states: [PlanState] = []
    }

    /// The terms.
    public let programme: Programme
    /// The number of the latest entry.
    public internal(set) var head: EntryNumber
    /// Staff, ended ones included.
    public internal(set) var staff: [StaffID: StaffMember] = [:]
    /// Citizens, in order of reference.
    public internal(set) var participants: [Participant] = []
    /// Where each post's money stands.
    public internal(set) var posts: [PostName: Balance] = [:]
    /// Entries that moved money.
    public internal(set) var movements: [EntryNumber: Movement] = [:]
    /// The last day of the closed period.
    public internal(set) var closedThrough: Day?
    /// What has come in of the grant.
    public internal(set) var received = Amount.zero
    /// What was spent on each day on which anything was.
    public internal(set) var days: [Day: Amount] = [:]
    var vouchers: [VoucherReference: EntryNumber] = [:]
    var refunds: [EntryNumber: [EntryNumber]] = [:]

    /// A book with its first entry; `nil` where that opens no ledger.
    public init?(opening entry: Entry) {
        guard case .opened(let programme, let administrator) = entry.event, let first = EntryNumber(1 as Int64) else {
            return nil
        }
        self.programme = programme
        head = first
        staff[administrator.id] = administrator
        for post in programme.posts { posts[post.name] = .zero }
    }

    /// How many citizens hold a place.
    public var placesTaken: Int {
        participants.reduce(0) { $0 + ($1.account.holdsPlace ? 1 : 0) }
    }

    /// How many citizens were ever enrolled.
    public var enrolled: Int {
        participants.count
    }

    /// How many administrators are active.
    public var activeAdministrators: Int {
        staff.values.reduce(0) { $0 + ($1.role == .administrator && $1.isActive ? 1 : 0) }
    }

    /// A staff member.
    public func staff(_ id: StaffID) -> StaffMember? {
        staff[id]
    }

    /// A citizen's account.
    public func participant(_ reference: ParticipantReference) -> ParticipantAccount? {
        index(of: reference).map { participants[$0].account }
    }

    /// An item of a citizen's approved plans.
    public func item(_ number: ItemNumber, of reference: ParticipantReference) -> ItemAccount? {
        index(of: reference).flatMap { participants[$0].items[number] }
    }

    /// The items of a citizen on which money is released.
    public func releasedItems(of reference: ParticipantReference) -> [ItemAccount] {
        guard let index = index(of: reference) else { return [] }
        return participants[index].items.values.filter { $0.balance.released > .zero }.sorted { $0.number < $1.number }
    }

    /// The items of a version.
    public func items(ofVersion version: Int, of reference: ParticipantReference) -> [PlanItem] {
        guard let index = index(of: reference), participants[index].versions.indices.contains(version - 1) else {
            return []
        }
        return participants[index].versions[version - 1].items.sorted { $0.number < $1.number }
    }

    /// Where a post's money stands.
    public func balance(of post: PostName) -> Balance {
        posts[post] ?? .zero
    }

    /// The entry, not reversed, that holds a voucher.
    public func holder(of voucher: VoucherReference) -> EntryNumber? {
        vouchers[voucher]
    }

    /// An entry that moved money.
    public func movement(_ entry: EntryNumber) -> Movement? {
        movements[entry]
    }

    /// Whether there is an entry of that number.
    public func exists(_ entry: EntryNumber) -> Bool {
        entry <= head
    }

    /// The latest refund of a disbursement that stands.
    public func latestRefund(of disbursement: EntryNumber) -> EntryNumber? {
        refunds[disbursement]?.max()
    }

    func index(of reference: ParticipantReference) -> Int? {
        participants.indices.contains(reference.number - 1) ? reference.number - 1 : nil
    }
}
