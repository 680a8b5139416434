public import MitBudget
import SQLite

extension Ledger {
    /// Reads several things from one unchanging state of the file. A reading within another is part of that.
    /// - Throws: what the body throws, or what SQLite reported.
    public func reading<Output>(_ body: () throws(LedgerFailure) -> Output) throws(LedgerFailure) -> Output {
        if connection.isInTransaction { return try body() }
        return try connection.transaction(.deferred) { () throws(LedgerFailure) in
            try readTerms()
            return try body()
        }
    }

    /// How many citizens were ever enrolled.
    public var enrolled: Int {
        get throws(LedgerFailure) {
            try asking(\.enrolled)
        }
    }

    /// All staff, in order of addition.
    /// - Throws: ``LedgerFailure``.
    public func staff() throws(LedgerFailure) -> [StaffRecord] {
        let rows = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.all(
                """
                SELECT staff, role, account, ended_entry, added_entry, name_words IS NOT NULL
                FROM staff ORDER BY added_entry
                """
            ) { row throws(SQLiteFailure) in
                (try StaffMember(row), added: try row.entry(4), ended: try row.entryOrNull(3), try row.integer(5) != 0)
            }
        }
        var records: [StaffRecord] = []
        for (member, added, ended, isNamed) in rows {
            let name = isNamed ? try texts(ofEntry: added.value).at(.name) : nil
            records.append(StaffRecord(member: member, name: name, added: added, ended: ended))
        }
        return records
    }

    /// Hands over all citizens, in order of reference, holding one at a time; with their names where these are not
    /// sensitive, since the recipients are no people.
    /// - Throws: ``LedgerFailure``.
    public func participants(
        _ body: (ParticipantAccount, _ name: EntryText?) -> Void
    ) throws(LedgerFailure) {
        let isNamed = !programme.isPersonal
        try connection.each(
            """
            SELECT p.participant, p.enrolled_day, p.withdrawn_day, p.versions, p.items, p.approved_version,
                a.decided_by, a.decided_day, p.pending_version, w.agreed_day, w.total_ore, p.first_approved_day,
                p.approved_ore, p.released_ore, p.disbursed_ore, p.withdrawn_cause, p.enrolled_entry
            FROM participant AS p
            LEFT JOIN plan AS a ON a.participant = p.participant AND a.version = p.approved_version
            LEFT JOIN plan AS w ON w.participant = p.participant AND w.version = p.pending_version
            ORDER BY p.number
            """
        ) { row throws(LedgerFailure) in
            let (account, entry) = try LedgerFailure.database { () throws(SQLiteFailure) in
                (try ParticipantAccount(row), try row.integer(16))
            }
            body(account, isNamed ? try texts(ofEntry: entry).at(.name) : nil)
        }
    }

    /// A citizen's state and money.
    /// - Throws: ``LedgerFailure/refused(_:)`` with ``Refusal/participantUnknown(_:last:)``.
    public func participant(_ reference: ParticipantReference) throws(LedgerFailure) -> ParticipantAccount {
        let (account, last) = try asking { view in
            (view.participant(reference), programme.reference(view.enrolled))
        }
        guard let account else { throw .refused(.participantUnknown(reference, last: last)) }
        return account
    }

    /// The result of a recipient that counts, with its day; `nil` without one.
    /// - Throws: ``LedgerFailure``.
    public func result(
        of reference: ParticipantReference
    ) throws(LedgerFailure) -> (result: ResultCode, day: Day)? {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.all(
                """
                SELECT result, day FROM (
                    SELECT result, day FROM result WHERE participant = ? ORDER BY day DESC, entry DESC LIMIT 1)
                WHERE result IS NOT NULL
                """,
                reference.text
            ) { row throws(SQLiteFailure) in (try row.result(0), try row.day(1)) }.first
        }
    }

    /// The items of a citizen's approved plans, by number.
    /// - Throws: ``LedgerFailure``.
    public func items(of reference: ParticipantReference) throws(LedgerFailure) -> [ItemAccount] {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.all(
                """
                SELECT item, area, in_force, first_release_day, approved_ore, released_ore, disbursed_ore FROM item
                WHERE participant = ? ORDER BY item
                """,
                reference.text, read: ItemAccount.init)
        }
    }

    /// What a recipient's ceiling in the budget period of a day leaves; `nil` where the terms have no such ceiling.
    /// - Throws: ``LedgerFailure``.
    public func periodRoom(
        of reference: ParticipantReference, on day: Day
    ) throws(LedgerFailure) -> (period: Programme.BudgetPeriod, left: Amount)? {
        guard let period = programme.budgetPeriod(of: day), let cap = period.cap else { return nil }
        return (period, cap - (try asking { $0.spending(on: reference, in: period) }))
    }

    /// A citizen's movements, in order of recording.
    /// - Throws: ``LedgerFailure``.
    public func movements(of reference: ParticipantReference) throws(LedgerFailure) -> [Movement] {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.all(
                """
                SELECT entry, kind, participant, item, post, amount_ore, day, voucher, refers_to, 0,
                    (SELECT entry FROM movement AS r WHERE r.refers_to = m.entry AND r.kind = 'reversal'), incurred_day,
                    voucher_total_ore
                FROM movement AS m WHERE participant = ? ORDER BY entry
                """,
                reference.text, read: Movement.init)
        }
    }

    /// The versions of a citizen's plan.
    /// - Throws: ``LedgerFailure``.
    public func plans(of reference: ParticipantReference) throws(LedgerFailure) -> [PlanRecord] {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            try planRows(of: reference, pendingOnly: false).all(PlanRecord.init)
        }
    }

    /// Hands over the versions of all citizens' plans, in order of reference and version, holding one at a time.
    /// - Parameter pendingOnly: only those that wait for a decision.
    /// - Throws: ``LedgerFailure``.
    public func plans(pendingOnly: Bool, _ body: (PlanRecord) -> Void) throws(LedgerFailure) {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            var rows = try planRows(of: nil, pendingOnly: pendingOnly)
            while let row = try rows.next() { body(try PlanRecord(row)) }
        }
    }

    private func planRows(of reference: ParticipantReference?, pendingOnly: Bool) throws(SQLiteFailure) -> Rows {
        try connection.rows(
            """
            SELECT plan.participant, version, state, agreed_day, drafted_entry, decided_entry, decided_day,
                decided_by, total_ore
            FROM plan JOIN participant USING (participant)
            WHERE (?1 IS NULL OR participant = ?1) AND (NOT ?2 OR state = 'pending')
            ORDER BY number, version
            """,
            reference?.text, pendingOnly ? 1 : 0)
    }

    /// The items of a version, by number. Their texts are read separately.
    /// - Throws: ``LedgerFailure``.
    public func items(
        ofVersion version: Int, of reference: ParticipantReference
    ) throws(LedgerFailure) -> [PlanItem] {
        try asking { $0.items(ofVersion: version, of: reference) }
    }

    /// Period closes and reopenings, in order of recording.
    /// - Throws: ``LedgerFailure``.
    public func periods() throws(LedgerFailure) -> [PeriodRecord] {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.all(
                """
                SELECT entry, period.kind, through_day, actor, recorded_at
                FROM period JOIN journal ON seq = entry ORDER BY entry
                """
            ) { row throws(SQLiteFailure) in
                PeriodRecord(
                    entry: try row.entry(0), kind: try row.meaning(1) { EntryKind(rawValue: $0) },
                    through: try row.day(2), by: try row.staff(3), recordedAt: try row.moment(4))
            }
        }
    }
}

extension PlanRecord {
    init(_ row: Row) throws(SQLiteFailure) {
        let decided: Decided? =
            if let entry = try row.entryOrNull(5) {
                Decided(entry: entry, day: try row.day(6), by: try row.staff(7))
            } else { nil }
        self.init(
            participant: try row.participant(0), version: try row.count(1),
            state: try row.meaning(2) { PlanState(rawValue: $0) }, agreedOn: try row.day(3),
            drafted: try row.entry(4), decided: decided, total: try row.amount(8))
    }
}
