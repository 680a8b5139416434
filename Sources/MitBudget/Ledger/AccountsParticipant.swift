extension Accounts {
    /// A citizen: the money of each item, and the state of each version of the plan.
    public struct Participant: Equatable, Sendable {
        /// A version of the plan and its state.
        public struct Plan: Equatable, Sendable {
            /// The version as drafted.
            public let version: PlanVersion
            /// The version's state and the entries behind it.
            public internal(set) var record: PlanRecord

            /// Makes a version from what the store keeps.
            public init(version: PlanVersion, record: PlanRecord) {
                (self.version, self.record) = (version, record)
            }
        }

        /// The entry that enrolled a citizen, with the rows of the table `words` for name and case number.
        public struct Enrolment: Equatable, Sendable {
            /// The number of the enrolment's entry.
            public let entry: EntryNumber
            /// The row of the name; `nil` where none was given.
            public let name: Int64?
            /// The row of the case number; `nil` where none was given.
            public let caseNumber: Int64?
        }

        /// The account that the rules read.
        public internal(set) var account: ParticipantAccount
        /// The items that were ever approved, by number.
        public internal(set) var items: [ItemNumber: ItemAccount]
        /// All versions, the latest last.
        public internal(set) var plans: [Plan]
        /// The net spending by day.
        public internal(set) var spending: DailySums<Amount>
        /// What refunds and reversals move from their own day to the day of what had been spent.
        var shifts: DailySums<Amount>
        /// The results noted, in order of recording; empty where the citizen comes from the store.
        public internal(set) var results: [Noted] = []
        /// The entry that enrolled the citizen; `nil` where the rules refused it, or where the citizen comes from the
        /// store.
        public internal(set) var enrolment: Enrolment?
        /// The entry that stopped the budget; `nil` where the citizen comes from the store.
        public internal(set) var withdrawal: EntryNumber?

        /// Makes a citizen from what the store keeps.
        public init(
            account: ParticipantAccount, items: [ItemAccount] = [], plans: [Plan] = [],
            spending: DailySums<Amount> = DailySums(), shifts: DailySums<Amount> = DailySums()
        ) {
            self.account = account
            self.items = Dictionary(items.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
            self.plans = plans
            self.spending = spending
            self.shifts = shifts
        }

        /// The items with released money, by number.
        public var releasedItems: [ItemAccount] {
            items.values.filter { $0.balance.released > .zero }.sorted { $0.number < $1.number }
        }

        /// The items of a version, by number.
        public func items(ofVersion version: Int) -> [PlanItem] {
            plans.first { $0.version.number == version }?.version.items.sorted { $0.number < $1.number } ?? []
        }
    }
}

// The states of a plan.
extension Accounts.Participant {
    mutating func draft(_ version: PlanVersion, by step: PlanRecord.Decided) {
        endWaiting(as: .replaced, by: step)
        let record = PlanRecord(
            participant: account.reference, version: version.number, state: .pending, agreedOn: version.agreedOn,
            drafted: step.entry, decided: nil, total: version.total)
        plans.append(Plan(version: version, record: record))
        account.versions = version.number
        account.items = version.items.reduce(account.items) { max($0, $1.number.value) }
        account.pending = .init(version: version.number, agreedOn: version.agreedOn, totalling: record.total)
    }

    mutating func approve(_ number: Int, by step: PlanRecord.Decided) {
        for index in plans.indices where plans[index].record.state == .approved {
            plans[index].record.state = .superseded
        }
        endWaiting(as: .approved, by: step)
        for item in items.keys {
            items[item]?.isInForce = false
            items[item]?.balance.approved = .zero
        }
        guard let plan = plans.last(where: { $0.version.number == number }) else { return }
        for item in plan.version.items {
            var account =
                items[item.number]
                ?? ItemAccount(number: item.number, area: item.area, isInForce: true, firstRelease: nil, balance: .zero)
            account.area = item.area
            account.isInForce = true
            account.balance.approved = item.amount
            items[item.number] = account
        }
        account.approved = .init(version: number, by: step.by, on: step.day)
        account.firstApproval = account.firstApproval ?? step.day
        account.balance.approved = plan.record.total
    }

    /// Ends the waiting of the latest version, if it waits.
    mutating func endWaiting(as state: PlanState, by step: PlanRecord.Decided) {
        guard account.pending != nil, let last = plans.indices.last else { return }
        plans[last].record.state = state
        plans[last].record.decided = step
        account.pending = nil
    }

    /// Frees what was not spent at once: approved and released fall to what was disbursed.
    mutating func withdraw(cause: WithdrawalCause, by step: PlanRecord.Decided) {
        endWaiting(as: .lapsed, by: step)
        withdrawal = step.entry
        account.state = .withdrawn(on: step.day, cause: cause)
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
}

// Money.
extension Accounts.Participant {
    /// The days on which the number of places that the citizen holds changes, from a withdrawal on.
    var placeChanges: DailySums<Int> {
        account.state.placeChanges(spending)
    }

    mutating func move(
        _ kind: MovementKind, _ effect: MovementKind.Effect, on number: ItemNumber, _ day: Day, incurred: Day
    ) {
        guard var item = items[number] else { return }
        item.balance.released += effect.released
        item.balance.disbursed += effect.disbursed
        account.balance.released += effect.released
        account.balance.disbursed += effect.disbursed
        spending.add(effect.disbursed, on: day)
        if incurred != day, effect.disbursed != .zero {
            shifts.add(-effect.disbursed, on: day)
            shifts.add(effect.disbursed, on: incurred)
        }
        if kind == .release {
            item.firstRelease = min(item.firstRelease ?? day, day)
        } else if kind == .retraction, item.balance.released == .zero {
            item.firstRelease = nil
        }
        items[number] = item
        settle()
    }
}
