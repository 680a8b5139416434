import Glibc

/// Where a file may be put.
public enum Place {
    /// What is to be put there.
    public enum Content: Equatable, Sendable {
        /// A database: it replaces nothing, and stands where no log would be taken for its own.
        case database
        /// Anything else: it replaces nothing, or whatever is an ordinary file and no database.
        case document(replacing: Bool)
    }

    /// Looks whether a file may be put somewhere.
    /// - Throws: why not.
    public static func check(_ path: String, for content: Content) throws(FileTrouble) {
        var status = stat()
        if lstat(path, &status) == 0 {
            guard content == .document(replacing: true) else { throw .exists }
            guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
            guard DatabaseFile.log(beside: path) == nil, try !DatabaseFile.isOne(at: path) else { throw .database }
        } else if errno != ENOENT {
            throw .system(errno)
        }
        switch content {
        case .database:
            if let name = DatabaseFile.name(withoutLogSuffix: path) { throw .logOf(name) }
            if let log = DatabaseFile.log(beside: path) { throw .strayLog(log) }
        case .document:
            try checkIsNoLog(path)
        }
    }

    /// - Throws: ``FileTrouble/logOf(_:)`` where the name is that of a log of a database that is there, or
    ///   ``FileTrouble/unseen(_:)`` of what may be one.
    static func checkIsNoLog(_ path: String) throws(FileTrouble) {
        guard let name = DatabaseFile.name(withoutLogSuffix: path), try DatabaseFile.isOne(at: name) else { return }
        throw .logOf(name)
    }
}
