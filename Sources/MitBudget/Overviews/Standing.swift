/// The state of the grant on a day: the facts behind the consultant's overview.
public struct Standing: Equatable, Sendable {
    /// The part of the ledger that counts.
    public struct Scope: Equatable, Sendable {
        /// Only entries dated up to this day count; `nil` for no limit.
        public let asOf: Day?
        /// Only entries up to this one count; `nil` for no limit.
        public let at: EntryNumber?

        /// Makes a scope; without arguments, everything counts.
        public init(asOf: Day? = nil, at: EntryNumber? = nil) {
            self.asOf = asOf
            self.at = at
        }

        /// Whether the scope leaves anything out.
        public var isLimited: Bool {
            asOf != nil || at != nil
        }
    }

    /// A post and its money.
    public struct Post: Equatable, Sendable {
        /// The post's name.
        public let name: PostName
        /// What may be spent on it.
        public let budget: Amount
        /// The post's balance.
        public let balance: Balance

        /// Makes a post from its parts.
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
        /// The citizen's reference.
        public let reference: ParticipantReference
        /// Whether the citizen is active or withdrawn.
        public let state: ParticipantAccount.State
        /// The citizen's balance; for a withdrawn citizen, approved and released equal what was disbursed.
        public let balance: Balance
        /// The sum of the waiting plan; `nil` where none waits.
        public let pendingTotal: Amount?
        /// The last day of the drawing right; `nil` before the first approval or where the terms have no drawing right.
        public let drawingEnds: Day?

        /// Makes a citizen. For a withdrawn one, it ignores the waiting plan and counts approved and released as
        /// disbursed.
        public init(
            reference: ParticipantReference, state: ParticipantAccount.State, balance: Balance, pendingTotal: Amount?,
            drawingEnds: Day?
        ) {
            self.reference = reference
            self.state = state
            self.drawingEnds = drawingEnds
            switch state {
            case .active: (self.balance, self.pendingTotal) = (balance, pendingTotal)
            case .withdrawn:
                let spent = balance.disbursed
                self.balance = Balance(approved: spent, released: spent, disbursed: spent)
                self.pendingTotal = nil
            }
        }

        /// Makes a citizen from an account.
        public init(_ account: ParticipantAccount, under programme: Programme) {
            self.init(
                reference: account.reference, state: account.state, balance: account.balance,
                pendingTotal: account.pending?.total,
                drawingEnds: account.firstApproval.flatMap(programme.drawingEnd))
        }

        /// Whether the budget is stopped.
        public var isWithdrawn: Bool {
            switch state {
            case .active: false
            case .withdrawn: true
            }
        }

        /// Whether the citizen holds a place, see ``ParticipantAccount/State/holdsPlace(spent:)``.
        public var holdsPlace: Bool {
            state.holdsPlace(spent: balance.disbursed)
        }

        /// The change in approved money if the waiting plan were approved.
        public var growth: Amount {
            pendingTotal.map { $0 - balance.approved } ?? .zero
        }
    }

    /// The drawing rights that end on the same day.
    public struct DrawingRight: Equatable, Sendable {
        /// The last day of the drawing rights.
        public let last: Day
        /// How many citizens have them.
        public var citizens: Int
        /// What is approved for these citizens and not disbursed.
        public var unspent: Amount

        /// Makes drawing rights from their parts.
        public init(last: Day, citizens: Int, unspent: Amount) {
            self.last = last
            self.citizens = citizens
            self.unspent = unspent
        }

        /// Adds these rights to others, which are in order of last day.
        public func join(_ others: inout [DrawingRight]) {
            let place = others.firstIndex { $0.last >= last } ?? others.endIndex
            if place < others.endIndex, others[place].last == last {
                others[place].citizens += citizens
                others[place].unspent += unspent
            } else {
                others.insert(self, at: place)
            }
        }
    }

    /// The citizens in numbers; while they are few, also one by one. Many citizens are counted, not listed.
    public struct Citizens: Equatable, Sendable {
        /// The most citizens that are listed one by one.
        public static let mostListed = 100

        /// How many were ever enrolled.
        public private(set) var enrolled = 0
        /// How many of them are withdrawn.
        public private(set) var withdrawn = 0
        /// How many of them hold a place.
        public private(set) var placesTaken = 0
        /// How many plans wait for a decision.
        public private(set) var waiting = 0
        /// The change in approved money if all waiting plans were approved.
        public private(set) var growth = Amount.zero
        /// All citizens, in order of reference; empty where there are more than ``mostListed``.
        public private(set) var listed: [Participant] = []
        /// The drawing rights of active citizens with approved and unspent money, in order of last day.
        public private(set) var drawing: [DrawingRight] = []
        /// The citizens whose plan waits, in order of reference; empty where there are more than ``mostListed``.
        public private(set) var listedWaiting: [Participant] = []

        /// Makes an empty count; ``count(_:)`` adds citizens.
        public init() {}

        /// Makes a count from numbers that are already known; lists that are too long are emptied.
        public init(
            enrolled: Int, withdrawn: Int, placesTaken: Int, waiting: Int, growth: Amount, drawing: [DrawingRight],
            listed: [Participant], listedWaiting: [Participant]
        ) {
            self.enrolled = enrolled
            self.withdrawn = withdrawn
            self.placesTaken = placesTaken
            self.waiting = waiting
            self.growth = growth
            self.drawing = drawing
            self.listed = enrolled <= Self.mostListed ? listed : []
            self.listedWaiting = waiting <= Self.mostListed ? listedWaiting : []
        }

        /// Counts another citizen, the next in order of reference.
        public mutating func count(_ participant: Participant) {
            enrolled += 1
            if participant.isWithdrawn { withdrawn += 1 }
            if participant.holdsPlace { placesTaken += 1 }
            draw(participant)
            list(participant, as: enrolled, in: \.listed)
            guard participant.pendingTotal != nil else { return }
            waiting += 1
            growth += participant.growth
            list(participant, as: waiting, in: \.listedWaiting)
        }

        private mutating func draw(_ participant: Participant) {
            let unspent = participant.balance.approved - participant.balance.disbursed
            guard let last = participant.drawingEnds, unspent > .zero else { return }
            DrawingRight(last: last, citizens: 1, unspent: unspent).join(&drawing)
        }

        private mutating func list(
            _ participant: Participant, as number: Int, in list: WritableKeyPath<Self, [Participant]>
        ) {
            if number <= Self.mostListed {
                self[keyPath: list].append(participant)
            } else if number == Self.mostListed + 1 {
                self[keyPath: list] = []
            }
        }
    }

    /// The terms of the grant.
    public let programme: Programme
    /// The day of the standing.
    public let asOf: Day
    /// The money received of the grant, net of reversals.
    public let received: Amount
    /// The money paid back to the funder, net of reversals.
    public let repaid: Amount
    /// The posts, in the programme's order.
    public let posts: [Post]
    /// The citizens, counted and listed.
    public let citizens: Citizens
    /// The net spending of each day that has any, in order; it covers at least the days that ``forecast`` reads.
    public let days: [DaySpending]

    /// How far the programme has come towards its results.
    public let achievements: Achievements
    /// The budget periods of the terms, with what is spent in them.
    public let periods: [PeriodBudget]

    /// The money that lacks a proof; `nil` where the terms ask for none.
    public let atRisk: AtRisk?

    /// What was spent on a day; negative where more came back.
    public struct DaySpending: Equatable, Sendable {
        /// The day of the spending.
        public let day: Day
        /// What was spent on all posts together.
        public let amount: Amount

        /// Makes a day's spending from its parts.
        public init(day: Day, amount: Amount) {
            self.day = day
            self.amount = amount
        }
    }

    /// Makes a standing from its parts.
    public init(
        programme: Programme, asOf: Day, received: Amount, repaid: Amount, posts: [Post], citizens: Citizens,
        days: [DaySpending], achievements: Achievements = Achievements(), periods: [PeriodBudget] = [],
        proofs: [ProofTotal] = []
    ) {
        atRisk = AtRisk(proofs, asked: programme.proof)
        self.achievements = achievements
        self.periods = periods
        self.programme = programme
        self.asOf = asOf
        self.received = received
        self.repaid = repaid
        self.posts = posts
        self.citizens = citizens
        self.days = days
    }

    /// The first of the days that a forecast's recent pace is measured over.
    public static func firstRecentDay(asOf day: Day) -> Day {
        day.advanced(by: 1 - Forecast.recentDays)
    }

    /// The forecast; `nil` where there is too little to go by.
    public var forecast: Forecast? {
        let first = Self.firstRecentDay(asOf: asOf)
        let recent = days.reduce(Amount.zero) { $1.day >= first && $1.day <= asOf ? $0 + $1.amount : $0 }
        return Forecast(programme, spent: total.disbursed, spentRecently: recent, asOf: asOf)
    }

    /// What the funder was to have paid, and what comes next; `nil` where the terms name no instalments.
    public var instalments: DueInstalments? { DueInstalments(programme, received: received, asOf: asOf) }

    /// The balance of all posts together.
    public var total: Balance {
        posts.reduce(.zero) { $0 + $1.balance }
    }

    /// Granted − disbursed.
    public var remaining: Amount { programme.grant - total.disbursed }
    /// Granted − approved: what no approved plan promises.
    public var free: Amount { programme.grant - total.approved }
    /// The change in approved money if all waiting plans were approved.
    public var pending: Amount { citizens.growth }
    /// How many citizens hold a place.
    public var placesTaken: Int { citizens.placesTaken }
    /// How many days of the window are left after the day of the standing; 0 once the window is over.
    public var daysLeft: Int {
        max(0, min(asOf.days(to: programme.lastDay), programme.firstDay.days(to: programme.lastDay) + 1))
    }
}
