public import MitBudget
import SQLite

/// The amendments that a report tells of.
struct Amendments {
    /// Those of the period, in order of recording.
    var made: [PeriodFacts.AmendmentMade] = []
    /// Those of the period that changed, without an approval, what the funder must approve.
    var unapproved: [EntryNumber] = []
}

extension Ledger {
    /// All amendments up to an entry, each with the terms before it, in order of recording.
    /// - Throws: ``LedgerFailure``.
    func amendments(
        through last: EntryNumber, _ body: (Recorded, Amendment) throws(LedgerFailure) -> Void
    ) throws(LedgerFailure) {
        var row = JournalRow()
        try connection.each(
            """
            SELECT seq, recorded_at, actor, kind, day, body, hash FROM journal
            WHERE kind IN ('terms-amended', 'measure-noted') AND kind = 'terms-amended' AND seq <= ? ORDER BY seq
            """,
            last.value
        ) { next throws(LedgerFailure) in
            try LedgerFailure.carrying(try row.take(next))
            guard let recorded = row.recorded(), case .amended(let amendment) = recorded.entry.event else {
                throw .damaged(.entry(row.seq))
            }
            try body(recorded, amendment)
        }
    }

    /// The amendments that a report of a period tells of. Whether one needed an approval is measured against the last
    /// approved terms, those of entry 1 at first, so that many small steps are seen.
    func amendments(
        from first: Programme, in scope: PeriodFacts.Scope
    ) throws(LedgerFailure) -> Amendments {
        var told = Amendments()
        var (before, approved) = (first, first)
        try amendments(through: scope.at) { recorded, amendment throws(LedgerFailure) in
            let day = recorded.entry.day
            if day >= scope.from, day <= scope.through {
                told.made.append(
                    PeriodFacts.AmendmentMade(
                        entry: recorded.number, day: day, recordedAt: recorded.recordedAt, staff: recorded.actor,
                        approval: amendment.approval, changes: before.changes(to: amendment.terms)))
                if amendment.approval == nil, approved.needsApproval(for: amendment.terms) {
                    told.unapproved.append(recorded.number)
                }
            }
            if amendment.approval != nil { approved = amendment.terms }
            before = amendment.terms
        }
        return told
    }

    /// The entries that amended the terms, up to an entry, in order; all of them where none is named.
    /// - Throws: ``LedgerFailure``.
    public func amendments(through last: EntryNumber?) throws(LedgerFailure) -> [Recorded] {
        var all: [Recorded] = []
        try amendments(through: anchor(at: last).number) { recorded, _ throws(LedgerFailure) in all.append(recorded) }
        return all
    }

    /// The terms that the funder last approved, and their entry: those of entry 1, or of the latest amendment with an
    /// approval.
    /// - Throws: ``LedgerFailure``.
    public func approvedTerms() throws(LedgerFailure) -> (entry: EntryNumber, terms: Programme) {
        var approved = (entry: EntryNumber.opening, terms: try terms(asOf: nil, at: .opening))
        try amendments(through: anchor(at: nil).number) { recorded, amendment throws(LedgerFailure) in
            if amendment.approval != nil { approved = (recorded.number, amendment.terms) }
        }
        return approved
    }

    /// The terms in force up to an entry; all entries where none is named.
    /// - Throws: ``LedgerFailure``; ``LedgerFailure/noSuchEntry(_:last:)`` for an entry beyond the end.
    public func terms(at entry: EntryNumber?) throws(LedgerFailure) -> Programme {
        guard let entry else { return programme }
        return try terms(asOf: nil, at: try anchor(at: entry).number)
    }
}
