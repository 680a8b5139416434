import Files
import JSON
public import MitBudget
import SQLite

/// What a recording needs from the world. It is asked for only once the ledger is locked for writing.
public struct Circumstances {
    /// The current time.
    public let now: () -> Moment
    /// The current local day.
    public let today: () -> Day
    /// 32 random hex digits, different each time.
    public let salt: () -> String
    /// Whether to record although the clock has leapt; asked before anything is locked.
    public let acceptsLeap: (ClockLeap) -> Bool
    /// Called with the last entry of each transaction, once that is committed.
    public let committed: (Recorded) -> Void

    /// By default every clock leap is accepted, and commits are reported to no one.
    public init(
        now: @escaping () -> Moment, today: @escaping () -> Day, salt: @escaping () -> String,
        acceptsLeap: @escaping (ClockLeap) -> Bool = { _ in true },
        committed: @escaping (Recorded) -> Void = { _ in }
    ) {
        self.acceptsLeap = acceptsLeap
        self.now = now
        self.today = today
        self.salt = salt
        self.committed = committed
    }

    /// The same without reports of commits, for a file that has no name yet and may never get one.
    var unheard: Circumstances { Circumstances(now: now, today: today, salt: salt) }
}

/// An open ledger file. Use it from one thread.
public final class Ledger {
    /// What the caller means to do with the file.
    public enum Access: Sendable {
        /// Only reads.
        case reading
        /// Reads and records.
        case recording
        /// Only reads, and leaves the file and its folder unchanged, byte for byte, if no one else has the file open.
        /// Also reads a file that is open to everyone: the person who checks a copy may not be able to change that.
        case checking
    }

    /// The terms, from entry 1.
    public let programme: Programme
    /// The path of the file.
    public let path: String
    let connection: Connection
    /// Whether the file is read in place while no one writes: a second connection then finds the same.
    let isStill: Bool
    /// Whether the file is in write-ahead mode, as the program makes it.
    let isLogged: Bool
    /// Whether the file has no name of its own yet.
    let isDraft: Bool
    /// The last entry that was committed through this object.
    var latest: Recorded?
    /// The file that was opened, and its log.
    private let identity: (file: FileIdentity?, log: FileIdentity?)

    init(
        connection: Connection, path: String, programme: Programme, inspected: Inspected? = nil,
        isStill: Bool = false, isDraft: Bool = false
    ) {
        self.connection = connection
        self.path = path
        self.programme = programme
        self.isStill = isStill
        self.isDraft = isDraft
        isLogged = inspected?.isLogged ?? true
        identity = (inspected?.identity ?? FileIdentity(of: path), FileIdentity(of: Self.log(of: path)))
    }

    /// Opens a ledger. This changes nothing in the file or its folder.
    /// - Parameter patienceMilliseconds: how long to wait for someone else who is writing.
    /// - Throws: ``LedgerFailure``, naming what is wrong with the file.
    public convenience init(
        path: String, access: Access, patienceMilliseconds: Int32 = 5000
    ) throws(LedgerFailure) {
        let path = Self.file(path)
        let inspected = try Self.inspect(path, for: access)
        // This holds for a check too: from here on the file is no longer read in place.
        guard !FileSystem.isShared(at: path) else { throw .unsafe(path: path, .sharedFileSystem) }
        // A reader also opens the file for writing if it may: the last connection to close then folds the write-ahead
        // log away; a read-only one would leave it lying.
        let connection = try LedgerFailure.database { () throws(SQLiteFailure) in
            let connection = try Connection(path: path, access: .readWrite, busyMilliseconds: patienceMilliseconds)
            if access != .recording { try connection.script("PRAGMA query_only = ON") }
            return connection
        }
        try self.init(connection: connection, path: path, access: access, inspected: inspected)
    }

    /// Makes a ledger of an open connection.
    convenience init(
        connection: Connection, path: String, access: Access, inspected: Inspected, isStill: Bool = false
    ) throws(LedgerFailure) {
        try Self.checkSchema(on: connection, access)
        let programme = try Self.programme(on: connection, path: path)
        self.init(connection: connection, path: path, programme: programme, inspected: inspected, isStill: isStill)
    }

    /// Closes the file.
    public func close() {
        // Everything to be kept is committed, so a failure to close loses nothing.
        try? connection.close()
    }

    /// The path in a form that SQLite takes for a file: it would take `:memory:` for a database in memory.
    static func file(_ path: String) -> String {
        path.hasPrefix(":") ? "./" + path : path
    }

    /// Checks that the schema is the one that the program makes. A verification reads on if only indices or triggers
    /// differ, to report what else does.
    private static func checkSchema(on connection: Connection, _ access: Access) throws(LedgerFailure) {
        guard try !LedgerFailure.carrying(try Schema.isAsMade(on: connection)) else { return }
        let difference = try LedgerFailure.carrying(try Schema.difference(on: connection))
        if access == .checking ? !difference.isReadable : !difference.names.isEmpty {
            throw .damaged(.schema(difference.names))
        }
    }

    private static func log(of path: String) -> String { path + "-wal" }

    /// Checks that the file and its log are still in their places: what is written into a moved file would be lost.
    /// Call it once the ledger is locked for writing, and again when only the commit is left.
    func checkPlace() throws(LedgerFailure) {
        // The file that SQLite has open still has the name, and it is the file that was inspected.
        guard try !LedgerFailure.carrying(try connection.isMoved()), FileIdentity(of: path) == identity.file,
            FileIdentity(of: Self.log(of: path)) == identity.log
        else { throw .moved(path: path) }
    }

    /// Reports a committed entry. For a file without a name, the code that names it reports instead.
    func tell(of recorded: Recorded, under circumstances: Circumstances) {
        latest = recorded
        if !isDraft { circumstances.committed(recorded) }
    }

    private static func programme(on connection: Connection, path: String) throws(LedgerFailure) -> Programme {
        let row = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.script(Schema.connection)
            return try connection.first("SELECT kind, day, body FROM journal WHERE seq = 1") {
                row throws(SQLiteFailure) in (kind: try row.text(0), day: try row.text(1), body: try row.text(2))
            }
        }
        guard let row, row.kind == EntryKind.ledgerOpened.rawValue, let day = try? Day(iso: row.day),
            case .opened(let programme, _)? = Body.read(.ledgerOpened, row.body, day: day)?.event
        else { throw .damaged(.opening) }
        return programme
    }
}
