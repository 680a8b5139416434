/// A movement of money: between the funder and the grantee, to an item of a citizen's plan, or to a payee.
public enum MoneyEvent: Equatable, Sendable {
    /// Money of an item was made available.
    case released(ParticipantReference, item: ItemNumber, amount: Amount)
    /// Unspent money was taken back to the item.
    case retracted(ParticipantReference, item: ItemNumber, amount: Amount, reason: Wording)
    /// Money was spent on an item of that area.
    case disbursed(Disbursement, area: Area)
    /// Money came back from a disbursement or an expense.
    case refunded(Refund)
    /// Money was spent on another post than the citizens'.
    case spent(Expense)
    /// An instalment of the grant came in.
    case received(GrantPayment)
    /// Unspent money was paid back to the funder.
    case repaid(GrantPayment)
    /// An entry was cancelled.
    case reversed(Reversal)

    /// Money that came back from a disbursement or an expense.
    public struct Refund: Equatable, Sendable {
        /// What the money came back from.
        public let origin: Origin
        /// The amount that came back, in øre above zero.
        public let amount: Amount
        /// The reference of the receipt.
        public let voucher: VoucherReference
        /// The note on the refund; `nil` where none was given.
        public internal(set) var note: Wording?
        /// The day on which the money had been spent, whose budget period the refund counts in.
        public let incurred: Day

        /// The entry that had spent the money.
        public enum Origin: Equatable, Sendable {
            /// A disbursement on a citizen's item.
            case disbursement(EntryNumber, on: ItemReference)
            /// An expense of a post.
            case expense(EntryNumber, on: PostName)
        }

        /// Makes a refund from its parts.
        public init(origin: Origin, amount: Amount, voucher: VoucherReference, note: Wording?, incurred: Day) {
            self.incurred = incurred
            self.origin = origin
            self.amount = amount
            self.voucher = voucher
            self.note = note
        }

        /// The entry that the money came back from.
        public var entry: EntryNumber {
            switch origin {
            case .disbursement(let entry, _), .expense(let entry, _): entry
            }
        }

        /// The item that the money came back to; `nil` for an expense.
        public var item: ItemReference? {
            switch origin {
            case .disbursement(_, let item): item
            case .expense: nil
            }
        }

        /// The post that the money came back to.
        public var post: PostName {
            switch origin {
            case .disbursement: .citizens
            case .expense(_, let post): post
            }
        }
    }

    /// An entry cancelled in full.
    public struct Reversal: Equatable, Sendable {
        /// The entry that is cancelled.
        public let entry: EntryNumber
        /// The kind of the cancelled entry.
        public let of: MovementKind
        /// The citizen of the cancelled entry, if any.
        public let participant: ParticipantReference?
        /// The item of the cancelled entry, if any.
        public let item: ItemNumber?
        /// The post of the cancelled entry, if any.
        public let post: PostName?
        /// The amount of the cancelled entry, in øre above zero.
        public let amount: Amount
        /// The day on which the money of the cancelled entry had been spent; `nil` where that spent nothing.
        public let incurred: Day?
        /// Why the entry was wrong.
        public internal(set) var reason: Wording

        /// Makes a reversal from its parts.
        public init(
            entry: EntryNumber, of kind: MovementKind, participant: ParticipantReference?, item: ItemNumber?,
            post: PostName?, amount: Amount, incurred: Day?, reason: Wording
        ) {
            self.incurred = incurred
            self.entry = entry
            self.of = kind
            self.participant = participant
            self.item = item
            self.post = post
            self.amount = amount
            self.reason = reason
        }
    }
}

extension MoneyEvent {
    /// The kind of movement.
    public var kind: MovementKind {
        switch self {
        case .released: .release
        case .retracted: .retraction
        case .disbursed: .disbursement
        case .refunded: .refund
        case .spent: .expense
        case .received: .receipt
        case .repaid: .repayment
        case .reversed: .reversal
        }
    }

    /// The citizen; `nil` where it is not a citizen's money.
    public var participant: ParticipantReference? {
        switch self {
        case .released(let reference, _, _), .retracted(let reference, _, _, _): reference
        case .disbursed(let disbursement, _): disbursement.participant
        case .refunded(let refund): refund.item?.participant
        case .reversed(let reversal): reversal.participant
        case .spent, .received, .repaid: nil
        }
    }

    /// The item; `nil` where it is not a citizen's money.
    public var item: ItemNumber? {
        switch self {
        case .released(_, let item, _), .retracted(_, let item, _, _): item
        case .disbursed(let disbursement, _): disbursement.item
        case .refunded(let refund): refund.item?.number
        case .reversed(let reversal): reversal.item
        case .spent, .received, .repaid: nil
        }
    }

    /// The post; money between funder and grantee has none.
    public var post: PostName? {
        switch self {
        case .released, .retracted, .disbursed: .citizens
        case .refunded(let refund): refund.post
        case .spent(let expense): expense.post
        case .reversed(let reversal): reversal.post
        case .received, .repaid: nil
        }
    }

    /// The amount in øre, above zero.
    public var amount: Amount {
        switch self {
        case .released(_, _, let amount), .retracted(_, _, let amount, _): amount
        case .disbursed(let disbursement, _): disbursement.amount
        case .refunded(let refund): refund.amount
        case .spent(let expense): expense.amount
        case .received(let payment), .repaid(let payment): payment.amount
        case .reversed(let reversal): reversal.amount
        }
    }

    /// The voucher; `nil` for releases, retractions and reversals.
    public var voucher: VoucherReference? {
        switch self {
        case .disbursed(let disbursement, _): disbursement.voucher
        case .refunded(let refund): refund.voucher
        case .spent(let expense): expense.voucher
        case .received(let payment), .repaid(let payment): payment.voucher
        case .released, .retracted, .reversed: nil
        }
    }

    /// The total of a voucher with several lines; `nil` for all other vouchers.
    public var voucherTotal: Amount? {
        switch self {
        case .disbursed(let disbursement, _): disbursement.voucherTotal
        case .spent(let expense): expense.voucherTotal
        case .released, .retracted, .refunded, .received, .repaid, .reversed: nil
        }
    }

    /// The area of the item that the money was spent on; `nil` for anything but a disbursement.
    public var area: Area? {
        if case .disbursed(_, let area) = self { area } else { nil }
    }

    /// The day of payment; `nil` where nothing was spent.
    public var paid: Day? {
        switch self {
        case .disbursed(let disbursement, _): disbursement.paid
        case .spent(let expense): expense.paid
        case .released, .retracted, .refunded, .received, .repaid, .reversed: nil
        }
    }

    /// The day on which the money was spent, whose budget period the movement counts in: of a refund or a reversal, the
    /// day of the entry that had spent it. `nil` where nothing was spent.
    public var incurred: Day? {
        switch self {
        case .disbursed(let disbursement, _): disbursement.day
        case .spent(let expense): expense.day
        case .refunded(let refund): refund.incurred
        case .reversed(let reversal): reversal.incurred
        case .released, .retracted, .received, .repaid: nil
        }
    }

    /// The entry that a refund or a reversal corrects, in whole or in part.
    public var corrected: EntryNumber? {
        switch self {
        case .refunded(let refund): refund.entry
        case .reversed(let reversal): reversal.entry
        case .released, .retracted, .disbursed, .spent, .received, .repaid: nil
        }
    }

    /// The kind of entry that a reversal cancels; `nil` for anything else.
    public var cancelled: MovementKind? {
        if case .reversed(let reversal) = self { reversal.of } else { nil }
    }
}

extension Entry {
    /// The entry as a movement; `nil` where it moves no money.
    public func movement(number: EntryNumber) -> Movement? {
        event.money.map { money in
            Movement(
                entry: number, kind: money.kind, participant: money.participant, item: money.item, post: money.post,
                amount: money.amount, day: day, incurred: money.incurred, voucher: money.voucher,
                voucherTotal: money.voucherTotal,
                refundOf: money.kind == .refund ? money.corrected : nil)
        }
    }
}
