/// Where everyone's money stands: all that the rules ask for besides the single movements. What verification replays
/// the entries on, and what a long import decides on without reading the same rows again and again.
public struct Accounts: Sendable {
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
        /// What was spent, net, by day.
        public internal(set) var spending = DailySums<Amount>()

        /// A citizen as the store keeps one.
        public init(
            account: ParticipantAccount, items: [ItemAccount] = [], versions: [PlanVersion] = [],
            states: [PlanState] = [], spending: DailySums<Amount> = DailySums()
        ) {
            self.account = account
            self.items = Dictionary(items.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
            self.versions = versions
            self.states = states
            self.spending = spending
        }

        /// The items on which money is released, by number.
        public var releasedItems: [ItemAccount] {
            items.values.filter { $0.balance.released > .zero }.sorted { $0.number < $1.number }
        }

        /// The items of a version, by number.
        public func items(ofVersion version: Int) -> [PlanItem] {
            guard versions.indices.contains(version - 1) else { return [] }
            return versions[version - 1].items.sorted { $0.number < $1.number }
        }
    }

    /// The terms.
    public let programme: Programme
    /// The number of the latest entry.
    public private(set) var head: EntryNumber
    /// Staff, ended ones included.
    public private(set) var staff: [StaffID: StaffMember] = [:]
    /// Each account that a staff member was ever bound to.
    public private(set) var logins: [StaffID: Set<AccountName>] = [:]
    /// Citizens, in order of reference; `nil` for one who was not looked at yet.
    private var slots: [Participant?] = []
    /// Where each post's money stands.
    public private(set) var posts: [PostName: Balance] = [:]
    /// Where all of it stands.
    public private(set) var total = Balance.zero
    /// The last day of the closed period.
    public private(set) var closedThrough: Day?
    /// What has come in of the grant.
    public private(set) var received = Amount.zero
    /// What was paid back to the funder.
    public private(set) var repaid = Amount.zero
    /// What was spent on each day on which anything was.
    public private(set) var days: [Day: Amount] = [:]
    /// By how much the number of citizens who hold a place changes on a day.
    public private(set) var placeChanges = DailySums<Int>()

    /// Accounts after the first entry; `nil` where that opens no ledger.
    public init?(opening entry: Entry) {
        guard case .opened(let programme, let administrator) = entry.event, let first = EntryNumber(1 as Int64) else {
            return nil
        }
        self.programme = programme
        head = first
        staff[administrator.id] = administrator
        logins[administrator.id] = [administrator.account]
        for post in programme.posts { posts[post.name] = .zero }
    }

    /// Accounts as the store keeps them, without any citizen; each is filled in when looked at. Days are added up from
    /// here on.
    public init(
        programme: Programme, head: EntryNumber, staff: [StaffMember], logins: [(StaffID, AccountName)],
        posts: [PostName: Balance], closedThrough: Day?, received: Amount, repaid: Amount, placeChanges: DailySums<Int>,
        enrolled: Int
    ) {
        self.programme = programme
        self.head = head
        self.staff = Dictionary(staff.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (id, account) in logins { self.logins[id, default: []].insert(account) }
        self.posts = posts
        total = posts.values.reduce(.zero, +)
        self.closedThrough = closedThrough
        self.received = received
        self.repaid = repaid
        self.placeChanges = placeChanges
        slots = Array(repeating: nil, count: enrolled)
    }

    /// Citizens who were looked at, in order of reference.
    public var participants: [Participant] { slots.compactMap(\.self) }

    /// Whether a citizen is enrolled who was not looked at yet.
    public func lacks(_ reference: ParticipantReference) -> Bool {
        index(of: reference).map { slots[$0] == nil } ?? false
    }

    /// Fills in a citizen who was not looked at yet.
    public mutating func fill(in participant: Participant) {
        guard lacks(participant.account.reference) else { return }
        slots[participant.account.reference.number - 1] = participant
    }

    /// How many citizens hold a place, counting every day.
    public var placesTaken: Int { placeChanges.total }

    /// How many citizens were ever enrolled.
    public var enrolled: Int { slots.count }

    /// How many administrators are active.
    public var activeAdministrators: Int {
        staff.values.reduce(0) { $0 + ($1.role == .administrator && $1.isActive ? 1 : 0) }
    }

    /// A citizen.
    public func participant(_ reference: ParticipantReference) -> Participant? {
        index(of: reference).flatMap { slots[$0] }
    }

    /// A citizen's account.
    public func account(of reference: ParticipantReference) -> ParticipantAccount? {
        index(of: reference).flatMap { slots[$0]?.account }
    }

    /// An item that was ever approved for a citizen.
    public func item(_ number: ItemNumber, of reference: ParticipantReference) -> ItemAccount? {
        index(of: reference).flatMap { slots[$0]?.items[number] }
    }

    private func index(of reference: ParticipantReference) -> Int? {
        slots.indices.contains(reference.number - 1) ? reference.number - 1 : nil
    }
}

extension Accounts {
    /// Folds an entry in. One that these accounts would not have decided is folded in as far as it makes sense, so that
    /// verification can go on after it.
    /// - Parameters:
    ///   - number: its number.
    ///   - actor: who recorded it.
    public mutating func apply(_ entry: Entry, number: EntryNumber, by actor: StaffID) {
        head = number
        switch entry.event {
        case .opened, .wordsRead, .wordsErased, .restored:
            break
        case .staffAdded(let member):
            staff[member.id] = member
            logins[member.id] = [member.account]
        case .staffEnded(let id):
            staff[id]?.isActive = false
        case .staffRebound(let id, let account):
            staff[id]?.account = account
            logins[id, default: []].insert(account)
        case .enrolled(let reference, _, _):
            guard reference.number == slots.count + 1 else { return }
            slots.append(Participant(account: ParticipantAccount(reference: reference, enrolledOn: entry.day)))
            placeChanges.add(1, on: entry.day)
        case .withdrawn(let reference, let cause, _):
            with(reference) { $0.withdraw(on: entry.day, cause: cause) }
        case .drafted(let reference, let version):
            with(reference) { $0.draft(version) }
        case .approved(let reference, _):
            with(reference) { $0.approve(by: actor, on: entry.day) }
        case .rejected(let reference, _, _):
            with(reference) { $0.dropPending(as: .rejected) }
        case .periodClosed(let through), .periodReopened(let through, _):
            closedThrough = through
        case .money(let money): move(money, on: entry.day)
        }
    }

    /// Changes a citizen and carries the change of balance over to the citizens' post, and that of place to the places.
    private mutating func with(_ reference: ParticipantReference, _ change: (inout Participant) -> Void) {
        // Taken out while it is changed, so that it is changed in place.
        guard let index = index(of: reference), var participant = slots[index] else { return }
        slots[index] = nil
        let before = participant.account.balance
        let placesBefore = participant.placeChanges
        change(&participant)
        let places = participant.placeChanges
        if places != placesBefore { placeChanges = placeChanges - placesBefore + places }
        let after = participant.account.balance
        slots[index] = participant
        add(after - before, to: .citizens)
    }

    private mutating func add(_ growth: Balance, to post: PostName) {
        guard let balance = posts[post] else { return }
        posts[post] = balance + growth
        total = total + growth
    }

    private mutating func move(_ money: MoneyEvent, on day: Day) {
        let effect = money.kind.effect(of: money.amount, cancelling: money.cancelled)
        if effect.disbursed != .zero { days[day, default: .zero] += effect.disbursed }
        received += effect.received
        repaid += effect.repaid
        if let reference = money.participant, let item = money.item {
            with(reference) { $0.move(money.kind, effect, on: item, day) }
        } else if let post = money.post {
            add(Balance(spending: effect.disbursed), to: post)
        }
    }
}

extension Accounts.Participant {
    mutating func draft(_ version: PlanVersion) {
        guard version.number == versions.count + 1 else { return }
        dropPending(as: .replaced)
        versions.append(version)
        states.append(.pending)
        account.versions = version.number
        account.items = max(account.items, version.items.map(\.number.value).max() ?? 0)
        account.pending = .init(version: version.number, agreedOn: version.agreedOn, totalling: version.total)
    }

    mutating func approve(by actor: StaffID, on day: Day) {
        guard let pending = account.pending, let version = versions.last, version.number == pending.version else {
            return
        }
        if let former = account.approved { states[former.version - 1] = .superseded }
        states[pending.version - 1] = .approved
        for number in items.keys {
            items[number]?.isInForce = false
            items[number]?.balance.approved = .zero
        }
        for item in version.items {
            var account =
                items[item.number]
                ?? ItemAccount(number: item.number, area: item.area, isInForce: true, firstRelease: nil, balance: .zero)
            account.area = item.area
            account.isInForce = true
            account.balance.approved = item.amount
            items[item.number] = account
        }
        account.approved = .init(version: pending.version, by: actor, on: day)
        account.pending = nil
        account.firstApproval = account.firstApproval ?? day
        account.balance.approved = pending.total
    }

    mutating func dropPending(as state: PlanState) {
        guard let pending = account.pending else { return }
        states[pending.version - 1] = state
        account.pending = nil
    }

    /// What was never spent is free at once: approved and released fall to what was disbursed.
    mutating func withdraw(on day: Day, cause: WithdrawalCause) {
        dropPending(as: .lapsed)
        account.state = .withdrawn(on: day, cause: cause)
        settle()
    }

    private mutating func settle() {
        guard account.isWithdrawn else { return }
        account.balance.approved = account.balance.disbursed
        account.balance.released = account.balance.disbursed
        for number in items.keys {
            let disbursed = items[number]?.balance.disbursed ?? .zero
            items[number]?.balance.approved = disbursed
            items[number]?.balance.released = disbursed
        }
    }

    /// On which days the number of places that the citizen holds changes, from a withdrawal on.
    var placeChanges: DailySums<Int> {
        account.state.placeChanges(spending)
    }

    mutating func move(_ kind: MovementKind, _ effect: MovementKind.Effect, on number: ItemNumber, _ day: Day) {
        guard var item = items[number] else { return }
        item.balance.released += effect.released
        item.balance.disbursed += effect.disbursed
        account.balance.released += effect.released
        account.balance.disbursed += effect.disbursed
        spending.add(effect.disbursed, on: day)
        if kind == .release {
            item.firstRelease = min(item.firstRelease ?? day, day)
        } else if kind == .retraction, item.balance.released == .zero {
            item.firstRelease = nil
        }
        items[number] = item
        settle()
    }
}

extension MovementKind {
    /// What a movement adds to each measure of money.
    public struct Effect: Equatable, Sendable {
        /// What it adds to the money released.
        public var released = Amount.zero
        /// What it adds to the money disbursed on all posts: an expense is disbursed, too.
        public var disbursed = Amount.zero
        /// What it adds to what came in of the grant.
        public var received = Amount.zero
        /// What it adds to what was paid back to the funder.
        public var repaid = Amount.zero
    }

    /// What a movement of an amount does, given what it cancels if it is a reversal.
    public func effect(of amount: Amount, cancelling cancelled: MovementKind?) -> Effect {
        switch self {
        case .release: Effect(released: amount)
        case .retraction: Effect(released: -amount)
        case .disbursement, .expense: Effect(disbursed: amount)
        case .refund: Effect(disbursed: -amount)
        case .receipt: Effect(received: amount)
        case .repayment: Effect(repaid: amount)
        case .reversal:
            cancelled.map { $0.isReversible ? $0.effect(of: -amount, cancelling: nil) : Effect() } ?? Effect()
        }
    }
}
