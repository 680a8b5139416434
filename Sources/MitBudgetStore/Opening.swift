import Glibc
import SQLite

extension Ledger {
    /// Opens a ledger for as long as a piece of work takes.
    ///
    /// Where the file may not be written, or for ``Access/checking``, it is read as it lies, without making a file
    /// beside it. Should someone write meanwhile, the work is done once more, as one reader among others.
    /// - Throws: ``LedgerFailure``, naming what is wrong with the file, or what the work throws.
    public static func with<Output>(
        path: String, access: Access, patienceMilliseconds: Int32 = 5000,
        _ work: (Ledger) throws(LedgerFailure) -> Output
    ) throws(LedgerFailure) -> Output {
        if access == .checking || access == .reading && !isWritable(file(path)) {
            if let output = try untouched(path: file(path), access: access, work) { return output }
        }
        let ledger = try Ledger(path: path, access: access, patienceMilliseconds: patienceMilliseconds)
        defer { ledger.close() }
        return try work(ledger)
    }

    /// Does work on a file that no one else has open, reading it as it lies.
    /// - Returns: `nil` where someone else has the file open, or wrote while the work was done.
    private static func untouched<Output>(
        path: String, access: Access, _ work: (Ledger) throws(LedgerFailure) -> Output
    ) throws(LedgerFailure) -> Output? {
        let mode = try inspect(path)
        if access != .checking, mode & 0o007 != 0 { throw .exposed(path: path, mode: mode) }
        guard let stillness = try Stillness(of: path) else { return nil }
        let connection = try LedgerFailure.database { () throws(SQLiteFailure) in
            try Connection(path: path, access: .untouched, busyMilliseconds: 0)
        }
        let result: Result<Output, LedgerFailure>
        do throws(LedgerFailure) {
            let ledger = try Ledger(connection: connection, path: path, access: access, isStill: true)
            defer { ledger.close() }
            result = .success(try work(ledger))
        } catch {
            result = .failure(error)
        }
        // What was seen while someone wrote may be neither the one state nor the other.
        guard stillness.lasts(at: path) else { return nil }
        return try result.get()
    }

    private static func isWritable(_ path: String) -> Bool {
        access(path, W_OK) == 0 && access(folder(of: path), W_OK) == 0
    }

    /// The permission bits of a ledger that everyone on the machine may read or write; `nil` for any other.
    public static func exposure(of path: String) -> UInt32? {
        var status = stat()
        guard lstat(file(path), &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o007 != 0 else {
            return nil
        }
        return status.st_mode & 0o777
    }

    /// Whether what is made in a ledger's folder belongs to a group, whose members may make files there.
    public static func isShared(folderOf path: String, with group: UInt32) -> Bool {
        var status = stat()
        guard stat(folder(of: file(path)), &status) == 0 else { return false }
        return status.st_gid == group && status.st_mode & S_ISGID != 0 && status.st_mode & 0o070 == 0o070
    }

    /// The folder that a file lies in.
    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }

    /// Looks at a file before SQLite touches it: SQLite would make an empty file a database, and would take a FIFO's
    /// or a folder's refusal for a fault of its own.
    /// - Returns: the file's permission bits.
    static func inspect(_ path: String) throws(LedgerFailure) -> UInt32 {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { throw .missing(path: path) }
            throw .system(call: "lstat", errno: errno)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFLNK: throw .notOrdinary(path: path, .link)
        default: throw .notOrdinary(path: path, .other)
        }
        let file = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
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
        return status.st_mode & 0o777
    }
}

/// A file that no one else has open, seen at one time.
///
/// Every connection to a file in write-ahead mode holds SQLite's shared lock on it for as long as it lives, and whoever
/// folds the log away when leaving needs that lock alone. So while this one is held, a log that someone starts stays
/// where it is, and shows.
private struct Stillness: ~Copyable {
    private let file: Int32
    private let state: [State]

    /// What tells one state of a file from another; `nil` for a file that is not there.
    private struct State: Equatable {
        let inode: UInt
        let size: Int
        let changed: [Int]

        init?(of path: String) {
            var status = stat()
            guard lstat(path, &status) == 0 else { return nil }
            inode = status.st_ino
            size = status.st_size
            // Not the time of the last change of owner: SQLite sets that for root whenever it opens a log.
            changed = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
        }
    }

    /// - Returns: `nil` where someone else has the file open.
    init?(of path: String) throws(LedgerFailure) {
        let file = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw .system(call: "open", errno: errno) }
        guard Self.lock(file, F_RDLCK, OpenFileLock.set) == F_RDLCK,
            Self.lock(file, F_WRLCK, OpenFileLock.get) == F_UNLCK
        else {
            Glibc.close(file)
            return nil
        }
        self.file = file
        state = Self.states(at: path)
    }

    deinit {
        Glibc.close(file)
    }

    /// Whether nothing was written since.
    func lasts(at path: String) -> Bool {
        Self.states(at: path) == state
    }

    private static func states(at path: String) -> [State] {
        [State(of: path), State(of: path + "-wal")].compactMap(\.self)
    }

    /// Asks for a lock on the bytes that SQLite takes for its shared lock.
    /// - Returns: the kind of lock that the system answers with; `nil` where it says no.
    private static func lock(_ file: Int32, _ kind: Int32, _ command: Int32) -> Int32? {
        var lock = flock()
        lock.l_type = Int16(kind)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = 0x4000_0002
        lock.l_len = 510
        return fcntl(file, command, &lock) == 0 ? Int32(lock.l_type) : nil
    }

    /// Locks that belong to an open file rather than to the process: SQLite's own are of the other kind, and the system
    /// drops all of those as soon as the process closes the file anywhere. Glibc's header keeps them from Swift.
    private enum OpenFileLock {
        static let get: Int32 = 36
        static let set: Int32 = 37
    }
}
