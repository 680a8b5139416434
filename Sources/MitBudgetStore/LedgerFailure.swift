public import MitBudget
public import SQLite

/// Why the ledger did not do what was asked. Nothing is recorded when one is thrown.
public enum LedgerFailure: CarriesSQLiteFailure, Equatable {
    /// A rule refused.
    case refused(Refusal)
    /// Several of the account's staff members could be meant.
    case ambiguous([StaffID])
    /// There is no such file.
    case missing(path: String)
    /// The file is there already.
    case exists(path: String)
    /// The file is no ledger: another database, another kind of file, a folder.
    case notALedger(path: String)
    /// The file is a ledger of a later version of the program.
    case newerSchema(found: Int64, known: Int64)
    /// The file is a ledger, but what it holds cannot be.
    case damaged(Damage)
    /// There is no entry of that number.
    case noSuchEntry(EntryNumber, last: EntryNumber)
    /// A system call failed; its name and `errno`.
    case system(call: String, errno: Int32)
    /// SQLite failed.
    case sqlite(SQLiteFailure)

    /// What cannot be.
    public enum Damage: Equatable, Sendable {
        /// Entry 1 does not open a ledger, or is missing.
        case opening
        /// An entry's body, kind, day or time cannot be read.
        case entry(Int64)
    }
}

extension LedgerFailure {
    /// Does several things with the database and carries the failure of any.
    static func database<Output>(_ work: () throws(SQLiteFailure) -> Output) throws(LedgerFailure) -> Output {
        do {
            return try work()
        } catch {
            throw .sqlite(error)
        }
    }
}
