import MitBudget
import SQLite

/// The ledger's tables as the rules read them: a handful of indexed rows per decision.
///
/// The rules' reads cannot fail; SQLite's can. The view remembers a read that fails and answers it as absent, and
/// ``check()`` throws it afterwards, whatever was decided meanwhile. So a view lives for one decision only.
final class StoreView: RecordingView {
    let programme: Programme
    let connection: Connection
    private var failure: SQLiteFailure?

    init(connection: Connection, programme: Programme) {
        self.connection = connection
        self.programme = programme
    }

    /// - Throws: the first read that failed. It reads the row of the programme even if no rule asked for it.
    func check() throws(LedgerFailure) {
        _ = state
        try checkReads()
    }

    /// - Throws: the first read that failed, of those asked for.
    func checkReads() throws(LedgerFailure) {
        if let failure { throw .sqlite(failure) }
    }

    func read<Element>(_ work: () throws(SQLiteFailure) -> Element?) -> Element? {
        do {
            return try work()
        } catch {
            failure = failure ?? error
            return nil
        }
    }

    private lazy var state = read { () throws(SQLiteFailure) in try ProgrammeRow(readFrom: connection) }

    var closedThrough: Day? { state?.closedThrough }
    var enrolled: Int { state?.enrolled ?? 0 }
    var received: Amount { state?.received ?? .zero }
    var repaid: Amount { state?.repaid ?? .zero }

    var activeAdministrators: Int {
        read { () throws(SQLiteFailure) in
            try connection.first(
                "SELECT count(*) FROM staff WHERE role = 'administrator' AND ended_entry IS NULL"
            ) { row throws(SQLiteFailure) in try row.count(0) }
        } ?? 0
    }

    func staff(_ id: StaffID) -> StaffMember? {
        read { () throws(SQLiteFailure) in
            try connection.first(
                "SELECT staff, role, account, ended_entry FROM staff WHERE staff = ?", id.text, read: StaffMember.init)
        }
    }

    func accounts(of id: StaffID) -> Set<AccountName> {
        let accounts = read { () throws(SQLiteFailure) in
            try connection.all("SELECT account FROM login WHERE staff = ?", id.text) { row throws(SQLiteFailure) in
                try row.account(0)
            }
        }
        return Set(accounts ?? [])
    }

    func staff(of account: AccountName) -> [StaffMember] {
        read { () throws(SQLiteFailure) in
            try connection.all(
                "SELECT staff, role, account, ended_entry FROM staff WHERE account = ?", account.text,
                read: StaffMember.init)
        } ?? []
    }

    func participant(_ reference: ParticipantReference) -> ParticipantAccount? {
        read { () throws(SQLiteFailure) in
            try connection.first(
                """
                SELECT p.participant, p.enrolled_day, p.withdrawn_day, p.versions, p.items, p.approved_version,
                    a.decided_by, a.decided_day, p.pending_version, w.agreed_day, w.total_ore, p.first_approved_day,
                    p.approved_ore, p.released_ore, p.disbursed_ore, p.withdrawn_cause
                FROM participant AS p
                LEFT JOIN plan AS a ON a.participant = p.participant AND a.version = p.approved_version
                LEFT JOIN plan AS w ON w.participant = p.participant AND w.version = p.pending_version
                WHERE p.participant = ?
                """,
                reference.text, read: ParticipantAccount.init)
        }
    }

    func item(_ number: ItemNumber, of reference: ParticipantReference) -> ItemAccount? {
        read { () throws(SQLiteFailure) in
            try connection.first(
                """
                SELECT item, area, in_force, first_release_day, approved_ore, released_ore, disbursed_ore FROM item
                WHERE participant = ? AND item = ?
                """,
                reference.text, number.value, read: ItemAccount.init)
        }
    }

    func releasedItems(of reference: ParticipantReference) -> [ItemAccount] {
        read { () throws(SQLiteFailure) in
            try connection.all(
                """
                SELECT item, area, in_force, first_release_day, approved_ore, released_ore, disbursed_ore FROM item
                WHERE participant = ? AND released_ore > 0 ORDER BY item
                """,
                reference.text, read: ItemAccount.init)
        } ?? []
    }

    func items(ofVersion version: Int, of reference: ParticipantReference) -> [PlanItem] {
        read { () throws(SQLiteFailure) in
            try connection.all(
                """
                SELECT item, area, amount_ore, text_words FROM plan_item WHERE participant = ? AND version = ?
                ORDER BY item
                """,
                reference.text, version, read: PlanItem.init)
        } ?? []
    }

    func placesTaken(from day: Day) -> [DailySums<Int>.Item] {
        (read { () throws(SQLiteFailure) in try connection.placeChanges() } ?? DailySums()).totals(from: day)
    }

    func spending(on reference: ParticipantReference) -> DailySums<Amount> {
        read { () throws(SQLiteFailure) in try connection.spending(on: reference) } ?? DailySums()
    }

    func isHeld(caseNumber: Text, besides own: ParticipantReference?) -> Bool {
        caseNumbers.contain(caseNumber, besides: own)
    }

    func isErased(_ text: Wording, of entry: EntryNumber, on citizen: ParticipantReference) -> Bool {
        guard let words = text.words else { return false }
        return read { () throws(SQLiteFailure) in
            try connection.first("SELECT text IS NULL FROM words WHERE id = ?", words, as: Int64.self)
        } == 1
    }

    /// The case numbers, as corrected last, of citizens who are not withdrawn.
    var caseNumbers: CaseNumbers {
        var numbers = CaseNumbers()
        let rows = read { () throws(SQLiteFailure) in
            try connection.all(
                """
                SELECT participant, text FROM participant JOIN words ON id = coalesce((
                    SELECT text_words FROM correction WHERE corrected = enrolled_entry AND field = 'case'
                    ORDER BY entry DESC LIMIT 1), case_words)
                WHERE withdrawn_entry IS NULL AND text IS NOT NULL
                """
            ) { row throws(SQLiteFailure) in (try row.participant(0), try row.text(1)) }
        }
        for (reference, text) in rows ?? [] {
            if let text = try? Text(text) { numbers.add(text, of: reference) }
        }
        return numbers
    }

    func balance(of post: PostName) -> Balance {
        read { () throws(SQLiteFailure) in
            try connection.first(
                "SELECT approved_ore, released_ore, disbursed_ore FROM post WHERE post = ?", post.text
            ) { row throws(SQLiteFailure) in try row.balance(0) }
        } ?? .zero
    }

    var total: Balance {
        read { () throws(SQLiteFailure) in
            var total = Balance.zero
            var rows = try connection.rows("SELECT approved_ore, released_ore, disbursed_ore FROM post")
            while let row = try rows.next() { total = total + (try row.balance(0)) }
            return total
        } ?? .zero
    }

    func use(of voucher: VoucherReference) -> VoucherUse? {
        let lines = read { () throws(SQLiteFailure) in
            try connection.all(
                """
                SELECT entry FROM movement AS line
                WHERE voucher_key = ? AND NOT EXISTS (
                    SELECT 1 FROM movement AS reversal
                    WHERE reversal.refers_to = line.entry AND reversal.kind = 'reversal')
                """,
                voucher.key
            ) { row throws(SQLiteFailure) in try row.entry(0) }
        }
        // Nearly every voucher is new.
        return VoucherUse((lines ?? []).compactMap(movement))
    }

    func holder(once key: OnceKey) -> EntryNumber? {
        read { () throws(SQLiteFailure) in
            try connection.first("SELECT entry FROM once WHERE once = ?", key.text) { row throws(SQLiteFailure) in
                try row.entry(0)
            }
        }
    }

    func recorded(_ entry: EntryNumber) -> Recorded? {
        read { () throws(SQLiteFailure) in
            try connection.first(
                "SELECT seq, recorded_at, actor, kind, day, body, hash FROM journal WHERE seq = ?", entry.value
            ) { row throws(SQLiteFailure) in try Recorded(row) } ?? nil
        }
    }

    func text(of seal: Seal) -> String? {
        read { () throws(SQLiteFailure) in
            try connection.first("SELECT text FROM words WHERE id = ?", seal.words, as: String?.self) ?? nil
        }
    }

    func movement(_ entry: EntryNumber) -> Movement? {
        read { () throws(SQLiteFailure) in
            try connection.first(
                """
                SELECT entry, kind, participant, item, post, amount_ore, day, voucher, refers_to,
                    (SELECT coalesce(sum(amount_ore), 0) FROM movement AS back
                     WHERE back.refers_to = m.entry AND back.kind = 'refund' AND NOT EXISTS (
                        SELECT 1 FROM movement AS r WHERE r.refers_to = back.entry AND r.kind = 'reversal')),
                    (SELECT entry FROM movement AS r WHERE r.refers_to = m.entry AND r.kind = 'reversal'), incurred_day,
                    voucher_total_ore
                FROM movement AS m WHERE entry = ?
                """,
                entry.value, read: Movement.init)
        }
    }

    func exists(_ entry: EntryNumber) -> Bool {
        read { () throws(SQLiteFailure) in
            try connection.first("SELECT 1 FROM journal WHERE seq = ?", entry.value) { _ in true }
        } ?? false
    }

    func latestRefund(of disbursement: EntryNumber) -> EntryNumber? {
        read { () throws(SQLiteFailure) in
            try connection.first(
                """
                SELECT entry FROM movement AS back
                WHERE refers_to = ? AND kind = 'refund' AND NOT EXISTS (
                    SELECT 1 FROM movement AS r WHERE r.refers_to = back.entry AND r.kind = 'reversal')
                ORDER BY entry DESC LIMIT 1
                """,
                disbursement.value
            ) { row throws(SQLiteFailure) in try row.entry(0) }
        }
    }
}

extension Ledger {
    /// Asks the tables what a rule would ask.
    /// - Throws: the first read that failed.
    func asking<Answer>(_ question: (StoreView) -> Answer) throws(LedgerFailure) -> Answer {
        let view = StoreView(connection: connection, programme: programme)
        let answer = question(view)
        try view.check()
        return answer
    }
}
