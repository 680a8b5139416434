import MitBudget
import SQLite

/// The ledger as far as its journal was read: the accounts in memory, a single movement read back from the journal
/// where a rule asks for it. So a replay leans on nothing but the journal, and its memory hardly grows with the
/// vouchers.
final class Replay: AccountsView {
    private(set) var accounts: Accounts
    private let connection: Connection
    /// Where the keys are written down that the entries so far bear.
    private let rebuilt: Connection
    private var failure: SQLiteFailure?
    /// The row that was read back last.
    private var row = JournalRow()
    /// The entries that hold a voucher, by its hash.
    private var holders: [Int: Int64] = [:]
    /// The same where several vouchers share a hash.
    private var moreHolders: [Int: [Int64]] = [:]
    /// The standing refunds of a disbursement or an expense.
    private var refunds: [Int64: [(entry: Int64, amount: Amount)]] = [:]
    private var reversals: [Int64: EntryNumber] = [:]

    /// A replay that begins with the first entry; `nil` where that opens no ledger.
    init?(opening entry: Entry, journal connection: Connection, rebuilt: Connection) {
        guard entry.once == nil, let accounts = Accounts(opening: entry) else { return nil }
        self.accounts = accounts
        self.connection = connection
        self.rebuilt = rebuilt
    }

    /// - Throws: the first read that failed; what was decided by it does not count.
    func check() throws(SQLiteFailure) {
        if let failure { throw failure }
    }

    /// Folds an entry in.
    func apply(_ read: ReadLine) {
        accounts.apply(read.entry, number: read.number, by: read.actor)
        if let voucher = read.entry.event.money?.voucher { hold(voucher, by: read.number.value) }
        // A key that two entries bear stays the first one's; the second was refused.
        if let once = read.entry.once {
            try? Projection(connection: rebuilt, number: read.number, actor: read.actor, day: read.entry.day).keep(once)
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

    func holder(of voucher: VoucherReference) -> EntryNumber? {
        let hash = voucher.hashValue
        guard let latest = holders[hash] else { return nil }
        for entry in [latest] + (moreHolders[hash] ?? []) where reversals[entry] == nil {
            guard let number = EntryNumber(entry), movement(number)?.voucher == voucher else { continue }
            return number
        }
        return nil
    }

    func holder(once key: OnceKey) -> EntryNumber? {
        try? rebuilt.first("SELECT entry FROM once WHERE once = ?", key.text) { row throws(SQLiteFailure) in
            try row.entry(0)
        }
    }

    func movement(_ entry: EntryNumber) -> Movement? {
        guard entry <= accounts.head else { return nil }
        do throws(SQLiteFailure) {
            var rows = try connection.rows(
                "SELECT seq, recorded_at, actor, kind, day, body, hash FROM journal WHERE seq = ?", entry.value)
            guard let found = try rows.next() else { return nil }
            try row.take(found)
            guard var movement = row.read()?.entry.movement(number: entry) else { return nil }
            movement.refunded = Amount.sum((refunds[entry.value] ?? []).map(\.amount)) ?? .zero
            movement.reversedBy = reversals[entry.value]
            return movement
        } catch {
            failure = failure ?? error
            return nil
        }
    }

    func latestRefund(of disbursement: EntryNumber) -> EntryNumber? {
        refunds[disbursement.value]?.map(\.entry).max().flatMap { EntryNumber($0) }
    }
}

// Every citizen is in memory.
extension Replay {
    func participant(_ reference: ParticipantReference) -> ParticipantAccount? {
        accounts.account(of: reference)
    }

    func item(_ number: ItemNumber, of reference: ParticipantReference) -> ItemAccount? {
        accounts.item(number, of: reference)
    }

    func spending(on reference: ParticipantReference) -> DailySums<Amount> {
        accounts.participant(reference)?.spending ?? DailySums()
    }

    /// A journal holds no case number, only its seal: the rule was asked when it was sealed.
    func isHeld(caseNumber: Text) -> Bool { false }

    func releasedItems(of reference: ParticipantReference) -> [ItemAccount] {
        accounts.participant(reference)?.releasedItems ?? []
    }

    func items(ofVersion version: Int, of reference: ParticipantReference) -> [PlanItem] {
        accounts.participant(reference)?.items(ofVersion: version) ?? []
    }
}

/// A view that follows the entries in accounts: what those know of all citizens together is answered from them.
protocol AccountsView: LedgerView {
    /// Where everyone's money stands.
    var accounts: Accounts { get }
}

extension AccountsView {
    var programme: Programme { accounts.programme }
    var closedThrough: Day? { accounts.closedThrough }
    var enrolled: Int { accounts.enrolled }
    var received: Amount { accounts.received }
    var repaid: Amount { accounts.repaid }
    var total: Balance { accounts.total }
    var activeAdministrators: Int { accounts.activeAdministrators }

    func staff(_ id: StaffID) -> StaffMember? { accounts.staff[id] }
    func accounts(of id: StaffID) -> Set<AccountName> { accounts.logins[id] ?? [] }
    func placesTaken(from day: Day) -> [DailySums<Int>.Item] { accounts.placeChanges.totals(from: day) }
    func balance(of post: PostName) -> Balance { accounts.posts[post] ?? .zero }
    func exists(_ entry: EntryNumber) -> Bool { entry <= accounts.head }
}
