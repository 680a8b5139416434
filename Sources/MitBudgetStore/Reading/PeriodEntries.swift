import MitBudget
import SQLite

/// What a period report reads of an entry.
struct PeriodEntry {
    let number: EntryNumber
    let kind: EntryKind
    /// The kind of movement; `nil` if the entry moves no money.
    let movement: MovementKind?
    let day: Day
    let recordedAt: Moment
    let staff: StaffID
}

/// What a period report reads of an entry that moved money; which fields are set depends on its kind.
struct PeriodMovement {
    let entry: PeriodEntry
    let kind: MovementKind
    /// The citizen's item, if the post is the citizens'.
    let item: ItemReference?
    /// What it adds to the money spent.
    let spent: Amount
    /// What it adds to the money released.
    var released = Amount.zero
    /// What it adds to the money received.
    var received = Amount.zero
    /// What it adds to the money paid back to the funder.
    var repaid = Amount.zero
    /// The post's position in the programme; `nil` if no money was spent.
    var post: Int?
    /// The area's position in the programme.
    var area: Int?
    /// The day on which a voucher was paid.
    var paid: Day?
    /// The voucher of an instalment, of a repayment, or of a line of a voucher with several.
    var voucher: VoucherReference?
    /// The entry that a reversal cancels, with its kind and amount.
    var reversed: (entry: EntryNumber, kind: MovementKind, amount: Amount)?
}

/// Reads entries from the rows of the statement that lists them.
struct EntryColumns {
    private let kinds = RepeatingColumn<(EntryKind, MovementKind?)> { row, column throws(SQLiteFailure) in
        let kind = try row.meaning(column) { EntryKind(rawValue: $0) }
        return (kind, MovementKind(rawValue: kind.rawValue))
    }
    private let staff = RepeatingColumn { row, column throws(SQLiteFailure) in try row.staff(column) }
    private let posts: RepeatingColumn<Int?>
    private let areas: RepeatingColumn<Int?>

    init(posts list: [Programme.Post], areas: [Area]) {
        let places = Dictionary(
            list.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
        posts = RepeatingColumn { row, column throws(SQLiteFailure) in places[try row.post(column)] }
        self.areas = RepeatingColumn { row, column throws(SQLiteFailure) in
            let area = try row.area(column)
            return areas.firstIndex(of: area)
        }
    }

    func entry(_ row: Row) throws(SQLiteFailure) -> PeriodEntry {
        let (kind, movement) = try kinds.value(row, 1)
        return PeriodEntry(
            number: try row.entry(0), kind: kind, movement: movement, day: try row.day(2),
            recordedAt: try row.moment(3), staff: try staff.value(row, 4))
    }

    /// The money that an entry moved; `nil` if it moved none.
    func movement(_ row: Row, _ entry: PeriodEntry) throws(SQLiteFailure) -> PeriodMovement? {
        guard let kind = entry.movement, try !row.isNull(5) else { return nil }
        let citizen = try row.participantOrNull(6)
        let item: ItemReference? = if let citizen { ItemReference(citizen, try row.item(7)) } else { nil }
        var movement = PeriodMovement(entry: entry, kind: kind, item: item, spent: try row.amount(14))
        // A movement that adds to the money spent adds to nothing else.
        if movement.spent == .zero {
            movement.released = try row.amount(15)
            movement.received = try row.amount(16)
            movement.repaid = try row.amount(17)
        }
        switch kind {
        case .release, .retraction: return movement
        case .receipt, .repayment: movement.voucher = try row.voucher(11)
        case .disbursement, .expense:
            movement.paid = try row.dayOrNull(10)
            if try row.holds(1, at: 18) { movement.voucher = try row.voucher(11) }
        case .refund: break
        case .reversal:
            let reversed = (entry: try row.entry(12), kind: try row.movementKind(13), amount: try row.amount(5))
            if reversed.kind == .receipt || reversed.kind == .repayment { movement.voucher = try row.voucher(11) }
            movement.reversed = reversed
        }
        movement.post = try posts.valueOrNull(row, 8) ?? nil
        movement.area = try areas.valueOrNull(row, 9) ?? nil
        return movement
    }
}

/// What the decisions up to an entry are about, in order of recording: a citizen, a version of a plan, a period. The
/// tables hold it too, and are faster to read than the entries' bodies.
struct EntrySubjects: ~Copyable {
    struct Subject {
        let entry: EntryNumber
        let participant: ParticipantReference?
        let version: Int?
        let through: Day?
    }

    private var rows: Rows
    private var next: Subject?

    init(_ connection: Connection, at: Int64) throws(SQLiteFailure) {
        var rows = try connection.rows(
            """
            SELECT enrolled_entry, participant, NULL, NULL FROM participant WHERE enrolled_entry <= ?1
            UNION ALL SELECT withdrawn_entry, participant, NULL, NULL FROM participant WHERE withdrawn_entry <= ?1
            UNION ALL SELECT decided_entry, participant, version, NULL FROM plan
                WHERE decided_entry <= ?1 AND state IN ('approved', 'superseded', 'rejected')
            UNION ALL SELECT entry, NULL, NULL, through_day FROM period WHERE entry <= ?1
            ORDER BY 1
            """,
            at)
        next = try Self.step(&rows)
        self.rows = rows
    }

    /// What an entry is about. Call it in order of entries.
    mutating func subject(of entry: EntryNumber) throws(SQLiteFailure) -> Subject? {
        while let subject = next, subject.entry < entry { next = try Self.step(&rows) }
        return next?.entry == entry ? next : nil
    }

    private static func step(_ rows: inout Rows) throws(SQLiteFailure) -> Subject? {
        guard let row = try rows.next() else { return nil }
        return Subject(
            entry: try row.entry(0), participant: try row.participantOrNull(1), version: try row.countOrNull(2),
            through: try row.dayOrNull(3))
    }
}

extension EntryKind {
    /// Whether the report names it among the decisions.
    var isDecision: Bool {
        switch self {
        case .participantEnrolled, .participantWithdrawn, .planApproved, .planRejected, .periodClosed,
            .periodReopened:
            true
        case .ledgerOpened, .staffAdded, .staffEnded, .staffRebound, .planDrafted, .release, .retraction, .disbursement,
            .refund, .expense, .receipt, .repayment, .reversal, .termsAmended, .resultNoted, .measureNoted, .wordsRead,
            .wordsErased, .ledgerRestored, .voucherAttached, .voucherDetached, .voucherApproved, .paymentConfirmed,
            .anchorWitnessed,
            .wordsCorrected:
            false
        }
    }
}
