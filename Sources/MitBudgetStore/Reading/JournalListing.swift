import JSON
public import MitBudget
import SQLite

/// Which entries to list. A criterion that is `nil` or empty lets every entry pass.
public struct JournalFilter: Sendable {
    /// Only entries of this day or later.
    public var from: Day?
    /// Only entries of this day or earlier.
    public var through: Day?
    /// Only entries recorded at this time or later.
    public var recordedFrom: Moment?
    /// Only entries recorded before this time.
    public var recordedBefore: Moment?
    /// Only entries about these citizens.
    public var participants: [ParticipantReference] = []
    /// Only entries of these kinds.
    public var kinds: [EntryKind] = []
    /// Only entries that this staff member recorded.
    public var staff: StaffID?
    /// Only entries with this voucher, whatever its case, and what reversed them. A measurement has its voucher, too.
    public var voucher: VoucherReference?
    /// Only movements of money on the item of this number, of the citizens named.
    public var item: ItemNumber?
    /// Only the last so many of those that pass.
    public var last: Int?
    /// Only entries up to this one.
    public var at: EntryNumber?

    /// Makes a filter that lets every entry of some citizens pass, or every entry.
    public init(participants: [ParticipantReference] = []) {
        self.participants = participants
    }
}

extension Ledger {
    /// Hands over the entries that pass a filter, in order of recording, one at a time.
    /// - Throws: ``LedgerFailure``.
    public func journal(
        _ filter: JournalFilter, _ body: (JournalLine) throws(LedgerFailure) -> Void
    ) throws(LedgerFailure) {
        guard let end = if let at = filter.at { at } else { try lastEntry } else { return }
        var (start, surplus) = (Int64(1), 0)
        if let last = filter.last { (start, surplus) = try tail(of: filter, last, through: end.value) }
        try rows(of: filter, start...end.value) { row throws(LedgerFailure) in
            guard surplus == 0 else { return surplus -= 1 }
            try body(try LedgerFailure.database { () throws(SQLiteFailure) in try JournalLine(row) })
        }
    }

    private var lastEntry: EntryNumber? {
        get throws(LedgerFailure) {
            try LedgerFailure.database { () throws(SQLiteFailure) in
                try connection.first("SELECT max(seq) FROM journal") { row throws(SQLiteFailure) in
                    try row.entryOrNull(0)
                } ?? nil
            }
        }
    }

    /// Walks back from the end, in ever longer stretches, until that many entries have passed the filter.
    /// - Returns: the entry at which the last stretch begins, and how many too many pass from there on.
    private func tail(
        of filter: JournalFilter, _ last: Int, through end: Int64
    ) throws(LedgerFailure) -> (start: Int64, surplus: Int) {
        var (start, passed, stretch) = (end + 1, 0, Int64(256))
        while passed < last, start > 1 {
            let begin = max(1, start - stretch)
            try rows(of: filter, begin...start - 1) { _ throws(LedgerFailure) in passed += 1 }
            (start, stretch) = (begin, stretch * 4)
        }
        return (max(1, start), max(0, passed - last))
    }

    private func rows(
        of filter: JournalFilter, _ entries: ClosedRange<Int64>, _ body: (Row) throws(LedgerFailure) -> Void
    ) throws(LedgerFailure) {
        try connection.each(
            """
            SELECT seq, recorded_at, actor, kind, day, body, hash FROM journal
            WHERE seq BETWEEN ?1 AND ?2 AND (?3 IS NULL OR day >= ?3) AND (?4 IS NULL OR day <= ?4)
                AND (?5 IS NULL OR recorded_at >= ?5) AND (?6 IS NULL OR recorded_at < ?6)
                AND (?7 IS NULL OR actor = ?7) AND (?8 IS NULL OR kind IN (SELECT value FROM json_each(?8)))
                AND (?9 IS NULL OR body ->> '$.participant' IN (SELECT value FROM json_each(?9)))
                AND (?10 IS NULL OR seq IN (
                    SELECT entry FROM movement
                    WHERE participant IN (SELECT value FROM json_each(?9)) AND item = ?10))
                AND (?11 IS NULL OR seq IN (
                    SELECT entry FROM movement WHERE voucher_key = ?11
                    UNION ALL SELECT r.entry FROM movement AS m JOIN movement AS r
                        ON r.refers_to = m.entry AND r.kind = 'reversal' WHERE m.voucher_key = ?11
                    UNION ALL SELECT seq FROM journal WHERE kind IN ('terms-amended', 'measure-noted') AND replace(
                        replace(replace(lower(body ->> '$.voucher'), 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å') = ?11))
            ORDER BY seq
            """,
            entries.lowerBound, entries.upperBound, filter.from?.iso, filter.through?.iso, filter.recordedFrom?.iso,
            filter.recordedBefore?.iso, filter.staff?.text, Self.list(filter.kinds.map(\.rawValue)),
            Self.list(filter.participants.map(\.text)), filter.item?.value, filter.voucher?.key, body: body)
    }

    /// The texts as a JSON array; `nil` where there are none.
    private static func list(_ texts: [String]) -> String? {
        texts.isEmpty ? nil : JSON.array(texts.map(JSON.string)).compact
    }

    /// The anchor of the latest entry, or of the one asked for.
    /// - Throws: ``LedgerFailure/noSuchEntry(_:last:)``.
    public func anchor(at entry: EntryNumber? = nil) throws(LedgerFailure) -> Anchor {
        let head = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first(
                "SELECT seq, hash FROM journal WHERE ?1 IS NULL OR seq = ?1 ORDER BY seq DESC LIMIT 1", entry?.value
            ) { row throws(SQLiteFailure) in
                Anchor(number: try row.entry(0), hash: try row.meaning(1) { Digest(hex: $0) })
            }
        }
        if let head { return head }
        guard let entry else { throw .damaged(.opening) }
        throw .noSuchEntry(entry, last: try anchor().number)
    }
}
