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
    /// How far a voucher with several lines is used up; `nil` for any other, and for money that came back.
    public let share: VoucherShare?
    /// What proves a disbursement or an expense; `nil` for money that came back.
    public let proof: VoucherProof?

    /// Makes a line from its parts.
    public init(
        entry: EntryNumber, kind: MovementKind, day: Day, recordedAt: Moment, paid: Day?, voucher: VoucherReference,
        participant: ParticipantReference?, item: ItemNumber?, area: Area?, post: PostName, amount: Amount,
        staff: StaffID, share: VoucherShare? = nil, proof: VoucherProof? = nil
    ) {
        self.share = share
        self.proof = proof
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

/// How far a voucher with several lines is used up.
public struct VoucherShare: Equatable, Sendable {
    /// What the voucher is about in all.
    public let total: Amount
    /// What its standing lines claim of that. A refund frees nothing.
    public let claimed: Amount
    /// What no line claims yet.
    public var unclaimed: Amount { total - claimed }

    /// Makes a share from its parts.
    public init(total: Amount, claimed: Amount) {
        (self.total, self.claimed) = (total, claimed)
    }
}

/// What proves a disbursement or an expense. A document on one standing line of a voucher serves all its lines; an
/// approval is an entry's own. A reversed entry has no proof any more.
public struct VoucherProof: Equatable, Sendable {
    /// Whether there is a receipt.
    public let hasReceipt: Bool
    /// Whether there is a proof of payment.
    public let hasPayment: Bool
    /// The manager who approved it first; `nil` where none did.
    public let approvedBy: StaffID?

    /// Nothing proves it.
    public static let none = VoucherProof(hasReceipt: false, hasPayment: false, approvedBy: nil)

    /// Makes a proof from its parts.
    public init(hasReceipt: Bool, hasPayment: Bool, approvedBy: StaffID?) {
        (self.hasReceipt, self.hasPayment, self.approvedBy) = (hasReceipt, hasPayment, approvedBy)
    }

    /// Whether this proof is there.
    public func has(_ proof: Programme.Proof) -> Bool {
        switch proof {
        case .receipt: hasReceipt
        case .payment: hasPayment
        case .approval: approvedBy != nil
        }
    }
}
