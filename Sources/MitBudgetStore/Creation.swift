import Glibc
public import MitBudget
import SQLite

extension Ledger {
    /// Makes a ledger whose entry 1 fixes the terms. The file appears whole or not at all, with mode 0600 whatever the
    /// umask, and never in place of another.
    /// - Throws: ``LedgerFailure/exists(path:)``, ``LedgerFailure/refused(_:)``, or what the file system said.
    public static func create(
        path: String, programme: Programme, administrator: StaffMember, under circumstances: Circumstances
    ) throws(LedgerFailure) -> Recorded {
        let path = file(path)
        let opening = try consider(programme, administrator: administrator, today: circumstances.today(), path: path)
        let draft = try makeDraft(beside: path)
        defer {
            for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) }
        }
        let recorded = try fill(draft, with: opening, by: administrator.id, under: circumstances)
        // A link, unlike a rename, never takes the place of a file that appeared meanwhile.
        guard link(draft, path) == 0 else {
            if errno == EEXIST { throw .exists(path: path) }
            throw .system(call: "link", errno: errno)
        }
        try syncFolder(of: path)
        return recorded
    }

    /// Decides on an opening without making anything.
    /// - Throws: ``LedgerFailure/exists(path:)`` or ``LedgerFailure/refused(_:)``.
    public static func consider(
        _ programme: Programme, administrator: StaffMember, today: Day, path: String
    ) throws(LedgerFailure) -> Entry {
        var status = stat()
        guard lstat(path, &status) != 0 else { throw .exists(path: path) }
        do {
            return try MitBudget.open(programme, administrator: administrator, on: today)
        } catch {
            throw .refused(error)
        }
    }

    private static func makeDraft(beside path: String) throws(LedgerFailure) -> String {
        var template = Array((path + ".new-XXXXXX").utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { throw .system(call: "mkstemp", errno: errno) }
        defer { Glibc.close(file) }
        let draft = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard fchmod(file, 0o600) == 0 else { throw .system(call: "fchmod", errno: errno) }
        return draft
    }

    private static func fill(
        _ draft: String, with opening: Entry, by actor: StaffID, under circumstances: Circumstances
    ) throws(LedgerFailure) -> Recorded {
        let connection = try LedgerFailure.database { () throws(SQLiteFailure) in
            let connection = try Connection(path: draft, access: .readWrite, busyMilliseconds: 0)
            try connection.script(Schema.file)
            try connection.script(Schema.connection)
            return connection
        }
        let recorded = try connection.transaction(.immediate) { () throws(LedgerFailure) -> Recorded in
            try LedgerFailure.carrying(try Schema.make(on: connection))
            return try Appender(connection: connection, circumstances: circumstances).append(opening, by: actor)
        }
        // The last connection to close folds the write-ahead log into the file, which then stands alone.
        try LedgerFailure.database { () throws(SQLiteFailure) in try connection.close() }
        return recorded
    }

    private static func syncFolder(of path: String) throws(LedgerFailure) {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let file = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { return }
        defer { Glibc.close(file) }
        guard fsync(file) == 0 else { throw .system(call: "fsync", errno: errno) }
    }
}
