import CSQLite
import MitBudget
import SQLite

/// Reads domain values from columns. If a column holds something that its table does not allow, the reading fails with
/// the column's name, never with its value.
extension Row {
    func meaning<Value>(_ column: Int, _ make: (String) -> Value?) throws(SQLiteFailure) -> Value {
        guard let value = make(try text(column)) else { throw meaningless(column) }
        return value
    }

    func meaningOrNull<Value>(_ column: Int, _ make: (String) -> Value?) throws(SQLiteFailure) -> Value? {
        try isNull(column) ? nil : try meaning(column, make)
    }

    /// Parses a text in place, without a copy.
    private func read<Value>(_ column: Int, _ make: (Span<UInt8>) -> Value?) throws(SQLiteFailure) -> Value {
        let value = try withText(column) { bytes throws(SQLiteFailure) in make(bytes.span) }
        guard let value else { throw meaningless(column) }
        return value
    }

    func amount(_ column: Int) throws(SQLiteFailure) -> Amount {
        guard let amount = Amount(ore: try integer(column)) else { throw meaningless(column) }
        return amount
    }

    func amountOrNull(_ column: Int) throws(SQLiteFailure) -> Amount? {
        try isNull(column) ? nil : try amount(column)
    }

    /// A running total; none is ever below zero.
    func total(_ column: Int) throws(SQLiteFailure) -> Amount {
        let total = try amount(column)
        guard total >= .zero else { throw meaningless(column) }
        return total
    }

    /// Three running totals in successive columns: approved, released, disbursed.
    func balance(_ column: Int) throws(SQLiteFailure) -> Balance {
        Balance(approved: try total(column), released: try total(column + 1), disbursed: try total(column + 2))
    }

    /// A count: not below zero, and so small that sums of counts cannot overflow.
    func count(_ column: Int) throws(SQLiteFailure) -> Int {
        let count = try integer(column)
        guard (0...Self.countLimit).contains(count) else { throw meaningless(column) }
        return Int(count)
    }

    /// The largest count.
    private static let countLimit: Int64 = 1_000_000_000_000

    /// By how much a count changes, either way.
    func change(_ column: Int) throws(SQLiteFailure) -> Int {
        let change = try integer(column)
        guard (-Self.countLimit...Self.countLimit).contains(change) else { throw meaningless(column) }
        return Int(change)
    }

    func countOrNull(_ column: Int) throws(SQLiteFailure) -> Int? {
        try isNull(column) ? nil : try count(column)
    }

    func entry(_ column: Int) throws(SQLiteFailure) -> EntryNumber {
        guard let entry = EntryNumber(try integer(column)) else { throw meaningless(column) }
        return entry
    }

    func entryOrNull(_ column: Int) throws(SQLiteFailure) -> EntryNumber? {
        try isNull(column) ? nil : try entry(column)
    }

    func item(_ column: Int) throws(SQLiteFailure) -> ItemNumber {
        guard let item = ItemNumber(try count(column)) else { throw meaningless(column) }
        return item
    }

    func itemOrNull(_ column: Int) throws(SQLiteFailure) -> ItemNumber? {
        try isNull(column) ? nil : try item(column)
    }

    func day(_ column: Int) throws(SQLiteFailure) -> Day { try read(column) { Day(iso: $0) } }
    func dayOrNull(_ column: Int) throws(SQLiteFailure) -> Day? { try isNull(column) ? nil : day(column) }
    func moment(_ column: Int) throws(SQLiteFailure) -> Moment { try read(column) { Moment(iso: $0) } }
    func staff(_ column: Int) throws(SQLiteFailure) -> StaffID { try meaning(column) { try? StaffID($0) } }
    func account(_ column: Int) throws(SQLiteFailure) -> AccountName { try meaning(column) { try? AccountName($0) } }
    func area(_ column: Int) throws(SQLiteFailure) -> Area { try meaning(column) { try? Area($0) } }
    func result(_ column: Int) throws(SQLiteFailure) -> ResultCode {
        try meaning(column) { try? ResultCode(code: $0) }
    }
    func post(_ column: Int) throws(SQLiteFailure) -> PostName { try meaning(column) { try? PostName($0) } }

    func participant(_ column: Int) throws(SQLiteFailure) -> ParticipantReference {
        try read(column) { ParticipantReference($0) }
    }

    func participantOrNull(_ column: Int) throws(SQLiteFailure) -> ParticipantReference? {
        try isNull(column) ? nil : participant(column)
    }

    func movementKind(_ column: Int) throws(SQLiteFailure) -> MovementKind {
        try meaning(column) { MovementKind(rawValue: $0) }
    }

    func voucher(_ column: Int) throws(SQLiteFailure) -> VoucherReference {
        try meaning(column) { try? VoucherReference($0) }
    }

    private func meaningless(_ column: Int) -> SQLiteFailure {
        SQLiteFailure(code: SQLITE_MISMATCH, message: "\(name(of: column)) holds what it cannot hold")
    }
}

extension StaffMember {
    init(_ row: Row) throws(SQLiteFailure) {
        self.init(
            id: try row.staff(0), role: try row.meaning(1) { Role(rawValue: $0) },
            account: try row.account(2), name: nil, isActive: try row.isNull(3))
    }
}

extension ParticipantAccount {
    init(_ row: Row) throws(SQLiteFailure) {
        let approved: ApprovedPlan? =
            if let version = try row.countOrNull(5) {
                ApprovedPlan(version: version, by: try row.staff(6), on: try row.day(7))
            } else { nil }
        let pending: PendingPlan? =
            if let version = try row.countOrNull(8) {
                PendingPlan(version: version, agreedOn: try row.day(9), totalling: try row.amount(10))
            } else { nil }
        self.init(
            reference: try row.participant(0), enrolledOn: try row.day(1),
            state: try State(row, day: 2, cause: 15), versions: try row.count(3), items: try row.count(4),
            approved: approved, pending: pending, firstApproval: try row.dayOrNull(11), balance: try row.balance(12))
    }
}

extension ParticipantAccount.State {
    /// Reads the columns of the day and of the cause of a withdrawal.
    init(_ row: Row, day: Int, cause: Int) throws(SQLiteFailure) {
        if let withdrawn = try row.dayOrNull(day) {
            self = .withdrawn(on: withdrawn, cause: try row.meaning(cause) { WithdrawalCause(rawValue: $0) })
        } else {
            self = .active
        }
    }
}

extension ItemAccount {
    init(_ row: Row) throws(SQLiteFailure) {
        self.init(
            number: try row.item(0), area: try row.area(1), isInForce: try row.integer(2) != 0,
            firstRelease: try row.dayOrNull(3), balance: try row.balance(4))
    }
}

extension PlanItem {
    init(_ row: Row) throws(SQLiteFailure) {
        // The journal holds the seal's hash; the row holds only where the text is.
        self.init(
            number: try row.item(0), area: try row.area(1), amount: try row.amount(2),
            text: .seal(Seal(hash: "", words: try row.integerOrNull(3) ?? 0)))
    }
}

extension Movement {
    init(_ row: Row) throws(SQLiteFailure) {
        let kind = try row.meaning(1) { MovementKind(rawValue: $0) }
        self.init(
            entry: try row.entry(0), kind: kind, participant: try row.participantOrNull(2),
            item: try row.itemOrNull(3), post: try row.meaningOrNull(4) { try? PostName($0) },
            amount: try row.amount(5), day: try row.day(6),
            incurred: try row.dayOrNull(11), voucher: try row.meaningOrNull(7) { try? VoucherReference($0) },
            voucherTotal: try row.amountOrNull(12), refundOf: kind == .refund ? try row.entryOrNull(8) : nil,
            refunded: try row.amount(9), reversedBy: try row.entryOrNull(10))
    }
}
