import Glibc

/// Appends lines to a file and makes each one durable.
public enum Lines {
    /// Appends a line. Creates the file, for its owner alone, where it is missing.
    /// - Parameters:
    ///   - line: without its line end.
    ///   - spared: the files that this process has open, which must not be written to: closing one here would end
    ///     SQLite's locks.
    /// - Throws: why the line may not be in the file.
    public static func append(_ line: String, to path: String, sparing spared: [FileIdentity]) throws(FileTrouble) {
        var status = stat()
        let isNew = lstat(path, &status) != 0
        if isNew {
            guard errno == ENOENT else { throw .system(errno) }
        } else {
            try check(status, sparing: spared)
            if try DatabaseFile.isOne(at: path) { throw .database }
        }
        try checkName(path, sparing: spared)
        let flags = O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
        let file = open(path, isNew ? flags | O_EXCL : flags, 0o600)
        guard file >= 0 else { throw .system(errno) }
        defer { close(file) }
        guard fstat(file, &status) == 0, !isNew || fchmod(file, 0o600) == 0 else { throw .system(errno) }
        try check(status, sparing: spared)
        // An earlier line may have been cut short, by a full disk perhaps; this one then starts on a line of its own.
        try write((endsInLine(file) ? "" : "\n") + line + "\n", to: file)
        guard fsync(file) == 0 else { throw .unwritten(errno) }
        if isNew { try syncFolder(of: path) }
    }

    private static func check(_ status: stat, sparing spared: [FileIdentity]) throws(FileTrouble) {
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        if spared.contains(FileIdentity(status)) { throw .database }
        guard status.st_nlink <= 1 else { throw .linked }
    }

    /// Refuses the name of a log, whether or not a log exists.
    private static func checkName(_ path: String, sparing spared: [FileIdentity]) throws(FileTrouble) {
        guard let name = DatabaseFile.name(withoutLogSuffix: path) else { return }
        if let database = FileIdentity(of: name), spared.contains(database) { throw .logOf(name) }
        try Place.checkIsNoLog(path)
    }

    /// Whether a file is empty or ends with a line end.
    private static func endsInLine(_ file: Int32) -> Bool {
        var last = UInt8(ascii: "\n")
        let end = lseek(file, 0, SEEK_END)
        return end <= 0 || pread(file, &last, 1, end - 1) != 1 || last == UInt8(ascii: "\n")
    }
}
