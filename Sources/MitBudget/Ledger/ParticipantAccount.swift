/// A citizen in the programme, as the rules see the citizen.
public struct ParticipantAccount: Equatable, Sendable {
    /// Whether the citizen is active or withdrawn.
    public enum State: Equatable, Sendable {
        /// The citizen may have plans, releases and disbursements.
        case active
        /// The budget is stopped; what was not spent is free.
        case withdrawn(on: Day, cause: WithdrawalCause)

        /// Whether a citizen in this state holds a place, given the citizen's net spending.
        public func holdsPlace(spent: Amount) -> Bool {
            switch self {
            case .active: true
            case .withdrawn(_, let cause): !cause.freesPlace || spent > .zero
            }
        }
    }

    /// The approved plan that is in force.
    public struct ApprovedPlan: Equatable, Sendable {
        /// The version's number.
        public let version: Int
        /// The staff member who approved the version.
        public let approver: StaffID
        /// The day of approval.
        public let day: Day
    }

    /// The version that waits for a decision.
    public struct PendingPlan: Equatable, Sendable {
        /// The version's number.
        public let version: Int
        /// The day on which citizen and caseworker agreed on it.
        public let agreedOn: Day
        /// The sum of its items.
        public let total: Amount
    }

    /// The citizen's reference.
    public let reference: ParticipantReference
    /// The day of enrolment.
    public let enrolledOn: Day
    /// Whether the citizen is active or withdrawn.
    public var state: State
    /// The number of the latest version drafted; 0 before the first.
    public var versions: Int
    /// The highest item number given so far; 0 before the first.
    public var items: Int
    /// The version in force; `nil` where there is none.
    public var approved: ApprovedPlan?
    /// The version that waits for a decision; `nil` where there is none.
    public var pending: PendingPlan?
    /// The day of the citizen's first approval, from which a drawing right counts.
    public var firstApproval: Day?
    /// The citizen's balance. For a withdrawn citizen, approved and released equal what was disbursed.
    public var balance: Balance

    /// Whether the citizen still holds one of the programme's places, over all days: active, withdrawn as having
    /// finished, or withdrawn after money was spent.
    public var holdsPlace: Bool {
        state.holdsPlace(spent: balance.disbursed)
    }

    /// Whether the budget is stopped.
    public var isWithdrawn: Bool {
        switch state {
        case .active: false
        case .withdrawn: true
        }
    }

    /// The change in approved money if the waiting plan were approved; negative where it asks for less.
    public var growth: Amount {
        pending.map { $0.total - balance.approved } ?? .zero
    }

    init(reference: ParticipantReference, enrolledOn: Day) {
        self.init(reference: reference, enrolledOn: enrolledOn, state: .active)
    }

    /// Makes an account from what the store keeps.
    public init(
        reference: ParticipantReference, enrolledOn: Day, state: State, versions: Int = 0, items: Int = 0,
        approved: ApprovedPlan? = nil, pending: PendingPlan? = nil, firstApproval: Day? = nil, balance: Balance = .zero
    ) {
        self.reference = reference
        self.enrolledOn = enrolledOn
        self.state = state
        self.versions = versions
        self.items = items
        self.approved = approved
        self.pending = pending
        self.firstApproval = firstApproval
        self.balance = balance
    }
}

extension ParticipantAccount.ApprovedPlan {
    /// Makes a plan in force from its version and approval.
    public init(version: Int, by approver: StaffID, on day: Day) {
        self.version = version
        self.approver = approver
        self.day = day
    }
}

extension ParticipantAccount.PendingPlan {
    /// Makes a waiting plan from its version, agreement and sum.
    public init(version: Int, agreedOn: Day, totalling total: Amount) {
        self.version = version
        self.agreedOn = agreedOn
        self.total = total
    }
}

/// An item that was ever in an approved plan of a citizen.
public struct ItemAccount: Equatable, Sendable {
    /// The item's number within the citizen's plans.
    public let number: ItemNumber
    /// The item's area in the version in force.
    public var area: Area
    /// Whether the version in force has the item.
    public var isInForce: Bool
    /// The day of the earliest release since all released money was last retracted; `nil` where there is none.
    public var firstRelease: Day?
    /// The item's balance.
    public var balance: Balance

    /// Released and not yet spent.
    public var unspent: Amount {
        balance.released - balance.disbursed
    }

    /// Approved and not yet released.
    public var unreleased: Amount {
        balance.approved - balance.released
    }

    /// Makes an item from its parts.
    public init(number: ItemNumber, area: Area, isInForce: Bool, firstRelease: Day?, balance: Balance) {
        self.number = number
        self.area = area
        self.isInForce = isInForce
        self.firstRelease = firstRelease
        self.balance = balance
    }
}
