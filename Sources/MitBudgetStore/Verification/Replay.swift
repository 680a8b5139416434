import MitBudget
import SQLite

/// The ledger up to the last entry read: the accounts in memory, and a single movement read back from the journal if a
/// rule asks for it. So a replay depends on nothing but the journal, and its memory hardly grows with the vouchers.
final class Replay: AccountsView {
    private(set) var accounts: Accounts
    /// The accounts without the entries that the rules refuse, movements aside; `nil` until the rules refuse one.
    private var withoutRefused: Accounts?
    private let connection: Connection
    /// A table of the keys of the entries so far.
    private let once: Connection
    private var failure: SQLiteFailure?
    /// The row that was read back last.
    private var row = JournalRow()
    /// The entries that hold a voucher, by its hash.
    private var holders: [Int: Int64] = [:]
    /// The other entries, if several vouchers share a hash.
    private var moreHolders: [Int: [Int64]] = [:]
    /// The standing refunds of a disbursement or an expense.
    private var refunds: [Int64: [(entry: Int64, amount: Amount)]] = [:]
    private var reversals: [Int64: EntryNumber] = [:]
    /// The documents that entries attached.
    private(set) var documents = AttachedDocuments()
    /// The first approval of each disbursement and expense.
    private(set) var approvals: [EntryNumber: EntryNumber] = [:]
    /// The first extract that showed each entry as paid, and the line.
    private(set) var confirmations: [EntryNumber: (entry: EntryNumber, line: Int)] = [:]

    /// The texts that were corrected, in order.
    private(set) var corrections: [(entry: EntryNumber, correction: TextCorrection)] = []
    /// The latest erasure of each citizen's texts.
    private var erasures: [ParticipantReference: EntryNumber] = [:]

    /// Begins a replay with the first entry; `nil` if that opens no ledger.
    init?(opening entry: Entry, journal connection: Connection) throws(SQLiteFailure) {
        guard entry.once == nil, let accounts = Accounts(opening: entry) else { return nil }
        self.accounts = accounts
        self.connection = connection
        once = try Connection(path: ":memory:", access: .create, busyMilliseconds: 0)
        try once.script("CREATE TABLE once (once TEXT PRIMARY KEY, entry INTEGER NOT NULL) STRICT, WITHOUT ROWID")
    }

    /// The accounts after the entries that the rules allow, except for money that moved.
    var allowed: Accounts { withoutRefused ?? accounts }

    /// - Throws: the first read that failed; decisions based on it do not count.
    func check() throws(SQLiteFailure) {
        if let failure { throw failure }
    }

    func apply(_ read: Recorded, isAllowed: Bool) {
        if isAllowed {
            withoutRefused?.apply(read)
        } else if read.entry.event.money == nil {
            if withoutRefused == nil { withoutRefused = accounts }
            // The rules may allow plans that follow, and these need their citizen, who has no row.
            if case .enrolled = read.entry.event { withoutRefused?.apply(read, isAllowed: false) }
        }
        accounts.apply(read, isAllowed: isAllowed)
        documents.apply(read.entry, number: read.number)
        if case .vouchersApproved(let entries) = read.entry.event {
            for entry in entries { approvals[entry] = approvals[entry] ?? read.number }
        }
        if case .confirmed(let confirmation) = read.entry.event {
            for payment in confirmation.payments where confirmations[payment.entry] == nil {
                confirmations[payment.entry] = (read.number, payment.line)
            }
        }
        if case .corrected(let correction) = read.entry.event { corrections.append((read.number, correction)) }
        if case .wordsErased(let citizen, _, _) = read.entry.event { erasures[citizen] = read.number }
        if let voucher = read.entry.event.money?.voucher { hold(voucher, by: read.number.value) }
        // If two entries have the same key, the first one keeps it; the second was refused.
        if let key = read.entry.once {
            _ = try? once.run("INSERT INTO once (once, entry) VALUES (?, ?)", key.text, read.number.value)
        }
        switch read.entry.event.money {
        case .refunded(let refund):
            refunds[refund.entry.value, default: []].append((read.number.value, refund.amount))
        case .reversed(let reversal):
            reversals[reversal.entry.value] = read.number
            if reversal.of == .refund, let spent = movement(reversal.entry)?.refundOf {
                refunds[spent.value]?.removeAll { $0.entry == reversal.entry.value }
            }
        case .released, .retracted, .disbursed, .spent, .received, .repaid, nil: break
        }
    }

    private func hold(_ voucher: VoucherReference, by entry: Int64) {
        let hash = voucher.hashValue
        if let other = holders.updateValue(entry, forKey: hash) { moreHolders[hash, default: []].append(other) }
    }

    func use(of voucher: VoucherReference) -> VoucherUse? {
        let hash = voucher.hashValue
        guard let latest = holders[hash] else { return nil }
        let entries = ([latest] + (moreHolders[hash] ?? [])).filter { reversals[$0] == nil }
        return VoucherUse(
            entries.compactMap { EntryNumber($0).flatMap(movement) }.filter { $0.voucher == voucher })
    }

    func holder(once key: OnceKey) -> EntryNumber? {
        try? once.first("SELECT entry FROM once WHERE once = ?", key.text) { row throws(SQLiteFailure) in
            try row.entry(0)
        }
    }

    /// The keys with their entries, as the table `once` has them.
    func keys() throws(SQLiteFailure) -> [[Value]] {
        try once.all("SELECT once, entry FROM once ORDER BY once") { row throws(SQLiteFailure) in
            [.text(try row.text(0)), .integer(try row.integer(1))]
        }
    }

    func movement(_ number: EntryNumber) -> Movement? {
        guard var movement = entry(number)?.movement(number: number) else { return nil }
        movement.refunded = Amount.sum((refunds[number.value] ?? []).map(\.amount)) ?? .zero
        movement.reversedBy = reversals[number.value]
        return movement
    }

    func entry(_ number: EntryNumber) -> Entry? {
        guard number <= accounts.head else { return nil }
        do throws(SQLiteFailure) {
            var rows = try connection.rows(
                "SELECT seq, recorded_at, actor, kind, day, body, hash FROM journal WHERE seq = ?", number.value)
            guard let found = try rows.next() else { return nil }
            try row.take(found)
            return row.recorded()?.entry
        } catch {
            failure = failure ?? error
            return nil
        }
    }

    func isErased(_ text: Wording, of entry: EntryNumber, on citizen: ParticipantReference) -> Bool {
        erasures[citizen].map { entry < $0 } ?? false
    }

    func latestRefund(of disbursement: EntryNumber) -> EntryNumber? {
        refunds[disbursement.value]?.map(\.entry).max().flatMap { EntryNumber($0) }
    }
}

extension Replay {
    func recorder(of entry: EntryNumber) -> StaffID? {
        guard entry <= accounts.head else { return nil }
        do throws(SQLiteFailure) {
            return try connection.first("SELECT actor FROM journal WHERE seq = ?", entry.value) {
                row throws(SQLiteFailure) in try row.staff(0)
            }
        } catch {
            failure = failure ?? error
            return nil
        }
    }

    func documents(on entry: EntryNumber) -> [AttachedDocument] { documents.on(entry) }
    func document(attachedBy entry: EntryNumber) -> AttachedDocument? { documents.attached(by: entry) }

    /// A journal holds only a document's seal; the rule was checked when the document was sealed.
    func carriers(of file: DocumentFile) -> [EntryNumber] { [] }

    func isConfirmed(_ entry: EntryNumber) -> Bool { confirmations[entry] != nil }

    /// A journal names the entries that were approved.
    func awaitingApproval(through day: Day) -> [(entry: EntryNumber, by: StaffID)] { [] }

    var usage: Usage { accounts.usage }

    func spending(on post: PostName, in period: Programme.BudgetPeriod) -> Amount {
        accounts.spending(on: post, in: period)
    }

    func largestSpending(in period: Programme.BudgetPeriod) -> (participant: ParticipantReference, amount: Amount)? {
        accounts.largestSpending(in: period)
    }

    func daysSpent(in period: Programme.BudgetPeriod) -> [Day] { accounts.daysSpent(in: period) }

    /// Every citizen is in memory.
    func citizen(_ reference: ParticipantReference) -> Accounts.Participant? { accounts.participant(reference) }

    /// A journal holds only a case number's seal; the rule was checked when the number was sealed.
    func isHeld(caseNumber: Text, besides own: ParticipantReference?) -> Bool { false }
}

extension Accounts {
    fileprivate mutating func apply(_ read: Recorded, isAllowed: Bool = true) {
        apply(read.entry, number: read.number, by: read.actor, isAllowed: isAllowed)
    }
}
