/// How far a programme has come towards its results, as of a day.
public struct Achievements: Equatable, Sendable {
    /// How many recipients a result counts for.
    public struct Share: Equatable, Sendable {
        /// The result's code.
        public let result: ResultCode
        /// For how many it is the latest result.
        public let count: Int
        /// How many were ever enrolled by then, withdrawn ones too.
        public let of: Int
        /// The percentage that the terms aim at; `nil` where they name none.
        public let percent: Int?
        /// The money spent on those recipients, net.
        public let disbursed: Amount

        /// Makes a share from its parts.
        public init(result: ResultCode, count: Int, of: Int, percent: Int?, disbursed: Amount) {
            self.result = result
            self.count = count
            self.of = of
            self.percent = percent
            self.disbursed = disbursed
        }

        /// How many recipients the target means, rounded up; `nil` where the terms name none.
        public var targetCount: Int? { percent.map { (of * $0 + 99) / 100 } }
    }

    /// A figure that is measured for the programme.
    public struct Progress: Equatable, Sendable {
        /// The result's code.
        public let result: ResultCode
        /// What the figure is to become.
        public let target: Programme.Outcome.Target
        /// The latest figure and the day of its measurement; `nil` before the first.
        public let latest: Latest?

        /// A figure and its day.
        public struct Latest: Equatable, Sendable {
            /// The figure.
            public let figure: Figure
            /// The day of measurement.
            public let day: Day

            /// Makes a measurement from its parts.
            public init(figure: Figure, day: Day) {
                self.figure = figure
                self.day = day
            }
        }

        /// Makes a progress from its parts.
        public init(result: ResultCode, target: Programme.Outcome.Target, latest: Latest?) {
            self.result = result
            self.target = target
            self.latest = latest
        }
    }

    /// The results of recipients, in the order of the terms.
    public let shares: [Share]
    /// The measured figures, in the order of the terms.
    public let progress: [Progress]

    /// Makes achievements from their parts.
    public init(shares: [Share] = [], progress: [Progress] = []) {
        self.shares = shares
        self.progress = progress
    }
}

/// What is spent in a budget period, by the day of what was spent.
public struct PeriodBudget: Equatable, Sendable {
    /// The period and its ceilings.
    public let period: Programme.BudgetPeriod
    /// The net spending of each post with a ceiling, in their order.
    public let posts: [PostSpending]
    /// The net spending on each recipient, in order of reference; empty where the period has no ceiling for one.
    public let participants: [RecipientSpending]

    /// A post's spending in a period.
    public struct PostSpending: Equatable, Sendable {
        /// The post's name.
        public let post: PostName
        /// What may be spent on it in the period.
        public let budget: Amount
        /// What was spent on it, net.
        public let disbursed: Amount

        /// Makes a post's spending from its parts.
        public init(post: PostName, budget: Amount, disbursed: Amount) {
            self.post = post
            self.budget = budget
            self.disbursed = disbursed
        }
    }

    /// A recipient's spending in a period.
    public struct RecipientSpending: Equatable, Sendable {
        /// The recipient's reference.
        public let participant: ParticipantReference
        /// What was spent on the recipient, net.
        public let disbursed: Amount

        /// Makes a recipient's spending from its parts.
        public init(participant: ParticipantReference, disbursed: Amount) {
            self.participant = participant
            self.disbursed = disbursed
        }
    }

    /// Makes a period's spending from its parts.
    public init(period: Programme.BudgetPeriod, posts: [PostSpending], participants: [RecipientSpending]) {
        self.period = period
        self.posts = posts
        self.participants = participants
    }
}

/// What the funder was to have paid by a day, and what comes next.
public struct DueInstalments: Equatable, Sendable {
    /// What was due before the day and has not come in.
    public let overdue: Amount
    /// The next instalment, from the day on, that has not come in; `nil` where none is left.
    public let next: Programme.Instalment?

    /// Within how many days the next instalment is pointed out.
    public static let soonDays = 30

    /// What has come in counts towards the earliest instalments. `nil` where the terms name no instalments.
    public init?(_ programme: Programme, received: Amount, asOf day: Day) {
        guard !programme.instalments.isEmpty else { return nil }
        var (covered, overdue) = (received, Amount.zero)
        var next: Programme.Instalment?
        for instalment in programme.instalments {
            let paid = max(.zero, min(covered, instalment.amount))
            covered -= paid
            let missing = instalment.amount - paid
            if instalment.day < day {
                overdue += missing
            } else if next == nil, missing > .zero {
                next = Programme.Instalment(day: instalment.day, amount: missing)
            }
        }
        self.overdue = overdue
        self.next = next
    }
}
