import CSQLite

/// The system calls of SQLite that can fail, and those that the product makes without SQLite to create a file and name
/// it.
enum Operation: String, CaseIterable {
    case open, delete, access, resolve, read, write, truncate, sync, size
    case lock, unlock, sharedMap, sharedLock, sharedUnlock, sharedUnmap
    case make, rename, unlink, syncByName
}

/// One operation of an undisturbed run.
struct Traced: Equatable {
    let operation: Operation
    /// Whether it changes the disk or makes changes durable.
    let changesDisk: Bool
}

/// The faults that can occur.
enum Fault: String, CaseIterable {
    case readError = "read-error"
    case writeError = "write-error"
    case diskFull = "disk-full"
    case syncError = "sync-error"
    case truncateError = "truncate-error"
    case openError = "open-error"
    case deleteError = "delete-error"
    case statError = "stat-error"
    case lockError = "lock-error"
    case busy = "locked-by-another"
    case sharedMemoryError = "shared-memory-error"
    /// A system call is interrupted, and each later call does only half of the work. That is no error to a program that
    /// repeats the call for the rest.
    case shortTransfer = "short-transfer"
    /// `kill -9`: what was written remains.
    case killed
    /// Unsynced changes are lost, in part or completely.
    case powerCut = "power-cut"
    /// The disk reports a sync that it did not do, and then the power fails. No program survives that; the campaign
    /// must detect it.
    case lyingSync = "lying-sync"
    /// The disk reports a write that it did not do. No program survives that either.
    case lostWrite = "lost-write"

    /// The faults that a ledger must survive.
    static let borne = allCases.filter { !$0.isLie }

    /// Whether the disk lies. The campaign is tested with these faults first: if it misses them, it would miss others.
    var isLie: Bool { self == .lyingSync || self == .lostWrite }

    /// Whether the program ends at that moment.
    var endsProgram: Bool { self == .killed || losesUnsynced }

    /// Whether unsynced changes may be lost.
    var losesUnsynced: Bool { self == .powerCut || self == .lyingSync }

    /// Whether the fault can occur at the operation.
    func befalls(_ traced: Traced) -> Bool {
        switch self {
        case .readError: traced.operation == .read
        case .writeError: traced.operation == .write || traced.operation == .rename
        case .diskFull: [.write, .sharedMap, .make, .rename].contains(traced.operation)
        case .syncError: traced.operation == .sync || traced.operation == .syncByName
        case .truncateError: traced.operation == .truncate
        case .openError: [.open, .resolve, .make].contains(traced.operation)
        case .deleteError: traced.operation == .delete || traced.operation == .unlink
        case .statError: traced.operation == .size || traced.operation == .access
        case .lockError: [.lock, .unlock, .sharedLock, .sharedUnlock].contains(traced.operation)
        case .busy: traced.operation == .lock || traced.operation == .sharedLock
        case .sharedMemoryError: traced.operation == .sharedMap
        case .shortTransfer: traced.operation == .read || traced.operation == .write
        case .killed: true
        case .powerCut, .lyingSync: traced.changesDisk
        case .lostWrite: traced.operation == .write
        }
    }

    /// The code that SQLite gets.
    func code(of operation: Operation) -> Int32 {
        switch operation {
        case .open, .resolve: SQLITE_CANTOPEN
        // For the product, which gets an `errno`: see ``SystemCalls``.
        case .make, .rename, .unlink, .syncByName: self == .diskFull ? SQLITE_FULL : SQLITE_IOERR
        case .delete: SQLITE_IOERR | 10 << 8
        case .access: SQLITE_IOERR | 13 << 8
        case .read: SQLITE_IOERR | 1 << 8
        case .write: self == .diskFull ? SQLITE_FULL : SQLITE_IOERR | 3 << 8
        case .sync: SQLITE_IOERR | 4 << 8
        case .truncate: SQLITE_IOERR | 6 << 8
        case .size: SQLITE_IOERR | 7 << 8
        case .lock: self == .busy ? SQLITE_BUSY : SQLITE_IOERR | 15 << 8
        case .unlock: SQLITE_IOERR | 8 << 8
        case .sharedLock: self == .busy ? SQLITE_BUSY : SQLITE_IOERR | 20 << 8
        case .sharedUnlock, .sharedUnmap: SQLITE_IOERR | 20 << 8
        case .sharedMap: SQLITE_IOERR | (self == .diskFull ? 19 : 21) << 8
        }
    }
}

/// One fault at one operation.
struct Strike {
    let fault: Fault
    /// The operation's number, from 0; the number of all operations means the moment after the last.
    let operation: Int
    /// Whether the fault repeats at all later operations where it can occur.
    let isLasting: Bool
}
