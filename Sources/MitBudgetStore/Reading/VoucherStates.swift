public import MitBudget
import SQLite

/// A standing disbursement or expense, and what proves it.
public struct VoucherState: Equatable, Sendable {
    /// The entry's number.
    public let entry: EntryNumber
    /// The voucher.
    public let voucher: VoucherReference
    /// The recipient, where it is one's money.
    public let participant: ParticipantReference?
    /// The day on which the expense was incurred.
    public let day: Day
    /// The amount less what came back.
    public let net: Amount
    /// What proves it.
    public let proof: VoucherProof

    /// Whether an auditor would miss this proof; nothing is missed where all came back.
    public func lacks(_ proof: Programme.Proof) -> Bool {
        net > .zero && !self.proof.has(proof)
    }
}

extension Ledger {
    /// Hands over the standing disbursements and expenses of some days, in order of entry, holding one at a time.
    /// - Throws: ``LedgerFailure``.
    public func vouchers(
        from: Day?, through: Day?, _ body: (VoucherState) -> Void
    ) throws(LedgerFailure) {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            var rows = try connection.rows(
                """
                SELECT m.entry, m.voucher, m.participant, m.day, m.amount_ore - (
                        SELECT coalesce(sum(amount_ore), 0) FROM movement AS back
                        WHERE back.refers_to = m.entry AND back.kind = 'refund' AND NOT EXISTS (
                            SELECT 1 FROM movement AS r WHERE r.refers_to = back.entry AND r.kind = 'reversal')),
                    EXISTS (
                        SELECT 1 FROM movement AS line JOIN attachment AS a ON a.movement = line.entry
                        WHERE line.voucher_key = m.voucher_key AND proof = 'receipt' AND detached_entry IS NULL
                            AND NOT EXISTS (
                                SELECT 1 FROM movement AS r
                                WHERE r.refers_to = line.entry AND r.kind = 'reversal')),
                    m.entry IN (SELECT movement FROM confirmation) OR EXISTS (
                        SELECT 1 FROM movement AS line JOIN attachment AS a ON a.movement = line.entry
                        WHERE line.voucher_key = m.voucher_key AND proof = 'payment' AND detached_entry IS NULL
                            AND NOT EXISTS (
                                SELECT 1 FROM movement AS r
                                WHERE r.refers_to = line.entry AND r.kind = 'reversal')),
                    (SELECT actor FROM approval JOIN journal ON seq = approval.entry WHERE movement = m.entry)
                FROM movement AS m
                WHERE m.kind IN ('disbursement', 'expense') AND m.day >= ? AND m.day <= ? AND NOT EXISTS (
                    SELECT 1 FROM movement AS r WHERE r.refers_to = m.entry AND r.kind = 'reversal')
                ORDER BY m.entry
                """,
                from?.iso ?? "", through?.iso ?? "9999-12-31")
            while let row = try rows.next() { body(try VoucherState(row)) }
        }
    }

    /// The payments of a confirmation whose entries no extract confirmed yet.
    /// - Throws: ``LedgerFailure``.
    public func unconfirmed(_ confirmation: Confirmation) throws(LedgerFailure) -> [Confirmation.Payment] {
        try asking { view in confirmation.payments.filter { !view.isConfirmed($0.entry) } }
    }

    /// How many standing disbursements and expenses up to a day no manager approved.
    /// - Throws: ``LedgerFailure``.
    public func awaitingApproval(through day: Day) throws(LedgerFailure) -> Int {
        try asking { $0.awaitingApproval(through: day).count }
    }

    /// The entries other than one that have a document with the same bytes, which still counts.
    /// - Throws: ``LedgerFailure``.
    public func carriers(of file: DocumentFile, besides entry: EntryNumber) throws(LedgerFailure) -> [EntryNumber] {
        try asking { view in view.carriers(of: file).filter { $0 != entry } }
    }
}

extension Ledger {
    /// The documents that were ever attached to an entry, or the one that it attached itself, in order.
    /// - Throws: ``LedgerFailure``.
    public func documents(of entry: EntryNumber) throws(LedgerFailure) -> [AttachedDocument] {
        try asking { view in view.document(attachedBy: entry).map { [$0] } ?? view.documents(on: entry) }
    }

    /// A document's bytes; `nil` once they are erased.
    /// - Throws: ``LedgerFailure``.
    public func bytes(of document: AttachedDocument) throws(LedgerFailure) -> [UInt8]? {
        try bytes(ofEvidence: document.evidence)
    }

    /// A sealed document's bytes; `nil` once they are erased.
    /// - Throws: ``LedgerFailure``.
    public func bytes(of seal: SealedDocument) throws(LedgerFailure) -> [UInt8]? {
        try bytes(ofEvidence: seal.evidence)
    }

    private func bytes(ofEvidence evidence: Int64) throws(LedgerFailure) -> [UInt8]? {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first(
                "SELECT bytes FROM evidence WHERE id = ? AND bytes IS NOT NULL", evidence
            ) { row throws(SQLiteFailure) in try row.blob(0) }
        }
    }
}

extension StoreView {
    /// An attached document with its seal, which the entry that attached it holds; `nil` if that cannot be read.
    func evidence(_ document: AttachedDocument) -> EntryFacts.Evidence? {
        guard case .attached(let attachment)? = recorded(document.number)?.entry.event,
            case .sealed(let seal) = attachment.document
        else { return nil }
        return EntryFacts.Evidence(
            entry: document.number, proof: attachment.proof, seal: seal, isErased: document.isErased)
    }
}

extension VoucherState {
    fileprivate init(_ row: Row) throws(SQLiteFailure) {
        self.init(
            entry: try row.entry(0), voucher: try row.voucher(1), participant: try row.participantOrNull(2),
            day: try row.day(3), net: try row.amount(4),
            proof: VoucherProof(
                hasReceipt: try row.holds(1, at: 5), hasPayment: try row.holds(1, at: 6),
                approvedBy: try row.isNull(7) ? nil : try row.staff(7)))
    }
}
