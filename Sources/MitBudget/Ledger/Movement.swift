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

extension MovementKind {
    /// What a movement adds to each measure of money. The table `movement` has the same in generated columns.
    struct Effect {
        /// What it adds to the money released.
        var released = Amount.zero
        /// What it adds to the money disbursed on all posts: an expense is disbursed, too.
        var disbursed = Amount.zero
        /// What it adds to what came in of the grant.
        var received = Amount.zero
        /// What it adds to what was paid back to the funder.
        var repaid = Amount.zero
    }

    /// What a movement of an amount does, given what it cancels if it is a reversal.
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
