/// A line of an extract: of the project's dimension in a finance system, or of a bank account.
public struct ExtractLine: Equatable, Sendable {
    /// The line of the file on which it begins, from 1.
    public let number: Int
    /// The day on which it was booked.
    public let day: Day
    /// The amount with the file's own sign.
    public let amount: Amount
    /// The voucher of its own column; `nil` without one, or where the column holds no reference.
    public let voucher: VoucherReference?
    /// Words of its texts that may be references of vouchers.
    public let words: [VoucherReference]

    /// Makes a line from its parts.
    public init(number: Int, day: Day, amount: Amount, voucher: VoucherReference?, words: [VoucherReference]) {
        self.number = number
        self.day = day
        self.amount = amount
        self.voucher = voucher
        self.words = words
    }

}

/// A standing entry that a line of an extract may show: a disbursement, an expense, a refund, an instalment or a
/// repayment.
public struct BookedEntry: Equatable, Sendable {
    /// The entry's number.
    public let entry: EntryNumber
    /// The kind of movement.
    public let kind: MovementKind
    /// The money that went out; negative for money that came in.
    public let outflow: Amount
    /// The day of payment, or the entry's own day where it tells none.
    public let day: Day
    /// The voucher.
    public let voucher: VoucherReference
    /// The total of a voucher with several lines.
    public let voucherTotal: Amount?

    /// Makes an entry from its parts; `nil` for a kind of movement that no account shows.
    /// - Parameter amount: as the entry has it, above zero.
    public init?(
        entry: EntryNumber, kind: MovementKind, amount: Amount, day: Day, voucher: VoucherReference,
        voucherTotal: Amount?
    ) {
        switch kind {
        case .disbursement, .expense, .repayment: outflow = amount
        case .refund, .receipt: outflow = -amount
        case .release, .retraction, .reversal: return nil
        }
        self.entry = entry
        self.kind = kind
        self.day = day
        self.voucher = voucher
        self.voucherTotal = voucherTotal
    }
}

/// The sign that costs have in an extract.
public enum CostSign: String, CaseIterable, Sendable {
    /// A finance system books costs as positive amounts.
    case positive
    /// A bank shows payments as negative amounts.
    case negative

    /// The other sign.
    public var other: CostSign { self == .positive ? .negative : .positive }

    /// The money that went out by an amount of the extract; negative for money that came in.
    public func outflow(_ amount: Amount) -> Amount { self == .positive ? amount : -amount }
}
