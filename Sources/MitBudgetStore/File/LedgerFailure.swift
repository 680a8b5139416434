import CSQLite
public import Files
public import MitBudget
public import SQLite

/// Why the ledger did not do what was asked. Nothing is recorded when one is thrown, but for ``unswept(_:_:)``.
public indirect enum LedgerFailure: CarriesSQLiteFailure, Equatable {
    /// A rule refused; what can be done about it.
    case refused(Refusal, [Remedy] = [])
    /// Several of the account's staff members could be meant.
    case ambiguous([StaffID])
    /// There is no such file.
    case missing(path: String)
    /// A ledger or a copy cannot be made there.
    case unmade(path: String, FileTrouble)
    /// The file is no ledger: another database, another kind of file, a folder.
    case notALedger(path: String)
    /// The name leads to something else than an ordinary file.
    case notOrdinary(path: String, Kind)
    /// Everyone on the machine may read or write the file; its permission bits.
    case exposed(path: String, mode: UInt32)
    /// What lies beside the file, or where it lies, makes it unsafe to open.
    case unsafe(path: String, Hazard)
    /// The file or its log was moved or replaced while it was open.
    case moved(path: String)
    /// The file is a ledger of a later version of the program.
    case newerSchema(found: Int64, known: Int64)
    /// The file is a ledger, but what it holds cannot be.
    case damaged(Damage)
    /// The clock has leapt, and whoever records would not have it so.
    case clockNotAccepted
    /// There is no entry of that number.
    case noSuchEntry(EntryNumber, last: EntryNumber)
    /// Texts were erased by an entry that stands, but the file could not be written anew without what is left of them.
    case unswept(EntryNumber, SQLiteFailure)
    /// The ledger, or the folder in which its log would lie, may not be written; which of them, and `errno`.
    case unwritable(path: String, errno: Int32)
    /// A backup is not in order.
    case unsound(path: String, [VerifyFinding])
    /// A backup is missing, no ordinary file, or damaged; the ledger that it was to replace is as it was.
    case copy(path: String, LedgerFailure)
    /// A backup cannot take the ledger's place.
    case unrestorable(Obstacle)
    /// A system call failed; its name and `errno`.
    case system(call: String, errno: Int32)
    /// SQLite failed.
    case sqlite(SQLiteFailure)

    /// What a name leads to.
    public enum Kind: Equatable, Sendable {
        /// A symbolic link.
        case link
        /// A folder, a FIFO, a device.
        case other
    }

    /// Why a backup cannot take the ledger's place.
    public enum Obstacle: Equatable, Sendable {
        /// Someone has the ledger open.
        case inUse
        /// It is the ledger itself.
        case sameFile
        /// Its first entry is another than the ledger's.
        case anotherLedger
        /// It lacks entries of the ledger, these, or of an anchor, which its last entry lies before.
        case lacks(entries: [JournalLine], of: [AnchorClaim], last: EntryNumber)
        /// Root of the machine asks, and names none of the copy's administrators, who are these.
        case rootNamesNoOne([StaffID])
    }

    /// What makes a file unsafe to open.
    public enum Hazard: Equatable, Sendable {
        /// It has several names (hard links): each would have a log of its own, and neither know of the other's.
        case linked(names: Int)
        /// A rollback journal lies beside it, which a ledger never has: SQLite would set the file back by it.
        case journal(path: String)
        /// Someone switched its write-ahead log off. A rollback journal beside it may then be its own.
        case rollbackMode
        /// A log or its index beside it was made by someone who is neither the file's owner nor of its group: SQLite
        /// would take in what stands there.
        case strangersLog(path: String)
        /// A log or its index beside it is no ordinary file.
        case oddLog(path: String)
        /// A log or its index beside it has several names (hard links).
        case linkedLog(path: String, names: Int)
        /// A log or its index beside it is its users' own, and shut to whoever asks; the ledger's group.
        case shutLog(path: String, group: String)
        /// Several machines may have the file open, and its log cannot be shared between them.
        case sharedFileSystem
    }

    /// What cannot be.
    public enum Damage: Equatable, Sendable {
        /// Entry 1 does not open a ledger, or is missing.
        case opening
        /// Tables, indices, triggers or views are not those that the program makes; their names.
        case schema([String])
        /// The tables, which the fence goes by, do not hold what follows from the entries, which the rules go by;
        /// what the fence said.
        case tables(fence: String)
        /// An entry's body, kind, day or time cannot be read.
        case entry(Int64)
    }
}

extension LedgerFailure {
    /// Someone wrote while the file was read as it lies, too late to read it once more.
    public static var overtaken: LedgerFailure {
        .sqlite(SQLiteFailure(code: SQLITE_BUSY, message: "someone wrote while the file was read"))
    }

    /// Does something with the files beside a ledger and carries its failure.
    static func making(_ path: String, _ work: () throws(FileTrouble) -> Void) throws(LedgerFailure) {
        do {
            try work()
        } catch {
            throw .unmade(path: path, error)
        }
    }

    /// Begins a file beside a place.
    static func draft(
        beside path: String, mode: UInt32 = 0o600, group: UInt32? = nil
    ) throws(LedgerFailure) -> Draft {
        do {
            return try Draft(beside: path, mode: mode, group: group)
        } catch {
            throw .unmade(path: path, error)
        }
    }

    /// The same, told of a backup where it is one of the file: the ledger is another.
    func ofCopy(_ path: String) -> LedgerFailure {
        switch self {
        case .missing, .notOrdinary, .damaged, .system: .copy(path: path, self)
        case .sqlite(let failure) where failure.blamesContents: .copy(path: path, self)
        case .refused, .ambiguous, .unmade, .notALedger, .exposed, .unsafe, .moved, .newerSchema, .clockNotAccepted,
            .noSuchEntry, .unswept, .unwritable, .unsound, .copy, .unrestorable, .sqlite:
            self
        }
    }

    /// Does several things with the database and carries the failure of any.
    static func database<Output>(_ work: () throws(SQLiteFailure) -> Output) throws(LedgerFailure) -> Output {
        do {
            return try work()
        } catch {
            throw .sqlite(error)
        }
    }
}
