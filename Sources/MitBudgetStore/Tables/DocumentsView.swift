import MitBudget
import SQLite

// Documents and approvals, as the rules read them.
extension StoreView {
    func recorder(of entry: EntryNumber) -> StaffID? {
        read { () throws(SQLiteFailure) in
            try connection.first("SELECT actor FROM journal WHERE seq = ?", entry.value) { row throws(SQLiteFailure) in
                try row.staff(0)
            }
        }
    }

    func documents(on entry: EntryNumber) -> [AttachedDocument] {
        read { () throws(SQLiteFailure) in
            try connection.all(
                """
                SELECT a.entry, a.movement, m.participant, a.proof, a.type, a.size, a.evidence,
                    a.detached_entry IS NULL, e.bytes IS NULL
                FROM attachment AS a JOIN movement AS m ON m.entry = a.movement
                LEFT JOIN evidence AS e ON e.id = a.evidence
                WHERE a.movement = ? ORDER BY a.entry
                """,
                entry.value, read: AttachedDocument.init)
        } ?? []
    }

    func document(attachedBy entry: EntryNumber) -> AttachedDocument? {
        read { () throws(SQLiteFailure) in
            try connection.first(
                """
                SELECT a.entry, a.movement, m.participant, a.proof, a.type, a.size, a.evidence,
                    a.detached_entry IS NULL, e.bytes IS NULL
                FROM attachment AS a JOIN movement AS m ON m.entry = a.movement
                LEFT JOIN evidence AS e ON e.id = a.evidence
                WHERE a.entry = ?
                """,
                entry.value, read: AttachedDocument.init)
        }
    }

    /// Only documents of the same size are read.
    func carriers(of file: DocumentFile) -> [EntryNumber] {
        read { () throws(SQLiteFailure) in
            try connection.all(
                """
                SELECT DISTINCT movement FROM attachment JOIN evidence ON id = evidence
                WHERE size = ? AND detached_entry IS NULL AND evidence.bytes = ? ORDER BY movement
                """,
                file.bytes.count, Value.blob(file.bytes)
            ) { row throws(SQLiteFailure) in try row.entry(0) }
        } ?? []
    }

    func isConfirmed(_ entry: EntryNumber) -> Bool {
        read { () throws(SQLiteFailure) in
            try connection.first("SELECT 1 FROM confirmation WHERE movement = ?", entry.value, as: Int64.self)
        } != nil
    }

    func awaitingApproval(through day: Day) -> [(entry: EntryNumber, by: StaffID)] {
        read { () throws(SQLiteFailure) in
            try connection.all(
                """
                SELECT m.entry, actor FROM movement AS m JOIN journal ON seq = m.entry
                WHERE m.kind IN ('disbursement', 'expense') AND m.day <= ?
                    AND NOT EXISTS (SELECT 1 FROM approval WHERE movement = m.entry)
                    AND NOT EXISTS (
                        SELECT 1 FROM movement AS r WHERE r.refers_to = m.entry AND r.kind = 'reversal')
                ORDER BY m.entry
                """,
                day.iso
            ) { row throws(SQLiteFailure) in (entry: try row.entry(0), by: try row.staff(1)) }
        } ?? []
    }

    /// Whether a document has these bytes; one that is erased may have had any.
    func holds(_ document: SealedDocument, _ file: DocumentFile) -> Bool {
        guard document.size == file.bytes.count else { return false }
        return read { () throws(SQLiteFailure) in
            try connection.first(
                "SELECT coalesce(bytes = ?, 1) FROM evidence WHERE id = ?", Value.blob(file.bytes), document.evidence,
                as: Int64.self)
        } == 1
    }
}

extension AttachedDocument {
    init(_ row: Row) throws(SQLiteFailure) {
        let document = SealedDocument(
            hash: "", evidence: try row.integer(6), size: try row.count(5),
            type: try row.meaning(4) { DocumentType(rawValue: $0) })
        self.init(
            number: try row.entry(0),
            attachment: Attachment(
                entry: try row.entry(1), participant: try row.participantOrNull(2),
                proof: try row.meaning(3) { DocumentProof(rawValue: $0) }, document: .sealed(document)),
            evidence: document.evidence, stands: try row.integer(7) != 0, isErased: try row.integer(8) != 0)
    }
}
