/// A line of the voucher list: a disbursement or an expense, or (negative) a refund or a reversal.
public struct VoucherLine: Equatable, Sendable {
    /// The entry.
    public let entry: EntryNumber
    /// What it is.
    public let kind: MovementKind
    /// The day on which the expense was incurred.
    public let day: Day
    /// When it was recorded.
    public let recordedAt: Moment
    /// The day on which it was paid; refunds and reversals have none.
    public let paid: Day?
    /// The voucher; a reversal bears that of what it cancels.
    public let voucher: VoucherReference
    /// The citizen, where the post is the citizens'.
    public let participant: ParticipantReference?
    /// The item.
    public let item: ItemNumber?
    /// The area that the item was about when the money was spent.
    public let area: Area?
    /// The post.
    public let post: PostName
    /// What it adds to spending.
    public let amount: Amount
    /// Who recorded it.
    public let staff: StaffID

    /// A line.
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

/// Something that an auditor would ask about: no error, but worth a look.
public struct ReportFinding: Equatable, Sendable {
    /// The kinds of remark, by their stable ids.
    public enum Kind: String, CaseIterable, Sendable {
        /// Recorded long after its day.
        case lateEntry = "late-entry"
        /// One person approved, released and disbursed.
        case sameHand = "same-hand"
        /// Disbursed on the day of approval.
        case sameDay = "same-day"
        /// The same amount on the same item, soon after, under another voucher.
        case possibleDuplicate = "possible-duplicate"
        /// Approved, and nothing disbursed for long.
        case idlePlan = "idle-plan"
        /// Released, and unspent for long.
        case idleRelease = "idle-release"
        /// Paid after the window.
        case paidAfterWindow = "paid-after-window"
        /// Much of all spending in the window's last 31 days.
        case lastMonthRush = "last-month-rush"
        /// Two staff members on one account of the operating system.
        case sharedAccount = "shared-account"
        /// A closed period was opened again.
        case reopenedPeriod = "reopened-period"
    }

    /// What kind it is.
    public let kind: Kind
    /// The entries that it is about, in order.
    public let entries: [EntryNumber]

    /// A remark.
    public init(kind: Kind, entries: [EntryNumber]) {
        self.kind = kind
        self.entries = entries
    }
}
