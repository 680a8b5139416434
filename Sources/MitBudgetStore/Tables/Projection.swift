import MitBudget
import SQLite

/// Writes an entry's effects into the projections. The file's triggers keep the totals that follow from movements.
struct Projection {
    let connection: Connection
    let number: EntryNumber
    let actor: StaffID
    let day: Day

    func project(_ event: Event) throws(SQLiteFailure) {
        switch event {
        case .opened(let programme, let administrator):
            try connection.run(
                """
                INSERT INTO programme (id, programme, terms_entry, terms_day, grant_ore, first_day, last_day)
                VALUES (1, ?1, ?2, ?3, 0, ?3, ?3)
                """,
                programme.id.text, number.value, programme.firstDay.iso)
            try put(programme, from: programme.firstDay)
            try proofs.begin()
            try add(administrator)
        case .amended(let amendment):
            try put(amendment.terms, from: day)
        case .resultNoted(let reference, let result, _): try note(result, for: reference)
        case .staffAdded(let member): try add(member)
        case .staffEnded(let id):
            try connection.run("UPDATE staff SET ended_entry = ? WHERE staff = ?", number.value, id.text)
        case .staffRebound(let id, let account):
            try connection.run("UPDATE staff SET account = ? WHERE staff = ?", account.text, id.text)
            try bind(id, to: account)
        case .enrolled(let reference, let name, let caseNumber):
            try enrol(reference, name: name, caseNumber: caseNumber)
        case .withdrawn(let reference, let cause, _): try withdraw(reference, cause: cause)
        case .drafted(let reference, let version): try draft(version, for: reference)
        case .approved(let reference, let version): try approve(version, of: reference)
        case .rejected(let reference, _, _): try endPending(of: reference, as: .rejected)
        case .periodClosed(let through), .periodReopened(let through, _):
            try connection.run(
                "INSERT INTO period (entry, kind, through_day) VALUES (?, ?, ?)", number.value, event.kind.rawValue,
                through.iso)
            try connection.run("UPDATE programme SET closed_through = ?", through.iso)
        case .money(let money): try move(money)
        case .attached(let attachment): try attach(attachment)
        case .detached(let detachment): try detach(detachment)
        case .vouchersApproved(let entries):
            try proofs.changing(vouchersOf: entries) { () throws(SQLiteFailure) in
                for entry in entries {
                    try connection.run(
                        "INSERT INTO approval (movement, entry) VALUES (?, ?) ON CONFLICT (movement) DO NOTHING",
                        entry.value, number.value)
                }
            }
        case .confirmed(let confirmation):
            try proofs.changing(vouchersOf: confirmation.entries) { () throws(SQLiteFailure) in
                for payment in confirmation.payments {
                    try connection.run(
                        "INSERT INTO confirmation (movement, entry, line) VALUES (?, ?, ?)", payment.entry.value,
                        number.value, payment.line)
                }
            }
        case .corrected(let correction): try correct(correction)
        case .measured, .wordsRead, .restored, .witnessed: break
        case .wordsErased(let reference, let reason, _):
            let documents = try connection.all(
                "SELECT id FROM evidence WHERE subject = ? AND bytes IS NOT NULL", reference.text, as: Int64.self)
            for document in documents { try erase(document: document) }
            // Erases all that was sealed before the reason was.
            try connection.run(
                "UPDATE words SET salt = NULL, text = NULL WHERE subject = ? AND id < ? AND text IS NOT NULL",
                reference.text, reason.words)
        }
    }

    /// Stores which entry a key belongs to.
    func keep(_ once: OnceKey) throws(SQLiteFailure) {
        try connection.run("INSERT INTO once (once, entry) VALUES (?, ?)", once.text, number.value)
    }

    private func correct(_ correction: TextCorrection) throws(SQLiteFailure) {
        try connection.run(
            """
            INSERT INTO correction (entry, corrected, field, item, text_words, reason_words)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            number.value, correction.entry.value, correction.place.field.rawValue, correction.place.item?.value,
            correction.text.words, correction.reason.words)
    }

    private func attach(_ attachment: Attachment) throws(SQLiteFailure) {
        guard case .sealed(let seal) = attachment.document else { return }
        try proofs.changing(vouchersOf: [attachment.entry]) { () throws(SQLiteFailure) in
            try connection.run(
                "INSERT INTO attachment (entry, movement, proof, type, size, evidence) VALUES (?, ?, ?, ?, ?, ?)",
                number.value, attachment.entry.value, attachment.proof.rawValue, seal.type.rawValue, seal.size,
                seal.evidence)
        }
    }

    private func detach(_ detachment: Detachment) throws(SQLiteFailure) {
        try proofs.changing(vouchersOf: [detachment.entry]) { () throws(SQLiteFailure) in
            try connection.run(
                "UPDATE attachment SET detached_entry = coalesce(detached_entry, ?) WHERE entry = ?", number.value,
                detachment.attachment.value)
        }
        guard detachment.erases else { return }
        try erase(document: detachment.evidence)
    }

    /// Erases a document's bytes. One statement never erases several: until it ends, SQLite keeps in memory what it
    /// overwrites.
    private func erase(document: Int64) throws(SQLiteFailure) {
        try connection.run("UPDATE evidence SET salt = NULL, bytes = NULL WHERE id = ?", document)
    }

    private func add(_ member: StaffMember) throws(SQLiteFailure) {
        try connection.run(
            "INSERT INTO staff (staff, role, account, name_words, added_entry) VALUES (?, ?, ?, ?, ?)", member.id.text,
            member.role.rawValue, member.account.text, member.name?.words, number.value)
        try bind(member.id, to: member.account)
    }

    private func bind(_ id: StaffID, to account: AccountName) throws(SQLiteFailure) {
        try connection.run(
            "INSERT INTO login (staff, account, entry) VALUES (?, ?, ?)", id.text, account.text, number.value)
    }

    private func enrol(
        _ reference: ParticipantReference, name: Wording?, caseNumber: Wording?
    ) throws(SQLiteFailure) {
        try connection.run(
            """
            INSERT INTO participant (participant, number, enrolled_entry, enrolled_day, name_words, case_words)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            reference.text, reference.number, number.value, day.iso, name?.words, caseNumber?.words)
        try connection.run("UPDATE programme SET enrolled = enrolled + 1, places_taken = places_taken + 1")
        try connection.run(
            """
            INSERT INTO place_day (day, change) VALUES (?, 1)
            ON CONFLICT (day) DO UPDATE SET change = change + excluded.change
            """,
            day.iso)
        try dropIdlePlaceDays()
    }

    /// Frees unspent money at once: approved and released fall to what was disbursed.
    private func withdraw(_ reference: ParticipantReference, cause: WithdrawalCause) throws(SQLiteFailure) {
        try endPending(of: reference, as: .lapsed)
        try connection.run(
            """
            UPDATE post SET
                approved_ore = post.approved_ore - participant.approved_ore + participant.disbursed_ore,
                released_ore = post.released_ore - participant.released_ore + participant.disbursed_ore
            FROM participant WHERE post = 'citizens' AND participant = ?
            """,
            reference.text)
        try connection.run(
            "UPDATE item SET approved_ore = disbursed_ore, released_ore = disbursed_ore WHERE participant = ?",
            reference.text)
        try connection.run(
            """
            UPDATE participant SET
                withdrawn_entry = ?, withdrawn_day = ?, withdrawn_cause = ?, approved_ore = disbursed_ore,
                released_ore = disbursed_ore
            WHERE participant = ?
            """,
            number.value, day.iso, cause.rawValue, reference.text)
        try connection.run(
            """
            INSERT INTO place_day (day, change) SELECT day, change FROM withdrawn_place WHERE participant = ?
            ON CONFLICT (day) DO UPDATE SET change = change + excluded.change
            """,
            reference.text)
        try dropIdlePlaceDays()
        try connection.run(
            """
            UPDATE programme SET
                withdrawn = withdrawn + 1, places_taken = (SELECT coalesce(sum(change), 0) FROM place_day)
            """
        )
    }

    private func dropIdlePlaceDays() throws(SQLiteFailure) {
        try connection.run("DELETE FROM place_day WHERE change = 0")
    }

    private func draft(_ version: PlanVersion, for reference: ParticipantReference) throws(SQLiteFailure) {
        try endPending(of: reference, as: .replaced)
        try connection.run(
            """
            INSERT INTO plan (
                participant, version, state, agreed_day, drafted_entry, total_ore, goal_words, wishes_words,
                purpose_words)
            VALUES (?, ?, 'pending', ?, ?, ?, ?, ?, ?)
            """,
            reference.text, version.number, version.agreedOn.iso, number.value, version.total.ore, version.goal.words,
            version.wishes.words, version.purpose.words)
        var highest: Int64 = 0
        for item in version.items {
            try connection.run(
                """
                INSERT INTO plan_item (participant, version, item, area, amount_ore, text_words)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                reference.text, version.number, item.number.value, item.area.text, item.amount.ore, item.text.words)
            highest = max(highest, Int64(item.number.value))
        }
        try connection.run(
            """
            UPDATE programme SET pending = pending + 1, pending_ore = pending_ore + ? - approved_ore
            FROM participant WHERE participant = ?
            """,
            version.total.ore, reference.text)
        try connection.run(
            "UPDATE participant SET versions = ?, pending_version = ?, items = max(items, ?) WHERE participant = ?",
            version.number, version.number, highest, reference.text)
    }

    private func approve(_ version: Int, of reference: ParticipantReference) throws(SQLiteFailure) {
        try connection.run(
            "UPDATE plan SET state = 'superseded' WHERE participant = ? AND state = 'approved'", reference.text)
        try endPending(of: reference, as: .approved)
        try connection.run(
            "UPDATE item SET in_force = 0, approved_ore = 0 WHERE participant = ?", reference.text)
        try connection.run(
            """
            INSERT INTO item (participant, item, area, in_force, approved_ore)
            SELECT participant, item, area, 1, amount_ore FROM plan_item WHERE participant = ? AND version = ?
            ON CONFLICT (participant, item) DO UPDATE SET
                area = excluded.area, in_force = 1, approved_ore = excluded.approved_ore
            """,
            reference.text, version)
        try connection.run(
            """
            UPDATE post SET approved_ore = post.approved_ore - participant.approved_ore + plan.total_ore
            FROM participant JOIN plan USING (participant)
            WHERE post = 'citizens' AND participant = ? AND version = ?
            """,
            reference.text, version)
        try connection.run(
            """
            UPDATE participant SET
                approved_version = version, approved_ore = total_ore,
                first_approved_day = coalesce(first_approved_day, decided_day)
            FROM plan WHERE plan.participant = participant.participant AND participant.participant = ? AND version = ?
            """,
            reference.text, version)
    }

    /// Ends the wait of the pending version, if there is one, before anything else changes for the citizen.
    private func endPending(of reference: ParticipantReference, as state: PlanState) throws(SQLiteFailure) {
        let ended = try connection.run(
            """
            UPDATE plan SET state = ?, decided_entry = ?, decided_day = ?, decided_by = ?
            WHERE participant = ? AND state = 'pending'
            """,
            state.rawValue, number.value, day.iso, actor.text, reference.text)
        guard ended > 0 else { return }
        try connection.run(
            """
            UPDATE programme SET pending = pending - 1, pending_ore = pending_ore - total_ore + approved_ore
            FROM participant JOIN plan USING (participant) WHERE participant = ? AND version = pending_version
            """,
            reference.text)
        try connection.run("UPDATE participant SET pending_version = NULL WHERE participant = ?", reference.text)
    }

    /// Writes the row of an entry that moves money. Triggers then check the fence and update the totals.
    private func move(_ money: MoneyEvent) throws(SQLiteFailure) {
        switch money {
        case .refunded(let refund): try insert(money, changing: refund.entry)
        case .reversed(let reversal): try insert(money, changing: reversal.entry)
        case .disbursed, .spent, .released, .retracted, .received, .repaid:
            guard let voucher = money.voucher, money.voucherTotal != nil else { return try insert(money) }
            try proofs.changing(linesOf: voucher) { () throws(SQLiteFailure) in try insert(money) }
        }
    }

    private func insert(_ money: MoneyEvent, changing entry: EntryNumber) throws(SQLiteFailure) {
        try proofs.changing(vouchersOf: [entry]) { () throws(SQLiteFailure) in try insert(money) }
    }

    private var proofs: ProofTotals { ProofTotals(connection: connection) }

    private func insert(_ money: MoneyEvent) throws(SQLiteFailure) {
        let row = MovementRow(money, number: number, day: day)
        try connection.run(
            """
            INSERT INTO movement (
                entry, kind, participant, item, area, post, amount_ore, day, paid_day, origin_day, voucher,
                voucher_total_ore, refers_to, cancels)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            row.entry, row.kind, row.participant, row.item, row.area, row.post, row.amountOre, row.day, row.paidDay,
            row.originDay, row.voucher, row.voucherTotalOre, row.refersTo, row.cancels)
    }
}
