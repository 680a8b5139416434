import CSQLite
import MitBudget
import SQLite

/// The view of the ledger for many commands in one transaction. It reads what a rule asks for once and then follows it
/// in memory. Only single movements are looked up in the table each time, by entry or by voucher; if the tables trail
/// behind, the view first waits until they have caught up.
final class FollowingView: RecordingView, AccountsView {
    private(set) var accounts: Accounts
    private let connection: Connection
    private let store: StoreView
    private var failure: SQLiteFailure?
    private var accountsOfLogins: [AccountName: [StaffMember]] = [:]
    /// The citizens whose money or plan an entry changed.
    private var touched: Set<ParticipantReference> = []
    /// Writes the tables in the background, once they trail behind.
    private var writer: TrailingWriter?
    /// The used vouchers, once the tables trail behind.
    private var vouchers: Sieve<VoucherReference>?
    /// The used keys, once a rule has asked for one.
    private var keys: Sieve<OnceKey>?
    /// The movements recorded since the tables last caught up.
    private var recent = Movements()
    /// How many recent movements are kept.
    private static let recentLimit = 8192
    /// The case numbers of citizens who are not withdrawn, once a rule has asked for one.
    private var caseNumbers: CaseNumbers?

    init(connection: Connection, programme: Programme) throws(LedgerFailure) {
        self.connection = connection
        store = StoreView(connection: connection, programme: programme)
        accounts = try LedgerFailure.database { () throws(SQLiteFailure) in
            try Accounts(readFrom: connection, programme: programme)
        }
        accounts.countPeriods(after: before)
        try check()
    }

    /// What was spent in a budget period before the accounts began; the table follows only at the end.
    private func before(_ post: PostName, _ period: Programme.BudgetPeriod) -> Amount {
        tables.spending(on: post, in: period)
    }

    func check() throws(LedgerFailure) {
        try checkReads()
        try store.check()
    }

    func checkReads() throws(LedgerFailure) {
        if let failure { throw .sqlite(failure) }
        try store.checkReads()
    }

    /// Reads the citizen whom an entry is about, while the tables do not hold the entry yet. The decision may not have
    /// read the citizen: a refund or a reversal is decided by the movement alone.
    /// - Throws: what SQLite reported.
    func prepare(for entry: Entry) throws(LedgerFailure) {
        if let reference = entry.event.participant { _ = citizen(reference) }
        try check()
    }

    /// Follows an entry that was added. Call ``prepare(for:)`` before.
    /// - Parameter decided: the same entry before its texts were sealed.
    func apply(_ recorded: Recorded, decided: Entry) {
        follow(caseNumberIn: decided.event)
        accounts.apply(recorded.entry, number: recorded.number, by: recorded.actor)
        if case .amended = recorded.entry.event { accounts.countPeriods(after: before) }
        if let citizen = recorded.entry.event.participant { touched.insert(citizen) }
        if let voucher = recorded.entry.event.money?.voucher { vouchers?.insert(voucher) }
        if let once = recorded.entry.once { keys?.insert(once) }
        if writer != nil {
            recent.apply(recorded.entry, number: recorded.number)
            if recent.byEntry.count == Self.recentLimit { catchUp() }
        }
        let kind = recorded.entry.event.kind
        if [.staffAdded, .staffEnded, .staffRebound].contains(kind) { accountsOfLogins = [:] }
    }

    /// Lets the tables trail behind: from now on they hold the entries only once the writer has settled.
    func trail(_ writer: TrailingWriter) throws(SQLiteFailure) {
        vouchers = try Sieve(connection.rows("SELECT voucher FROM movement WHERE voucher IS NOT NULL")) {
            row throws(SQLiteFailure) in try row.voucher(0)
        }
        self.writer = writer
    }

    /// The tables, once every entry so far is in them.
    fileprivate var tables: StoreView {
        catchUp()
        return store
    }

    private func catchUp() {
        do throws(SQLiteFailure) {
            try writer?.settle()
        } catch {
            failure = failure ?? error
        }
        recent = Movements()
    }

    /// Writes the totals of everything that was touched into the tables.
    func writeTotals() throws(SQLiteFailure) {
        try writer?.settle()
        try accounts.writeTotals(of: touched.sorted().compactMap(accounts.participant), on: connection)
    }

    /// A citizen, read from the tables the first time.
    func citizen(_ reference: ParticipantReference) -> Accounts.Participant? {
        if accounts.lacks(reference) {
            do throws(SQLiteFailure) {
                guard let account = tables.participant(reference) else { return nil }
                accounts.fill(in: try Accounts.Participant(account, readFrom: connection))
            } catch {
                failure = failure ?? error
                return nil
            }
        }
        return accounts.participant(reference)
    }

    func staff(of account: AccountName) -> [StaffMember] {
        if let known = accountsOfLogins[account] { return known }
        let own = accounts.staff.values.filter { $0.account == account }
        accountsOfLogins[account] = own
        return own
    }
}

// Case numbers: the tables hold them as sealed texts without an index, so all are read once.
extension FollowingView {
    func isHeld(caseNumber: Text, besides own: ParticipantReference?) -> Bool {
        if caseNumbers == nil { caseNumbers = tables.caseNumbers }
        return caseNumbers?.contain(caseNumber, besides: own) ?? false
    }

    private func follow(caseNumberIn event: Event) {
        switch event {
        case .enrolled(let reference, _, .text(let text)?): caseNumbers?.add(text, of: reference)
        case .withdrawn(let reference, _, _), .wordsErased(let reference, _, _): caseNumbers?.drop(reference)
        case .corrected(let correction):
            guard correction.place == .caseNumber, let text = correction.text.plain,
                let reference = correction.participant
            else { return }
            caseNumbers?.correct(text, of: reference)
        case .opened, .staffAdded, .staffEnded, .staffRebound, .enrolled, .drafted, .approved, .rejected, .money,
            .periodClosed, .periodReopened, .amended, .resultNoted, .measured, .wordsRead, .restored, .attached,
            .detached,
            .vouchersApproved, .confirmed, .witnessed:
            break
        }
    }
}

// Documents, approvals and texts stand in the tables.
extension FollowingView {
    func isErased(_ text: Wording, of entry: EntryNumber, on citizen: ParticipantReference) -> Bool {
        tables.isErased(text, of: entry, on: citizen)
    }
    func recorder(of entry: EntryNumber) -> StaffID? { tables.recorder(of: entry) }
    func documents(on entry: EntryNumber) -> [AttachedDocument] { tables.documents(on: entry) }
    func document(attachedBy entry: EntryNumber) -> AttachedDocument? { tables.document(attachedBy: entry) }
    func carriers(of file: DocumentFile) -> [EntryNumber] { tables.carriers(of: file) }
    func awaitingApproval(through day: Day) -> [(entry: EntryNumber, by: StaffID)] {
        tables.awaitingApproval(through: day)
    }
    func isConfirmed(_ entry: EntryNumber) -> Bool { tables.isConfirmed(entry) }
    func holds(_ document: SealedDocument, _ file: DocumentFile) -> Bool { tables.holds(document, file) }
}

// What amended terms must have room for: movements, plans and results stand in the tables, totals in the accounts.
extension FollowingView {
    func spending(on post: PostName, in period: Programme.BudgetPeriod) -> Amount {
        accounts.programme.budgetPeriods.contains(period)
            ? accounts.spending(on: post, in: period)
            : before(post, period) + accounts.spending(on: post, in: period)
    }

    var usage: Usage {
        var usage = tables.usage
        usage.largest = nil
        // Totals stand in the tables only for those who are not in the accounts yet.
        for number in 0..<accounts.enrolled {
            guard let reference = programme.reference(number + 1), let account = participant(reference) else {
                continue
            }
            if usage.largest.map({ $0.balance.approved < account.balance.approved }) ?? true { usage.largest = account }
        }
        return usage
    }

    func largestSpending(in period: Programme.BudgetPeriod) -> (participant: ParticipantReference, amount: Amount)? {
        tables.largestSpending(in: period)
    }

    func daysSpent(in period: Programme.BudgetPeriod) -> [Day] { tables.daysSpent(in: period) }
}

// Movements: those in the table, and those that the writer has not written yet.
extension FollowingView {
    func use(of voucher: VoucherReference) -> VoucherUse? {
        if let vouchers, vouchers.lacks(voucher) { return nil }
        // A recent entry may share a voucher with older ones.
        if let use = recent.use(of: voucher), use.total == nil { return use }
        return tables.use(of: voucher)
    }

    func holder(once key: OnceKey) -> EntryNumber? {
        // Waiting for trailing tables at every key would undo what the trailing gains.
        if writer != nil, sieveOfKeys?.lacks(key) == true { return nil }
        return tables.holder(once: key)
    }

    private var sieveOfKeys: Sieve<OnceKey>? {
        guard keys == nil else { return keys }
        catchUp()
        do throws(SQLiteFailure) {
            keys = try Sieve(connection.rows("SELECT once FROM once")) { row throws(SQLiteFailure) in
                try row.meaning(0) { try? OnceKey($0) }
            }
        } catch {
            failure = failure ?? error
        }
        return keys
    }

    func recorded(_ entry: EntryNumber) -> Recorded? { tables.recorded(entry) }

    func text(of seal: Seal) -> String? { tables.text(of: seal) }

    func movement(_ entry: EntryNumber) -> Movement? {
        recent.byEntry[entry] ?? tables.movement(entry)
    }

    func latestRefund(of disbursement: EntryNumber) -> EntryNumber? {
        // An entry that refers to a recent entry is more recent still.
        recent.byEntry[disbursement] != nil
            ? recent.latestRefund(of: disbursement) : tables.latestRefund(of: disbursement)
    }
}

/// A set that remembers each value by one bit, in constant memory. A value that it lacks was never inserted; a value
/// that it does not lack probably was.
private struct Sieve<Value: Hashable> {
    private var bits = [UInt64](repeating: 0, count: 1 << 21)

    /// Inserts the value of each row.
    init(_ rows: consuming Rows, _ value: (Row) throws(SQLiteFailure) -> Value) throws(SQLiteFailure) {
        while let row = try rows.next() { insert(try value(row)) }
    }

    mutating func insert(_ value: Value) {
        let place = place(of: value)
        bits[place.word] |= place.bit
    }

    func lacks(_ value: Value) -> Bool {
        let place = place(of: value)
        return bits[place.word] & place.bit == 0
    }

    private func place(of value: Value) -> (word: Int, bit: UInt64) {
        let hash = UInt(bitPattern: value.hashValue)
        return (Int(hash >> 6 & UInt(bits.count - 1)), 1 << UInt64(hash & 63))
    }
}

extension Accounts {
    /// Reads all but the citizens, of whom there may be many.
    fileprivate init(readFrom connection: Connection, programme: Programme) throws(SQLiteFailure) {
        let state = try ProgrammeRow(readFrom: connection)
        let ends = try connection.first("SELECT (SELECT max(seq) FROM journal), (SELECT count(*) FROM participant)") {
            row throws(SQLiteFailure) in (head: try row.entry(0), citizens: try row.count(1))
        }
        // The accounts make room for that many citizens.
        guard let ends, ends.citizens == state.enrolled else {
            throw SQLiteFailure(
                code: SQLITE_MISMATCH, message: "the table programme counts other citizens than there are")
        }
        let staff = try connection.all("SELECT staff, role, account, ended_entry FROM staff", read: StaffMember.init)
        let logins = try connection.all("SELECT staff, entry, account FROM login") { row throws(SQLiteFailure) in
            (staff: try row.staff(0), entry: try row.entry(1), account: try row.account(2))
        }
        let posts = try connection.all("SELECT post, approved_ore, released_ore, disbursed_ore FROM post") {
            row throws(SQLiteFailure) in (try row.post(0), try row.balance(1))
        }
        self.init(
            programme: programme,
            amendedOn: try connection.latestAmendment(), head: ends.head, staff: staff, logins: logins,
            posts: Dictionary(posts, uniquingKeysWith: { first, _ in first }), closedThrough: state.closedThrough,
            received: state.received, repaid: state.repaid, placeChanges: try connection.placeChanges(),
            enrolled: state.enrolled)
    }
}

extension Accounts.Participant {
    /// Reads a citizen's items and plans.
    fileprivate init(
        _ account: ParticipantAccount, readFrom connection: Connection
    ) throws(SQLiteFailure) {
        let reference = account.reference.text
        let items = try connection.all(
            """
            SELECT item, area, in_force, first_release_day, approved_ore, released_ore, disbursed_ore FROM item
            WHERE participant = ?
            """,
            reference, read: ItemAccount.init)
        // No rule asks for the texts, so they are not read.
        let unread = Wording.seal(Seal(hash: "", words: 0))
        let records = try connection.all(
            """
            SELECT participant, version, state, agreed_day, drafted_entry, decided_entry, decided_day, decided_by,
                total_ore
            FROM plan WHERE participant = ? ORDER BY version
            """,
            reference, read: PlanRecord.init)
        var plans: [Plan] = []
        for record in records {
            let items = try connection.all(
                """
                SELECT item, area, amount_ore, text_words FROM plan_item WHERE participant = ? AND version = ?
                ORDER BY item
                """,
                reference, record.version, read: PlanItem.init)
            let version = PlanVersion(
                number: record.version, agreedOn: record.agreedOn, goal: unread, wishes: unread, purpose: unread,
                items: items)
            plans.append(Plan(version: version, record: record))
        }
        self.init(
            account: account, items: items, plans: plans, spending: try connection.spending(on: account.reference),
            shifts: try connection.shifts(on: account.reference))
    }
}
