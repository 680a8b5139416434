/// An entry that moved money, with what corrections need to know about it.
public struct Movement: Equatable, Sendable {
    /// The entry's number.
    public let entry: EntryNumber
    /// The kind of movement.
    public let kind: MovementKind
    /// The citizen; `nil` where it is not a citizen's money.
    public let participant: ParticipantReference?
    /// The item; `nil` where it is not a citizen's money.
    public let item: ItemNumber?
    /// The post; money between funder and grantee has none.
    public let post: PostName?
    /// The amount in øre, above zero.
    public let amount: Amount
    /// The day that the entry is dated.
    public let day: Day
    /// The day on which the money was spent; see ``MoneyEvent/incurred``.
    public let incurred: Day?
    /// The voucher; releases, retractions and reversals have none.
    public let voucher: VoucherReference?
    /// The total of the voucher; `nil` for one that stands alone.
    public let voucherTotal: Amount?
    /// The disbursement or expense that a refund comes back from.
    public let refundOf: EntryNumber?
    /// What came back of a disbursement or an expense in refunds that are not reversed.
    public var refunded: Amount
    /// The entry that reversed this one; `nil` where none did.
    public var reversedBy: EntryNumber?

    /// Makes a movement from its parts.
    public init(
        entry: EntryNumber, kind: MovementKind, participant: ParticipantReference?, item: ItemNumber?, post: PostName?,
        amount: Amount, day: Day, incurred: Day?, voucher: VoucherReference?,
        voucherTotal: Amount? = nil, refundOf: EntryNumber? = nil,
        refunded: Amount = .zero, reversedBy: EntryNumber? = nil
    ) {
        self.entry = entry
        self.kind = kind
        self.participant = participant
        self.item = item
        self.post = post
        self.amount = amount
        self.day = day
        self.incurred = incurred
        self.voucher = voucher
        self.voucherTotal = voucherTotal
        self.refundOf = refundOf
        self.refunded = refunded
        self.reversedBy = reversedBy
    }
}

/// The standing entries with one voucher: the lines of an invoice, or a single entry.
public struct VoucherUse: Equatable, Sendable {
    /// The first of the entries.
    public let first: EntryNumber
    /// All entries, in order.
    public let lines: [EntryNumber]
    /// What the voucher is about in all, as its first line told; `nil` for a voucher that no second entry may have.
    public let total: Amount?
    /// The sum of the lines, whatever came back of them.
    public let claimed: Amount

    /// The use that standing entries make of their voucher; `nil` for none.
    public init?(_ standing: [Movement]) {
        guard let first = standing.min(by: { $0.entry < $1.entry }) else { return nil }
        self.first = first.entry
        lines = standing.map(\.entry).sorted()
        total = first.voucherTotal
        claimed = standing.reduce(.zero) { $0 + $1.amount }
    }
}

/// The kinds of entry that move money; the raw values are their codes.
public enum MovementKind: String, CaseIterable, Sendable {
    /// Makes an approved item's money available.
    case release
    /// Takes an unspent release back.
    case retraction
    /// Records money spent on an item.
    case disbursement
    /// Records money that came back from a disbursement or an expense.
    case refund
    /// Records a cost of another post than the citizens'.
    case expense
    /// Records an instalment of the grant.
    case receipt
    /// Records unspent money paid back to the funder.
    case repayment
    /// Cancels an entry that was wrong.
    case reversal

    /// Whether a reversal can cancel an entry of this kind.
    public var isReversible: Bool {
        switch self {
        case .disbursement, .refund, .expense, .receipt, .repayment: true
        case .release, .retraction, .reversal: false
        }
    }

    /// Whether money of an entry of this kind can come back.
    public var isRefundable: Bool {
        switch self {
        case .disbursement, .expense: true
        case .release, .retraction, .refund, .receipt, .repayment, .reversal: false
        }
    }
}

extension MovementKind {
    /// What a movement adds to each measure of money. The table `movement` has the same sums in generated columns.
    struct Effect {
        /// Added to the money released.
        var released = Amount.zero
        /// Added to the money disbursed on all posts; expenses count as disbursed.
        var disbursed = Amount.zero
        /// Added to the money received of the grant.
        var received = Amount.zero
        /// Added to the money paid back to the funder.
        var repaid = Amount.zero
    }

    /// The effect of a movement of an amount; for a reversal, given what it cancels.
    func effect(of amount: Amount, cancelling cancelled: MovementKind?) -> Effect {
        switch self {
        case .release: Effect(released: amount)
        case .retraction: Effect(released: -amount)
        case .disbursement, .expense: Effect(disbursed: amount)
        case .refund: Effect(disbursed: -amount)
        case .receipt: Effect(received: amount)
        case .repayment: Effect(repaid: amount)
        case .reversal:
            cancelled.map { $0.isReversible ? $0.effect(of: -amount, cancelling: nil) : Effect() } ?? Effect()
        }
    }
}
