/// The facts of a period report: of a ledger's entries up to one of them, and of a period.
///
/// The list of vouchers is not part of it, since it may be long: the report reads it line by line.
public struct PeriodFacts: Equatable, Sendable {
    /// The entries that count and the days of the period.
    public struct Scope: Equatable, Sendable {
        /// The first day of the period.
        public let from: Day
        /// The last day of the period.
        public let through: Day
        /// The last entry that counts.
        public let at: EntryNumber
        /// The entry after which a report tells what was recorded; `nil` where that was not asked for.
        public let since: EntryNumber?

        /// Makes a scope from its bounds.
        public init(from: Day, through: Day, at: EntryNumber, since: EntryNumber? = nil) {
            self.from = from
            self.through = through
            self.at = at
            self.since = since
        }
    }

    /// Money that the funder paid or got back, or the cancelling of either (negative).
    public struct Transfer: Equatable, Sendable {
        /// The entry's number.
        public let entry: EntryNumber
        /// Whether it concerns an instalment or a repayment.
        public let kind: Kind
        /// The entry's day.
        public let day: Day
        /// The entry's voucher; for a cancellation, the cancelled entry's.
        public let voucher: VoucherReference
        /// What came in or went back, in øre; negative for a cancellation.
        public let amount: Amount

        /// Which way the money goes.
        public enum Kind: Sendable {
            /// An instalment of the grant comes in.
            case instalment
            /// Unspent money goes back to the funder.
            case repayment
        }

        /// Makes a transfer from its parts.
        public init(entry: EntryNumber, kind: Kind, day: Day, voucher: VoucherReference, amount: Amount) {
            self.entry = entry
            self.kind = kind
            self.day = day
            self.voucher = voucher
            self.amount = amount
        }
    }

    /// What was spent before the period and in it, net.
    public struct Spending: Equatable, Sendable {
        /// What was spent before the period.
        public let opening: Amount
        /// What was spent in the period.
        public let period: Amount

        /// Spending of 0 øre.
        public static let zero = Spending(opening: .zero, period: .zero)

        /// The sum, before the period and in it.
        public static func + (left: Spending, right: Spending) -> Spending {
            Spending(opening: left.opening + right.opening, period: left.period + right.period)
        }

        /// What was spent by the end of the period.
        public var closing: Amount { opening + period }

        /// Makes spending from its parts.
        public init(opening: Amount, period: Amount) {
            self.opening = opening
            self.period = period
        }
    }

    /// A post of the budget and its spending.
    public struct Post: Equatable, Sendable {
        /// The post's name.
        public let name: PostName
        /// What may be spent on it.
        public let budget: Amount
        /// What entry 1 let be spent on it; zero where a later amendment added it.
        public let original: Amount
        /// What was spent on it.
        public let spending: Spending

        /// Makes a post from its parts.
        public init(name: PostName, budget: Amount, original: Amount, spending: Spending) {
            self.original = original
            self.name = name
            self.budget = budget
            self.spending = spending
        }

        /// What is left of the budget at the end of the period.
        public var remaining: Amount { budget - spending.closing }
    }

    /// A citizen at the end of the period.
    public struct Participant: Equatable, Sendable {
        /// The citizen's reference, state and balance.
        public let standing: Standing.Participant
        /// The plan in force; `nil` where there is none.
        public let plan: ParticipantAccount.ApprovedPlan?
        /// What was spent on the citizen.
        public let spending: Spending

        /// Makes a citizen from its parts.
        public init(
            standing: Standing.Participant, plan: ParticipantAccount.ApprovedPlan?, spending: Spending
        ) {
            self.standing = standing
            self.plan = plan
            self.spending = spending
        }
    }

    /// An area and its spending.
    public struct AreaSpending: Equatable, Sendable {
        /// The area of the items.
        public let area: Area
        /// What was spent on items of the area.
        public let spending: Spending

        /// Makes an area's spending from its parts.
        public init(area: Area, spending: Spending) {
            self.area = area
            self.spending = spending
        }
    }

    /// What was spent in a month of the period.
    public struct Month: Equatable, Sendable {
        /// The calendar year.
        public let year: Int
        /// The month, 1 to 12.
        public let month: Int
        /// What was spent in the month, net.
        public let amount: Amount

        /// Makes a month from its parts.
        public init(year: Int, month: Int, amount: Amount) {
            self.year = year
            self.month = month
            self.amount = amount
        }

        /// The month as in `2023-01`.
        public var code: String { "\(year)-" + (month < 10 ? "0" : "") + "\(month)" }
    }

    /// A release, or a retraction (negative).
    public struct Release: Equatable, Sendable {
        /// The entry's number.
        public let entry: EntryNumber
        /// The kind of movement: a release or a retraction.
        public let kind: MovementKind
        /// The entry's day.
        public let day: Day
        /// When the entry was recorded.
        public let recordedAt: Moment
        /// The citizen whose item it is.
        public let participant: ParticipantReference
        /// The item's number.
        public let item: ItemNumber
        /// The amount in øre; negative for a retraction.
        public let amount: Amount
        /// The staff member who recorded the entry.
        public let staff: StaffID

        /// Makes a release from its parts.
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
        /// The entry's number.
        public let entry: EntryNumber
        /// The kind of decision.
        public let kind: EntryKind
        /// The entry's day.
        public let day: Day
        /// When the entry was recorded.
        public let recordedAt: Moment
        /// The citizen, where the decision concerns one.
        public let participant: ParticipantReference?
        /// The plan's version, where the decision concerns one.
        public let version: Int?
        /// The last closed day, where the decision concerns a period.
        public let through: Day?
        /// The staff member who recorded the entry.
        public let staff: StaffID

        /// Makes a decision from its parts.
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

    /// The terms of the grant, as they are told at the end of the period.
    public let programme: Programme
    /// The entries that count and the days of the period.
    public let scope: Scope
    /// When the last entry that counts was recorded.
    public let recordedAt: Moment
    /// The last closed day; `nil` where nothing is closed.
    public let closedThrough: Day?
    /// What came in before the period.
    public let incomeBefore: Amount
    /// What went back to the funder before the period.
    public let repaidBefore: Amount
    /// The instalments and repayments of the period, in order of recording.
    public let transfers: [Transfer]
    /// The posts, in the programme's order.
    public let posts: [Post]
    /// The citizens, in order of reference.
    public let participants: [Participant]
    /// The areas, in the programme's order.
    public let areas: [AreaSpending]
    /// All months that have a day in the period.
    public let months: [Month]
    /// Releases and retractions, in order of recording.
    public let releases: [Release]
    /// Decisions, in order of recording.
    public let decisions: [DecisionMade]
    /// Reversals, in order of recording.
    public let corrections: [Correction]
    /// The amendments of the period, in order of recording.
    public let amendments: [AmendmentMade]
    /// How far the programme had come towards its results at the end of the period.
    public let achievements: Achievements
    /// The budget periods of the terms, with what was spent in them by the end of the period.
    public let periods: [PeriodBudget]
    /// The matters that an auditor would ask about.
    public let findings: [ReportFinding]
    /// Other ledgers' anchors, of all days, in order of recording.
    public let witnessed: [Witnessed]
    /// What was recorded after the entry of the scope's ``Scope/since``; `nil` without one.
    public let later: Later?

    /// Makes facts from their parts.
    public init(
        programme: Programme, scope: Scope, recordedAt: Moment, closedThrough: Day?, incomeBefore: Amount,
        repaidBefore: Amount, transfers: [Transfer], posts: [Post], participants: [Participant], areas: [AreaSpending],
        months: [Month], releases: [Release], decisions: [DecisionMade], corrections: [Correction],
        findings: [ReportFinding], amendments: [AmendmentMade] = [], achievements: Achievements = Achievements(),
        periods: [PeriodBudget] = [], witnessed: [Witnessed] = [], later: Later? = nil
    ) {
        self.witnessed = witnessed
        self.later = later
        self.amendments = amendments
        self.achievements = achievements
        self.periods = periods
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

    /// The instalments of the period, entry by entry.
    public var instalments: [Transfer] { transfers.filter { $0.kind == .instalment } }
    /// The repayments of the period, entry by entry.
    public var repayments: [Transfer] { transfers.filter { $0.kind == .repayment } }
    /// What came in during the period.
    public var incomeInPeriod: Amount { instalments.reduce(.zero) { $0 + $1.amount } }
    /// What went back during the period.
    public var repaidInPeriod: Amount { repayments.reduce(.zero) { $0 + $1.amount } }
    /// What had gone back by the end of the period.
    public var repaid: Amount { repaidBefore + repaidInPeriod }
    /// What had come in by the end of the period.
    public var received: Amount { incomeBefore + incomeInPeriod }
    /// The spending of all posts together.
    public var spending: Spending {
        posts.reduce(.zero) { $0 + $1.spending }
    }
    /// What of the grant is unspent, and where it goes.
    public var unspent: Unspent {
        Unspent(
            grant: programme.grant, received: received, spent: spending.closing, repaid: repaid,
            isAtEnd: scope.through >= programme.lastDay)
    }
    /// Whether the whole period is closed, so that no entry can be dated in it any more.
    public var isClosed: Bool { closedThrough.map { $0 >= scope.through } ?? false }
}
