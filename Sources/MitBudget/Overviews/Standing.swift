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
        /// The last day of the drawing right; `nil` before the first approval and where the terms know none.
        public let drawingEnds: Day?

        /// A citizen; what was approved and released counts until the withdrawal, and so does what waits.
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

        /// A citizen as an account tells.
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

        /// What approved would grow by if the waiting plan were approved.
        public var growth: Amount {
            pendingTotal.map { $0 - balance.approved } ?? .zero
        }
    }

    /// The drawing rights that end on one day.
    public struct DrawingRight: Equatable, Sendable {
        /// Their last day.
        public let last: Day
        /// How many citizens have them.
        public var citizens: Int
        /// What is approved for these and not disbursed.
        public var unspent: Amount

        /// Drawing rights.
        public init(last: Day, citizens: Int, unspent: Amount) {
            self.last = last
            self.citizens = citizens
            self.unspent = unspent
        }

        /// Goes to others, which stand in order of last day.
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

    /// The citizens in numbers, and one by one as long as they are few: what is said of many is counted, not listed.
    public struct Citizens: Equatable, Sendable {
        /// The most that are held one by one.
        public static let mostListed = 100

        /// How many were ever enrolled.
        public private(set) var enrolled = 0
        /// How many of them are withdrawn.
        public private(set) var withdrawn = 0
        /// How many of them hold a place.
        public private(set) var placesTaken = 0
        /// How many plans wait for a decision.
        public private(set) var waiting = 0
        /// What approved would grow by if every waiting plan were approved.
        public private(set) var growth = Amount.zero
        /// All, in order of reference; none where there are more than ``mostListed``.
        public private(set) var listed: [Participant] = []
        /// The drawing rights of active citizens under which promised money is not yet spent, in order of last day.
        public private(set) var drawing: [DrawingRight] = []
        /// Those whose plan waits, in order of reference; none where there are more than ``mostListed``.
        public private(set) var listedWaiting: [Participant] = []

        /// No citizens; ``count(_:)`` adds them.
        public init() {}

        /// Citizens who were counted already; the lists are cut where they are too long.
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

        /// Counts one more, the next in order of reference.
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

    /// The terms.
    public let programme: Programme
    /// The day as of which it stands.
    public let asOf: Day
    /// What has come in of the grant.
    public let received: Amount
    /// What was paid back to the funder.
    public let repaid: Amount
    /// The posts, in the programme's order.
    public let posts: [Post]
    /// The citizens.
    public let citizens: Citizens
    /// What was spent on each day on which anything was, in order; at least of the days that ``forecast`` looks at.
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
        programme: Programme, asOf: Day, received: Amount, repaid: Amount, posts: [Post], citizens: Citizens,
        days: [DaySpending]
    ) {
        self.programme = programme
        self.asOf = asOf
        self.received = received
        self.repaid = repaid
        self.posts = posts
        self.citizens = citizens
        self.days = days
    }

    /// The first day of those that the recent pace of a forecast is taken from.
    public static func firstRecentDay(asOf day: Day) -> Day {
        day.advanced(by: 1 - Forecast.recentDays)
    }

    /// Where the grant is heading; `nil` where there is too little to say.
    public var forecast: Forecast? {
        let first = Self.firstRecentDay(asOf: asOf)
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
    public var pending: Amount { citizens.growth }
    /// How many citizens hold a place.
    public var placesTaken: Int { citizens.placesTaken }
    /// Days of the window that are left after the day as of which it stands; 0 once the window is over.
    public var daysLeft: Int {
        max(0, min(asOf.days(to: programme.lastDay), programme.firstDay.days(to: programme.lastDay) + 1))
    }
}
