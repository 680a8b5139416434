/// A line of the voucher list: a disbursement or an expense, or (negative) a refund or a reversal.
public struct VoucherLine: Equatable, Sendable {
    /// The entry's number.
    public let entry: EntryNumber
    /// The kind of movement.
    public let kind: MovementKind
    /// The day on which the expense was incurred.
    public let day: Day
    /// When the entry was recorded.
    public let recordedAt: Moment
    /// The day of payment; refunds and reversals have none.
    public let paid: Day?
    /// The voucher; a reversal has the voucher of the entry that it cancels.
    public let voucher: VoucherReference
    /// The citizen, where the post is the citizens'.
    public let participant: ParticipantReference?
    /// The item, where the post is the citizens'.
    public let item: ItemNumber?
    /// The item's area when the money was spent.
    public let area: Area?
    /// The post that the cost is charged to.
    public let post: PostName
    /// The change in spending, in øre; negative for money that came back.
    public let amount: Amount
    /// The staff member who recorded the entry.
    public let staff: StaffID

    /// Makes a line from its parts.
    public init(
        entry: EntryNumber, kind: MovementKind, day: Day, recordedAt: Moment, paid: Day?, voucher: VoucherReference,
        participant: ParticipantReference?, item: ItemNumber?, area: Area?, post: PostName, amount: Amount,
        staff: StaffID
    ) {
        self.entry = entry
        self.kind = kind
        self.day = day
        self.recordedAt = recordedAt
        self.paid = paid
        self.voucher = voucher
        self.participant = participant
        self.item = item
        self.area = area
        self.post = post
        self.amount = amount
        self.staff = staff
    }
}

/// A finding of a period report: no error, but something that an auditor would ask about.
public struct ReportFinding: Equatable, Sendable {
    /// The kinds of finding; the raw values are their stable ids.
    public enum Kind: String, CaseIterable, Sendable {
        /// An entry was recorded long after its day.
        case lateEntry = "late-entry"
        /// The same person approved, released and disbursed.
        case sameHand = "same-hand"
        /// Money was disbursed on the day of approval.
        case sameDay = "same-day"
        /// The same amount was spent on the same item soon after, with another voucher.
        case possibleDuplicate = "possible-duplicate"
        /// A plan was approved, and nothing was disbursed for long.
        case idlePlan = "idle-plan"
        /// Money was released and stayed unspent for long.
        case idleRelease = "idle-release"
        /// An expense was paid after the window.
        case paidAfterWindow = "paid-after-window"
        /// A large part of all spending fell in the window's last 31 days.
        case lastMonthRush = "last-month-rush"
        /// Two staff members use the same account of the operating system.
        case sharedAccount = "shared-account"
        /// A closed period was reopened.
        case reopenedPeriod = "reopened-period"
        /// The terms changed by more than the funder lets pass without approval.
        case unapprovedChange = "unapproved-change"
    }

    /// The kind of finding.
    public let kind: Kind
    /// The entries that it concerns, in order.
    public let entries: [EntryNumber]

    /// Makes a finding from its parts.
    public init(kind: Kind, entries: [EntryNumber]) {
        self.kind = kind
        self.entries = entries
    }
}
