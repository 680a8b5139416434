/// Entries that moved money, with what corrections need to know about them; of all entries, or of those since some
/// entry.
public struct Movements: Sendable {
    /// The movements by their entries.
    public private(set) var byEntry: [EntryNumber: Movement] = [:]
    private var vouchers: [VoucherReference: [EntryNumber]] = [:]
    private var refunds: [EntryNumber: [EntryNumber]] = [:]

    /// Makes an empty collection.
    public init() {}

    /// Applies an entry. It changes no movement that is missing here.
    /// - Parameter number: its number.
    public mutating func apply(_ entry: Entry, number: EntryNumber) {
        guard let movement = entry.movement(number: number) else { return }
        byEntry[number] = movement
        if let voucher = movement.voucher { vouchers[voucher, default: []].append(number) }
        if let disbursement = movement.refundOf {
            byEntry[disbursement]?.refunded += movement.amount
            refunds[disbursement, default: []].append(number)
        }
        if case .money(.reversed(let reversal)) = entry.event { reverse(reversal, by: number) }
    }

    private mutating func reverse(_ reversal: MoneyEvent.Reversal, by number: EntryNumber) {
        byEntry[reversal.entry]?.reversedBy = number
        if let voucher = byEntry[reversal.entry]?.voucher { vouchers[voucher]?.removeAll { $0 == reversal.entry } }
        guard reversal.of == .refund, let disbursement = byEntry[reversal.entry]?.refundOf else { return }
        byEntry[disbursement]?.refunded -= reversal.amount
        refunds[disbursement]?.removeAll { $0 == reversal.entry }
    }

    /// The entries with a voucher that are not reversed; `nil` where there are none.
    public func use(of voucher: VoucherReference) -> VoucherUse? {
        VoucherUse((vouchers[voucher] ?? []).compactMap { byEntry[$0] })
    }

    /// The latest refund of a disbursement or an expense that is not reversed; `nil` where there is none.
    public func latestRefund(of disbursement: EntryNumber) -> EntryNumber? { refunds[disbursement]?.max() }
}
