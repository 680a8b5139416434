/// A citizen in the programme, as the rules see one.
public struct ParticipantAccount: Equatable, Sendable {
    /// Active, or withdrawn on a day.
    public enum State: Equatable, Sendable {
        /// May have plans, releases and disbursements.
        case active
        /// The budget is stopped; what was never spent is free.
        case withdrawn(on: Day, cause: WithdrawalCause)

        /// Whether a citizen in that state holds a place, given what was spent net.
        public func holdsPlace(spent: Amount) -> Bool {
            switch self {
            case .active: true
            case .withdrawn(_, let cause): !cause.freesPlace || spent > .zero
            }
        }
    }

    /// The plan in force.
    public struct ApprovedPlan: Equatable, Sendable {
        /// Its version.
        public let version: Int
        /// Who approved it.
        public let approver: StaffID
        /// The day of approval.
        public let day: Day
    }

    /// A plan that waits for a decision.
    public struct PendingPlan: Equatable, Sendable {
        /// Its version.
        public let version: Int
        /// The day on which citizen and caseworker agreed on it.
        public let agreedOn: Day
        /// What its items sum to.
        public let total: Amount
    }

    /// The citizen's reference.
    public let reference: ParticipantReference
    /// The day of enrolment.
    public let enrolledOn: Day
    /// Active or withdrawn.
    public var state: State
    /// The number of the latest version drafted; 0 before the first.
    public var versions: Int
    /// The highest item number given; 0 before the first.
    public var items: Int
    /// The version in force.
    public var approved: ApprovedPlan?
    /// The version that waits.
    public var pending: PendingPlan?
    /// The day of the first approval of all: a drawing right counts from it.
    public var firstApproval: Day?
    /// The citizen's money. A withdrawn citizen's approved and released count as what was disbursed.
    public var balance: Balance

    /// Whether the citizen still holds one of the programme's places, counting every day: active, withdrawn as having
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

    /// What approved would grow by if the waiting plan were approved; negative where that plan asks for less.
    public var growth: Amount {
        pending.map { $0.total - balance.approved } ?? .zero
    }

    /// A citizen just enrolled.
    init(reference: ParticipantReference, enrolledOn: Day) {
        self.init(reference: reference, enrolledOn: enrolledOn, state: .active)
    }

    /// A citizen as the store keeps one.
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
    /// A plan in force.
    public init(version: Int, by approver: StaffID, on day: Day) {
        self.version = version
        self.approver = approver
        self.day = day
    }
}

extension ParticipantAccount.PendingPlan {
    /// A waiting plan.
    public init(version: Int, agreedOn: Day, totalling total: Amount) {
        self.version = version
        self.agreedOn = agreedOn
        self.total = total
    }
}

/// An item of a citizen's approved plans.
public struct ItemAccount: Equatable, Sendable {
    /// Its number.
    public let number: ItemNumber
    /// What it is about, in the version in force.
    public var area: Area
    /// Whether the version in force has it.
    public var isInForce: Bool
    /// The earliest day of a release on it, since all of it was last retracted.
    public var firstRelease: Day?
    /// The item's money.
    public var balance: Balance

    /// Released and not yet spent.
    public var unspent: Amount {
        balance.released - balance.disbursed
    }

    /// Approved and not yet released.
    public var unreleased: Amount {
        balance.approved - balance.released
    }

    /// An item.
    public init(number: ItemNumber, area: Area, isInForce: Bool, firstRelease: Day?, balance: Balance) {
        self.number = number
        self.area = area
        self.isInForce = isInForce
        self.firstRelease = firstRelease
        self.balance = balance
    }
}
