/// Where money stands: promised in an approved plan, made available, spent. Disbursed ≤ released ≤ approved.
public struct Balance: Equatable, Sendable {
    /// Promised in an approved plan.
    public var approved: Amount
    /// Made available by a caseworker and not retracted.
    public var released: Amount
    /// Spent, net of refunds and reversals.
    public var disbursed: Amount

    /// Nothing promised, released or spent.
    public static let zero = Balance(approved: .zero, released: .zero, disbursed: .zero)

    /// A balance.
    public init(approved: Amount, released: Amount, disbursed: Amount) {
        self.approved = approved
        self.released = released
        self.disbursed = disbursed
    }

    /// Both together, measure by measure.
    public static func + (left: Balance, right: Balance) -> Balance {
        Balance(
            approved: left.approved + right.approved, released: left.released + right.released,
            disbursed: left.disbursed + right.disbursed)
    }

    /// What one has more than the other, measure by measure.
    static func - (left: Balance, right: Balance) -> Balance {
        Balance(
            approved: left.approved - right.approved, released: left.released - right.released,
            disbursed: left.disbursed - right.disbursed)
    }

    /// One of the three.
    enum Measure {
        case approved, released, disbursed
    }

    subscript(measure: Measure) -> Amount {
        switch measure {
        case .approved: approved
        case .released: released
        case .disbursed: disbursed
        }
    }

    /// The same amount in all three: what an expense is, which needs no plan.
    init(spending amount: Amount) {
        self.init(approved: amount, released: amount, disbursed: amount)
    }
}

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

/// An entry that moved money, as corrections need to know it.
public struct Movement: Equatable, Sendable {
    /// The entry.
    public let entry: EntryNumber
    /// What it was.
    public let kind: MovementKind
    /// The citizen, where it is a citizen's money.
    public let participant: ParticipantReference?
    /// The item, where it is a citizen's money.
    public let item: ItemNumber?
    /// The post; money between funder and grantee has none.
    public let post: PostName?
    /// The amount, above zero.
    public let amount: Amount
    /// The day that it concerns.
    public let day: Day
    /// The voucher that it rests on; releases, retractions and reversals have none.
    public let voucher: VoucherReference?
    /// The disbursement or expense that a refund gives back of.
    public let refundOf: EntryNumber?
    /// What came back of a disbursement or an expense in refunds that stand.
    public var refunded: Amount
    /// The entry that reversed it.
    public var reversedBy: EntryNumber?

    /// A movement.
    public init(
        entry: EntryNumber, kind: MovementKind, participant: ParticipantReference?, item: ItemNumber?, post: PostName?,
        amount: Amount, day: Day, voucher: VoucherReference?, refundOf: EntryNumber? = nil, refunded: Amount = .zero,
        reversedBy: EntryNumber? = nil
    ) {
        self.entry = entry
        self.kind = kind
        self.participant = participant
        self.item = item
        self.post = post
        self.amount = amount
        self.day = day
        self.voucher = voucher
        self.refundOf = refundOf
        self.refunded = refunded
        self.reversedBy = reversedBy
    }
}

/// What an entry that moves money is.
public enum MovementKind: String, CaseIterable, Sendable {
    /// Makes an approved item's money available.
    case release
    /// Takes an unspent release back.
    case retraction
    /// Money spent on an item.
    case disbursement
    /// Money that came back from a disbursement or an expense.
    case refund
    /// A cost of another post than the citizens'.
    case expense
    /// An instalment of the grant.
    case receipt
    /// Unspent money paid back to the funder.
    case repayment
    /// Cancels an entry that was wrong.
    case reversal

    /// Whether an entry of the kind can be cancelled by a reversal.
    public var isReversible: Bool {
        switch self {
        case .disbursement, .refund, .expense, .receipt, .repayment: true
        case .release, .retraction, .reversal: false
        }
    }

    /// Whether money of an entry of the kind can come back.
    public var isRefundable: Bool {
        switch self {
        case .disbursement, .expense: true
        case .release, .retraction, .refund, .receipt, .repayment, .reversal: false
        }
    }
}
