import MitBudget
import SQLite

/// Goes through the journal and makes the checks that need only the rows: hash, number, clock, anchors, and whether the
/// program would write such a row.
final class JournalReader {
    /// The result of checking a row.
    struct Checked: Sendable {
        let seq: Int64
        /// The stored hash; `nil` if it is not a valid one.
        let hash: Digest?
        let findings: [VerifyFinding]
        /// The entry; `nil` if the row holds none.
        let recorded: Recorded?
    }

    private var rows: Rows
    private var row = JournalRow()
    private var claims: [Int64: [AnchorClaim]]
    private var recordedAt: Moment?
    private(set) var last: Int64 = 0

    init(connection: Connection, claims: [AnchorClaim]) throws(SQLiteFailure) {
        self.claims = Dictionary(grouping: claims) { $0.number.value }
        rows = try connection.rows("SELECT seq, recorded_at, actor, kind, day, body, hash FROM journal ORDER BY seq")
    }

    /// The next row; `nil` after the last.
    func next() throws(SQLiteFailure) -> Checked? {
        guard let next = try rows.next() else { return nil }
        try row.take(next)
        let hash = row.digest
        return Checked(seq: row.seq, hash: hash, findings: check(hash), recorded: row.recorded())
    }

    /// Findings on the anchors of entries that the journal does not have.
    var beyond: [VerifyFinding] {
        claims.values.joined().sorted { $0.number < $1.number }.map { .anchorBeyond($0.number.value, last: last) }
    }

    /// Checks a row. The next row is checked against the stored hash, so that one altered entry is one finding.
    private func check(_ digest: Digest?) -> [VerifyFinding] {
        var findings: [VerifyFinding] = []
        if row.seq != last + 1 { findings.append(.sequenceGap(expected: last + 1, found: row.seq)) }
        if !row.holdsItsHash { findings.append(.chainBroken(row.seq)) }
        if let now = row.recordedAt() {
            if let before = recordedAt, now < before { findings.append(.clockBackwards(row.seq)) }
            recordedAt = now
        }
        if let claimed = claims.removeValue(forKey: row.seq) {
            if !claimed.allSatisfy({ claim in digest.map(claim.matches) ?? false }) {
                findings.append(.anchorDiffers(row.seq))
            }
        }
        last = row.seq
        return findings
    }
}
