import MitBudget

/// A view of the ledger for deciding commands. It also knows which staff member has which account, and whether
/// everything that it answered could be read.
protocol RecordingView: LedgerView {
    /// All staff of an account, ended members included.
    func staff(of account: AccountName) -> [StaffMember]
    func recorded(_ entry: EntryNumber) -> Recorded?
    /// The text that a seal stands for; `nil` once it is erased.
    func text(of seal: Seal) -> String?
    /// Whether a document has these bytes; one that is erased may have had any.
    func holds(_ document: SealedDocument, _ file: DocumentFile) -> Bool
    /// - Throws: the first read that failed, including a read that every recording needs.
    func check() throws(LedgerFailure)
    /// - Throws: the first read that failed, of those asked for.
    func checkReads() throws(LedgerFailure)
}

extension RecordingView {
    func entry(_ number: EntryNumber) -> Entry? { recorded(number)?.entry }

    /// An entry, if it says what a command asks for; see ``Command/repeats(_:leaving:in:text:)``.
    func recorded(
        _ number: EntryNumber, saying command: Command, leaving open: Set<Once.Part> = []
    ) throws(LedgerFailure) -> Recorded? {
        guard let recorded = recorded(number) else {
            try check()
            throw .damaged(.entry(number.value))
        }
        let isSame = command.repeats(recorded.entry, leaving: open, in: self, text: text(of:), holds: holds)
        // A text that could not be read does not count as erased.
        try check()
        return isSame ? recorded : nil
    }
}
