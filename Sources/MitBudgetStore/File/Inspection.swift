import Files
import Glibc

extension Ledger {
    /// Inspects a file, and the files beside it, before SQLite touches it. SQLite would turn an empty file into a
    /// database, would report a FIFO or a folder as a fault of its own, and would take in any log that bears the file's
    /// name.
    static func inspect(_ path: String, for access: Access) throws(LedgerFailure) -> Inspected {
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
        let header = try Header(of: path)
        // No program ever made a ledger of version 0 or less; such a one was altered.
        guard header.version <= 0 || header.version == Schema.version else {
            throw .otherSchema(found: header.version, known: Schema.version)
        }
        if access != .checking {
            guard header.version == Schema.version else { throw .damaged(.schema(["user_version"])) }
            guard status.st_mode & 0o007 == 0 else { throw .exposed(path: path, mode: status.st_mode & 0o777) }
        }
        if let hazard = hazard(at: path, status, header, for: access) { throw .unsafe(path: path, hazard) }
        return Inspected(identity: FileIdentity(status), isLogged: header.isLogged)
    }

    /// What was seen of a file before it was opened.
    struct Inspected {
        let identity: FileIdentity
        /// Whether it is in write-ahead mode, as the program makes it.
        let isLogged: Bool
    }

    /// What the first bytes of a ledger say.
    private struct Header {
        let version: Int64
        let isLogged: Bool

        init(of path: String) throws(LedgerFailure) {
            let file = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
            guard file >= 0 else { throw .system(call: "open", errno: errno) }
            defer { Glibc.close(file) }
            var bytes = [UInt8](repeating: 0, count: 100)
            let count = read(file, &bytes, bytes.count)
            guard count >= 0 else { throw .system(call: "read", errno: errno) }
            func number(_ range: Range<Int>) -> Int64 { bytes[range].reduce(0) { $0 << 8 | Int64($1) } }
            guard count == 100, bytes.starts(with: "SQLite format 3\0".utf8),
                number(68..<72) == Schema.applicationID
            else { throw .notALedger(path: path) }
            version = number(60..<64)
            // The versions of the format for writing and reading; 2 stands for a write-ahead log.
            isLogged = bytes[18] == 2 && bytes[19] == 2
        }
    }

    /// What makes a ledger unsafe to open.
    private static func hazard(
        at path: String, _ ledger: stat, _ header: Header, for access: Access
    ) -> LedgerFailure.Hazard? {
        if ledger.st_nlink > 1 { return .linked(names: Int(ledger.st_nlink)) }
        let hasJournal = FileIdentity(of: path + "-journal") != nil
        // A check reports such a file as a finding; but with a journal beside it, the file may have to be rolled back.
        if !header.isLogged, hasJournal || access != .checking { return .rollbackMode }
        if hasJournal { return .journal(path: path + "-journal") }
        for log in [path + "-wal", path + "-shm"] {
            var status = stat()
            // The last connection to close the ledger removed a log without a name while we looked.
            guard lstat(log, &status) == 0, status.st_nlink > 0 else { continue }
            guard status.st_mode & S_IFMT == S_IFREG else { return .oddLog(path: log) }
            guard status.st_nlink == 1 else { return .linkedLog(path: log, names: Int(status.st_nlink)) }
            guard mayMakeLog(status.st_uid, of: ledger) else { return .strangersLog(path: log) }
            let rights = access == .recording ? R_OK | W_OK : R_OK
            guard Glibc.access(log, rights) == 0 || errno != EACCES else {
                return .shutLog(path: log, group: name(ofGroup: ledger.st_gid))
            }
        }
        return nil
    }

    /// Whether a user may have made a ledger's log: its owner, root, the current user, and the members of its group if
    /// the group may open it. The log's own group tells nothing: a folder may pass its group on to every file made in
    /// it.
    private static func mayMakeLog(_ user: uid_t, of ledger: stat) -> Bool {
        [ledger.st_uid, 0, geteuid()].contains(user)
            || ledger.st_mode & 0o070 != 0 && isMember(user, of: ledger.st_gid)
    }

    private static func isMember(_ user: uid_t, of group: gid_t) -> Bool {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        guard getpwuid_r(user, &entry, &buffer, buffer.count, &found) == 0, let found else { return false }
        var count: Int32 = 0
        getgrouplist(found.pointee.pw_name, found.pointee.pw_gid, nil, &count)
        var groups = [gid_t](repeating: 0, count: Int(count))
        return getgrouplist(found.pointee.pw_name, found.pointee.pw_gid, &groups, &count) >= 0
            && groups.contains(group)
    }

    /// A group's name, or its number if the machine knows no name.
    private static func name(ofGroup group: gid_t) -> String {
        var entry = Glibc.group()
        var found: UnsafeMutablePointer<Glibc.group>?
        var buffer = [CChar](repeating: 0, count: 65_536)
        guard getgrgid_r(group, &entry, &buffer, buffer.count, &found) == 0, let found else { return String(group) }
        return String(cString: found.pointee.gr_name)
    }
}
