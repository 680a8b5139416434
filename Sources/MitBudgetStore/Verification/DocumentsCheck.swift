import MitBudget
import SQLite

/// Compares the stored documents with the seals of the entries that attached them, one after the other.
struct DocumentsCheck {
    private let connection: Connection
    /// How many rows of `evidence` an entry refers to.
    private var found: Int64 = 0
    /// Missing documents, until a later entry says that they were erased.
    private var absent: [(evidence: Int64, entry: Int64, subject: String)] = []

    init(connection: Connection) {
        self.connection = connection
    }

    /// Follows an entry.
    mutating func check(_ read: Recorded) throws(SQLiteFailure) -> [VerifyFinding] {
        switch read.entry.event {
        case .attached(let attachment):
            guard case .sealed(let seal) = attachment.document else { return [] }
            return try check(seal, subject: read.entry.event.subject, entry: read.number.value).map { [$0] } ?? []
        case .detached(let detachment) where detachment.erases:
            absent.removeAll { $0.evidence == detachment.evidence }
            return try kept(
                connection.all(
                    "SELECT id FROM evidence WHERE id = ? AND bytes IS NOT NULL", detachment.evidence, as: Int64.self),
                by: read.number)
        case .wordsErased(let reference, _, _):
            absent.removeAll { $0.subject.utf8.elementsEqual(reference.text.utf8) }
            return try kept(
                connection.all(
                    """
                    SELECT id FROM evidence JOIN attachment ON evidence = id
                    WHERE subject = ? AND entry < ? AND evidence.bytes IS NOT NULL
                    """,
                    reference.text, read.number.value, as: Int64.self), by: read.number)
        case .opened, .staffAdded, .staffEnded, .staffRebound, .enrolled, .withdrawn, .drafted, .approved, .rejected,
            .money, .periodClosed, .periodReopened, .amended, .resultNoted, .measured, .detached, .vouchersApproved,
            .confirmed,
            .witnessed, .corrected, .wordsRead, .restored:
            return []
        }
    }

    /// What no entry explains at the end of the journal.
    mutating func finish() throws(SQLiteFailure) -> [VerifyFinding] {
        var findings = absent.map { VerifyFinding.evidenceMissing(evidence: $0.evidence, entry: $0.entry) }
        let count = try connection.first("SELECT count(*) FROM evidence", as: Int64.self) ?? 0
        if count > found { findings.append(.evidenceStray(count: count - found)) }
        return findings
    }

    private func kept(_ rows: [Int64], by entry: EntryNumber) -> [VerifyFinding] {
        rows.map { .evidenceKept(evidence: $0, entry: entry.value) }
    }

    private mutating func check(
        _ seal: SealedDocument, subject: String, entry: Int64
    ) throws(SQLiteFailure) -> VerifyFinding? {
        var rows = try connection.rows(
            "SELECT subject, salt, bytes FROM evidence WHERE id = ?", seal.evidence)
        guard let row = try rows.next() else {
            return .evidenceMissing(evidence: seal.evidence, entry: entry)
        }
        found += 1
        // A document's subject decides for whom it is disclosed and erased.
        guard try row.legible(0).utf8.elementsEqual(subject.utf8) else {
            return .evidenceAltered(evidence: seal.evidence, entry: entry)
        }
        guard try !row.isNull(1), try !row.isNull(2) else {
            absent.append((seal.evidence, entry, subject))
            return nil
        }
        var hash = SHA256()
        hash.update(try row.legible(1))
        hash.update("\n")
        let isSame = try row.withBlob(2) { bytes throws(SQLiteFailure) in
            hash.update(bytes)
            return bytes.count == seal.size && hash.digest() == Digest(hex: seal.hash.utf8.span)
        }
        return isSame ? nil : .evidenceAltered(evidence: seal.evidence, entry: entry)
    }
}
