/// What a period report is built from: the facts of a ledger's entries up to one of them, and of a period.
///
/// The list of vouchers, which may be long, is not part of it: it is asked for line by line.
public struct PeriodFacts: Equatable, Sendable {
    /// Which entries count, and which days are the period.
    public struct Scope: Equatable, Sendable {
        /// The first day of the period.
        public let from: Day
        /// The last day of the period.
        public let through: Day
        /// The last entry that counts.
        public let at: EntryNumber

        /// A scope.
        public init(from: Day, through: Day, at: EntryNumber) {
            self.from = from
            self.through = through
            self.at = at
        }
    }

    /// Money that the funder paid or got back, or the cancelling of either (negative).
    public struct Transfer: Equatable, Sendable {
        /// The entry.
        public let entry: EntryNumber
        /// Whether it is about an instalment or about a repayment.
        public let kind: Kind
        /// Its day.
        public let day: Day
        /// The voucher; that of the transfer where one is cancelled.
        public let voucher: VoucherReference
        /// What came in, or what went back.
        public let amount: Amount

        /// Which way the money goes.
        public enum Kind: Sendable {
            /// An instalment of the grant comes in.
            case instalment
            /// Unspent money goes back to the funder.
            case repayment
        }

        /// A transfer.
        public init(entry: EntryNumber, kind: Kind, day: Day, voucher: VoucherReference, amount: Amount) {
            self.entry = entry
            self.kind = kind
            self.day = day
            self.voucher = voucher
            self.amount = amount
        }
    }

    /// What was spent before the period and in it.
    public struct Spending: Equatable, Sendable {
        /// Before the period.
        public let opening: Amount
        /// In the period.
        public let period: Amount

        /// Nothing spent.
        public static let zero = Spending(opening: .zero, period: .zero)

        /// Both together, before the period and in it.
        public static func + (left: Spending, right: Spending) -> Spending {
            Spending(opening: left.opening + right.opening, period: left.period + right.period)
        }

        /// Before and in it together.
        public var closing: Amount { opening + period }

        /// Spending.
        public init(opening: Amount, period: Amount) {
            self.opening = opening
            self.period = period
        }
    }

    /// A post of the budget.
    public struct Post: Equatable, Sendable {
        /// Its name.
        public let name: PostName
        /// What may be spent on it.
        public let budget: Amount
        /// What was.
        public let spending: Spending

        /// A post.
        public init(name: PostName, budget: Amount, spending: Spending) {
            self.name = name
            self.budget = budget
            self.spending = spending
        }

        /// What is left of the budget at the end of the period.
        public var remaining: Amount { budget - spending.closing }
    }

    /// A citizen at the end of the period.
    public struct Participant: Equatable, Sendable {
        /// Reference, state and balance.
        public let standing: Standing.Participant
        /// The plan in force.
        public let plan: ParticipantAccount.ApprovedPlan?
        /// What was spent.
        public let spending: Spending

        /// A citizen.
        public init(
            standing: Standing.Participant, plan: ParticipantAccount.ApprovedPlan?, spending: Spending
        ) {
            self.standing = standing
            self.plan = plan
            self.spending = spending
        }
    }

    /// What was spent on an area.
    public struct AreaSpending: Equatable, Sendable {
        /// The area.
        public let area: Area
        /// What was spent on it.
        public let spending: Spending

        /// Spending on an area.
        public init(area: Area, spending: Spending) {
            self.area = area
            self.spending = spending
        }
    }

    /// What was spent in a month of the period.
    public struct Month: Equatable, Sendable {
        /// The year.
        public let year: Int
        /// The month, 1 to 12.
        public let month: Int
        /// What was spent.
        public let amount: Amount

        /// A month.
        public init(year: Int, month: Int, amount: Amount) {
            self.year = year
            self.month = month
            self.amount = amount
        }

        /// `2023-01`.
        public var code: String { "\(year)-" + (month < 10 ? "0" : "") + "\(month)" }
    }

    /// A release, or a retraction (negative).
    public struct Release: Equatable, Sendable {
        /// The entry.
        public let entry: EntryNumber
        /// Release or retraction.
        public let kind: MovementKind
        /// Its day.
        public let day: Day
        /// When it was recorded.
        public let recordedAt: Moment
        /// The citizen.
        public let participant: ParticipantReference
        /// The item.
        public let item: ItemNumber
        /// The amount.
        public let amount: Amount
        /// Who recorded it.
        public let staff: StaffID

        /// A release.
        public init(
            entry: EntryNumber, kind: MovementKind, day: Day, recordedAt: Moment, participant: ParticipantReference,
            item: ItemNumber, amount: Amount, staff: StaffID
        ) {
            self.entry = entry
            self.kind = kind
            self.day = day
            self.recordedAt = recordedAt
            self.participant = participant
            self.item = item
            self.amount = amount
            self.staff = staff
        }
    }

    /// An enrolment, a withdrawal, a plan approved or rejected, a period closed or reopened.
    public struct DecisionMade: Equatable, Sendable {
        /// The entry.
        public let entry: EntryNumber
        /// What was decided.
        public let kind: EntryKind
        /// Its day.
        public let day: Day
        /// When it was recorded.
        public let recordedAt: Moment
        /// The citizen, where it is about one.
        public let participant: ParticipantReference?
        /// The plan's version, where it is about one.
        public let version: Int?
        /// The last closed day, where it is about a period.
        public let through: Day?
        /// Who recorded it.
        public let staff: StaffID

        /// A decision.
        public init(
            entry: EntryNumber, kind: EntryKind, day: Day, recordedAt: Moment, participant: ParticipantReference?,
            version: Int?, through: Day?, staff: StaffID
        ) {
            self.entry = entry
            self.kind = kind
            self.day = day
            self.recordedAt = recordedAt
            self.participant = participant
            self.version = version
            self.through = through
            self.staff = staff
        }
    }

    /// A reversal.
    public struct Correction: Equatable, Sendable {
        /// The entry.
        public let entry: EntryNumber
        /// Its day.
        public let day: Day
        /// When it was recorded.
        public let recordedAt: Moment
        /// The entry that it cancels.
        public let reverses: EntryNumber
        /// What that was.
        public let kind: MovementKind
        /// The citizen, where it is about one.
        public let participant: ParticipantReference?
        /// The amount cancelled, above zero.
        public let amount: Amount
        /// Who recorded it.
        public let staff: StaffID

        /// A reversal.
        public init(
            entry: EntryNumber, day: Day, recordedAt: Moment, reverses: EntryNumber, kind: MovementKind,
            participant: ParticipantReference?, amount: Amount, staff: StaffID
        ) {
            self.entry = entry
            self.day = day
            self.recordedAt = recordedAt
            self.reverses = reverses
            self.kind = kind
            self.participant = participant
            self.amount = amount
            self.staff = staff
        }
    }

    /// The terms.
    public let programme: Programme
    /// Which entries count, and which days are the period.
    public let scope: Scope
    /// When the last entry that counts was recorded.
    public let recordedAt: Moment
    /// The last closed day.
    public let closedThrough: Day?
    /// What had come in before the period.
    public let incomeBefore: Amount
    /// What had gone back to the funder before the period.
    public let repaidBefore: Amount
    /// What came in and what went back in the period, in order of recording.
    public let transfers: [Transfer]
    /// The posts, in the programme's order.
    public let posts: [Post]
    /// The citizens, in order of reference.
    public let participants: [Participant]
    /// The areas, in the programme's order.
    public let areas: [AreaSpending]
    /// Every month that has a day in the period.
    public let months: [Month]
    /// Releases and retractions, in order of recording.
    public let releases: [Release]
    /// Decisions, in order of recording.
    public let decisions: [DecisionMade]
    /// Reversals, in order of recording.
    public let corrections: [Correction]
    /// What an auditor would ask about.
    public let findings: [ReportFinding]

    /// Facts.
    public init(
        programme: Programme, scope: Scope, recordedAt: Moment, closedThrough: Day?, incomeBefore: Amount,
        repaidBefore: Amount, transfers: [Transfer], posts: [Post], participants: [Participant], areas: [AreaSpending],
        months: [Month], releases: [Release], decisions: [DecisionMade], corrections: [Correction],
        findings: [ReportFinding]
    ) {
        self.programme = programme
        self.scope = scope
        self.recordedAt = recordedAt
        self.closedThrough = closedThrough
        self.incomeBefore = incomeBefore
        self.repaidBefore = repaidBefore
        self.transfers = transfers
        self.posts = posts
        self.participants = participants
        self.areas = areas
        self.months = months
        self.releases = releases
        self.decisions = decisions
        self.corrections = corrections
        self.findings = findings
    }

    /// What came in during the period, entry by entry.
    public var instalments: [Transfer] { transfers.filter { $0.kind == .instalment } }
    /// What went back during the period, entry by entry.
    public var repayments: [Transfer] { transfers.filter { $0.kind == .repayment } }
    /// What came in during the period.
    public var incomeInPeriod: Amount { instalments.reduce(.zero) { $0 + $1.amount } }
    /// What went back during the period.
    public var repaidInPeriod: Amount { repayments.reduce(.zero) { $0 + $1.amount } }
    /// What had gone back at the end of the period.
    public var repaid: Amount { repaidBefore + repaidInPeriod }
    /// What had come in at the end of the period.
    public var received: Amount { incomeBefore + incomeInPeriod }
    /// All posts' spending together.
    public var spending: Spending {
        posts.reduce(.zero) { $0 + $1.spending }
    }
    /// What of the grant is unspent, and what becomes of it.
    public var unspent: Unspent {
        Unspent(
            grant: programme.grant, received: received, spent: spending.closing, repaid: repaid,
            isAtEnd: scope.through >= programme.lastDay)
    }
    /// Whether no entry can be dated in the period any more.
    public var isClosed: Bool { closedThrough.map { $0 >= scope.through } ?? false }
}
