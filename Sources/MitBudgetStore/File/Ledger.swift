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

    /// The terms in force: those of the latest amendment, as far as this object has read.
    public var programme: Programme { terms.programme }
    /// The terms, and the entry that holds them.
    private var terms: (entry: Int64, programme: Programme)
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
        connection: Connection, path: String, terms: (entry: Int64, programme: Programme), inspected: Inspected? = nil,
        isStill: Bool = false, isDraft: Bool = false
    ) {
        self.connection = connection
        self.path = path
        self.terms = terms
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
        try LedgerFailure.carrying(try connection.script(Schema.connection))
        // A verification reads the journal alone, and finds what the tables say wrongly.
        let latest = access == .checking ? nil : try Self.latestTerms(on: connection)
        let terms =
            if let latest { latest } else { (entry: Int64(1), programme: try Self.programme(in: 1, on: connection)) }
        self.init(connection: connection, path: path, terms: terms, inspected: inspected, isStill: isStill)
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

    /// Reads the terms anew if an amendment came since. Call it in the transaction that needs them.
    func readTerms() throws(LedgerFailure) {
        if let latest = try Self.latestTerms(on: connection, unless: terms.entry) { terms = latest }
    }

    /// The terms in force, with the entry that holds them.
    /// - Parameter known: `nil` is the answer if these terms are in force, or if nothing says which are: whatever else
    ///   reads the table `programme` says so.
    private static func latestTerms(
        on connection: Connection, unless known: Int64? = nil
    ) throws(LedgerFailure) -> (entry: Int64, programme: Programme)? {
        let row = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first(
                "SELECT seq, kind, day, body FROM journal WHERE seq = (SELECT terms_entry FROM programme)"
            ) { row throws(SQLiteFailure) -> (entry: Int64, row: TermsRow)? in
                let entry = try row.integer(0)
                return entry == known ? nil : (entry, try TermsRow(row, from: 1))
            } ?? nil
        }
        guard let row else { return nil }
        guard let programme = row.row.programme else { throw .damaged(row.entry == 1 ? .opening : .entry(row.entry)) }
        return (row.entry, programme)
    }

    /// The terms as they are told as of a day, up to an entry: those of the latest amendment that counts, or of
    /// entry 1.
    func terms(asOf day: Day?, at entry: EntryNumber?) throws(LedgerFailure) -> Programme {
        let found = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first(
                """
                SELECT seq FROM journal
                WHERE kind IN ('terms-amended', 'measure-noted') AND kind = 'terms-amended' AND seq <= ? AND day <= ?
                ORDER BY seq DESC LIMIT 1
                """,
                entry?.value ?? Int64.max, (day ?? Day.last).iso, as: Int64.self)
        }
        let told = found ?? 1
        return told == terms.entry ? terms.programme : try Self.programme(in: told, on: connection)
    }

    /// Reads the terms of the entry that holds them.
    private static func programme(in entry: Int64, on connection: Connection) throws(LedgerFailure) -> Programme {
        let row = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first("SELECT kind, day, body FROM journal WHERE seq = ?", entry) {
                row throws(SQLiteFailure) in try TermsRow(row, from: 0)
            }
        }
        guard let programme = row?.programme else { throw .damaged(entry == 1 ? .opening : .entry(entry)) }
        return programme
    }
}

/// The kind, day and body of an entry that may hold terms.
private struct TermsRow {
    let kind: String
    let day: String
    let body: String

    init(_ row: Row, from column: Int) throws(SQLiteFailure) {
        kind = try row.text(column)
        day = try row.text(column + 1)
        body = try row.text(column + 2)
    }

    /// The terms; `nil` where the entry holds none.
    var programme: Programme? {
        guard let kind = EntryKind(rawValue: kind), let day = try? Day(iso: day) else { return nil }
        switch Body.read(kind, body, day: day)?.event {
        case .opened(let programme, _)?: return programme
        case .amended(let amendment)?: return amendment.terms
        case _: return nil
        }
    }
}
