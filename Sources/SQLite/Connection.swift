import CSQLite
import Glibc

/// A connection to one database file, for one thread at a time.
public final class Connection {
    /// What the connection may do with the file.
    public enum Access: Sendable {
        /// Reads a file that exists.
        case readOnly
        /// Reads and writes a file that exists. A file that can only be read opens, too; a write then fails.
        case readWrite
        /// The same as ``readWrite``, and creates the file if it is missing.
        case create
        /// Reads a file that exists without touching it: takes no lock, changes no byte and makes no file beside it,
        /// whatever the permissions. The caller guarantees that nobody writes meanwhile.
        case untouched
    }

    /// Turns off SQLite's memory statistics. They cost a lock at every allocation, and nothing here reads them.
    private static let keepsNoStatistics: Void = { _ = csqlite_keep_no_memory_statistics() }()

    private var handle: OpaquePointer?
    /// How the connection waits for others; SQLite holds its address.
    private var patience: Patience?
    /// The statements prepared so far, by the address of their text. A literal keeps its address while the program
    /// runs, and two literals at the same address have the same text. They are few, so an array serves a single command
    /// better than a dictionary, and many commands as well.
    private var prepared: [(address: UInt, statement: Statement)] = []

    /// Opens a database file, or a private database in memory for the path `:memory:`.
    ///
    /// Whether the file is a database shows only at the first read.
    /// - Parameters:
    ///   - path: a file name, never a URI. The file may not be a symbolic link; its folder may be reached through one.
    ///   - busyMilliseconds: how long to wait for another connection's lock; with 0 it does not wait.
    /// - Throws: a failure of kind ``SQLiteFailure/Kind/cannotOpen`` if the file is missing or cannot be opened.
    public init(path: String, access: Access, busyMilliseconds: Int32) throws(SQLiteFailure) {
        var name = path == ":memory:" ? path : try Self.resolve(path)
        var flags = access.flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE
        var system: String?
        if access == .untouched {
            if Self.hasLog(name) {
                // Without locks and with the log's index in memory, SQLite reads a leftover log where it lies.
                system = "unix-none"
            } else {
                name = Self.immutable(name)
                flags |= SQLITE_OPEN_URI
            }
        }
        Self.keepsNoStatistics
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(name, &opened, flags, system)
        guard code == SQLITE_OK else {
            // Even then SQLite returns a connection, which tells what went wrong.
            let failure = SQLiteFailure(code: code, on: opened, isOpen: false)
            sqlite3_close_v2(opened)
            throw failure
        }
        handle = opened
        if busyMilliseconds > 0 {
            let patience = Patience(milliseconds: busyMilliseconds)
            self.patience = patience
            sqlite3_busy_handler(opened, Patience.wait, Unmanaged.passUnretained(patience).toOpaque())
        }
        if access == .untouched {
            csqlite_keep_log_on_close(opened)
            try script("PRAGMA locking_mode = EXCLUSIVE")
        }
    }

    deinit {
        prepared = []
        sqlite3_close_v2(handle)
    }

    /// Closes the connection; a second call does nothing. Any later use throws `SQLITE_MISUSE`.
    ///
    /// A ``Rows`` still in use keeps the file open until it is gone.
    /// - Throws: what SQLite reports, though no reason for a failure is known.
    public func close() throws(SQLiteFailure) {
        prepared = []
        let code = sqlite3_close_v2(handle)
        handle = nil
        guard code == SQLITE_OK else { throw SQLiteFailure(code: code, on: nil) }
    }

    /// Whether a transaction is open.
    public var isInTransaction: Bool {
        handle.map { sqlite3_get_autocommit($0) == 0 } ?? false
    }

    /// How many rows the latest `INSERT`, `UPDATE` or `DELETE` changed, not counting those changed by triggers.
    public var changes: Int {
        handle.map { Int(sqlite3_changes64($0)) } ?? 0
    }

    /// The rowid of the latest inserted row; 0 before the first.
    public var lastInsertRow: Int64 {
        handle.map(sqlite3_last_insert_rowid) ?? 0
    }

    /// How many rows changed since the connection opened, including those changed by triggers.
    var totalChanges: Int64 {
        handle.map(sqlite3_total_changes64) ?? 0
    }

    /// The file's name with its folder resolved. `SQLITE_OPEN_NOFOLLOW` also refuses symbolic links among the folders,
    /// and a home often lies behind one. The resolved name starts with a slash, so Debian's SQLite cannot take it for a
    /// URI, whose query could override the requested access.
    private static func resolve(_ path: String) throws(SQLiteFailure) -> String {
        // SQLite opens a nameless temporary database for an empty name, and cuts a name off at a NUL.
        let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map(path.utf8.index(after:)) ?? path.startIndex
        let file = path[start...]
        let folder = start == path.startIndex ? "." : String(path[..<start])
        guard !file.isEmpty, !path.utf8.contains(0), let resolved = realpath(folder, nil) else {
            throw SQLiteFailure(code: SQLITE_CANTOPEN, on: nil)
        }
        defer { free(resolved) }
        return String(cString: resolved) + "/" + file
    }

    /// Whether a write-ahead log that is not empty lies beside a database file.
    private static func hasLog(_ name: String) -> Bool {
        var status = stat()
        return lstat(name + "-wal", &status) == 0 && status.st_size > 0
    }

    /// The name as a URI which states that the file does not change.
    private static func immutable(_ name: String) -> String {
        var uri = "file://"
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"):
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                uri += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return uri + "?immutable=1"
    }

    /// The open database.
    /// - Throws: `SQLITE_MISUSE` after ``close()``.
    func database() throws(SQLiteFailure) -> OpaquePointer {
        guard let handle else { throw SQLiteFailure(code: SQLITE_MISUSE, message: "the connection is closed") }
        return handle
    }

    /// The prepared statement for a literal: the kept one, or a new one while that is in use.
    func statement(for sql: StaticString) throws(SQLiteFailure) -> Statement {
        let database = try database()
        // A literal of a single scalar has no address. It is no statement either; SQLite reports that.
        guard sql.hasPointerRepresentation else { return try statement(for: sql.description) }
        let key = UInt(bitPattern: sql.utf8Start)
        let kept = prepared.first { $0.address == key }?.statement
        if let kept, !kept.isInUse { return kept }
        let text = UnsafeBufferPointer(start: sql.utf8Start, count: sql.utf8CodeUnitCount)
        let statement = try Statement.prepareOne(
            text, on: database, flags: kept == nil ? SQLITE_PREPARE_PERSISTENT : 0)
        if kept == nil { prepared.append((key, statement)) }
        return statement
    }

    /// A statement compiled for this use only.
    func statement(for sql: String) throws(SQLiteFailure) -> Statement {
        let database = try database()
        return try Array(sql.utf8).withUnsafeBufferPointer { (text) throws(SQLiteFailure) in
            try Statement.prepareOne(text, on: database)
        }
    }
}

/// Waits for another connection's lock.
///
/// SQLite's own waiting sleeps longer and longer, up to a tenth of a second, so among many connections the one that has
/// waited longest comes last. Here all sleep for a short random time, so all have the same chance at each try.
private final class Patience {
    private let milliseconds: Int32
    private var end = timespec()

    init(milliseconds: Int32) {
        self.milliseconds = milliseconds
    }

    /// SQLite calls this while a lock is held; 0 gives up.
    static let wait: @convention(c) (UnsafeMutableRawPointer?, Int32) -> Int32 = { pointer, tries in
        guard let pointer else { return 0 }
        return Unmanaged<Patience>.fromOpaque(pointer).takeUnretainedValue().sleep(isFirst: tries == 0) ? 1 : 0
    }

    private func sleep(isFirst: Bool) -> Bool {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        if isFirst {
            end = now
            end.tv_sec += Int(milliseconds / 1000)
            end.tv_nsec += Int(milliseconds % 1000) * 1_000_000
        }
        let left = (end.tv_sec - now.tv_sec) * 1_000_000_000 + end.tv_nsec - now.tv_nsec
        guard left > 0 else { return false }
        var pause = timespec(tv_sec: 0, tv_nsec: min(left, Int.random(in: 200_000...1_800_000)))
        nanosleep(&pause, nil)
        return true
    }
}

extension Connection.Access {
    fileprivate var flags: Int32 {
        switch self {
        case .readOnly, .untouched: SQLITE_OPEN_READONLY
        case .readWrite: SQLITE_OPEN_READWRITE
        case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        }
    }
}
