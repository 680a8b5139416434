import CSQLite
import Glibc

/// A refusal or failure of SQLite, in its own words.
///
/// It never holds a bound value, so a log of it reveals no contents of the database.
public struct SQLiteFailure: Error, Sendable, Equatable {
    /// The extended result code, such as `SQLITE_CONSTRAINT_TRIGGER`.
    public let code: Int32
    /// SQLite's message. For `RAISE(ABORT, 'text')` in a trigger it is that text.
    public let message: String
    /// The statement as written, where one failed; in a script, the text from the failed statement to the end.
    public let sql: String?
    /// The system's `errno`, where the system caused the failure; 0 elsewhere.
    public let systemError: Int32

    /// Makes a failure that SQLite did not report itself.
    public init(code: Int32, message: String, sql: String? = nil, systemError: Int32 = 0) {
        self.code = code
        self.message = message
        self.sql = sql
        self.systemError = systemError
    }

    /// The latest failure of a database, read before another call can overwrite it.
    /// - Parameter isOpen: whether it has files to ask; a database that could not be opened has none.
    init(code: Int32, on database: OpaquePointer?, sql: String? = nil, isOpen: Bool = true) {
        let code = code & 0xFF == SQLITE_CORRUPT && Self.isUnread(database) ? Self.unread : code
        guard code != Self.unread else {
            self.init(code: code, message: sqlite3_errstr(code).map { String(cString: $0) } ?? "", sql: sql)
            return
        }
        let message = database.flatMap(sqlite3_errmsg) ?? sqlite3_errstr(code)
        // SQLite keeps the system's error for failures of these two kinds, longer than they last.
        let isSystem = [SQLITE_IOERR, SQLITE_CANTOPEN].contains(code & 0xFF)
        self.init(
            code: code, message: message.map { String(cString: $0) } ?? "", sql: sql,
            systemError: isSystem ? Self.systemError(on: database, asksFiles: isOpen && database != nil) : 0)
    }

    /// The system's error. Where a log could not grow, SQLite's later calls may have overwritten it in the connection;
    /// the file keeps it longer.
    private static func systemError(on database: OpaquePointer?, asksFiles: Bool) -> Int32 {
        let limits = [EFBIG, ENOSPC, EDQUOT]
        let last = sqlite3_system_errno(database)
        guard asksFiles, !limits.contains(last) else { return last }
        return fileErrors(of: database).first(where: limits.contains) ?? last
    }

    /// `SQLITE_CONSTRAINT_DATATYPE`.
    private static let wrongType = SQLITE_CONSTRAINT | 12 << 8

    /// `SQLITE_IOERR_CORRUPTFS`.
    private static let unread = SQLITE_IOERR | 33 << 8

    /// Whether the system could not read the file or its log. SQLite then reports the file as damaged, though it has
    /// not seen it; the disk may succeed the next time, or the file on another disk.
    private static func isUnread(_ database: OpaquePointer?) -> Bool {
        fileErrors(of: database).contains { [EIO, ENXIO, ERANGE].contains($0) }
    }

    /// The last `errno` of the file and of its log.
    private static func fileErrors(of database: OpaquePointer?) -> [Int32] {
        [SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER].compactMap { which in
            var file: UnsafeMutablePointer<sqlite3_file>?
            var number: Int32 = 0
            guard sqlite3_file_control(database, "main", which, &file) == SQLITE_OK,
                let control = file?.pointee.pMethods?.pointee.xFileControl,
                control(file, SQLITE_FCNTL_LAST_ERRNO, &number) == SQLITE_OK
            else { return nil }
            return number
        }
    }

    /// The result code without its extension: `SQLITE_CONSTRAINT` for `SQLITE_CONSTRAINT_TRIGGER`.
    public var primaryCode: Int32 { code & 0xFF }

    /// The kinds of failure that a caller may handle differently.
    public enum Kind: Sendable, Equatable {
        /// Another connection holds the lock; trying again later may succeed.
        case busy
        /// A constraint or a trigger refused the change.
        case constraint
        /// The file is a damaged database.
        case corrupt
        /// The file is not a database.
        case notADatabase
        /// The file is missing, cannot be reached, or is a symbolic link.
        case cannotOpen
        /// The disk is full.
        case full
        /// The disk or the file system failed.
        case inputOutput
        /// The connection, the file or its folder can only be read.
        case readOnly
        /// The operating system or an authorizer refused.
        case permission
        /// The statement was interrupted.
        case interrupted
        /// The file does not fit the query: a column holds another type than the query reads, or text that is not
        /// UTF-8; a table or a column is missing; a sum is too large.
        case mismatch
        /// Anything else: a misuse, a value too large, no memory.
        case other
    }

    /// The kind of failure, from the code and the system's error.
    public var kind: Kind {
        // SQLite reports a full disk only for writes, not where a file cannot be created or extended.
        if systemError == ENOSPC || systemError == EDQUOT { return .full }
        return switch primaryCode {
        // SQLite turns a sum of whole numbers that is too large into a real, which no column of ours accepts.
        case SQLITE_CONSTRAINT where code == Self.wrongType: .mismatch
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .busy
        case SQLITE_CONSTRAINT: .constraint
        case SQLITE_CORRUPT: .corrupt
        case SQLITE_NOTADB: .notADatabase
        case SQLITE_CANTOPEN: .cannotOpen
        case SQLITE_FULL: .full
        case SQLITE_IOERR: .inputOutput
        case SQLITE_READONLY: .readOnly
        case SQLITE_PERM, SQLITE_AUTH: .permission
        case SQLITE_INTERRUPT: .interrupted
        // SQLite calls these mistakes in the SQL. Our SQL is fixed, so the file must be wrong.
        case SQLITE_MISMATCH, SQLITE_ERROR, SQLITE_SCHEMA: .mismatch
        default: .other
        }
    }
}

extension SQLiteFailure {
    /// Whether the file's contents are the cause: it is damaged, holds another type than the query reads, or lacks a
    /// table or a column. Trying again, or elsewhere, would not help.
    public var blamesContents: Bool {
        switch kind {
        case .corrupt, .notADatabase, .mismatch: true
        case .other: primaryCode == SQLITE_ERROR
        case .busy, .constraint, .cannotOpen, .full, .inputOutput, .readOnly, .permission, .interrupted: false
        }
    }
}

/// An error type that can hold a ``SQLiteFailure``, so that work on a database can throw a single type.
///
/// An enum conforms with the case `case sqlite(SQLiteFailure)`.
public protocol CarriesSQLiteFailure: Error {
    /// Wraps a failure of the database.
    static func sqlite(_ failure: SQLiteFailure) -> Self
}

extension CarriesSQLiteFailure {
    /// Does work with the database and wraps its failure: `try StoreFailure.carrying(try connection.run("…"))`.
    /// - Throws: ``sqlite(_:)`` around what the work throws.
    @inlinable
    @discardableResult
    public static func carrying<Output: ~Copyable>(
        _ work: @autoclosure () throws(SQLiteFailure) -> Output
    ) throws(Self) -> Output {
        do {
            return try work()
        } catch {
            throw .sqlite(error)
        }
    }
}

extension SQLiteFailure: CarriesSQLiteFailure {
    /// Returns the failure itself.
    public static func sqlite(_ failure: SQLiteFailure) -> SQLiteFailure { failure }
}
