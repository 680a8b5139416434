public import MitBudget
import SQLite

extension Ledger {
    /// The leap of the clock, if an entry recorded now would lie suspiciously far after the last one.
    public func clockLeap(at now: Moment) throws(LedgerFailure) -> ClockLeap? {
        // Someone may have extended the terms since the ledger was opened.
        try readTerms()
        let head = try LedgerFailure.carrying(try Head.read(on: connection))
        return programme.leap(from: head?.recordedAt, to: now)
    }

    /// Has a leap accepted before anything is locked, since the person who is asked may take their time.
    /// - Parameter sound: makes sure that nothing else is wrong, so that no one is asked in vain.
    /// - Throws: ``LedgerFailure/clockNotAccepted``.
    func minding(
        _ circumstances: Circumstances, _ sound: () throws(LedgerFailure) -> Void = {}
    ) throws(LedgerFailure) {
        guard let leap = try clockLeap(at: circumstances.now()) else { return }
        try sound()
        guard circumstances.acceptsLeap(leap) else { throw .clockNotAccepted }
    }
}
