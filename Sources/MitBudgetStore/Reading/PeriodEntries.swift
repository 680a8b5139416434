import MitBudget
import SQLite

/// An entry as a period report looks at it.
struct PeriodEntry {
    let number: EntryNumber
    let kind: EntryKind
    let day: Day
    let recordedAt: Moment
    let staff: StaffID
}

/// An entry that moved money.
struct PeriodMovement {
    let entry: PeriodEntry
    let kind: MovementKind
    let amount: Amount
    /// The citizen's item, where the post is the citizens'.
    let item: ItemReference?
    let post: PostName?
    let area: Area?
    let paid: Day?
    let voucher: VoucherReference?
    let refersTo: EntryNumber?
    let cancels: MovementKind?

    /// What it adds to the money released.
    var released: Amount {
        switch kind {
        case .release: amount
        case .retraction: -amount
        case .disbursement, .refund, .expense, .receipt, .reversal: .zero
        }
    }

    /// What it adds to the money spent.
    var spent: Amount {
        switch (kind, cancels) {
        case (.disbursement, _), (.expense, _), (.reversal, .refund): amount
        case (.refund, _), (.reversal, .disbursement), (.reversal, .expense): -amount
        case (.release, _), (.retraction, _), (.receipt, _), (.reversal, _): .zero
        }
    }

    /// What it adds to the money received.
    var received: Amount {
        switch (kind, cancels) {
        case (.receipt, _): amount
        case (.reversal, .receipt): -amount
        case (.release, _), (.retraction, _), (.disbursement, _), (.refund, _), (.expense, _), (.reversal, _): .zero
        }
    }
}

/// Reads entries from the rows of a statement that gives them all.
struct EntryColumns {
    private let kinds = Few<(entry: EntryKind, movement: MovementKind?)> { row, column throws(SQLiteFailure) in
        let kind = try row.meaning(column) { EntryKind(rawValue: $0) }
        return (kind, MovementKind(rawValue: kind.rawValue))
    }
    private let cancelled = Few { row, column throws(SQLiteFailure) in try row.movementKind(column) }
    private let staff = Few { row, column throws(SQLiteFailure) in try row.staff(column) }
    private let posts = Few { row, column throws(SQLiteFailure) in try row.post(column) }
    private let areas = Few { row, column throws(SQLiteFailure) in try row.area(column) }

    func read(_ row: Row) throws(SQLiteFailure) -> PeriodEntry {
        PeriodEntry(
            number: try row.entry(0), kind: try kinds.value(row, 1).entry, day: try row.day(2),
            recordedAt: try row.moment(3), staff: try staff.value(row, 4))
    }

    /// The money that an entry moved; `nil` where it moved none.
    func movement(_ row: Row, _ entry: PeriodEntry) throws(SQLiteFailure) -> PeriodMovement? {
        guard let kind = try kinds.value(row, 1).movement, try !row.isNull(5) else { return nil }
        let item: ItemReference? =
            if let citizen = try row.participantOrNull(6) { ItemReference(citizen, try row.item(7)) } else { nil }
        // A citizen's voucher is for the voucher list to read.
        let voucher: VoucherReference? = try item == nil ? row.voucher(11) : nil
        return PeriodMovement(
            entry: entry, kind: kind, amount: try row.amount(5), item: item, post: try posts.valueOrNull(row, 8),
            area: try areas.valueOrNull(row, 9), paid: try row.dayOrNull(10), voucher: voucher,
            refersTo: try row.entryOrNull(12), cancels: try cancelled.valueOrNull(row, 13))
    }
}

/// What the decisions up to an entry are about, in order of recording: a citizen, a version of a plan, a period. The
/// tables know it too, and say so sooner than the entries' bodies.
struct Subjects: ~Copyable {
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

    /// What an entry is about; entries are asked for in order.
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
        case .ledgerOpened, .staffAdded, .staffEnded, .planDrafted, .release, .retraction, .disbursement, .refund,
            .expense, .receipt, .reversal, .wordsRead, .wordsErased, .ledgerRestored:
            false
        }
    }
}
