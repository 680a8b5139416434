public import MitBudget
import SQLite

extension Ledger {
    /// One entry whole: what it stands on, what became of it, and its texts where they are no citizen's.
    /// - Parameter readsCitizens: whether a citizen's texts are read, too; the caller has recorded why.
    /// - Throws: ``LedgerFailure/noSuchEntry(_:last:)``; ``LedgerFailure/damaged(_:)`` for an entry that cannot be
    ///   read.
    public func facts(of number: EntryNumber, readsCitizens: Bool) throws(LedgerFailure) -> EntryFacts {
        let (line, recorded) = try row(number)
        let isOpen = !programme.isPersonal || line.participant == nil || !line.hasTexts
        let texts = isOpen || readsCitizens ? try texts(of: line) : nil
        var links = try links(of: recorded)
        if let texts {
            links.corrections = texts.flatMap(\.corrections).sorted { $0.entry < $1.entry }
        } else {
            links.corrections = try corrections(of: line.number, readsTexts: false)
        }
        return EntryFacts(
            number: number, recordedAt: recorded.recordedAt, staff: recorded.actor, entry: recorded.entry,
            anchor: recorded.anchor.text, links: links, texts: texts)
    }

    private func row(_ number: EntryNumber) throws(LedgerFailure) -> (JournalLine, Recorded) {
        let found = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first(
                "SELECT seq, recorded_at, actor, kind, day, body, hash FROM journal WHERE seq = ?", number.value
            ) { row throws(SQLiteFailure) in (try JournalLine(row), try Recorded(row)) }
        }
        guard let (line, recorded) = found else { throw .noSuchEntry(number, last: try anchor().number) }
        guard let recorded else { throw .damaged(.entry(number.value)) }
        return (line, recorded)
    }

    private func links(of recorded: Recorded) throws(LedgerFailure) -> EntryFacts.Links {
        let (number, event) = (recorded.number, recorded.entry.event)
        var links = EntryFacts.Links()
        switch event {
        case .money(let money): try link(money, number, &links)
        case .drafted(let reference, let version):
            links.plan = try plan(version.number, of: reference)
        case .approved(let reference, let version), .rejected(let reference, let version, _):
            links.plan = try plan(version, of: reference)
            links.refersTo = links.plan?.drafted
        case .opened, .staffAdded, .staffEnded, .staffRebound, .enrolled, .withdrawn, .periodClosed, .periodReopened,
            .amended, .resultNoted, .measured, .wordsRead, .wordsErased, .restored, .vouchersApproved, .confirmed,
            .witnessed:
            break
        case .attached(let attachment): links.refersTo = attachment.entry
        case .detached(let detachment): links.refersTo = detachment.entry
        case .corrected(let correction): links.refersTo = correction.entry
        }
        return links
    }

    private func link(
        _ money: MoneyEvent, _ number: EntryNumber, _ links: inout EntryFacts.Links
    ) throws(LedgerFailure) {
        (links.area, links.voucher) = try origin(of: number)
        links.refersTo = money.corrected
        try LedgerFailure.database { () throws(SQLiteFailure) in
            links.reversedBy = try reversal(of: number)
            links.refunds = try lines(
                """
                SELECT entry, kind, day, amount_ore, (
                    SELECT r.entry FROM movement AS r WHERE r.refers_to = m.entry AND r.kind = 'reversal')
                FROM movement AS m WHERE refers_to = ?1 AND kind = 'refund' ORDER BY entry
                """, number.value)
            if let voucher = money.voucher {
                links.sharers = try lines(
                    """
                    SELECT entry, kind, day, amount_ore, (
                        SELECT r.entry FROM movement AS r WHERE r.refers_to = m.entry AND r.kind = 'reversal')
                    FROM movement AS m WHERE voucher_key = ? AND entry <> ? ORDER BY entry
                    """, voucher.key, number.value)
            }
        }
        links.evidence = try evidence(of: number)
        links.approvedBy = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first(
                """
                SELECT actor FROM approval JOIN journal ON seq = entry WHERE movement = ?1 AND NOT EXISTS (
                    SELECT 1 FROM movement WHERE refers_to = ?1 AND kind = 'reversal')
                """,
                number.value
            ) { row throws(SQLiteFailure) in try row.staff(0) }
        }
        links.confirmation = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first("SELECT entry, line FROM confirmation WHERE movement = ?", number.value) {
                row throws(SQLiteFailure) in .init(entry: try row.entry(0), line: try row.count(1))
            }
        }
        if let participant = money.participant, let item = money.item {
            try link(money, number, of: ItemReference(participant, item), &links)
        }
    }

    /// The documents that count, with their seals from the entries that attached them.
    private func evidence(of number: EntryNumber) throws(LedgerFailure) -> [EntryFacts.Evidence] {
        try asking { view in view.documents(on: number).filter(\.stands).compactMap(view.evidence) }
    }

    /// The plan, the area and the releases of a citizen's money.
    private func link(
        _ money: MoneyEvent, _ number: EntryNumber, of item: ItemReference, _ links: inout EntryFacts.Links
    ) throws(LedgerFailure) {
        let plan = try plans(of: item.participant).last { plan in
            plan.approval.map { $0.entry < number } ?? false
        }
        links.plan = plan
        if links.area == nil, let plan {
            links.area = try items(ofVersion: plan.version, of: item.participant).first { $0.number == item.number }?
                .area
        }
        switch money {
        case .disbursed, .retracted:
            let draws = try releases(of: item, through: number).drawn(by: number)
            for draw in draws { links.releases.append(try release(draw)) }
        case .released:
            for (entry, amount) in try releases(of: item, through: nil).spending(of: number) {
                links.spending.append(try line(entry, holding: amount))
            }
        case .refunded, .spent, .received, .repaid, .reversed: break
        }
    }

    private func plan(_ version: Int, of reference: ParticipantReference) throws(LedgerFailure) -> PlanRecord? {
        try plans(of: reference).first { $0.version == version }
    }

    private func reversal(of number: EntryNumber) throws(SQLiteFailure) -> EntryNumber? {
        try connection.first(
            "SELECT entry FROM movement WHERE refers_to = ? AND kind = 'reversal'", number.value
        ) { row throws(SQLiteFailure) in try row.entry(0) }
    }

    private func lines<each Input: Bindable>(
        _ sql: StaticString, _ values: repeat each Input
    ) throws(SQLiteFailure) -> [EntryFacts.Line] {
        try connection.all(sql, repeat each values) { row throws(SQLiteFailure) in
            EntryFacts.Line(
                entry: try row.entry(0), kind: try row.movementKind(1), day: try row.day(2),
                amount: try row.amount(3), reversedBy: try row.entryOrNull(4))
        }
    }

    private func line(_ entry: EntryNumber, holding amount: Amount) throws(LedgerFailure) -> EntryFacts.Line {
        let found = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first("SELECT kind, day FROM movement WHERE entry = ?", entry.value) {
                row throws(SQLiteFailure) in (try row.movementKind(0), try row.day(1))
            }
        }
        guard let (kind, day) = found else { throw .damaged(.entry(entry.value)) }
        return EntryFacts.Line(entry: entry, kind: kind, day: day, amount: amount, reversedBy: nil)
    }

    private func release(_ draw: ReleaseQueue.Draw) throws(LedgerFailure) -> EntryFacts.Release {
        let found = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first(
                """
                SELECT m.day, j.actor, m.amount_ore FROM movement AS m JOIN journal AS j ON j.seq = m.entry
                WHERE m.entry = ?
                """, draw.release.value
            ) { row throws(SQLiteFailure) in (try row.day(0), try row.staff(1), try row.amount(2)) }
        }
        guard let (day, staff, amount) = found else { throw .damaged(.entry(draw.release.value)) }
        return EntryFacts.Release(entry: draw.release, day: day, staff: staff, amount: amount, drawn: draw.amount)
    }

    /// The releases of an item and what is spent of them, up to an entry.
    private func releases(
        of item: ItemReference, through last: EntryNumber?
    ) throws(LedgerFailure) -> ReleaseQueue {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            var queue = ReleaseQueue()
            var rows = try connection.rows(
                """
                SELECT entry, kind, amount_ore, refers_to FROM movement
                WHERE participant = ? AND item = ? AND entry <= coalesce(?, entry) ORDER BY entry
                """, item.participant.text, item.number.value, last?.value)
            while let row = try rows.next() {
                let (entry, amount) = (try row.entry(0), try row.amount(2))
                switch (try row.movementKind(1), try row.entryOrNull(3)) {
                case (.release, _): queue.add(.release(entry, amount))
                case (.retraction, _): queue.add(.retraction(entry, amount))
                case (.disbursement, _): queue.add(.disbursement(entry, amount))
                case (.refund, let disbursement?): queue.add(.refund(entry, of: disbursement, amount))
                case (.reversal, let cancelled?): queue.add(.reversal(of: cancelled))
                case (.refund, nil), (.reversal, nil), (.expense, _), (.receipt, _), (.repayment, _): break
                }
            }
            return queue
        }
    }
}
