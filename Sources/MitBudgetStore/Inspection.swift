import Files
import Glibc

extension Ledger {
    /// Looks at a file, and at what lies beside it, before SQLite touches it: SQLite would make an empty file a
    /// database, would take a FIFO's or a folder's refusal for a fault of its own, and takes in whatever log bears the
    /// file's name.
    /// - Returns: which file that is.
    static func inspect(_ path: String, for access: Access) throws(LedgerFailure) -> FileIdentity {
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
        try inspectHeader(of: path)
        if access != .checking, status.st_mode & 0o007 != 0 {
            throw .exposed(path: path, mode: status.st_mode & 0o777)
        }
        if let hazard = hazard(at: path, status) { throw .unsafe(path: path, hazard) }
        return FileIdentity(status)
    }

    private static func inspectHeader(of path: String) throws(LedgerFailure) {
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
    }

    /// What makes a ledger unsafe to open.
    private static func hazard(at path: String, _ ledger: stat) -> LedgerFailure.Hazard? {
        if ledger.st_nlink > 1 { return .linked(names: Int(ledger.st_nlink)) }
        if FileIdentity(of: path + "-journal") != nil { return .journal(path: path + "-journal") }
        for log in [path + "-wal", path + "-shm"] {
            var status = stat()
            guard lstat(log, &status) == 0 else { continue }
            let isOrdinary = status.st_mode & S_IFMT == S_IFREG && status.st_nlink == 1
            // Who shares the ledger makes its log; a group that may not open the ledger has no business beside it.
            let isShared = status.st_gid == ledger.st_gid && ledger.st_mode & 0o070 != 0
            guard isOrdinary, status.st_uid == ledger.st_uid || isShared else { return .strangersLog(path: log) }
        }
        return nil
    }
}
