import Files
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
    /// Whether to record although the clock has leapt; asked before anything is locked.
    public let acceptsLeap: (ClockLeap) -> Bool
    /// Is told of the last entry of each transaction that was committed, once it stands.
    public let committed: (Recorded) -> Void

    /// Circumstances.
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

    /// The same, for a file that has no name yet: what is committed there may never be.
    var unheard: Circumstances { Circumstances(now: now, today: today, salt: salt) }
}

/// One ledger file, open. For one thread.
public final class Ledger {
    /// What is meant to be done with the file.
    public enum Access: Sendable {
        /// Only reads.
        case reading
        /// Reads and records.
        case recording
        /// Only reads, and leaves the file and its folder as they lie, byte for byte, where no one else has the file
        /// open. Also reads a file that is open to everyone: whoever checks a copy may not be able to mend that.
        case checking
    }

    /// The terms, from entry 1.
    public let programme: Programme
    /// The file.
    public let path: String
    let connection: Connection
    /// Whether the file is read as it lies, with no one to write meanwhile: then a second connection finds the same.
    let isStill: Bool
    /// Whether the file is in write-ahead mode, as the program makes it.
    let isLogged: Bool
    /// Whether the file has no name of its own yet.
    let isDraft: Bool
    /// The last entry that was committed here.
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

    /// Opens a ledger. Nothing in the file or its folder is changed by that.
    /// - Parameter patienceMilliseconds: how long to wait for someone else who is writing.
    /// - Throws: ``LedgerFailure``, naming what is wrong with the file.
    public convenience init(
        path: String, access: Access, patienceMilliseconds: Int32 = 5000
    ) throws(LedgerFailure) {
        let path = Self.file(path)
        let inspected = try Self.inspect(path, for: access)
        // Also for one who only checks: from here on it is no longer read as it lies.
        guard !FileSystem.isShared(at: path) else { throw .unsafe(path: path, .sharedFileSystem) }
        // Reading, too, opens the file for writing where it may: the last connection to close then folds the
        // write-ahead log away, where a read-only one would leave it lying.
        let connection = try LedgerFailure.database { () throws(SQLiteFailure) in
            let connection = try Connection(path: path, access: .readWrite, busyMilliseconds: patienceMilliseconds)
            if access != .recording { try connection.script("PRAGMA query_only = ON") }
            return connection
        }
        try self.init(connection: connection, path: path, access: access, inspected: inspected)
    }

    /// A ledger on a connection that is open.
    convenience init(
        connection: Connection, path: String, access: Access, inspected: Inspected, isStill: Bool = false
    ) throws(LedgerFailure) {
        try Self.checkSchema(on: connection, access)
        let programme = try Self.programme(on: connection, path: path)
        self.init(connection: connection, path: path, programme: programme, inspected: inspected, isStill: isStill)
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

    /// Sees that what is read is what the program made. Whoever checks a ledger reads on where only indices or triggers
    /// differ, to say what else does.
    private static func checkSchema(on connection: Connection, _ access: Access) throws(LedgerFailure) {
        guard try !LedgerFailure.carrying(try Schema.isAsMade(on: connection)) else { return }
        let difference = try LedgerFailure.carrying(try Schema.difference(on: connection))
        if access == .checking ? !difference.isReadable : !difference.names.isEmpty {
            throw .damaged(.schema(difference.names))
        }
    }

    private static func log(of path: String) -> String { path + "-wal" }

    /// What goes into a file that is no longer in its place, or into a log that is not, would be lost. To be asked once
    /// the ledger is locked for writing, and again when all is written and only the commit is left.
    func checkPlace() throws(LedgerFailure) {
        // What SQLite has open is what has the name, and that is what was looked at.
        guard try !LedgerFailure.carrying(try connection.isMoved()), FileIdentity(of: path) == identity.file,
            FileIdentity(of: Self.log(of: path)) == identity.log
        else { throw .moved(path: path) }
    }

    /// Tells of what was committed; of a file that has no name yet, whoever gives it one does.
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
