import Glibc
import JSON
public import MitBudget
import SQLite

/// What a recording needs of the world: asked for only once the ledger is locked for writing.
public struct Circumstances {
    /// The time.
    public let now: () -> Moment
    /// The local day.
    public let today: () -> Day
    /// 32 random hex digits, different each time.
    public let salt: () -> String

    /// Circumstances.
    public init(now: @escaping () -> Moment, today: @escaping () -> Day, salt: @escaping () -> String) {
        self.now = now
        self.today = today
        self.salt = salt
    }
}

/// One ledger file, open. For one thread.
public final class Ledger {
    /// What is meant to be done with the file.
    public enum Access: Sendable {
        /// Only reads.
        case reading
        /// Reads and records.
        case recording
    }

    /// The terms, from entry 1.
    public let programme: Programme
    /// The file.
    public let path: String
    let connection: Connection

    init(connection: Connection, path: String, programme: Programme) {
        self.connection = connection
        self.path = path
        self.programme = programme
    }

    /// Opens a ledger. Nothing in the file or its folder is changed by that.
    /// - Parameter patienceMilliseconds: how long to wait for someone else who is writing.
    /// - Throws: ``LedgerFailure``, naming what is wrong with the file.
    public convenience init(
        path: String, access: Access, patienceMilliseconds: Int32 = 5000
    ) throws(LedgerFailure) {
        let path = Self.file(path)
        try Self.inspect(path)
        // Reading, too, opens the file for writing where it may: the last connection to close then folds the
        // write-ahead log away, where a read-only one would leave it lying.
        let connection = try LedgerFailure.database { () throws(SQLiteFailure) in
            let connection = try Connection(path: path, access: .readWrite, busyMilliseconds: patienceMilliseconds)
            if access == .reading { try connection.script("PRAGMA query_only = ON") }
            return connection
        }
        let programme = try Self.programme(on: connection, path: path)
        self.init(connection: connection, path: path, programme: programme)
    }

    /// Closes the file.
    public func close() {
        // What was to be kept was committed; a failure to close loses nothing.
        try? connection.close()
    }

    /// SQLite would take the name `:memory:` for a database that is no file.
    static func file(_ path: String) -> String {
        path.hasPrefix(":") ? "./" + path : path
    }

    /// Looks at a file before SQLite touches it: SQLite would make an empty file a database, and would take a FIFO's
    /// or a folder's refusal for a fault of its own.
    private static func inspect(_ path: String) throws(LedgerFailure) {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { throw .missing(path: path) }
            throw .system(call: "lstat", errno: errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notALedger(path: path) }
        let file = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { throw .system(call: "open", errno: errno) }
        defer { Glibc.close(file) }
        var header = [UInt8](repeating: 0, count: 100)
        let count = read(file, &header, header.count)
        guard count >= 0 else { throw .system(call: "read", errno: errno) }
        // Bytes 68 to 71 of an SQLite file hold its application id.
        let mark = header[68..<72].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        guard count == 100, header.starts(with: "SQLite format 3\0".utf8), mark == Schema.applicationID else {
            throw .notALedger(path: path)
        }
        let version = header[60..<64].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        guard version <= Schema.version else { throw .newerSchema(found: version, known: Schema.version) }
    }

    private static func programme(on connection: Connection, path: String) throws(LedgerFailure) -> Programme {
        let row = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.script(Schema.connection)
            return try connection.first("SELECT kind, day, body FROM journal WHERE seq = 1") {
                row throws(SQLiteFailure) in (kind: try row.text(0), day: try row.text(1), body: try row.text(2))
            }
        }
        guard let row, row.kind == EntryKind.ledgerOpened.rawValue, let day = try? Day(iso: row.day),
            let json = try? JSON(parsing: row.body),
            case .opened(let programme, _)? = try? Body.decode(.ledgerOpened, json, day: day)
        else { throw .damaged(.opening) }
        return programme
    }
}
