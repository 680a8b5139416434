import Files
import Glibc
import SQLite

extension Ledger {
    /// Opens a ledger for the duration of a piece of work.
    ///
    /// The file is read in place, without making a file beside it, if it cannot be written, if no log can be made
    /// beside it (as on a full disk), or for ``Access/checking``. If someone writes meanwhile, the work runs once more,
    /// as one reader among others.
    /// - Throws: ``LedgerFailure``, naming what is wrong with the file, or what the work throws.
    public static func with<Output>(
        path: String, access: Access, patienceMilliseconds: Int32 = 5000,
        _ work: (Ledger) throws(LedgerFailure) -> Output
    ) throws(LedgerFailure) -> Output {
        if access == .checking || access == .reading && !isWritable(file(path)) {
            if let output = try untouched(path: file(path), access: access, work) { return output }
        }
        let ledger: Ledger
        do throws(LedgerFailure) {
            ledger = try Ledger(path: path, access: access, patienceMilliseconds: patienceMilliseconds)
        } catch {
            guard access == .reading, case .sqlite(let failure) = error, failure.lacksRoomBeside,
                let output = try untouched(path: file(path), access: access, work)
            else { throw access == .recording ? error.asUnwritable(file(path)) : error }
            return output
        }
        defer { ledger.close() }
        do throws(LedgerFailure) {
            return try work(ledger)
        } catch {
            throw access == .recording ? error.asUnwritable(ledger.path) : error
        }
    }

    /// Runs work on a file that no one else has open, and reads it in place.
    /// - Returns: `nil` if someone else has the file open, or wrote during the work.
    private static func untouched<Output>(
        path: String, access: Access, _ work: (Ledger) throws(LedgerFailure) -> Output
    ) throws(LedgerFailure) -> Output? {
        let inspected = try inspect(path, for: access)
        // A copy on a network drive can be checked in place, because that shares no log with others.
        if access != .checking, FileSystem.isShared(at: path) { throw .unsafe(path: path, .sharedFileSystem) }
        guard let undisturbed = try UndisturbedFile(of: path) else { return nil }
        let connection = try LedgerFailure.database { () throws(SQLiteFailure) in
            try Connection(path: path, access: .untouched, busyMilliseconds: 0)
        }
        let result: Result<Output, LedgerFailure>
        do throws(LedgerFailure) {
            let ledger = try Ledger(
                connection: connection, path: path, access: access, inspected: inspected, isStill: true)
            defer { ledger.close() }
            result = .success(try work(ledger))
        } catch {
            result = .failure(error)
        }
        // What was read while someone wrote may mix two states.
        guard undisturbed.lasts(at: path) else { return nil }
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

    /// Whether new files in a ledger's folder belong to a group, and its members may make files there.
    public static func isShared(folderOf path: String, with group: UInt32) -> Bool {
        var status = stat()
        guard stat(folder(of: file(path)), &status) == 0 else { return false }
        return status.st_gid == group && status.st_mode & S_ISGID != 0 && status.st_mode & 0o070 == 0o070
    }
}

extension LedgerFailure {
    /// The same failure, or ``unwritable(path:errno:)`` if SQLite could not open or write the file and the system says
    /// that the file or its folder cannot be written.
    func asUnwritable(_ path: String) -> LedgerFailure {
        guard case .sqlite(let failure) = self, [.readOnly, .cannotOpen, .permission].contains(failure.kind) else {
            return self
        }
        for place in [path, folder(of: path)] where access(place, W_OK) != 0 {
            return .unwritable(path: place, errno: errno)
        }
        return self
    }
}

extension SQLiteFailure {
    /// Whether the cause may be that a log, or its index, found no room beside the file.
    fileprivate var lacksRoomBeside: Bool {
        switch kind {
        case .full, .inputOutput, .cannotOpen, .readOnly: true
        case .busy, .constraint, .corrupt, .notADatabase, .permission, .interrupted, .mismatch, .other: false
        }
    }
}

/// The state, at one moment, of a file that no one else has open.
///
/// Every connection to a file in write-ahead mode holds SQLite's shared lock on it for its lifetime, and a connection
/// that folds the log away on closing needs that lock alone. So while we hold this lock, a log that someone starts
/// stays in its place and can be seen.
private struct UndisturbedFile: ~Copyable {
    private let file: Int32
    private let state: [State]

    /// What distinguishes one state of a file from another; `nil` for a missing file.
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

    /// - Returns: `nil` if someone else has the file open.
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
    /// - Returns: the kind of lock that the system answers with; `nil` if it refuses.
    private static func lock(_ file: Int32, _ kind: Int32, _ command: Int32) -> Int32? {
        var lock = flock()
        lock.l_type = Int16(kind)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = 0x4000_0002
        lock.l_len = 510
        return fcntl(file, command, &lock) == 0 ? Int32(lock.l_type) : nil
    }

    /// Locks that belong to an open file rather than to the process. SQLite's own belong to the process, and the system
    /// drops all of those as soon as the process closes the file anywhere. Swift does not see these constants in
    /// Glibc's header.
    private enum OpenFileLock {
        static let get: Int32 = 36
        static let set: Int32 = 37
    }
}
