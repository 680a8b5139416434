public import MitBudget

/// Everything that the ledger holds on a citizen.
public struct Disclosure: Sendable {
    /// The citizen's state and money.
    public let account: ParticipantAccount
    /// The items of approved plans.
    public let items: [ItemAccount]
    /// Every entry on the citizen, with its texts.
    public let entries: [Entry]

    /// An entry and its texts.
    public struct Entry: Sendable {
        /// The entry, with texts as seals.
        public let line: JournalLine
        /// Its texts, in the order of the body's keys.
        public let texts: [EntryText]
    }
}

extension Ledger {
    /// Reads everything that the ledger holds on a citizen. The caller first records that it is read.
    /// - Throws: ``LedgerFailure``.
    public func disclosure(of reference: ParticipantReference) throws(LedgerFailure) -> Disclosure {
        try reading { () throws(LedgerFailure) in
            let (account, items) = (try participant(reference), try items(of: reference))
            var entries: [Disclosure.Entry] = []
            try journal(JournalFilter(participants: [reference])) { line throws(LedgerFailure) in
                entries.append(Disclosure.Entry(line: line, texts: try texts(of: line)))
            }
            return Disclosure(account: account, items: items, entries: entries)
        }
    }
}
