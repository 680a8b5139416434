/// Where the grant stands: the facts that the consultant's answer is built from.
public struct Standing: Equatable, Sendable {
    /// What of the ledger is counted.
    public struct Scope: Equatable, Sendable {
        /// Only what concerns days up to this one.
        public let asOf: Day?
        /// Only entries up to this one.
        public let at: EntryNumber?

        /// Everything, unless limited.
        public init(asOf: Day? = nil, at: EntryNumber? = nil) {
            self.asOf = asOf
            self.at = at
        }

        /// Whether anything is left out.
        public var isLimited: Bool {
            asOf != nil || at != nil
        }
    }

    /// A post and its money.
    public struct Post: Equatable, Sendable {
        /// The post.
        public let name: PostName
        /// What may be spent on it.
        public let budget: Amount
        /// Where its money stands.
        public let balance: Balance

        /// A post.
        public init(name: PostName, budget: Amount, balance: Balance) {
            self.name = name
            self.budget = budget
            self.balance = balance
        }

        /// Budget − disbursed.
        public var remaining: Amount { budget - balance.disbursed }
        /// Budget − approved.
        public var free: Amount { budget - balance.approved }
    }

    /// A citizen and the citizen's money.
    public struct Participant: Equatable, Sendable {
        /// The citizen.
        public let reference: ParticipantReference
        /// Active or withdrawn.
        public let state: ParticipantAccount.State
        /// Where the money stands; approved and released of a withdrawn citizen count as what was disbursed.
        public let balance: Balance
        /// What the waiting plan asks for in all; `nil` where none waits.
        public let pendingTotal: Amount?

        /// A citizen.
        public init(
            reference: ParticipantReference, state: ParticipantAccount.State, balance: Balance, pendingTotal: Amount?
        ) {
            self.reference = reference
            self.state = state
            self.balance = balance
            self.pendingTotal = pendingTotal
        }

        /// Whether the citizen holds a place: active, or withdrawn after money was spent.
        public var holdsPlace: Bool {
            switch state {
            case .active: true
            case .withdrawn: balance.disbursed > .zero
            }
        }

        /// What approved would grow by if the waiting plan were approved.
        public var growth: Amount {
            pendingTotal.map { $0 - balance.approved } ?? .zero
        }
    }

    /// The terms.
    public let programme: Programme
    /// The day as of which it stands.
    public let asOf: Day
    /// What has come in of the grant.
    public let received: Amount
    /// The posts, in the programme's order.
    public let posts: [Post]
    /// The citizens, in order of reference.
    public let participants: [Participant]
    /// What was spent on each day on which anything was, in order.
    public let days: [DaySpending]

    /// What was spent on a day; negative where more came back.
    public struct DaySpending: Equatable, Sendable {
        /// The day.
        public let day: Day
        /// What was spent, on all posts together.
        public let amount: Amount

        /// A day's spending.
        public init(day: Day, amount: Amount) {
            self.day = day
            self.amount = amount
        }
    }

    /// A standing.
    public init(
        programme: Programme, asOf: Day, received: Amount, posts: [Post], participants: [Participant],
        days: [DaySpending] = []
    ) {
        self.days = days
        self.programme = programme
        self.asOf = asOf
        self.received = received
        self.posts = posts
        self.participants = participants
    }

    /// Where the grant is heading; `nil` where there is too little to say.
    public var forecast: Forecast? {
        let first = asOf.advanced(by: 1 - Forecast.recentDays)
        let recent = days.reduce(Amount.zero) { $1.day >= first && $1.day <= asOf ? $0 + $1.amount : $0 }
        return Forecast(programme, spent: total.disbursed, spentRecently: recent, asOf: asOf)
    }

    /// All posts together.
    public var total: Balance {
        posts.reduce(.zero) { $0 + $1.balance }
    }

    /// Granted − disbursed.
    public var remaining: Amount { programme.grant - total.disbursed }
    /// Granted − approved: not yet promised to anyone.
    public var free: Amount { programme.grant - total.approved }
    /// What approved would grow by if every waiting plan were approved.
    public var pending: Amount { participants.reduce(.zero) { $0 + $1.growth } }
    /// How many citizens hold a place.
    public var placesTaken: Int { participants.reduce(0) { $0 + ($1.holdsPlace ? 1 : 0) } }
    /// Days of the window that are left after the day as of which it stands; 0 once the window is over.
    public var daysLeft: Int {
        max(0, min(asOf.days(to: programme.lastDay), programme.firstDay.days(to: programme.lastDay) + 1))
    }
}
