import Glibc

/// Detects without SQLite whether a file is an SQLite database or a log of one.
///
/// A ledger, a copy of one and the files beside them are recognised by their contents, so that no other name, link or
/// spelling hides them.
public enum DatabaseFile {
    /// The suffixes that SQLite adds to a database's name for the files beside it.
    public static let suffixes = ["-wal", "-shm", "-journal"]

    /// The path without the suffix of a log, in any case of letters; `nil` where it has none.
    public static func name(withoutLogSuffix path: String) -> String? {
        let lower = path.lowercased()
        // A suffix is ASCII, so it has the same number of bytes in both.
        guard let suffix = suffixes.first(where: lower.hasSuffix) else { return nil }
        return String(decoding: path.utf8.dropLast(suffix.utf8.count), as: UTF8.self)
    }

    /// The first existing file that SQLite would take for a log of a database with this name.
    public static func log(beside path: String) -> String? {
        suffixes.map { path + $0 }.first { FileIdentity(of: $0) != nil }
    }

    /// Whether a file begins like an SQLite database, a log, an index of a log, or a rollback journal.
    ///
    /// Must not be called on a file that SQLite has open in this process: closing it here would end SQLite's locks.
    /// - Throws: ``FileTrouble/unseen(_:)`` where a file exists and cannot be read.
    static func isOne(at path: String) throws(FileTrouble) -> Bool {
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return false }
            throw .unseen(path)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        var start = [UInt8](repeating: 0, count: 16)
        let count = read(file, &start, start.count)
        guard count >= 0 else { throw .unseen(path) }
        return beginnings.contains { count >= $0.count && start.starts(with: $0) }
    }

    private static let beginnings: [[UInt8]] = [
        Array("SQLite format 3\0".utf8),
        // Logs, by the byte order of their checksums.
        [0x37, 0x7F, 0x06, 0x82], [0x37, 0x7F, 0x06, 0x83],
        // An index, by its version, 3007000, in the machine's own byte order.
        withUnsafeBytes(of: UInt32(3_007_000)) { Array($0) },
        [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7],
    ]
}
