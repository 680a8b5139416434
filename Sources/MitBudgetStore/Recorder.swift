public import MitBudget
import SQLite

/// Records many commands in one transaction, each decided as if it were the only one.
public final class Recorder {
    private let ledger: Ledger
    private let circumstances: Circumstances

    init(_ ledger: Ledger, under circumstances: Circumstances) {
        self.ledger = ledger
        self.circumstances = circumstances
    }

    /// Decides and records the next command. One that is refused leaves no trace, and others may follow.
    /// - Throws: as ``Ledger/record(_:by:under:)``.
    @discardableResult
    public func record(_ command: Command, by caller: Caller) throws(LedgerFailure) -> Ledger.Recording {
        try ledger.decideAndAppend(command, by: caller, under: circumstances)
    }
}

extension Ledger {
    /// Records many commands: all or none.
    /// - Parameter work: hands the commands over; true keeps what was recorded, false leaves no trace of it.
    /// - Throws: what the work throws, with no trace left; or what SQLite said.
    public func recordMany(
        under circumstances: Circumstances, _ work: (Recorder) throws(LedgerFailure) -> Bool
    ) throws(LedgerFailure) {
        do throws(Undone) {
            try connection.transaction(.immediate) { () throws(Undone) in
                let isKept: Bool
                do throws(LedgerFailure) {
                    try checkPlace()
                    isKept = try work(Recorder(self, under: circumstances))
                } catch {
                    throw .failed(error)
                }
                if !isKept { throw .notKept }
            }
        } catch {
            if case .failed(let failure) = error { throw failure }
        }
    }
}

/// Why a transaction of many commands is rolled back.
private enum Undone: CarriesSQLiteFailure {
    case failed(LedgerFailure)
    case notKept

    static func sqlite(_ failure: SQLiteFailure) -> Undone { .failed(.sqlite(failure)) }
}
