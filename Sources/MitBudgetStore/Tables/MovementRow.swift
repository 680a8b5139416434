import MitBudget

/// A row of the table `movement`, as an entry implies it.
struct MovementRow {
    let entry: Int64
    let kind: String
    let participant: String?
    let item: Int?
    let area: String?
    let post: String?
    let amountOre: Int64
    let day: String
    let paidDay: String?
    let originDay: String?
    let voucher: String?
    let voucherTotalOre: Int64?
    let refersTo: Int64?
    let cancels: String?

    init(_ money: MoneyEvent, number: EntryNumber, day: Day) {
        entry = number.value
        kind = money.kind.rawValue
        participant = money.participant?.text
        item = money.item?.value
        area = money.area?.text
        post = money.post?.text
        amountOre = money.amount.ore
        self.day = day.iso
        paidDay = money.paid?.iso
        originDay = money.corrected == nil ? nil : money.incurred?.iso
        voucher = money.voucher?.text
        voucherTotalOre = money.voucherTotal?.ore
        refersTo = money.corrected?.value
        cancels = money.cancelled?.rawValue
    }
}
