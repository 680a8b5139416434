/// Everyone's money: all that the rules read except the single movements. Verification replays the entries on it, and a
/// long import decides on it without reading the same rows again and again.
public struct Accounts: Sendable {
    /// The terms of the grant, as the latest amendment has them.
    public private(set) var programme: Programme
    /// The day of the latest amendment; `nil` where the terms are those of entry 1.
    public private(set) var amendedOn: Day?
    /// The entries that amended the terms, since these accounts began.
    public private(set) var amendments: [(entry: EntryNumber, day: Day)] = []
    /// The number of the latest entry.
    public private(set) var head: EntryNumber
    /// Staff, former members included.
    public private(set) var staff: [StaffID: StaffMember] = [:]
    /// The logins of each staff member, each with the entry that bound it.
    public private(set) var logins: [StaffID: [(entry: EntryNumber, account: AccountName)]] = [:]
    /// The entries that added each member of staff and ended the member's work, since these accounts began.
    public private(set) var employments: [StaffID: (added: EntryNumber, ended: EntryNumber?)] = [:]
    /// The citizens, in order of reference; `nil` for a citizen who has not been filled in yet.
    private var slots: [Participant?] = []
    /// The balance of each post.
    public private(set) var posts: [PostName: Balance] = [:]
    /// The balance of all posts together.
    public private(set) var total = Balance.zero
    /// The last day of the closed period; `nil` where nothing is closed.
    public private(set) var closedThrough: Day?
    /// The entries that closed a period or reopened one, since these accounts began.
    public private(set) var closes: [(entry: EntryNumber, kind: EntryKind, through: Day)] = []
    /// The money received of the grant, net of reversals.
    public private(set) var received = Amount.zero
    /// The money paid back to the funder, net of reversals.
    public private(set) var repaid = Amount.zero
    /// The spending of each post on each day that has any.
    public private(set) var days: [PostName: [Day: DayTotal]] = [:]
    /// The net spending of each post in each budget period of the terms, in their order.
    private var periodSums: [[PostName: Amount]] = []
    /// The figures measured for the programme, since these accounts began.
    public private(set) var measures: [Measured] = []
    /// The latest day of an entry that must lie in the window, since these accounts began, and the first such entry.
    public private(set) var lastBound: BoundDay?
    /// How the number of citizens who hold a place changes from day to day.
    public private(set) var placeChanges = DailySums<Int>()

    /// Accounts after the first entry; `nil` where that entry does not open a ledger.
    public init?(opening entry: Entry) {
        guard case .opened(let programme, let administrator) = entry.event else { return nil }
        self.programme = programme
        head = .opening
        add(administrator, by: .opening)
        for post in programme.posts { posts[post.name] = .zero }
        countPeriods()
    }

    /// Accounts as the store keeps them, without citizens: ``fill(in:)`` adds each one when it is needed. Days,
    /// employments and closes are counted from here on.
    public init(
        programme: Programme, amendedOn: Day?, head: EntryNumber, staff: [StaffMember],
        logins: [(staff: StaffID, entry: EntryNumber, account: AccountName)],
        posts: [PostName: Balance], closedThrough: Day?, received: Amount, repaid: Amount, placeChanges: DailySums<Int>,
        enrolled: Int
    ) {
        self.programme = programme
        self.amendedOn = amendedOn
        self.head = head
        self.staff = Dictionary(staff.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for login in logins { self.logins[login.staff, default: []].append((login.entry, login.account)) }
        self.posts = posts
        total = posts.values.reduce(.zero, +)
        self.closedThrough = closedThrough
        self.received = received
        self.repaid = repaid
        self.placeChanges = placeChanges
        slots = Array(repeating: nil, count: enrolled)
    }

    /// The citizens who have been filled in, in order of reference.
    public var participants: [Participant] { slots.compactMap(\.self) }

    /// Whether a citizen is enrolled but has not been filled in yet.
    public func lacks(_ reference: ParticipantReference) -> Bool {
        index(of: reference).map { slots[$0] == nil } ?? false
    }

    /// Fills in a citizen who is enrolled and has not been filled in yet; does nothing for others.
    public mutating func fill(in participant: Participant) {
        guard lacks(participant.account.reference) else { return }
        slots[participant.account.reference.number - 1] = participant
    }

    /// How many citizens hold a place, over all days.
    public var placesTaken: Int { placeChanges.total }

    /// How many citizens were ever enrolled.
    public var enrolled: Int { slots.count }

    /// All accounts that a staff member was ever bound to.
    public func accounts(of id: StaffID) -> Set<AccountName> { Set((logins[id] ?? []).map(\.account)) }

    /// How many administrators are active.
    public var activeAdministrators: Int {
        staff.values.reduce(0) { $0 + ($1.role == .administrator && $1.isActive ? 1 : 0) }
    }

    /// A citizen; `nil` where the citizen is not enrolled or not filled in.
    public func participant(_ reference: ParticipantReference) -> Participant? {
        index(of: reference).flatMap { slots[$0] }
    }

    /// A citizen's account; `nil` where the citizen is not enrolled or not filled in.
    public func account(of reference: ParticipantReference) -> ParticipantAccount? {
        index(of: reference).flatMap { slots[$0]?.account }
    }

    /// An item that was ever approved for a citizen; `nil` where there is none.
    public func item(_ number: ItemNumber, of reference: ParticipantReference) -> ItemAccount? {
        index(of: reference).flatMap { slots[$0]?.items[number] }
    }

    private func index(of reference: ParticipantReference) -> Int? {
        slots.indices.contains(reference.number - 1) && reference.prefix == programme.recipient?.prefix
            ? reference.number - 1 : nil
    }
}

extension Accounts {
    /// Applies an entry.
    /// - Parameters:
    ///   - number: its number.
    ///   - actor: who recorded it.
    ///   - isAllowed: whether the rules allow it. A refused entry is applied where that makes sense, so that
    ///     verification can continue after it.
    public mutating func apply(_ entry: Entry, number: EntryNumber, by actor: StaffID, isAllowed: Bool = true) {
        head = number
        let step = PlanRecord.Decided(entry: number, day: entry.day, by: actor)
        switch entry.event {
        case .opened, .wordsRead, .wordsErased, .restored, .attached, .detached, .vouchersApproved, .confirmed,
            .witnessed,
            .corrected:
            break
        case .staffAdded(let member): add(member, by: number)
        case .staffEnded(let id):
            staff[id]?.isActive = false
            employments[id]?.ended = number
        case .staffRebound(let id, let account):
            staff[id]?.account = account
            logins[id, default: []].append((number, account))
        case .amended(let amendment):
            guard isAllowed else { return }
            amend(amendment.terms)
            amendedOn = entry.day
            amendments.append((number, entry.day))
        case .resultNoted(let reference, let result, _):
            guard isAllowed else { return }
            with(reference) { $0.results.append(.init(entry: number, day: entry.day, result: result)) }
        case .measured(let result, let value, let voucher):
            guard isAllowed else { return }
            measures.append(
                Measured(entry: number, day: entry.day, result: result, value: value, voucher: voucher))
        case .enrolled(let reference, let name, let caseNumber):
            bind(entry.day)
            guard reference.number == slots.count + 1 else { return }
            var participant = Participant(account: ParticipantAccount(reference: reference, enrolledOn: entry.day))
            if isAllowed {
                participant.enrolment = .init(entry: number, name: name?.words, caseNumber: caseNumber?.words)
            }
            slots.append(participant)
            placeChanges.add(1, on: entry.day)
        case .withdrawn(let reference, let cause, _):
            with(reference) { $0.withdraw(cause: cause, by: step) }
        case .drafted(let reference, let version):
            bind(entry.day)
            with(reference) { citizen in
                if isAllowed || version.number == citizen.account.versions + 1 { citizen.draft(version, by: step) }
            }
        case .approved(let reference, let version):
            bind(entry.day)
            with(reference) { citizen in
                let version = isAllowed ? version : citizen.account.pending?.version
                if let version { citizen.approve(version, by: step) }
            }
        case .rejected(let reference, _, _):
            with(reference) { $0.endWaiting(as: .rejected, by: step) }
        case .periodClosed(let through), .periodReopened(let through, _):
            closedThrough = through
            closes.append((number, entry.event.kind, through))
        case .money(let money): move(money, on: entry.day)
        }
    }

    private mutating func add(_ member: StaffMember, by entry: EntryNumber) {
        staff[member.id] = member
        logins[member.id] = [(entry, member.account)]
        employments[member.id] = (added: entry, ended: nil)
    }

    /// Changes a citizen, and applies the change of balance to the citizens' post and the change of places to the
    /// places.
    private mutating func with(_ reference: ParticipantReference, _ change: (inout Participant) -> Void) {
        // Taking the citizen out of the array lets the change happen in place.
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

    private mutating func amend(_ terms: Programme) {
        programme = terms
        for post in terms.posts where posts[post.name] == nil { posts[post.name] = .zero }
        for post in posts.keys where terms.budget(of: post) == nil { posts[post] = nil }
        countPeriods()
    }

    /// Remembers the day of the latest entry, which must lie in the window.
    private mutating func bind(_ day: Day) {
        if lastBound.map({ $0.day < day }) ?? true { lastBound = BoundDay(day: day, entry: head) }
    }

    private mutating func spend(_ amount: Amount, of post: PostName, on day: Day, incurred: Day) {
        days[post, default: [:]][day, default: .zero].disbursed += amount
        days[post, default: [:]][incurred, default: .zero].incur(amount)
        guard let period = programme.budgetPeriods.firstIndex(where: { $0.contains(incurred) }) else { return }
        periodSums[period][post, default: .zero] += amount
    }

    /// Counts the spending of each budget period anew.
    /// - Parameter before: what was spent in a period before these accounts began.
    public mutating func countPeriods(
        after before: (PostName, Programme.BudgetPeriod) -> Amount = { _, _ in .zero }
    ) {
        periodSums = programme.budgetPeriods.map { period in
            var sums: [PostName: Amount] = [:]
            for post in programme.posts.map(\.name) {
                sums[post] = (days[post] ?? [:]).reduce(before(post, period)) { sum, day in
                    period.contains(day.key) ? sum + day.value.incurred : sum
                }
            }
            return sums
        }
    }

    /// The net spending of a post whose day lies in a budget period of the terms.
    public func spending(on post: PostName, in period: Programme.BudgetPeriod) -> Amount {
        guard let index = programme.budgetPeriods.firstIndex(of: period) else { return spentAnew(on: post, in: period) }
        return periodSums[index][post] ?? .zero
    }

    /// The spending since these accounts began, for a period that the terms do not have yet.
    private func spentAnew(on post: PostName, in period: Programme.BudgetPeriod) -> Amount {
        (days[post] ?? [:]).reduce(.zero) { period.contains($1.key) ? $0 + $1.value.incurred : $0 }
    }

    private mutating func move(_ money: MoneyEvent, on day: Day) {
        let effect = money.kind.effect(of: money.amount, cancelling: money.cancelled)
        if effect.disbursed != .zero, let post = money.post {
            spend(effect.disbursed, of: post, on: day, incurred: money.incurred ?? day)
        }
        switch money.kind {
        case .release, .disbursement, .expense: bind(day)
        case .retraction, .refund, .receipt, .repayment, .reversal: break
        }
        received += effect.received
        repaid += effect.repaid
        if let reference = money.participant, let item = money.item {
            with(reference) { $0.move(money.kind, effect, on: item, day, incurred: money.incurred ?? day) }
        } else if let post = money.post {
            add(Balance(spending: effect.disbursed), to: post)
        }
    }
}
