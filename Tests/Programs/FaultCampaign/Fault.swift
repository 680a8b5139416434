import CSQLite

/// What SQLite asks of the system, as far as it can fail; and what the product asks of it past SQLite, to make a file
/// and give it its name.
enum Operation: String, CaseIterable {
    case open, delete, access, resolve, read, write, truncate, sync, size
    case lock, unlock, sharedMap, sharedLock, sharedUnlock, sharedUnmap
    case make, rename, unlink, syncByName
}

/// One operation of an undisturbed run.
struct Traced: Equatable {
    /// What was asked.
    let operation: Operation
    /// Whether it changes what is on the disk, or makes that last.
    let changesDisk: Bool
}

/// What can go wrong.
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
    /// A system call is interrupted, and each one after it does only half of what was asked. No error at all to a
    /// program that asks for the rest.
    case shortTransfer = "short-transfer"
    /// `kill -9`: what was written stays as it is.
    case killed
    /// What was not synced is lost, in part or in whole.
    case powerCut = "power-cut"
    /// A disk that says it synced and did not, and then the power fails. No program survives that; the campaign must
    /// see it.
    case lyingSync = "lying-sync"
    /// A disk that says it wrote and did not. No program survives that either.
    case lostWrite = "lost-write"

    /// The faults that a ledger must bear.
    static let borne = allCases.filter { !$0.isLie }

    /// Whether the disk deceives. The campaign is put to these first: if it finds nothing then, it can find nothing.
    var isLie: Bool { self == .lyingSync || self == .lostWrite }

    /// Whether the program is gone from that moment on.
    var endsProgram: Bool { self == .killed || losesUnsynced }

    /// Whether what was not synced may be lost.
    var losesUnsynced: Bool { self == .powerCut || self == .lyingSync }

    /// Whether the fault can befall the operation.
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

    /// What SQLite is told.
    func code(of operation: Operation) -> Int32 {
        switch operation {
        case .open, .resolve: SQLITE_CANTOPEN
        // To the product, which hears an `errno`: see ``SystemCalls``.
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
    /// What goes wrong.
    let fault: Fault
    /// At which operation, from 0; the number of all operations stands for the moment after the last.
    let operation: Int
    /// Whether it stays so for all operations that it can befall.
    let isLasting: Bool
}
