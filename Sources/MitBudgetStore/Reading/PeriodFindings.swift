import MitBudget
import SQLite

/// Finds what an auditor would ask about, from the journal's figures alone: texts may be erased, and a report must not
/// change when they are. Only ``PeriodReader/repeatedDocuments()`` has to look into what can be erased.
extension PeriodReader {
    func remarks(_ account: PeriodAccount, _ citizens: PeriodCitizens) throws(SQLiteFailure) -> [ReportFinding] {
        var remarks: [ReportFinding] = []
        for kind in ReportFinding.Kind.allCases {
            if let remark = try remark(kind, account, citizens) { remarks.append(remark) }
        }
        return remarks
    }

    /// The remark of a kind; `nil` where no entry gives cause for it.
    private func remark(
        _ kind: ReportFinding.Kind, _ account: PeriodAccount, _ citizens: PeriodCitizens
    ) throws(SQLiteFailure) -> ReportFinding? {
        let entries: [EntryNumber]
        switch kind {
        case .lateEntry: entries = account.late
        case .sameHand: entries = account.sameHand
        case .sameDay: entries = account.sameDay
        case .possibleDuplicate: entries = account.duplicates
        case .idlePlan: entries = citizens.idlePlans.sorted()
        case .idleRelease: entries = idleReleases(account.items, but: citizens.withdrawn)
        case .paidAfterWindow: entries = account.paidAfterWindow
        case .lastMonthRush: entries = try rush(account)
        case .sharedAccount: entries = try sharedAccounts()
        case .reopenedPeriod: entries = try reopenings()
        case .unapprovedChange: entries = amendments.unapproved
        case .proofMissing: return try unproven()
        case .documentTwice: entries = try repeatedDocuments()
        }
        return entries.isEmpty ? nil : ReportFinding(kind: kind, entries: entries)
    }

    /// The last release on each item of an active citizen that has money unspent at the end of the period, long after
    /// the last movement on it.
    private func idleReleases(
        _ items: [PeriodAccount.Item], but withdrawn: Set<ParticipantReference>
    ) -> [EntryNumber] {
        items.compactMap { item in
            guard item.released > item.spending.closing, !withdrawn.contains(item.reference.participant),
                let last = item.lastDay, last.days(to: scope.through) >= programme.thresholds.idleReleaseDays
            else { return nil }
            return item.lastRelease
        }.sorted()
    }

    /// The entries that added staff members whose account was, at any time, also someone else's.
    private func sharedAccounts() throws(SQLiteFailure) -> [EntryNumber] {
        try connection.all(
            """
            SELECT DISTINCT added_entry
            FROM staff JOIN login AS one USING (staff) JOIN login AS other USING (account)
            WHERE one.entry <= ?1 AND other.entry <= ?1 AND other.staff <> one.staff
            ORDER BY added_entry
            """,
            at
        ) { row throws(SQLiteFailure) in try row.entry(0) }
    }

    /// Reopenings that opened a day of the period again.
    private func reopenings() throws(SQLiteFailure) -> [EntryNumber] {
        try connection.all(
            """
            SELECT entry FROM (
                SELECT entry, kind, through_day, lag(through_day) OVER (ORDER BY entry) AS before
                FROM period WHERE entry <= ?1)
            WHERE kind = 'period-reopened' AND before >= ?2 AND through_day < ?3 ORDER BY entry
            """,
            at, from, through
        ) { row throws(SQLiteFailure) in try row.entry(0) }
    }

    /// The movements that spent money in the window's last 31 days, within the period, if they exceed the threshold's
    /// share of all spending.
    private func rush(_ account: PeriodAccount) throws(SQLiteFailure) -> [EntryNumber] {
        let (late, all) = (account.spentInRush, account.spent)
        guard late > .zero,
            Int128(late.ore) * 100 > Int128(all.ore) * Int128(programme.thresholds.rushPercent)
        else { return [] }
        return try connection.all(
            """
            SELECT entry FROM movement
            WHERE entry <= ? AND day >= max(?, ?) AND day <= ? AND disbursed_ore <> 0 ORDER BY entry
            """,
            at, from, programme.lastMonth.lowerBound.iso, min(scope.through, programme.lastDay).iso
        ) { row throws(SQLiteFailure) in try row.entry(0) }
    }
}
