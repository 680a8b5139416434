import MitBudget

/// A view of the ledger at which someone may ask for something: it knows whose account is whose, and whether all that
/// it answered could be read.
protocol RecordingView: LedgerView {
    /// All staff of an account, ended members included.
    func staff(of account: AccountName) -> [StaffMember]
    /// An entry.
    func recorded(_ entry: EntryNumber) -> Recorded?
    /// The text that a seal stands for; `nil` once it is erased.
    func text(of seal: Seal) -> String?
    /// - Throws: the first read that failed, among them one of what no one may record without.
    func check() throws(LedgerFailure)
    /// - Throws: the first read that failed, of what was asked for.
    func checkReads() throws(LedgerFailure)
}

extension RecordingView {
    /// An entry, where it says what a command asks for; see ``Command/repeats(_:leaving:in:text:)``.
    func recorded(
        _ number: EntryNumber, saying command: Command, leaving open: Set<Once.Part> = []
    ) throws(LedgerFailure) -> Recorded? {
        guard let recorded = recorded(number) else {
            try check()
            throw .damaged(.entry(number.value))
        }
        let isSame = command.repeats(recorded.entry, leaving: open, in: self, text: text(of:))
        // A text that could not be read is no erased one.
        try check()
        return isSame ? recorded : nil
    }
}
