import CSQLite
public import Files
public import MitBudget
public import SQLite

/// Why the ledger did not do what was asked. Nothing is recorded when one is thrown, except for ``unswept(_:_:)``.
public indirect enum LedgerFailure: CarriesSQLiteFailure, Equatable {
    /// A rule refused the command; with what can be done about it.
    case refused(Refusal, [Remedy] = [])
    /// Several of the account's staff members could be meant.
    case ambiguous([StaffID])
    /// There is no such file.
    case missing(path: String)
    /// A ledger or a copy cannot be made there.
    case unmade(path: String, FileTrouble)
    /// The file is no ledger: another database, another kind of file, a folder.
    case notALedger(path: String)
    /// The path leads to something other than an ordinary file.
    case notOrdinary(path: String, Kind)
    /// Everyone on the machine may read or write the file; with its permission bits.
    case exposed(path: String, mode: UInt32)
    /// A file beside the ledger, or the place where it lies, makes it unsafe to open.
    case unsafe(path: String, Hazard)
    /// The file or its log was moved or replaced while it was open.
    case moved(path: String)
    /// The file is a ledger of an earlier or later version of the program, whose schema is another.
    case otherSchema(found: Int64, known: Int64)
    /// The file is a ledger, but its contents are impossible.
    case damaged(Damage)
    /// The clock has leapt, and the caller did not accept that.
    case clockNotAccepted
    /// There is no entry of that number.
    case noSuchEntry(EntryNumber, last: EntryNumber)
    /// The ledger does not bear an anchor that the caller holds against it.
    case contradicted(VerifyFinding)
    /// A recorded entry erased texts, but the file could not be rewritten without their remains.
    case unswept(EntryNumber, SQLiteFailure)
    /// The ledger, or the folder of its log, cannot be written; with the path of that one and `errno`.
    case unwritable(path: String, errno: Int32)
    /// A backup, or the ledger to be backed up, is not in order; with the findings.
    case unsound(path: String, [VerifyFinding])
    /// A backup is missing, not an ordinary file, or damaged. The ledger that it was to replace is unchanged.
    case copy(path: String, LedgerFailure)
    /// A backup cannot take the ledger's place.
    case unrestorable(Obstacle)
    /// A system call failed; with its name and `errno`.
    case system(call: String, errno: Int32)
    /// SQLite failed.
    case sqlite(SQLiteFailure)

    /// What a path leads to instead of an ordinary file.
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
        /// The backup is the ledger itself.
        case sameFile
        /// The backup's first entry differs from the ledger's.
        case anotherLedger
        /// The backup lacks these entries of the ledger, or ends before the entries of these anchors.
        case lacks(entries: [JournalLine], of: [AnchorClaim], last: EntryNumber)
        /// Root of the machine asked, but named none of the copy's administrators, who are listed.
        case rootNamesNoOne([StaffID])
    }

    /// What makes a file unsafe to open.
    public enum Hazard: Equatable, Sendable {
        /// The file has several names (hard links). Each name would have its own log, and neither would know of the
        /// other.
        case linked(names: Int)
        /// A rollback journal lies beside the file, which a ledger never has. SQLite would roll the file back by it.
        case journal(path: String)
        /// Someone switched the file's write-ahead log off. A rollback journal beside it may then be its own.
        case rollbackMode
        /// A log or its index beside the file was made by someone who is neither the file's owner nor in its group.
        /// SQLite would take in its contents.
        case strangersLog(path: String)
        /// A log or its index beside the file is not an ordinary file.
        case oddLog(path: String)
        /// A log or its index beside the file has several names (hard links).
        case linkedLog(path: String, names: Int)
        /// A log or its index beside the file belongs to users of the ledger, but the current user may not open it;
        /// with the ledger's group.
        case shutLog(path: String, group: String)
        /// Several machines may have the file open, and its log cannot be shared between them.
        case sharedFileSystem
    }

    /// Which contents of a ledger are impossible.
    public enum Damage: Equatable, Sendable {
        /// Entry 1 does not open a ledger, or is missing.
        case opening
        /// Tables, indices, triggers or views are not those that the program makes; with their names.
        case schema([String])
        /// The tables, which the fence reads, do not hold what follows from the entries, which the rules read; with the
        /// fence's message.
        case tables(fence: String)
        /// An entry's body, kind, day or time cannot be read.
        case entry(Int64)
    }
}

extension LedgerFailure {
    /// Someone wrote while the file was read in place, and it is too late to read it again.
    public static var overtaken: LedgerFailure {
        .sqlite(SQLiteFailure(code: SQLITE_BUSY, message: "someone wrote while the file was read"))
    }

    /// Runs work on the files beside a ledger and wraps its failure.
    static func making(_ path: String, _ work: () throws(FileTrouble) -> Void) throws(LedgerFailure) {
        do {
            try work()
        } catch {
            throw .unmade(path: path, error)
        }
    }

    /// Starts a draft beside the path that it is to take.
    static func draft(
        beside path: String, mode: UInt32 = 0o600, group: UInt32? = nil
    ) throws(LedgerFailure) -> Draft {
        do {
            return try Draft(beside: path, mode: mode, group: group)
        } catch {
            throw .unmade(path: path, error)
        }
    }

    /// The same failure, reported of a backup if it concerns the file, since the ledger is another file.
    func ofCopy(_ path: String) -> LedgerFailure {
        switch self {
        case .missing, .notOrdinary, .damaged, .system: .copy(path: path, self)
        case .sqlite(let failure) where failure.blamesContents: .copy(path: path, self)
        case .refused, .ambiguous, .unmade, .notALedger, .exposed, .unsafe, .moved, .otherSchema, .clockNotAccepted,
            .noSuchEntry, .contradicted, .unswept, .unwritable, .unsound, .copy, .unrestorable, .sqlite:
            self
        }
    }

    /// Runs work on the database and wraps its failure.
    static func database<Output>(_ work: () throws(SQLiteFailure) -> Output) throws(LedgerFailure) -> Output {
        do {
            return try work()
        } catch {
            throw .sqlite(error)
        }
    }
}
