public import MitBudget
import SQLite

/// Everything that the ledger holds on a citizen.
public struct Disclosure: Sendable {
    /// The citizen's state and money.
    public let account: ParticipantAccount
    /// The items of approved plans.
    public let items: [ItemAccount]
    /// Every entry on the citizen, with its texts.
    public let entries: [Entry]
    /// Every document that was ever attached to one of them, by the entries that attached them. One that was taken off
    /// is still held until it is erased.
    public let documents: [Document]

    /// An entry and its texts.
    public struct Entry: Sendable {
        /// The entry, with texts as seals.
        public let line: JournalLine
        /// Its texts, in the order of the body's keys.
        public let texts: [EntryText]
    }

    /// A document, and what it documents.
    public struct Document: Sendable {
        /// The entry whose voucher it documents.
        public let of: EntryNumber
        /// Its seal, the entry that attached it, and whether its bytes are gone.
        public let evidence: EntryFacts.Evidence
        /// Whether it was not taken off.
        public let stands: Bool
    }
}

extension Ledger {
    /// Reads everything that the ledger holds on a citizen. The caller first records that it is read.
    /// - Parameter take: gets the bytes of each document that is not erased, one document at a time; `nil` to leave
    ///   them.
    /// - Throws: ``LedgerFailure``.
    public func disclosure(
        of reference: ParticipantReference,
        documents take: ((Disclosure.Document, [UInt8]) throws(LedgerFailure) -> Void)? = nil
    ) throws(LedgerFailure) -> Disclosure {
        try reading { () throws(LedgerFailure) in
            let (account, items) = (try participant(reference), try items(of: reference))
            var entries: [Disclosure.Entry] = []
            try journal(JournalFilter(participants: [reference])) { line throws(LedgerFailure) in
                entries.append(Disclosure.Entry(line: line, texts: try texts(of: line)))
            }
            let documents = try documents(of: reference)
            for document in documents {
                if let take, let bytes = try bytes(of: document.evidence.seal) { try take(document, bytes) }
            }
            return Disclosure(account: account, items: items, entries: entries, documents: documents)
        }
    }

    private func documents(of reference: ParticipantReference) throws(LedgerFailure) -> [Disclosure.Document] {
        let entries = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.all(
                """
                SELECT a.entry FROM attachment AS a JOIN movement AS m ON m.entry = a.movement
                WHERE m.participant = ? ORDER BY a.entry
                """,
                reference.text
            ) { row throws(SQLiteFailure) in try row.entry(0) }
        }
        return try asking { view in
            entries.compactMap(view.document).compactMap { document in
                view.evidence(document).map { evidence in
                    Disclosure.Document(of: document.attachment.entry, evidence: evidence, stands: document.stands)
                }
            }
        }
    }
}
