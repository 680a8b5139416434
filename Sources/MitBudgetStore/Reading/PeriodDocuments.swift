import MitBudget
import SQLite

// The same document on two vouchers.
extension PeriodReader {
    /// A document that stands at the end of the period.
    private struct Standing {
        let entry: EntryNumber
        let voucher: String
        let isInPeriod: Bool
        let size: Int
        let evidence: Int64
    }

    /// Documents with the same bytes.
    private struct Same {
        let evidence: Int64
        var documents: [Standing]
    }

    /// The entries of the period with a document that is also attached to another voucher, whatever its day. Only
    /// documents of the same size are read, one at a time; those whose bytes are erased can't be compared.
    func repeatedDocuments() throws(SQLiteFailure) -> [EntryNumber] {
        var (found, size, same): (Set<EntryNumber>, Int?, [Int: [Same]]) = ([], nil, [:])
        for document in try documentsOfOneSize() {
            if document.size != size {
                found.formUnion(Self.repeated(same))
                (size, same) = (document.size, [:])
            }
            guard let bytes = try bytes(of: document) else { continue }
            let key = bytes.hashValue
            var others = same[key] ?? []
            var place = others.startIndex
            while place < others.endIndex, try !areSame(others[place].evidence, document.evidence) { place += 1 }
            if place < others.endIndex {
                others[place].documents.append(document)
            } else {
                others.append(Same(evidence: document.evidence, documents: [document]))
            }
            same[key] = others
        }
        return found.union(Self.repeated(same)).sorted()
    }

    private static func repeated(_ same: [Int: [Same]]) -> [EntryNumber] {
        same.values.joined().flatMap { same in
            // A receipt attached to two lines of its voucher is needless and no more.
            let isRepeated = same.documents.contains { !$0.voucher.utf8.elementsEqual(same.documents[0].voucher.utf8) }
            return isRepeated ? same.documents.filter(\.isInPeriod).map(\.entry) : []
        }
    }

    /// The standing documents of each size that several vouchers have documents of, one of them in the period.
    private func documentsOfOneSize() throws(SQLiteFailure) -> [Standing] {
        try connection.all(
            """
            WITH standing AS MATERIALIZED (
                SELECT a.entry, a.movement, line.voucher_key AS voucher, line.day >= ?2 AND line.day <= ?3 AS within,
                    a.size, a.evidence
                FROM attachment AS a
                JOIN journal AS j ON j.seq = a.entry AND j.day <= ?3
                JOIN movement AS line ON line.entry = a.movement
                LEFT JOIN journal AS off ON off.seq = a.detached_entry AND off.seq <= ?1 AND off.day <= ?3
                LEFT JOIN movement AS r
                    ON r.refers_to = line.entry AND r.kind = 'reversal' AND r.entry <= ?1 AND r.day <= ?3
                WHERE a.entry <= ?1 AND off.seq IS NULL AND r.entry IS NULL)
            SELECT movement, voucher, within, size, evidence FROM standing
            WHERE size IN (
                SELECT size FROM standing GROUP BY size HAVING min(voucher) <> max(voucher) AND max(within) = 1)
            ORDER BY size, entry
            """,
            at, from, through
        ) { row throws(SQLiteFailure) in
            Standing(
                entry: try row.entry(0), voucher: try row.legible(1), isInPeriod: try row.integer(2) != 0,
                size: try row.count(3), evidence: try row.integer(4))
        }
    }

    private func bytes(of document: Standing) throws(SQLiteFailure) -> [UInt8]? {
        try connection.first(
            "SELECT bytes FROM evidence WHERE id = ? AND bytes IS NOT NULL", document.evidence
        ) { row throws(SQLiteFailure) in try row.blob(0) }
    }

    private func areSame(_ one: Int64, _ other: Int64) throws(SQLiteFailure) -> Bool {
        try connection.first(
            """
            SELECT one.bytes = other.bytes FROM evidence AS one JOIN evidence AS other
            WHERE one.id = ? AND other.id = ?
            """,
            one, other, as: Int64.self) == 1
    }
}
