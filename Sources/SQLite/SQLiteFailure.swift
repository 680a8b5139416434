import CSQLite
import Glibc

/// What SQLite refused or could not do, in its own words.
///
/// It never holds a bound value, so it can be logged without telling what the database is about.
public struct SQLiteFailure: Error, Sendable, Equatable {
    /// The extended result code, such as `SQLITE_CONSTRAINT_TRIGGER`.
    public let code: Int32
    /// SQLite's message. For `RAISE(ABORT, 'text')` in a trigger it is that text.
    public let message: String
    /// The statement as it was written, where one is to blame; in a script, from the statement that failed to the end.
    public let sql: String?
    /// What the system said, `errno`, where it let the file down; 0 elsewhere.
    public let systemError: Int32

    /// A failure with a code and a message of one's own.
    public init(code: Int32, message: String, sql: String? = nil, systemError: Int32 = 0) {
        self.code = code
        self.message = message
        self.sql = sql
        self.systemError = systemError
    }

    /// What the database last complained of, read before another call can overwrite it.
    /// - Parameter isOpen: whether it has files to ask; a database that could not be opened has none.
    init(code: Int32, on database: OpaquePointer?, sql: String? = nil, isOpen: Bool = true) {
        let code = code & 0xFF == SQLITE_CORRUPT && Self.isUnread(database) ? Self.unread : code
        guard code != Self.unread else {
            self.init(code: code, message: sqlite3_errstr(code).map { String(cString: $0) } ?? "", sql: sql)
            return
        }
        let message = database.flatMap(sqlite3_errmsg) ?? sqlite3_errstr(code)
        // SQLite remembers the system's word for failures of these two kinds, and for longer than they last.
        let isSystem = [SQLITE_IOERR, SQLITE_CANTOPEN].contains(code & 0xFF)
        self.init(
            code: code, message: message.map { String(cString: $0) } ?? "", sql: sql,
            systemError: isSystem ? Self.systemError(on: database, asksFiles: isOpen && database != nil) : 0)
    }

    /// What the system said. Where a log could not grow, what SQLite did thereafter may have made it forget that; the
    /// file's own memory is longer.
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

    /// Whether the system could not read the file or its log. SQLite then says that the file is damaged, as if what it
    /// never saw were wrong; but the disk may do better the next time, or the file on another.
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

    /// The failures that a caller may want to answer differently.
    public enum Kind: Sendable, Equatable {
        /// Another connection holds the lock; trying again later may succeed.
        case busy
        /// A constraint or a trigger refused the change.
        case constraint
        /// The file is a database, but a damaged one.
        case corrupt
        /// The file is not a database at all.
        case notADatabase
        /// The file is missing, cannot be reached, or is a symbolic link.
        case cannotOpen
        /// The disk is full.
        case full
        /// The disk or the file system failed.
        case inputOutput
        /// The connection, the file or its folder can only be read.
        case readOnly
        /// The operating system or an authorizer said no.
        case permission
        /// The statement was stopped half-way.
        case interrupted
        /// The file does not fit what is asked of it: a column holds another type than the one asked for, or text that
        /// is not UTF-8; a table or a column is missing; a sum is too large.
        case mismatch
        /// Anything else: a misuse, a value too large, no memory.
        case other
    }

    /// The kind of failure that the code belongs to.
    public var kind: Kind {
        // To SQLite the disk is full only where a write says so, not where a file cannot be made or made longer.
        if systemError == ENOSPC || systemError == EDQUOT { return .full }
        return switch primaryCode {
        // A sum of whole numbers that is too large for one is a real to SQLite, which no column of ours takes.
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
        // What SQLite calls a mistake in the SQL. Ours is fixed, so it is the file that is not as it should be.
        case SQLITE_MISMATCH, SQLITE_ERROR, SQLITE_SCHEMA: .mismatch
        default: .other
        }
    }
}

extension SQLiteFailure {
    /// Whether what stands in the file is to blame: it is damaged, holds another type than was asked for, or lacks a
    /// table or a column. Trying again, or elsewhere, would not help.
    public var blamesContents: Bool {
        switch kind {
        case .corrupt, .notADatabase, .mismatch: true
        case .other: primaryCode == SQLITE_ERROR
        case .busy, .constraint, .cannotOpen, .full, .inputOutput, .readOnly, .permission, .interrupted: false
        }
    }
}

/// An error type with room for a ``SQLiteFailure``, so that work on a database can throw one type all the way up.
///
/// An enum conforms by having the case: `case sqlite(SQLiteFailure)`.
public protocol CarriesSQLiteFailure: Error {
    /// The error that stands for a failure of the database.
    static func sqlite(_ failure: SQLiteFailure) -> Self
}

extension CarriesSQLiteFailure {
    /// Does one thing with the database and carries its failure: `try StoreFailure.carrying(try connection.run("…"))`.
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
    /// The failure itself.
    public static func sqlite(_ failure: SQLiteFailure) -> SQLiteFailure { failure }
}
