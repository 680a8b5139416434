/// An entry that was recorded after a report was printed, and concerns its period.
public struct LaterEntry: Equatable, Sendable {
    /// The entry's number.
    public let entry: EntryNumber
    /// The kind of entry.
    public let kind: EntryKind
    /// The entry's day.
    public let day: Day
    /// When the entry was recorded.
    public let recordedAt: Moment
    /// The staff member who recorded it.
    public let staff: StaffID
    /// The recipient, where it concerns one.
    public let participant: ParticipantReference?
    /// The item whose money it moved.
    public let item: ItemNumber?
    /// The voucher of the money that it moved; a reversal has the cancelled entry's.
    public let voucher: VoucherReference?
    /// The money that it moved, in øre; negative for what goes the other way; `nil` where it moved none.
    public let amount: Amount?
    /// The change in spending; `nil` where it moved no money.
    public let spent: Amount?

    /// Makes an entry from its parts.
    public init(
        entry: EntryNumber, kind: EntryKind, day: Day, recordedAt: Moment, staff: StaffID,
        participant: ParticipantReference?, item: ItemNumber?, voucher: VoucherReference?, amount: Amount?,
        spent: Amount?
    ) {
        self.entry = entry
        self.kind = kind
        self.day = day
        self.recordedAt = recordedAt
        self.staff = staff
        self.participant = participant
        self.item = item
        self.voucher = voucher
        self.amount = amount
        self.spent = spent
    }
}
