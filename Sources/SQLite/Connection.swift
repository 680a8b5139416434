import CSQLite
import Glibc

/// One connection to one database file, for one thread at a time.
public final class Connection {
    /// What the connection may do with the file.
    public enum Access: Sendable {
        /// Reads a file that exists.
        case readOnly
        /// Reads and writes a file that exists. If the file can only be read, it opens all the same and a write fails.
        case readWrite
        /// As ``readWrite``, and makes the file if it is missing.
        case create
        /// Reads a file that exists as it lies there: takes no lock, changes no byte, makes no file beside it, whatever
        /// the permissions. The caller answers for it that no one else writes meanwhile.
        case untouched
    }

    /// SQLite counts under a lock what memory it holds, at every allocation; no one here asks.
    private static let keepsNoStatistics: Void = { _ = csqlite_keep_no_memory_statistics() }()

    private var handle: OpaquePointer?
    /// How the connection waits for others; SQLite has the address of it.
    private var patience: Patience?
    /// The statements prepared so far, by the address of their text: a literal stays where it is as long as the
    /// program runs, and two that share an address share the text.
    private var prepared: [UInt: Statement] = [:]

    /// Opens a database file, or a private database in memory for the path `:memory:`.
    ///
    /// Whether the file is a database shows only when it is first read.
    /// - Parameters:
    ///   - path: a file name, never a URI. The file may not be a symbolic link; its folder may be reached through one.
    ///   - busyMilliseconds: how long to wait for another connection's lock; 0 waits not at all.
    /// - Throws: a failure of kind ``SQLiteFailure/Kind/cannotOpen`` if the file is missing or cannot be opened.
    public init(path: String, access: Access, busyMilliseconds: Int32) throws(SQLiteFailure) {
        var name = path == ":memory:" ? path : try Self.resolve(path)
        var flags = access.flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE
        var system: String?
        if access == .untouched {
            if Self.hasLog(name) {
                // Without locks and with the log's index in memory, a log that was left lying is read where it lies.
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
            // SQLite hands out a connection even then, to ask it what went wrong.
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
        prepared = [:]
        sqlite3_close_v2(handle)
    }

    /// Closes the connection; a second time does nothing. Whatever is asked of it afterwards throws `SQLITE_MISUSE`.
    ///
    /// A ``Rows`` still in use keeps the file open until it is gone.
    /// - Throws: what SQLite says, though it has no known reason to.
    public func close() throws(SQLiteFailure) {
        prepared = [:]
        let code = sqlite3_close_v2(handle)
        handle = nil
        guard code == SQLITE_OK else { throw SQLiteFailure(code: code, on: nil) }
    }

    /// Whether a transaction is open.
    public var isInTransaction: Bool {
        handle.map { sqlite3_get_autocommit($0) == 0 } ?? false
    }

    /// The rows that the latest `INSERT`, `UPDATE` or `DELETE` changed, without those changed by triggers.
    public var changes: Int {
        handle.map { Int(sqlite3_changes64($0)) } ?? 0
    }

    /// The rowid of the latest row inserted; 0 before the first.
    public var lastInsertRow: Int64 {
        handle.map(sqlite3_last_insert_rowid) ?? 0
    }

    /// The rows changed since the connection opened, triggers included.
    var totalChanges: Int64 {
        handle.map(sqlite3_total_changes64) ?? 0
    }

    /// The file's name with its folder spelt out: `SQLITE_OPEN_NOFOLLOW` refuses links among the folders too, and a
    /// home often lies behind one. The name then starts with a slash, so Debian's SQLite cannot take it for a URI,
    /// whose query could override the access asked for.
    private static func resolve(_ path: String) throws(SQLiteFailure) -> String {
        // SQLite opens a nameless temporary database for an empty name, and cuts a name at a NUL.
        let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map(path.utf8.index(after:)) ?? path.startIndex
        let file = path[start...]
        let folder = start == path.startIndex ? "." : String(path[..<start])
        guard !file.isEmpty, !path.utf8.contains(0), let resolved = realpath(folder, nil) else {
            throw SQLiteFailure(code: SQLITE_CANTOPEN, on: nil)
        }
        defer { free(resolved) }
        return String(cString: resolved) + "/" + file
    }

    /// Whether a write-ahead log with anything in it lies beside a database file.
    private static func hasLog(_ name: String) -> Bool {
        var status = stat()
        return lstat(name + "-wal", &status) == 0 && status.st_size > 0
    }

    /// The name as a URI that says that the file does not change.
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

    /// The prepared statement for a literal: the kept one, or one made for the occasion while that one is in use.
    func statement(for sql: StaticString) throws(SQLiteFailure) -> Statement {
        let database = try database()
        // A literal of a single scalar has no address; it is no statement either, but let SQLite say so.
        guard sql.hasPointerRepresentation else { return try statement(for: sql.description) }
        let key = UInt(bitPattern: sql.utf8Start)
        let kept = prepared[key]
        if let kept, !kept.isInUse { return kept }
        let text = UnsafeBufferPointer(start: sql.utf8Start, count: sql.utf8CodeUnitCount)
        let statement = try Statement.prepareOne(
            text, on: database, flags: kept == nil ? SQLITE_PREPARE_PERSISTENT : 0)
        if kept == nil { prepared[key] = statement }
        return statement
    }

    /// A statement that is compiled for this one use.
    func statement(for sql: String) throws(SQLiteFailure) -> Statement {
        let database = try database()
        return try Array(sql.utf8).withUnsafeBufferPointer { (text) throws(SQLiteFailure) in
            try Statement.prepareOne(text, on: database)
        }
    }
}

/// Waits for another connection's lock.
///
/// SQLite's own waiting sleeps ever longer, up to a tenth of a second, so that among many the one that has waited
/// longest comes last. Here all sleep alike, for a moment of no fixed length: at each try all have the same chance.
private final class Patience {
    private let milliseconds: Int32
    private var end = timespec()

    init(milliseconds: Int32) {
        self.milliseconds = milliseconds
    }

    /// What SQLite calls while a lock is held; 0 gives up.
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
